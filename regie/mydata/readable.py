"""The readable file of an export: one HTML page that opens offline, in the person's own language."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessment.models import HelpStep, KeptOutcome, SafeguardState
from assessment.openness import Standing
from regie.mydata import items
from relations.kinds import Kind
from relations.models import HardMoment, Intention, OwnRegie, Pause, Relation, TwoReadings

STYLE = "regie.css"


def style() -> bytes:
    """The style sheet that lies beside the page."""
    return (Path(__file__).parent / "readable.css").read_bytes()


def page(user, standing: Standing) -> Iterator[bytes]:
    """The page in pieces, never whole in memory."""
    yield rendered("start", {"user": user, "style": STYLE})
    for title, all_items in sections(user, standing):
        yield rendered("section_start", {"title": title})
        for some in _batched(all_items, items.AT_A_TIME):
            yield rendered("items", {"items": some})
        yield rendered("section_end", {})
    yield rendered("end", {})


def rendered(name: str, context: dict[str, Any]) -> bytes:
    return render_to_string(f"mydata/readable/{name}.html", context).encode("utf-8", "replace")


def _batched(all_items: Iterable[items.Item], size: int) -> Iterator[list[items.Item]]:
    """Items in lists of at most ``size``; without any items one empty list."""
    rest = iter(all_items)
    some = list(islice(rest, size))
    yield some
    while some := list(islice(rest, size)):
        yield some


def sections(user, standing: Standing) -> Iterator[tuple[str, Iterable[items.Item]]]:
    """Each part of the page, in the order in which a person would look for it."""
    people = Relation.objects.of(user).order_by("pk")
    pauses = (row for row in _own(Pause, user) if not items.was_removed(row.relation))
    for kind in Kind:
        yield str(kind.label), (items.relation_item(row) for row in people.filter(kind=kind).iterator(chunk_size=1_000))
    yield pgettext("in an export", "Moments"), items.moment_items(user)
    yield _("What you plan"), (items.intention_item(row, standing) for row in _own(Intention, user))
    yield _("Looked at again"), (items.reading_item(row) for row in _own(TwoReadings, user))
    yield _("My hard moment"), (items.hard_item(row) for row in _own(HardMoment, user))
    yield _("My three lines"), (items.own_item(row) for row in _own(OwnRegie, user))
    yield (
        pgettext("in an export", "Pauses"),
        (items.pause_item(row) for row in pauses),
    )
    yield _("My steps to help"), (items.help_item(row) for row in _own(HelpStep, user))
    yield _("What fits now"), (items.state_item(row) for row in _own(SafeguardState, user))
    yield _("Kept answers"), (items.outcome_item(row) for row in _own(KeptOutcome, user))
    yield pgettext("in an export", "Consent"), (items.consent_item(row) for row in user.consents.order_by("given_at"))


def _own(model, user):
    names = [one.name for one in model._meta.fields if one.name in ("relation", "moment")]
    return model._base_manager.filter(owner=user).select_related(*names).order_by("pk").iterator(chunk_size=1_000)
