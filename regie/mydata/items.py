"""Each thing that was kept, told in words for the readable file: a heading, facts and texts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessment.models import HelpStep, KeptOutcome, SafeguardState
from assessment.openness import Standing
from assessment.outcome_page import HEADINGS
from assessment.questionnaire import questionnaire, versions
from regie.accounts.days import day_for
from regie.guide.library import tips
from regie.mydata.withheld import is_off, own_step, own_text
from relations import words
from relations.kinds import Kind, Need
from relations.models import ContactMoment, HardMoment, Intention, OwnRegie, Pause, Relation, TwoReadings

AT_A_TIME = 500


@dataclass
class Item:
    """One thing that was kept: a heading, facts as name and value, and texts."""

    title: str
    facts: list[tuple[str, Any]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def tell(self, name: str, value: Any) -> None:
        """Add a fact, unless there is nothing to tell."""
        if value not in (None, "", []):
            self.facts.append((name, value))


def day(value) -> str:
    """A day in words; nothing stays nothing."""
    return formats.date_format(value, _("j F Y")) if value else ""


def who(relation: Relation | None) -> str:
    """A name; nothing for nobody, or for someone who was removed: they stand in the other files only."""
    return relation.name if relation and not was_removed(relation) else ""


def was_removed(relation: Relation | None) -> bool:
    """Out of sight now, and after thirty days for good."""
    return relation is not None and relation.removed_at is not None


def relation_item(row: Relation) -> Item:
    """Someone in the circle, with all that was written down."""
    item = Item(row.name, texts=[text for text in (row.shares, row.note) if text])
    for name, value in (
        (pgettext("in an export", "Who"), row.role),
        (pgettext("in an export", "Status"), row.get_status_display()),
        (pgettext("in an export", "Rhythm"), words.turn(row)),
        (pgettext("in an export", "Birthday"), words.birthday(row)),
        (pgettext("in an export", "Phone"), row.phone),
        (pgettext("in an export", "E-mail"), row.email),
        (pgettext("in an export", "Address"), row.address),
        (pgettext("in an export", "Good for"), needs(row.needs)),
        (pgettext("in an export", "Good enough"), needs(row.good_enough)),
        (_("Names to know"), row.familiar_names),
        (pgettext("in an export", "Added"), day(row.added_on)),
        (pgettext("in an export", "Died"), day(row.died_on)),
        (pgettext("in an export", "Safety"), _("You marked this as unsafe.") if row.is_unsafe else ""),
    ):
        item.tell(name, value)
    return item


def needs(values: list[str]) -> str:
    return ", ".join(str(Need(value).label) for value in values if value in Need.values)


def moment_items(user) -> Iterator[Item]:
    """All moments, the latest first."""
    moments = ContactMoment.objects.of(user).latest_first().with_people()
    for row in moments.iterator(chunk_size=AT_A_TIME):
        item = Item(words.title(row, [one.name for one in row.people]), texts=[row.note] if row.note else [])
        item.tell(pgettext("of a moment", "When"), day(row.happened_on))
        item.tell(_("Did it go ahead?"), went_ahead(row.took_place))
        item.tell(_("Who began"), row.get_started_by_display())
        item.tell(_("Giving or receiving"), row.get_exchange_display())
        item.tell(_("Felt before"), row.get_felt_before_display())
        item.tell(_("Felt after"), row.get_felt_after_display())
        yield item


def went_ahead(took_place: bool | None) -> str:
    """What became of a plan; nothing for what simply happened."""
    if took_place:
        return ""
    return pgettext("in an export", "A plan") if took_place is None else pgettext("in an export", "No")


def intention_item(row: Intention, standing: Standing) -> Item:
    """Something small that was meant, without the words of a tip that is off."""
    item = Item(own_step(row.tip, row.step, standing), texts=[own_text(row.tip, row.words, standing)])
    item.tell(
        pgettext("in an export", "Tip"),
        row.tip if is_off(row.tip, standing) or row.tip not in tips else tips[row.tip].title,
    )
    item.tell(pgettext("in an export", "With"), who(row.relation))
    item.tell(pgettext("of an intention", "When"), day(row.planned_on))
    item.tell(_("Right after"), row.anchor)
    item.tell(_("How it went"), row.get_state_display())
    item.tell(_("Felt after"), row.get_felt_after_display())
    return item


def reading_item(row: TwoReadings) -> Item:
    """What happened and how else it can be read."""
    item = Item(day(row.written_on))
    for name, value in (
        (pgettext("in an export", "With"), who(row.relation)),
        (_("What happened"), row.happened),
        (_("My first reading"), row.first_reading),
        (_("Another reading"), row.second_reading),
        (_("One more reading"), row.third_reading),
        (_("To a friend"), row.to_a_friend),
        (_("What did I hope for?"), row.hoped),
        (_("What did the other see of me?"), row.was_seen),
        (_("What do I want next time?"), row.next_time),
        (_("What fits now"), row.get_fits_now_display()),
        (_("In my words"), row.fits_words),
    ):
        item.tell(name, value)
    return item


def hard_item(row: HardMoment) -> Item:
    """The hour that is worst, and the plan for it."""
    item = Item(_("%(day)s, %(hour)s o'clock") % {"day": row.get_weekday_display(), "hour": row.hour})
    item.tell(pgettext("in an export", "With"), who(row.relation))
    item.tell(pgettext("in an export", "Contact"), row.contact)
    item.tell(_("Without a screen"), row.away_from_screen)
    return item


def own_item(row: OwnRegie) -> Item:
    """The three lines of one's own course, and what one finds of value."""
    item = Item(_("My own course"))
    item.tell(_("Where do I dare to be open?"), row.where_open)
    item.tell(_("What do I keep up?"), row.what_kept_up)
    item.tell(_("How do I share my time?"), row.how_time)
    item.tell(_("What I value"), row.values)
    for kind in Kind:
        item.tell(str(kind.label), getattr(row, f"get_wish_{kind.value}_display")())
    return item


