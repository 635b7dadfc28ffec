"""Addresses of help: a page for each country, the same as it is stored for no internet, and the letter."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from regie.help import views
from regie.help.records import Country

app_name = "help"
urlpatterns = [
    path(_("help/"), views.help_page, {"country": Country.NL}, name="netherlands"),
    path(_("help/flanders/"), views.help_page, {"country": Country.BE}, name="flanders"),
    path(_("help/english-speakers/"), views.help_page, {"country": Country.EN}, name="english"),
    path(_("help/stored/"), views.stored_page, {"country": Country.NL}, name="stored_netherlands"),
    path(_("help/flanders/stored/"), views.stored_page, {"country": Country.BE}, name="stored_flanders"),
    path(_("help/english-speakers/stored/"), views.stored_page, {"country": Country.EN}, name="stored_english"),
    path(_("help/letter/"), views.letter, name="letter"),
]
