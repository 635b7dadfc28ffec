"""Every address of Regie. Dutch has no prefix, English stands under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from regie import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    *i18n_patterns(
        prefix_default_language=False,
    ),
]