def pause_item(row: Pause) -> Item:
    """A time in which nothing was proposed."""
    item = Item(who(row.relation) if row.relation else pgettext("in an export", "Everyone"))
    item.tell(pgettext("in an export", "From"), day(row.starts_on))
    item.tell(pgettext("in an export", "Until"), day(row.ends_on))
    item.tell(pgettext("in an export", "Why"), row.get_reason_display())
    return item


def help_item(row: HelpStep) -> Item:
    """A step towards help, and what came of it."""
    item = Item(str(row.get_way_display()))
    item.tell(pgettext("of an intention", "When"), day(row.planned_on))
    item.tell(_("How it went"), row.get_answer_display())
    return item


def state_item(row: SafeguardState) -> Item:
    """What holds now, in the words of the outcome page: never a figure."""
    try:
        state = row.state
    except (ValueError, KeyError, TypeError):  # of a later version: nobody loses their archive over it
        return Item(_("This cannot be read now. It is in regie.json as it was kept."))
    item = Item(HEADINGS[state.level] if state.level is not None else _("You answered the three questions."))
    item.tell(_("Since"), day(state.since_on or state.questions_on))
    return item


def outcome_item(row: KeptOutcome) -> Item:
    """The answers of one check, beside their questions."""
    item = Item(day(row.made_on))
    asked = questionnaire(row.version).questions if row.version in versions() else ()
    for question in asked:
        value = row.answers.get(question.name)
        known = {answer.value: answer.label for answer in question.answers}
        item.tell(str(question.ask), str(known.get(value, _("Rather not said"))))
    return item


def consent_item(row) -> Item:
    """A yes, and when it was taken back."""
    item = Item(str(row.get_scope_display()))
    item.tell(pgettext("in an export", "Given"), day(day_for(row.owner, row.given_at)))
    if row.withdrawn_at:
        item.tell(pgettext("in an export", "Taken back"), day(day_for(row.owner, row.withdrawn_at)))
    return item
