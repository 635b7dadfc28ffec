"""Addresses of the guide. The English text is the path; the Dutch one stands in the catalogue."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from regie.guide import views
from relations.kinds import Kind

app_name = "guide"
urlpatterns = [
    path(_("guide/"), views.index, name="index"),
    path(_("guide/close-ones/"), views.kind, {"kind": Kind.INTIMATE}, name="intimate"),
    path(_("guide/friends/"), views.kind, {"kind": Kind.FRIENDSHIP}, name="friendship"),
    path(_("guide/people-around-you/"), views.kind, {"kind": Kind.COMMUNITY}, name="community"),
    path(_("guide/breaking-the-circle/"), views.circle, name="circle"),
    path(_("guide/when-loneliness-lasts/"), views.lasting, name="lasting"),
    path(_("guide/sources/"), views.sources, name="sources"),
    path(_("guide/search/"), views.search, name="search"),
]
