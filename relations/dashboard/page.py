"""The whole of "My circle" for one person on one day: at most twelve queries, however many people and moments."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.utils.functional import cached_property

from assessment.help_steps import StepCard, card_of
from assessment.models import HelpStep
from assessment.openness import Standing
from assessment.safeguard import Level
from regie.content import Words
from regie.guide.library import library
from regie.help.choose import Choice, lines_for_standing
from regie.help.records import Country, Line
from regie.prepared import prepared
from relations.dashboard.contact import PERIODS, MonthOfKind, balance_of, months, period_start, year_of
from relations.dashboard.felt import Felt, felt
from relations.dashboard.own import Card, Own, own
from relations.dashboard.people import People, people
from relations.dashboard.plans import Meeting, Plan, meetings, open_plans
from relations.memories import memories
from relations.pictures.balance import Bar
from relations.pictures.kring import Kring
from relations.pictures.year import Year
from relations.rules.hard_moment import is_near
from relations.rules.intention_gate import with_give_trap

GIVING = "attention-to-giving"  # the step whose caution the give-trap shows


@dataclass(frozen=True)
class Dashboard:
    """What the page shows. In rest only people and the person's own words are filled in."""

    standing: Standing
    now: datetime
    people: People
    own: Own
    step: StepCard | None = None
    noted: Meeting | None = None
    meetings: list[Meeting] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    felt: Felt = field(default_factory=Felt)
    months: list[MonthOfKind] = field(default_factory=list)
    memories: list[str] = field(default_factory=list)
    period: int = PERIODS[0]

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def is_empty(self) -> bool:
        """Nobody in the circle yet."""
        return not self.people.relations

    @property
    def is_folded(self) -> bool:
        """Names stay folded until asked for."""
        return self.standing.is_unsafe

    @property
    def is_help_only(self) -> bool:
        """Help, and one's own notes a tap below it."""
        return self.standing.level == Level.HELP_NOW

    @cached_property
    def help(self) -> Choice:
        """The lines that the standing calls for, the most needed first."""
        standing = self.standing
        return lines_for_standing(standing.level, standing.flags, standing.country, self.now)

    @cached_property
    def near_help(self) -> Choice:
        """For the weeks after a heavier time: the lines of level 3, whatever the level is now."""
        standing = self.standing
        return lines_for_standing(Level.TALK_TODAY, standing.flags, standing.country, self.now)

    @property
    def someone_to_talk_to(self) -> Line:
        """For the cards that step in: of the lines of the safety net the first, which listens."""
        standing = self.standing
        return lines_for_standing(Level.TIPS_WITH_SAFETY_NET, standing.flags, standing.country, self.now).then[0]

    @property
    def help_name(self) -> str:
        """The address of the help page of the person's country."""
        return Country(self.standing.country or Country.NL).help_page

    @cached_property
    def kring(self) -> Kring:
        return self.people.kring()

    @cached_property
    def year(self) -> Year:
        return year_of(self.months, self.today)

    @cached_property
    def bars(self) -> list[Bar]:
        met = self.people.met_since(period_start(self.today, self.period))
        return balance_of(self.months, met, self.own.wishes)

    @property
    def is_hard_moment_near(self) -> bool:
        hard = self.own.hard_moment
        return hard is not None and is_near(hard.weekday, hard.hour, self.now)

    @property
    def reading_to_ask(self) -> int | None:
        """Two readings of a week ago; not asked in rest, nor with the flag that forbids it."""
        return None if self.standing.in_rest or self.standing.is_unsafe else self.own.reading_to_ask

    @property
    def has_plans(self) -> bool:
        return bool(self.step or self.plans or self.meetings or self.is_hard_moment_near or self.reading_to_ask)

    @property
    def asks_reward(self) -> bool:
        """The card of the reward watch; in rest help is first anyway."""
        return self.felt.gives_little and not is_away(self.own.regie.reward_card_away_until, self.today)

    @property
    def asks_giving(self) -> bool:
        """The card of the give-trap."""
        return self.felt.giving_costs and not is_away(self.own.regie.giving_card_away_until, self.today)

    @property
    def giving_caution(self) -> Words:
        """The article's own caution about giving."""
        return library.steps[GIVING].caution


def is_away(until: date | None, today: date) -> bool:
    """Whether a card that was put away stays away."""
    return until is not None and today < until


def dashboard(user, standing: Standing, now: datetime, *, period: int, noted: int | None) -> Dashboard:
    """Read everything; ``now`` is in the person's own zone."""
    today = now.date()
    planned, just_noted = meetings(user, today, noted=noted)
    page = Dashboard(
        standing=standing,
        now=now,
        people=people(user, today, standing),
        own=own(user, today),
        step=open_step(user, standing, today),
        noted=just_noted,
        meetings=[] if standing.in_rest else planned,
        period=period,
    )
    return page if standing.in_rest or page.is_empty else with_life(page, user)


def open_step(user, standing: Standing, today: date) -> StepCard | None:
    """The help step that the person chose and did not finish."""
    steps = open_steps(owner=user.pk)
    return card_of(steps[0], standing, today) if steps else None


@prepared
def open_steps(owner: int):
    """At most one is open at a time."""
    return HelpStep.objects.of(owner).filter(is_open=True)


def with_life(page: Dashboard, user) -> Dashboard:
    """The same with plans, pictures and what the person felt; hidden pictures cost no query."""
    felt_now = felt(user, page.today)
    has_pictures = page.own.shown & {Card.BALANCE, Card.YEAR}
    return replace(
        page,
        plans=open_plans(user, with_give_trap(page.standing, felt_now.giving_costs)),
        felt=felt_now,
        memories=memories(page.people.remembered, page.today),
        months=months(user, page.today, page.period) if has_pictures else [],
    )
