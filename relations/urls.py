"""Addresses of the circle. The names in them are nouns first; Dutch stands in the catalogue."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from relations.views import changes, dashboard, intentions, moments, own, readings, relations, timeline, unsafe

app_name = "relations"

urlpatterns = [
    path(_("my/"), dashboard.dashboard, name="dashboard"),
    path(_("my/cards/"), own.cards, name="cards"),
    path(_("my/cards/put-away/"), own.put_away, name="put_away"),
    path(_("my/three-lines/"), own.regie, name="regie"),
    path(_("my/wish/"), own.wish, name="wish"),
    path(_("my/hard-moment/"), own.hard_moment, name="hard_moment"),
    path(_("my/plans/"), intentions.intention_list, name="intention_list"),
    path(_("my/plans/add/<slug:tip>/"), intentions.intention_add, name="intention_add"),
    path(_("my/plans/<int:pk>/"), intentions.intention, name="intention"),
    path(_("my/plans/<int:pk>/answer/"), intentions.intention_answer, name="intention_answer"),
    path(_("my/plans/<int:pk>/felt/"), intentions.intention_felt, name="intention_felt"),
    path(_("my/relations/<int:pk>/plan/"), intentions.intention_for, name="intention_for"),
    path(_("my/readings/"), readings.readings_list, name="readings_list"),
    path(_("my/readings/add/"), readings.readings_add, name="readings_add"),
    path(_("my/readings/<int:pk>/"), readings.readings_detail, name="readings"),
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
