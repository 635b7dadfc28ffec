"""The addresses of my data."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from regie.mydata.views import feed, imports, merges, mine

app_name = "mydata"
urlpatterns = [
    path(_("my/data/"), mine.index, name="index"),
    path(_("my/data/export/"), mine.export, name="export"),
    path(_("my/data/import/"), imports.upload, name="import"),
    path(_("my/data/import/check/"), imports.preview, name="import_preview"),
    path(_("my/data/import/check/<int:number>/"), imports.preview, name="import_page"),
    path(_("my/data/import/drop/"), imports.drop, name="import_drop"),
    path(_("my/data/import/<int:pk>/"), imports.done, name="import_done"),
    path(_("my/data/import/<int:pk>/undo/"), imports.undo, name="import_undo"),
    path(_("my/data/merge/"), merges.index, name="merge"),
    path(_("my/data/merge/<int:pk>/"), merges.other, name="merge_with"),
    path(_("my/data/merge/<int:pk>/<int:other>/"), merges.merge, name="merge_both"),
    path(_("my/data/merged/<int:pk>/"), merges.done, name="merged"),
    path(_("my/data/merged/<int:pk>/undo/"), merges.undo, name="merge_undo"),
    path(_("my/data/calendar/"), feed.settings, name="feed"),
    path(_("my/data/calendar/renew/"), feed.renew, name="feed_renew"),
    path(_("my/data/calendar/revoke/"), feed.revoke, name="feed_revoke"),
]
