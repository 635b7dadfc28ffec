"""Addresses of the circle. The names in them are nouns first; Dutch stands in the catalogue."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from relations.views import changes, moments, relations, timeline, unsafe

app_name = "relations"

urlpatterns = [
    path(_("my/"), relations.relation_list, name="dashboard"),
    path(_("my/relations/"), relations.relation_list, name="list"),
    path(_("my/relations/add/"), relations.relation_add, name="add"),
    path(_("my/relations/quiet/"), relations.relation_quiet, name="quiet"),
    path(_("my/relations/<int:pk>/"), relations.relation_detail, name="detail"),
    path(_("my/relations/<int:pk>/edit/"), relations.relation_edit, name="edit"),
    path(_("my/relations/<int:pk>/remove/"), relations.relation_remove, name="remove"),
    path(_("my/relations/<int:pk>/restore/"), relations.relation_restore, name="restore"),
    path(_("my/relations/<int:pk>/change/"), changes.relation_change, name="change"),
    path(_("my/relations/<int:pk>/status/undo/"), changes.relation_status_undo, name="status_undo"),
    path(_("my/relations/<int:pk>/status/<slug:status>/"), changes.relation_status, name="status"),
    path(_("my/relations/<int:pk>/memory/"), changes.relation_died, name="died"),
    path(_("my/relations/<int:pk>/pause/"), changes.relation_pause, name="pause"),
    path(_("my/relations/<int:pk>/pause/end/"), changes.relation_pause_end, name="pause_end"),
    path(_("my/relations/<int:pk>/not-now/"), changes.relation_not_now, name="not_now"),
    path(_("my/relations/<int:pk>/moment/"), unsafe.relation_unsafe, name="unsafe"),
    path(_("my/relations/<int:pk>/moment/off/"), unsafe.relation_safe, name="safe"),
    path(_("my/pause/"), changes.relation_pause, name="pause_all"),
    path(_("my/pause/end/"), changes.relation_pause_end, name="pause_all_end"),
    path(_("my/moments/"), timeline.timeline, name="timeline"),
    path(_("my/moments/add/"), moments.moment_add, name="moment_add"),
    path(_("my/moments/<int:pk>/"), moments.moment, name="moment"),
    path(_("my/moments/<int:pk>/more/"), moments.moment_more, name="moment_more"),
    path(_("my/moments/<int:pk>/edit/"), moments.moment_edit, name="moment_edit"),
    path(_("my/moments/<int:pk>/remove/"), moments.moment_remove, name="moment_remove"),
    path(_("my/moments/<int:pk>/restore/"), moments.moment_restore, name="moment_restore"),
    path(_("my/moments/<int:pk>/went-ahead/<slug:answer>/"), moments.plan_answer, name="plan_answer"),
]
