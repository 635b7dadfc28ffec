"""The addresses of Regie where an operator chose a place for their site."""

from django.urls import path

from regie import urls
from regie.accounts.admin import site
from regie.urls import handler403, handler404, handler429, handler500  # noqa: F401

urlpatterns = [*urls.urlpatterns, path("achterkamer/", site.urls)]
