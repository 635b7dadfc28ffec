"""Everything a person has, as one archive: for Regie (JSON), for others (CSV, vCard, iCalendar) and to read (HTML)."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from allauth.account.models import EmailAddress
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessment.openness import Standing
from regie.mydata import readable
from regie.mydata.archive import zipped
from regie.mydata.feed import kept_days
from regie.mydata.formats import ical, regie_json, tables, vcard
from regie.mydata.formats.card import Card
from regie.mydata.formats.detect import INSIDE
from regie.mydata.records import RELATIONS, TABLES, Keys, Table, key_of, records_of
from regie.mydata.withheld import withheld
from relations.kinds import Party
from relations.models import Relation

SCHEMA = Path(__file__).parent / "regie-json.md"  # what stands in the document, for who wants to read it
SEPARATORS = {"nl": ";", "en": ","}  # what a spreadsheet in that language expects


def archive(user, standing: Standing, now: datetime) -> Iterator[bytes]:
    """The archive, in pieces. With UNSAFE in ``standing`` it holds no text of intimate tips."""
    return zipped(files(user, standing, now), now)


def files(user, standing: Standing, now: datetime) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Each file of the archive: its name and its content in pieces."""
    keys = Keys(user)
    yield pgettext("file name", "READ ME.txt"), [read_me().encode()]
    yield pgettext("file name", "Regie to read.html"), readable.page(user, standing)
    yield readable.STYLE, [readable.style()]
    yield INSIDE, document(user, standing, keys)
    yield SCHEMA.name, [SCHEMA.read_bytes()]
    yield pgettext("file name", "people.vcf"), people_cards(user)
    yield pgettext("file name", "calendar.ics"), ical.write(kept_days(user), "Regie")
    separator = SEPARATORS[user.language]
    for table in TABLES:
        yield f"csv/{table.name}.csv", tables.write(csv_rows(table, user, standing, keys), separator)


def document(user, standing: Standing, keys: Keys) -> Iterator[bytes]:
    """All tables as one document of Regie."""
    lists = ((table.name, allowed_records(table, user, standing, keys)) for table in TABLES)
    return regie_json.write({"account": account_of(user)}, lists)


def account_of(user) -> dict[str, Any]:
    """What Regie keeps of the account itself, but its secrets: password, passkeys and codes."""
    addresses = EmailAddress.objects.filter(user=user).order_by("pk")
    return {
        "name": user.username,
        "language": user.language,
        "time_zone": user.time_zone,
        "country": user.country,
        "since": user.date_joined.isoformat(),
        "last_sign_in": user.last_login and user.last_login.isoformat(),
        "addresses": [{"email": one.email, "is_confirmed": one.verified} for one in addresses],
        "devices": [
            {"device": one.device, "since": one.started_at and one.started_at.isoformat()}
            for one in user.sessions.order_by("pk")
        ],
    }


def allowed_records(table: Table, user, standing: Standing, keys: Keys) -> Iterator[dict[str, Any]]:
    """The records of a table, without what this standing withholds."""
    return (withheld(table, record, standing) for record in records_of(table, user, keys))


def csv_rows(table: Table, user, standing: Standing, keys: Keys) -> Iterator[list[str]]:
    """A table with one column per field; names stand beside the keys of people, so that a reader knows who is meant."""
    names = {str(key_of(row)): row.name for row in Relation._base_manager.filter(owner=user).only("pk", "key", "name")}
    columns = ["id", "birthday"] if table is RELATIONS else ["id", "who"]
    fields = [one.name for one in table.fields]
    yield [*columns, *fields]
    for record in allowed_records(table, user, standing, keys):
        people = record.get("relations", [record.get("relation")])
        extra = birthday_in(record) if table is RELATIONS else ", ".join(names[key] for key in people if key in names)
        yield [record.get("id", ""), extra, *(cell(record.get(name)) for name in fields)]


def cell(value: Any) -> str:
    """A value in one cell."""
    if isinstance(value, list):
        return ", ".join(cell(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {cell(one)}" for name, one in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def birthday_in(record: dict[str, Any]) -> str:
    """The three parts of a birthday as one: ``1980-05-03``, or ``--05-03`` without a year."""
    if not record.get("birthday_month"):
        return ""
    year = f"{record['birthday_year']:04}" if record.get("birthday_year") else "-"
    return f"{year}-{record['birthday_month']:02}-{record['birthday_day']:02}"


def people_cards(user) -> Iterator[bytes]:
    """Everyone who was not removed, as vCards."""
    return (vcard.write(card_of(row)) for row in Relation.objects.of(user).order_by("pk").iterator(chunk_size=1_000))


def card_of(row: Relation) -> Card:
    """A relation as a card for any address book."""
    birthday = {name: getattr(row, name) for name in ("birthday_year", "birthday_month", "birthday_day")}
    return Card(
        name=row.name,
        uid=str(key_of(row)),
        birthday=birthday_in(birthday),
        phone=row.phone,
        email=row.email,
        note=row.note,
        words=(str(row.get_kind_display()),),
        is_organisation=row.party != Party.PERSON,
    )


def read_me() -> str:
    """What is in the archive, in words."""
    lines = (
        _("This is everything you keep in Regie. Anyone who opens these files can read it. Keep them in a safe place."),
        _("“Regie to read.html” opens in any browser, also without internet."),
        _("regie.json can be read back by Regie. It holds “format”, “version” and a list for each thing you keep."),
        _("people.vcf is for an address book, calendar.ics for a calendar, the folder csv for a spreadsheet."),
        _("What you removed less than 30 days ago is in regie.json and in the folder csv, with the moment of removal."),
    )
    return "\r\n\r\n".join(lines) + "\r\n"
