"""What a document of Regie brings beside people: moments, intentions, readings and the rest."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Model

from assessment.models import HelpStep, KeptOutcome
from assessment.openness import PROTECTIVE
from assessment.questionnaire import questionnaire, versions
from assessment.safeguard import Flag, Level
from assessment.services import raise_state
from regie.accounts import consent
from regie.help.records import Country
from regie.mydata.reader import Reader
from regie.mydata.records import MOMENTS, TABLES, Table, keys_of
from relations.models import ContactMoment, HardMoment, Intention, OwnRegie, Pause, Presence, Relation

BATCH = 500
BY_NAME = {table.name: table for table in TABLES}
LEAST = {  # the level that a check gives with each flag: a document that says less was changed
    Flag.SUICIDALITY: Level.TALK_TODAY,
    Flag.UNSAFE: Level.TALK_TODAY,
    Flag.NO_GIVING: Level.TIPS_WITH_SAFETY_NET,
}
ALONE = (HardMoment, OwnRegie)  # of which a person has one: the own one stays


class Others:
    """Takes the records of a document that was checked, table by table, each pointing at what came before."""

    def __init__(self, taking, document: Mapping[str, list[dict]], people: Mapping[str, Relation]):
        self.taking, self.document = taking, document
        self.owner = taking.owner
        self.reader = Reader(self.owner)
        self.found: dict[type[Model], dict[str, int]] = {
            Relation: {key: relation.pk for key, relation in people.items()},
            ContactMoment: _pks(ContactMoment, self.owner),
            Intention: _pks(Intention, self.owner),
        }

    def rows(self, table: Table):
        """Each record of ``table`` that is not there yet, with the row it becomes."""
        known = set(_pks(table.model, self.owner)) if hasattr(table.model, "key") else set()
        for record in self.document.get(table.name, []):
            row = self.reader.row(table, record)
            name = str(getattr(row, "key", ""))
            if not name or name not in known:
                known.add(name)
                self._point(table, row, record)
                yield record, row

    def _point(self, table: Table, row: Model, record: dict[str, Any]) -> None:
        for one in table.fields:
            if one.is_relation and isinstance(record.get(one.name), str):
                setattr(row, one.attname, self.found[one.related_model].get(record[one.name]))

    def keep(self, rows: list[Model]) -> None:
        """Save rows of one model and remember that they were made."""
        if rows:
            self.taking.note(type(rows[0]).objects.bulk_create(rows, batch_size=BATCH))

    def take_moments(self) -> None:
        """Moments with at least one person who was taken."""
        present = []
        for record, row in self.rows(MOMENTS):
            named = [self.found[Relation].get(key) for key in record.get("relations", []) if isinstance(key, str)]
            people = list(dict.fromkeys(pk for pk in named if pk))
            if people:
                present.append((row, people))
        self.keep([row for row, _ in present])
        Presence.objects.bulk_create(
            (
                Presence(relation_id=pk, moment=row, happened_on=row.happened_on, counts=row.counts)
                for row, people in present
                for pk in people
            ),
            batch_size=BATCH,
        )
        self.found[ContactMoment] |= {str(row.key): row.pk for row, _ in present}

    def take_intentions(self) -> None:
        """Intentions; afterwards each is told which one it follows."""
        pairs = list(self.rows(BY_NAME["intentions"]))
        follows = {str(row.key): record.get("follows") for record, row in pairs}
        self.keep([row for _, row in pairs])
        self.found[Intention] |= {str(row.key): row.pk for _, row in pairs}
        later = [row for _, row in pairs if self.found[Intention].get(follows[str(row.key)])]
        for row in later:
            row.follows_id = self.found[Intention][follows[str(row.key)]]
        Intention.objects.bulk_update(later, ["follows"], batch_size=BATCH)

    def take_simple(self) -> None:
        """Readings, pauses that do not stand yet, and what a person has one of."""
        self.keep([row for _, row in self.rows(BY_NAME["readings"])])
        paused = set(Pause.objects.filter(owner=self.owner).values_list("relation_id", flat=True))
        self.keep(list(first_of_each(self.found_pauses(), lambda row: row.relation_id, paused)))
        for model in ALONE:
            table = next(table for table in TABLES if table.model is model)
            rows = [row for _, row in self.rows(table)][:1]
            if not model.objects.filter(owner=self.owner).exists():
                self.keep(rows)

    def found_pauses(self) -> Iterator[Pause]:
        """Pauses for all, and those of people who were taken."""
        for record, row in self.rows(BY_NAME["pauses"]):
            if row.relation_id or not record.get("relation"):
                yield row

    def take_help_steps(self) -> None:
        """Help steps, where that consent was given here; at most one is open, and the own one comes first."""
        if not consent.has(self.owner, consent.Scope.OUTCOMES):
            return
        is_one_open, kept = HelpStep.objects.of(self.owner).filter(is_open=True).exists(), []
        for _, row in self.rows(BY_NAME["help_steps"]):
            if row.country in Country.values and not (row.is_open and is_one_open):
                is_one_open = is_one_open or row.is_open
                kept.append(row)
        self.keep(kept)

    def take_outcomes(self) -> None:
        """Kept answers, and level and flags, which only raise: both only with a yes given in this account."""
        for record in self.document.get("safeguard", [])[:1]:
            level, flags = state_in(record)
            if level is not None:
                raise_state(self.owner, level, flags, self.taking.today)
        if consent.has(self.owner, consent.Scope.OUTCOMES):
            visits = set(KeptOutcome.objects.of(self.owner).values_list("visit", flat=True))
            sound = (row for _, row in self.rows(BY_NAME["kept_outcomes"]) if is_sound(row))
            self.keep(list(first_of_each(sound, lambda row: row.visit, visits)))


def first_of_each(rows: Iterable[Model], name: Callable[[Model], Any], known: set) -> Iterator[Model]:
    """The first row of each name that is not ``known`` yet."""
    for row in rows:
        if name(row) not in known:
            known.add(name(row))
            yield row


def take_others(taking, document: Mapping[str, list[dict]], people: Mapping[str, Relation]) -> None:
    """Take all but the people; ``people`` says who each identifier in the document became."""
    others = Others(taking, document, people)
    others.take_moments()
    others.take_intentions()
    others.take_simple()
    others.take_help_steps()
    others.take_outcomes()


def _pks(model: type[Model], owner) -> dict[str, int]:
    return {str(key): pk for pk, key in keys_of(model, owner).items()}


def state_in(record: Mapping[str, Any]) -> tuple[Level | None, frozenset[Flag]]:
    """Level and flags in a record of the safeguard; None when it holds no level. What is unknown protects."""
    kept = record.get("content")
    if isinstance(kept, str):  # a state that could not be read when it was exported
        return PROTECTIVE.level, PROTECTIVE.flags
    if not isinstance(kept, dict) or kept.get("level") is None:
        return None, frozenset()
    known, flags = {level.value: level for level in Level}, kept.get("flags")
    level = known.get(kept["level"], Level.HELP_FIRST) if isinstance(kept["level"], int) else Level.HELP_FIRST
    names = {flag.value for flag in Flag}
    given = flags if isinstance(flags, list) else list(names)
    found = frozenset(Flag(flag) for flag in given if isinstance(flag, str) and flag in names)
    return max(level, *(LEAST[flag] for flag in found), Level.TIPS), found


def is_sound(outcome: KeptOutcome) -> bool:
    """Are these answers as a check gives them: to questions of a version that was published, each one on offer."""
    answers = json.loads(outcome.content)
    if outcome.version not in versions() or not isinstance(answers, dict):
        return False
    offered = {
        question.name: {None, *(answer.value for answer in question.answers)}
        for question in questionnaire(outcome.version).questions
    }
    return all(_plain(value) and value in offered.get(name, ()) for name, value in answers.items())


def _plain(value: Any) -> bool:
    return value is None or type(value) is int
