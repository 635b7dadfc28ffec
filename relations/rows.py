"""Relations as rows of a list: a dot, a name, and a fact of the calendar."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import cached_property
from django.utils.translation import get_language

from regie.pattern import address
from relations import words
from relations.kinds import Kind, Status
from relations.models import Relation
from relations.pictures.dots import Light, Member, Shape, light_after

SIZE = 10.5  # of a dot beside a name


@dataclass(frozen=True)
class Row:
    """One relation; at rest (``is_still``) everyone has the same light and no date."""

    relation: Relation
    today: date
    is_still: bool = False
    language: str = field(default_factory=get_language)  # of its words; a long list asks for it once

    @property
    def id(self) -> str:
        """The relation's id as it stands in a form."""
        return str(self.relation.pk)

    @cached_property
    def url(self) -> str:
        return address("relations:detail", self.language, self.relation.pk)

    @cached_property
    def light(self) -> Light:
        """How far the dot is filled."""
        if self.is_still:
            return Light.HALF_YEAR
        last = getattr(self.relation, "last_contact_on", None)
        return light_after((self.today - last).days if last and not self.relation.is_unsafe else None)

    @property
    def is_resting(self) -> bool:
        return self.relation.status == Status.RESTING

    @cached_property
    def member(self) -> Member:
        """The same one in the kring."""
        relation = self.relation
        return Member(relation.name, relation.kind, relation.party, self.light, self.is_resting, url=self.url)

    @property
    def shape(self) -> Shape:
        """The dot beside the name."""
        return Shape(self.relation.party, self.light, self.is_resting, is_soon=False, size=SIZE)

    @cached_property
    def when(self) -> str:
        """The day of the last contact in words; nothing where it is not known or should not be shown."""
        last = getattr(self.relation, "last_contact_on", None)
        return words.said_in(self.language, last, self.today) if last and not self.is_still else ""


@dataclass(frozen=True)
class Group:
    """The rows of one kind."""

    kind: Kind
    rows: list[Row]


def rows_of(relations: Iterable[Relation], today: date, *, is_still: bool) -> list[Row]:
    """``relations`` as rows, in the same order."""
    language = get_language()
    return [Row(relation, today, is_still, language) for relation in relations]


def by_kind(rows: list[Row]) -> list[Group]:
    """``rows`` by kind, each kind in the order they came; also the kinds without anyone."""
    return [Group(kind, [row for row in rows if row.relation.kind == kind]) for kind in Kind]
