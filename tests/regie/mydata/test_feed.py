"""The calendar feed: quiet, discreet, and silent where help comes first."""

from datetime import date, timedelta

import icalendar
import pytest
from django.db import connection
from django.urls import reverse

from assessment.openness import PROTECTIVE, Standing
from assessment.safeguard import Flag, Level
from assessment.services import pass_questions, raise_state
from regie.accounts import consent
from regie.accounts.days import today_for
from regie.mydata import feed
from regie.mydata.models import CalendarFeed
from relations.models import Intention
from tests.factories import TODAY, a_moment, a_relation
from tests.regie.mydata.circle import an_owner

pytestmark = pytest.mark.django_db
OPEN = Standing(level=Level.TIPS)
SOON = TODAY + timedelta(days=3)


@pytest.fixture
def owner():
    """Someone with a plan, an intention, a birthday, and a rhythm that makes today a good moment."""
    user = an_owner()
    sanne = a_relation(user, "Sanne", rhythm_days=7, birthday_day=29, birthday_month=2)
    unsafe = a_relation(user, "Onveilig", rhythm_days=7, birthday_day=1, birthday_month=3, is_unsafe=True)
    a_moment(sanne, on=SOON, took_place=None, manner="met")
    a_moment(unsafe, on=SOON, took_place=None)
    a_moment(sanne, on=TODAY - timedelta(days=60))
    Intention.objects.create(owner=user, step="Appen", planned_on=SOON)
    Intention.objects.create(owner=user, step="Klaar", planned_on=SOON, state="done")
    Intention.objects.create(owner=user, step="Met onveilig", relation=unsafe, planned_on=SOON)
    return user


def titles(kept, standing=OPEN):
    return [event.title for event in feed.days(kept, standing, TODAY)]


def test_without_names_unless_a_person_wants_them(owner):
    kept = feed.renew(owner, TODAY)
    kept.has_birthdays = True
    assert titles(kept) == [
        "Iets afgesproken",
        "Een kleine stap",
        "Misschien een goed moment voor contact",
        "Een verjaardag",
    ]


def test_with_names_when_a_person_wants_them(owner):
    kept = feed.renew(owner, TODAY)
    kept.is_discreet = False
    assert titles(kept) == ["Afspraak met Sanne", "Appen", "Misschien een goed moment: Sanne"]


@pytest.mark.parametrize(
    "standing",
    [
        pytest.param(Standing(), id="nothing-known"),
        pytest.param(PROTECTIVE, id="not-found"),
        *(pytest.param(Standing(level=level), id=level.name) for level in Level if level >= Level.HELP_FIRST),
    ],
)
def test_nothing_where_nothing_may_be_offered(owner, standing):
    kept = feed.renew(owner, TODAY)
    kept.has_birthdays = True
    assert titles(kept, standing) == []


def test_three_questions_open_the_feed(owner):
    assert titles(feed.renew(owner, TODAY), Standing(passed_questions=True)) != []


def test_an_intimate_tip_goes_with_unsafe(owner):
    Intention.objects.create(owner=owner, tip="small-openings", step="Iets zeggen", planned_on=SOON)
    kept = feed.renew(owner, TODAY)
    kept.is_discreet = False
    unsafe = Standing(level=Level.TIPS, flags=frozenset({Flag.UNSAFE}))
    assert "Iets zeggen" in titles(kept)
    assert "Iets zeggen" not in titles(kept, unsafe)


@pytest.mark.parametrize(("times", "is_shown"), [(1, True), (2, False)])
def test_a_giving_tip_steps_back_while_giving_costs_a_lot(owner, times, is_shown):
    Intention.objects.create(owner=owner, tip="offer-help", step="Iets aanbieden", planned_on=SOON)
    for _ in range(times):
        a_moment(a_relation(owner, "Ria"), exchange="gave", felt_after="heavier")
    kept = feed.renew(owner, TODAY)
    kept.is_discreet = False
    assert ("Iets aanbieden" in titles(kept)) == is_shown


def test_an_intimate_tip_waits_until_safety_was_asked(owner):
    Intention.objects.create(owner=owner, tip="small-openings", step="Iets zeggen", planned_on=SOON)
    kept = feed.renew(owner, TODAY)
    kept.is_discreet = False
    assert "Iets zeggen" not in titles(kept, Standing(passed_questions=True))
    assert "Iets zeggen" in titles(kept, Standing(passed_questions=True, passed_safety=True))


def test_an_address_cannot_be_guessed_and_is_kept_sealed(owner):
    kept = feed.renew(owner, TODAY)
    assert len(kept.secret) >= 43  # 256 bits
    assert CalendarFeed.objects.get(digest=feed.digest_of(kept.secret)).secret == kept.secret
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM regie_calendarfeed")
        ((stored,),) = cursor.fetchall()
    assert kept.secret not in stored


def address(kept):
    return reverse("calendar", args=[kept.secret])


@pytest.fixture
def kept(owner):
    """A feed of someone whose kept state allows it today."""
    pass_questions(owner, {"questions_on"}, today_for(owner))
    return feed.renew(owner, TODAY)


def test_a_calendar_reads_it_without_signing_in(kept, client):
    response = client.get(address(kept))
    events = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert "Iets afgesproken" in [str(event["SUMMARY"]) for event in events]
    assert not response.cookies
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Cache-Control"] == "private, no-store"


def test_who_asks_again_hears_that_nothing_changed(kept, client):
    first = client.get(address(kept))
    again = client.get(address(kept), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_each_line_keeps_the_rules(kept, client):
    octets = client.get(address(kept)).content
    assert octets.endswith(b"END:VCALENDAR\r\n")
    assert max(len(line) for line in octets.split(b"\r\n")) <= 75


def test_a_new_address_ends_the_old_one_at_once(kept, owner, client):
    old = address(kept)
    feed.renew(owner, TODAY)
    assert client.get(old).status_code == 404


def test_a_closed_account_closes_it_too(kept, owner, client):
    owner.is_active = False
    owner.save()
    assert client.get(reverse("calendar", args=[kept.secret])).status_code == 404


@pytest.mark.parametrize("verb", ["post", "put", "delete"])
def test_it_only_gives(kept, client, verb):
    assert getattr(client, verb)(address(kept)).status_code == 405


@pytest.mark.parametrize("secret", ["x", "x" * 43, "é", "x" * 5_000])
def test_no_other_secret_opens_it(kept, client, secret):
    assert client.get(reverse("calendar", args=[secret])).status_code == 404


def test_help_first_empties_it(kept, owner, client):
    raise_state(owner, Level.HELP_FIRST, [], TODAY)
    assert b"VEVENT" not in client.get(address(kept)).content


def test_withdrawn_consent_ends_it(kept, owner, client):
    consent.withdraw(owner, consent.Scope.NOTES)
    assert client.get(address(kept)).status_code == 404


def test_birthdays_come_each_year(owner):
    (event,) = feed.birthday_days(owner, discreet=True)
    assert (event.day, event.is_yearly) == (date(2000, 2, 29), True)
