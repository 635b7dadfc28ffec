"""The JSON that Monica 4 exports: contacts, their activities and calls, and reminders as a rhythm."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from regie.mydata.formats.card import (
    NOTE_LENGTH,
    Card,
    Contact,
    Pile,
    Reading,
    birthday_of,
    clean,
    one_line,
    without_day,
)

MOST_CONTACTS_EACH = 5_000
RHYTHMS = (7, 14, 30, 91, 182)  # the five that Regie knows, in days
DAYS = {"day": 1, "week": 7, "month": 30}  # a yearly reminder is a birthday or the like, and no rhythm


def is_monica(document: Any) -> bool:
    """Does ``document`` look like Monica's export?"""
    account = of_type(document, dict).get("account")
    return isinstance(account, dict) and isinstance(account.get("data"), list)


def read(document: dict) -> Reading:
    """The people in the export. Those that Monica made only to hang a relation on (partial) are left out."""
    account = document["account"]
    types = field_types(account)
    activities = {text(one.get("uuid")): one for one in values(account, "activity")}
    pile = Pile()
    for number, contact in enumerate(values(account, "contact"), start=1):
        properties = of_type(contact.get("properties"), dict)
        if properties.get("is_partial") is True:
            continue
        pile.add(card_of(number, contact, types, activities))
    return pile.reading()


def card_of(number: int, contact: dict, types: dict[str, str], activities: dict[str, dict]) -> Card:
    """One contact of Monica as Regie sees it."""
    properties = of_type(contact.get("properties"), dict)
    fields = [of_type(one.get("properties"), dict) for one in values(contact, "contact_field")]
    born = of_type(properties.get("birthdate"), dict)
    birthday = birthday_from(born)
    notes = [text(of_type(one.get("properties"), dict).get("body")) for one in values(contact, "note")]
    reached = {"email": [], "phone": []}
    for one in fields:
        kind = types.get(text(one.get("type")), "email" if "@" in text(one.get("data")) else "")
        if kind in reached:
            reached[kind].append(one_line(text(one.get("data"))))
    extra = [*reached["phone"][1:], *reached["email"][1:], without_day("birthdate", given(born), birthday)]
    return Card(
        name=name_of(properties),
        line=number,
        uid=one_line(text(contact.get("uuid"))),
        birthday=birthday,
        phone=next(iter(reached["phone"]), ""),
        email=next(iter(reached["email"]), ""),
        note="\n".join(clean(part) for part in [text(properties.get("description")), *notes, *extra] if clean(part)),
        words=tuple(one_line(text(tag)) for tag in of_type(properties.get("tags"), list)[:50]),
        rhythm_days=rhythm_of(contact),
        contacts=tuple(islice(moments(contact, activities), MOST_CONTACTS_EACH)),
    )


def name_of(properties: dict) -> str:
    """First, middle and last name, or the nickname where there is none."""
    names = (text(properties.get(key)) for key in ("first_name", "middle_name", "last_name"))
    return one_line(" ".join(names)) or one_line(text(properties.get("nickname")))


def birthday_from(special: dict) -> str:
    """The birthday that was given; nothing where no day can be read in it."""
    found = day_of(given(special))
    if found is None:
        return ""
    return birthday_of(None if special.get("is_year_unknown") is True else found.year, found.month, found.day)


def given(special: dict) -> str:
    """The date that a person gave; one that Monica guessed from an age is none."""
    return "" if special.get("is_age_based") is True else text(special.get("date"))


def rhythm_of(contact: dict) -> int:
    """The nearest rhythm to what Monica was asked to remind of; 0 when it was asked nothing."""
    days = number_of(of_type(contact.get("properties"), dict).get("stay_in_touch_frequency"))
    for one in values(contact, "reminder"):
        reminder = of_type(one.get("properties"), dict)
        if reminder.get("inactive") is not True:
            days = days or number_of(reminder.get("frequency_number")) * DAYS.get(
                text(reminder.get("frequency_type")), 0
            )
    return min(RHYTHMS, key=lambda rhythm: abs(rhythm - days)) if 0 < days <= 366 else 0


def moments(contact: dict, activities: dict[str, dict]) -> Iterator[Contact]:
    """Calls, then activities, each as a contact moment on its day. What has no day is no moment."""
    for one in values(contact, "call"):
        call = of_type(one.get("properties"), dict)
        happened_on = day_of(call.get("called_at"))
        if happened_on:
            yield Contact(happened_on, "called", clean(text(call.get("content")))[:NOTE_LENGTH], text(one.get("uuid")))
    for uuid in references(contact, "activity"):
        one = activities.get(uuid, {})
        activity = of_type(one.get("properties"), dict)
        happened_on = day_of(activity.get("happened_at"))
        if happened_on:
            words = "\n".join(clean(text(activity.get(key))) for key in ("summary", "description"))
            yield Contact(happened_on, "together", words.strip()[:NOTE_LENGTH], uuid)


def field_types(account: dict) -> dict[str, str]:
    """For each type of contact field: is it an e-mail address or a phone number."""
    found = {}
    for one in of_type(of_type(account.get("instance"), dict).get("contact_field_types"), list):
        properties = of_type(of_type(one, dict).get("properties"), dict)
        words = {text(properties.get(key)).casefold() for key in ("type", "name", "protocol")}
        kind = "email" if words & {"email", "mailto:", "mail"} else "phone" if words & {"phone", "tel:"} else ""
        found[text(of_type(one, dict).get("uuid"))] = kind
    return found


def values(holder: dict, kind: str) -> list[dict]:
    """The values of each group of ``kind`` under ``holder``; whatever is no object is passed over."""
    return [value for value in _grouped(holder, kind) if isinstance(value, dict)]


def references(holder: dict, kind: str) -> list[str]:
    return [value for value in _grouped(holder, kind) if isinstance(value, str)]


def _grouped(holder: dict, kind: str) -> Iterator[Any]:
    for group in of_type(holder.get("data"), list):
        if of_type(group, dict).get("type") == kind:
            yield from of_type(of_type(group, dict).get("values"), list)


def of_type(value: Any, kind: type) -> Any:
    """``value`` when it is a ``kind``, else an empty one: a file need not be what it says."""
    return value if isinstance(value, kind) else kind()


def text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def number_of(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def day_of(value: Any) -> date | None:
    """The day in ``2024-03-01`` or ``2024-03-01T10:00:00Z``; None when it is none or far away."""
    try:
        found = date.fromisoformat(text(value)[:10])
    except ValueError:
        return None
    return found if 1850 <= found.year <= 2100 else None
