"""The example's circle: two years of a life, the same each time for the same day."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from random import Random

from relations.kinds import (
    Exchange,
    FeelingAfter,
    FeelingBefore,
    IntentionState,
    Kind,
    Manner,
    Party,
    Starter,
    Status,
    Weekday,
    Weight,
)
from relations.models import ContactMoment, HardMoment, Intention, OwnRegie, Presence, Relation, TwoReadings

SOURCE = Path(__file__).with_name("circle.toml")
SEED = 2026
TWO_YEARS = 730  # days

MANNERS = {
    Party.PLACE: (Manner.WAS_THERE,),
    Party.GROUP: (Manner.WAS_THERE, Manner.TOGETHER),
    Kind.INTIMATE: (Manner.CALLED, Manner.MET, Manner.MESSAGE, Manner.TOGETHER, Manner.VIDEO),
    Kind.FRIENDSHIP: (Manner.CALLED, Manner.MESSAGE, Manner.TOGETHER, Manner.MET, Manner.LETTER),
    Kind.COMMUNITY: (Manner.MET,),
}
FEELINGS = (FeelingAfter.LIGHTER, FeelingAfter.LIGHTER, FeelingAfter.LIGHTER, FeelingAfter.SAME, FeelingAfter.HEAVIER)


def fill_circle(person, language: str, today: date) -> None:
    """Give ``person`` everything there is to see."""
    source = tomllib.loads(SOURCE.read_text())
    rows = source["relation"]
    relations = Relation.objects.bulk_create(relation_of(person, row, language, today) for row in rows)
    by_name = {row["nl"]: relation for row, relation in zip(rows, relations, strict=True)}
    fill_moments(person, list(zip(rows, relations, strict=True)), source, language, today)
    fill_plans(person, by_name, today)
    fill_intentions(person, by_name, source, language, today)
    fill_own(person, by_name, source, language, today)


def relation_of(person, row: dict, language: str, today: date) -> Relation:
    """The relation that a row of the source describes."""
    month, day = (int(part) for part in row.get("birthday", "0-0").split("-"))
    week, weekday = row.get("appointment", (None, None))
    status = row.get("status", Status.ACTIVE)
    ended = today - timedelta(days=row.get("until", 0)) if status != Status.ACTIVE else None
    return Relation(
        owner=person,
        name=row[language],
        kind=row["kind"],
        party=row.get("party", Party.PERSON),
        status=status,
        former_status=Status.ACTIVE if ended else "",
        status_changed_on=ended,
        died_on=ended if status == Status.DIED else None,
        rhythm_days=row.get("rhythm_days"),
        appointment_week=week,
        appointment_weekday=weekday,
        role=row.get(f"role_{language}", ""),
        shares=row.get(f"shares_{language}", ""),
        needs=row.get("needs", []),
        good_enough=row.get("good_enough", []),
        familiar_names=row.get(f"familiar_{language}", "").replace(", ", "\n"),
        birthday_day=day or None,
        birthday_month=month or None,
        phone=row.get("phone", ""),
        added_on=today - timedelta(days=TWO_YEARS),
    )


def days_of(row: dict, chance: Random, today: date) -> list[date]:
    """The days of contact with one relation, about ``every`` so many days; the last one ``until`` so many ago."""
    if not row["every"]:
        return []
    ago, days = row.get("until", chance.randint(0, row["every"])), []
    while ago < TWO_YEARS:
        day = today - timedelta(days=ago)
        if "weekday" in row:
            day -= timedelta(days=(day.weekday() - row["weekday"]) % 7)
        days.append(day)
        ago += max(1, row["every"] + chance.randint(-row["every"] // 3, row["every"] // 3))
    return days


def fill_moments(person, circle: list, source: dict, language: str, today: date) -> None:
    """Two years of contact, now and then with a second person from the same kind."""
    chance, notes = Random(SEED), [note[language] for note in source["note"]]  # noqa: S311 — no secret
    present = []
    for row, relation in circle:
        friends = [other for _, other in circle if other.kind == relation.kind and other.is_active]
        for day in days_of(row, chance, today):
            with_whom = {relation}
            if relation.party == Party.PERSON and relation.is_active and chance.random() < 0.06:
                with_whom.add(chance.choice(friends))
            present.append((moment_of(person, relation, day, chance, notes), with_whom))
    present.sort(key=lambda pair: pair[0].happened_on)
    [sanne] = [relation for row, relation in circle if row["nl"] == "Sanne"]
    make_heavier(present, sanne, source["heavy_note"][language])
    write(present)


def moment_of(person, relation: Relation, day: date, chance: Random, notes: list[str]) -> ContactMoment:
    """One moment; feelings and a note only now and then, as people do."""
    choices = MANNERS.get(relation.party) or MANNERS[relation.kind]
    moment = ContactMoment(owner=person, happened_on=day, manner=chance.choice(choices))
    if chance.random() < 0.4:
        moment.felt_after = chance.choice(FEELINGS)
        moment.felt_before = chance.choice(FeelingBefore.values)
        moment.started_by = chance.choice(Starter.values) if relation.party == Party.PERSON else ""
        moment.exchange = chance.choice((Exchange.BOTH, Exchange.BOTH, Exchange.RECEIVED))
    if relation.kind != Kind.COMMUNITY and chance.random() < 0.25:
        moment.note = chance.choice(notes)
    if relation.party == Party.PERSON and chance.random() < 0.04:
        moment.manner, moment.felt_after = Manner.NO_ANSWER, ""
    return moment


def make_heavier(present: list, relation: Relation, note: str) -> None:
    """The last moment with ``relation`` felt heavier, for two readings of it; the other late ones were light."""
    with_feelings = [moment for moment, _ in present if moment.felt_after][-6:]
    for moment in with_feelings:
        moment.felt_after = FeelingAfter.LIGHTER
    heavy = next(moment for moment, people in reversed(present) if relation in people)
    heavy.felt_after, heavy.manner, heavy.note = FeelingAfter.HEAVIER, Manner.CALLED, note


def write(present: list) -> None:
    """Write moments and who was there, in two queries."""
    moments = ContactMoment.objects.bulk_create([moment for moment, _ in present], batch_size=500)
    Presence.objects.bulk_create(
        [
            Presence(relation=relation, moment=moment, happened_on=moment.happened_on, counts=moment.counts)
            for moment, (_, people) in zip(moments, present, strict=True)
            for relation in sorted(people, key=lambda relation: relation.pk)
        ],
        batch_size=500,
    )


def fill_plans(person, by_name: dict, today: date) -> None:
    """A plan to come, and one that asks whether it went ahead."""
    coming = ContactMoment(owner=person, happened_on=today + timedelta(days=5), manner=Manner.TOGETHER, took_place=None)
    past = ContactMoment(owner=person, happened_on=today - timedelta(days=1), manner=Manner.MET, took_place=None)
    write([(past, {by_name["Hanna"]}), (coming, {by_name["Yusuf"], by_name["Sanne"]})])


def fill_intentions(person, by_name: dict, source: dict, language: str, today: date) -> None:
    """One that is open, and one that was done."""
    Intention.objects.create(
        owner=person,
        tip="small-and-often",
        relation=by_name["Hanna"],
        step=source["done_intention"][language],
        planned_on=today - timedelta(days=30),
        state=IntentionState.DONE,
        answered_on=today - timedelta(days=29),
        felt_after=FeelingAfter.LIGHTER,
    )
    Intention.objects.create(
        owner=person,
        tip="small-and-often",
        relation=by_name["Yusuf"],
        step=source["intention"][language],
        anchor=source["intention"][f"anchor_{language}"],
        planned_on=today + timedelta(days=(Weekday.SUNDAY - today.weekday()) % 7 or 7),
    )


def fill_own(person, by_name: dict, source: dict, language: str, today: date) -> None:
    """Three lines, a wish, a hard moment, and two readings of ten days ago."""
    where_open, what_kept_up, how_time = source["regie"][language]
    OwnRegie.objects.create(
        owner=person,
        where_open=where_open,
        what_kept_up=what_kept_up,
        how_time=how_time,
        wish_intimate=Weight.MUCH,
        wish_friendship=Weight.MORE,
        wish_community=Weight.MORE,
    )
    contact, away_from_screen = source["hard_moment"][language]
    HardMoment.objects.create(
        owner=person,
        weekday=Weekday.SUNDAY,
        hour=16,
        relation=by_name["Lotte"],
        contact=contact,
        away_from_screen=away_from_screen,
    )
    names = ("happened", "first_reading", "second_reading", "third_reading", "to_a_friend")
    texts = dict(zip(names, source["readings"][language], strict=True))
    TwoReadings.objects.create(owner=person, relation=by_name["Sanne"], written_on=today - timedelta(days=10), **texts)
