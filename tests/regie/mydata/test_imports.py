"""Taking over: once, whole, nothing double, and back again."""

import json
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection

from assessment.models import HelpStep, KeptOutcome, SafeguardState
from assessment.safeguard import SCALES, Flag, Level, assess
from assessment.services import keep_outcome, raise_state
from regie.accounts.consent import Scope, withdraw
from regie.mydata import imports, previews, undoing
from regie.mydata.formats import detect
from regie.mydata.models import Import, WaitingImport
from relations.models import ContactMoment, Relation
from tests.factories import TODAY, a_moment, a_relation
from tests.regie.mydata.circle import a_full_circle, an_owner
from tests.regie.mydata.formats import samples
from tests.regie.mydata.test_round_trip import NOW, archive_of, content_of, take_over

pytestmark = pytest.mark.django_db
WELL = dict.fromkeys(SCALES, 0)
MONICA = json.dumps(samples.MONICA).encode()


@pytest.fixture
def owner():
    return an_owner()


def names_of(user):
    return [relation.name for relation in Relation.objects.of(user).order_by("pk")]


def test_a_file_that_waits_changes_nothing_in_the_circle(owner):
    previews.wait(owner, detect.read(samples.GOOGLE), now=NOW)
    assert names_of(owner) == []


def test_what_waits_is_sealed(owner):
    previews.wait(owner, detect.read(samples.GOOGLE), now=NOW)
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM regie_waitingimport")
        ((stored,),) = cursor.fetchall()
    assert "Bakker Bart" in WaitingImport.objects.get().content
    assert "Bakker Bart" not in stored


def test_a_file_is_gone_after_an_hour(owner):
    row = previews.wait(owner, detect.read(samples.GOOGLE), now=NOW)
    assert previews.waiting(owner, NOW + timedelta(minutes=59)) is not None
    later = NOW + previews.STAYS
    assert previews.waiting(owner, later) is None
    assert imports.take(owner, row.key, today=TODAY, now=later) is None
    call_command("send_mail")  # the timer erases it
    assert not WaitingImport.objects.exists()


def test_a_card_becomes_a_relation_with_all_it_tells(owner):
    take_over(owner, samples.GOOGLE)
    zoe, bakker = Relation.objects.of(owner).order_by("pk")
    assert (zoe.name, zoe.kind, zoe.phone, zoe.email) == (
        "Zoë van der Müller",
        "intimate",
        "+31 6 12345678",
        "zoe@example.org",
    )
    assert (zoe.birthday_day, zoe.birthday_month, zoe.birthday_year, zoe.added_on) == (3, 5, 1980, TODAY)
    assert zoe.note == "Kent Mam van het koor, en van\nvroeger\n020 1234567"
    assert (bakker.kind, bakker.party, bakker.birthday_day) == ("community", "place", None)


def test_choices_are_kept_page_by_page(owner):
    row = previews.wait(owner, detect.read(samples.SIMPLE_TAB), now=NOW)
    previews.choose(owner, row.key, {0: ("community", False)})
    previews.choose(owner, row.key, {1: (previews.SKIP, False)})
    done = imports.take(owner, row.key, today=TODAY, now=NOW)
    assert [(one.name, one.kind) for one in Relation.objects.of(owner)] == [("Sanne", "community")]
    assert (done.taken, done.skipped) == (1, 1)


def test_one_choice_for_all_comes_before_what_was_chosen_for_one(owner):
    row = previews.wait(owner, detect.read(samples.SIMPLE_TAB), now=NOW)
    previews.choose(owner, row.key, {0: (previews.SKIP, False)})
    previews.choose_for_all(owner, row.key, "intimate")
    imports.take(owner, row.key, today=TODAY, now=NOW)
    assert [one.kind for one in Relation.objects.of(owner)] == ["intimate", "intimate"]


def test_a_second_yes_is_the_same_import(owner):
    row = previews.wait(owner, detect.read(samples.SIMPLE_TAB), now=NOW)
    first, second = (imports.take(owner, row.key, today=TODAY, now=NOW) for _ in range(2))
    assert first == second
    assert names_of(owner) == ["Sanne", "Joris"]


@pytest.mark.parametrize(
    "data",
    [
        samples.GOOGLE,
        samples.APPLE,
        samples.OUTLOOK_21,
        samples.NEXTCLOUD,
        samples.GOOGLE_CSV,
        samples.SIMPLE_TAB,
        MONICA,
    ],
    ids=["google", "apple", "outlook", "nextcloud", "google-csv", "simple", "monica"],
)
def test_the_same_file_again_makes_nothing_double(owner, data):
    take_over(owner, data)
    before = content_of(owner)
    done = take_over(owner, data)
    assert content_of(owner) == before
    assert done.taken == 0


def test_who_is_known_gets_only_what_is_new(owner):
    sanne = a_relation(owner, "Zoë van der Müller", phone="06 9", note="Van vroeger", kind="friendship")
    take_over(owner, samples.GOOGLE)
    sanne.refresh_from_db()
    assert (sanne.phone, sanne.email, sanne.kind) == ("06 9", "zoe@example.org", "friendship")
    assert sanne.note == "Van vroeger\nKent Mam van het koor, en van\nvroeger\n020 1234567\n+31 6 12345678"


def test_who_is_only_likely_the_same_can_stay_apart(owner):
    a_relation(owner, "Sanne")
    row = previews.wait(owner, detect.read(samples.SIMPLE_TAB), now=NOW)
    previews.choose(owner, row.key, {0: ("friendship", False)})
    imports.take(owner, row.key, today=TODAY, now=NOW)
    assert names_of(owner) == ["Sanne", "Sanne", "Joris"]


def test_one_identifier_on_many_cards_is_one_relation(owner):
    card = b"BEGIN:VCARD\r\nUID:a\r\nFN:Zoe\r\nEND:VCARD\r\n"
    take_over(owner, card * 3 + card.replace(b"Zoe", b"Zo"))
    assert names_of(owner) == ["Zoe"]


def test_who_was_removed_comes_back_only_when_asked(owner):
    take_over(owner, samples.NEXTCLOUD)
    Relation.objects.of(owner).update(removed_at=NOW)
    assert take_over(owner, samples.NEXTCLOUD).skipped == 1
    row = previews.wait(owner, detect.read(samples.NEXTCLOUD), now=NOW)
    previews.choose_for_all(owner, row.key, "friendship")
    imports.take(owner, row.key, today=TODAY, now=NOW)
    assert names_of(owner) == ["Ria Jansen"]


def test_monica_brings_moments_and_a_rhythm(owner):
    take_over(owner, MONICA)
    (zoe,) = Relation.objects.of(owner)
    assert zoe.rhythm_days == 14
    moments = ContactMoment.objects.of(owner).order_by("happened_on")
    assert [(one.manner, one.happened_on, one.note) for one in moments] == [
        ("called", date(2024, 2, 1), "Lang"),
        ("together", date(2024, 3, 1), "Gewandeld\nDuin"),
    ]


def test_a_whole_import_can_be_undone(owner):
    a_relation(owner, "Sanne", note="Eerst")
    a_full_circle(owner)
    before = content_of(owner)
    other = an_owner("bas")
    a_full_circle(other)
    done = take_over(owner, archive_of(other)["regie.json"])
    assert content_of(owner)["relations"] != before["relations"]
    assert undoing.undo(done, now=NOW) == 0
    assert content_of(owner) == before


def test_undoing_twice_is_undoing_once(owner):
    done = take_over(owner, samples.SIMPLE_TAB)
    undoing.undo(done, now=NOW)
    a_relation(owner, "Later")
    assert undoing.undo(done, now=NOW) == 0
    assert names_of(owner) == ["Later"]


def test_with_whom_something_was_noted_since_stays(owner):
    done = take_over(owner, samples.SIMPLE_TAB)
    a_moment(Relation.objects.get(name="Joris"))
    assert undoing.undo(done, now=NOW) == 1
    assert names_of(owner) == ["Joris"]


def test_about_whom_something_was_written_since_stays(owner):
    done = take_over(owner, samples.SIMPLE_TAB)
    joris = Relation.objects.get(name="Joris")
    joris.note = "Houdt van fietsen"
    joris.save()
    assert undoing.undo(done, now=NOW) == 1
    assert names_of(owner) == ["Joris"]


def test_what_was_changed_since_is_not_taken_back(owner):
    sanne = a_relation(owner, "Sanne")
    done = take_over(owner, samples.SIMPLE_TAB)
    Relation.objects.filter(pk=sanne.pk).update(phone="06 9")
    undoing.undo(done, now=NOW)
    sanne.refresh_from_db()
    assert sanne.phone == "06 9"


def document(**lists):
    return json.dumps({"format": "regie", "version": 1, **lists}).encode()


@pytest.mark.parametrize(
    ("kept", "brought", "holds"),
    [
        pytest.param(Level.TIPS, Level.HELP_FIRST, Level.HELP_FIRST, id="a-higher-level-raises"),
        pytest.param(Level.TALK_TODAY, Level.TIPS, Level.TALK_TODAY, id="a-lower-one-does-not-lower"),
    ],
)
def test_a_state_that_comes_along_only_raises(owner, kept, brought, holds):
    raise_state(owner, Level.TALK_TODAY, [], TODAY)
    raise_state(owner, kept, [Flag.NO_GIVING], TODAY)
    take_over(owner, document(relations=[], safeguard=[{"content": {"level": brought, "flags": ["UNSAFE"]}}]))
    state = SafeguardState.objects.get(owner=owner).state
    assert state.level == max(Level.TALK_TODAY, holds)
    assert Flag.NO_GIVING in state.flags


@pytest.mark.parametrize(
    ("content", "level", "flags"),
    [
        pytest.param({"level": 0, "flags": ["UNSAFE"]}, Level.TALK_TODAY, {Flag.UNSAFE}, id="less-than-its-flag"),
        pytest.param({"level": 1, "flags": ["NO_GIVING"]}, Level.TIPS_WITH_SAFETY_NET, {Flag.NO_GIVING}, id="as-much"),
        pytest.param("no state", Level.HELP_FIRST, {Flag.UNSAFE, Flag.NO_GIVING}, id="not-to-be-read"),
    ],
)
def test_a_state_that_makes_no_sense_protects(owner, content, level, flags):
    keep_outcome(owner, assess(WELL), WELL, version="2026-1", visit="v", today=TODAY)
    take_over(owner, document(relations=[], safeguard=[{"content": content}]))
    state = SafeguardState.objects.get(owner=owner).state
    assert (state.level, state.flags) == (level, flags)


def test_without_consent_here_no_state_no_answers_and_no_help_steps_come_along(owner):
    a_full_circle(owner)
    other = an_owner("bas", outcomes=False)
    take_over(other, archive_of(owner)["regie.json"])
    assert not SafeguardState.objects.filter(owner=other).exists()
    assert not KeptOutcome.objects.of(other).exists()
    assert not HelpStep.objects.of(other).exists()


@pytest.mark.parametrize(
    "record",
    [
        pytest.param({}, id="empty"),
        pytest.param({"name": "Zoë"}, id="without-a-kind"),
        pytest.param({"name": "Zoë", "kind": "boss"}, id="a-kind-that-is-none"),
        pytest.param({"name": "x" * 201, "kind": "friendship"}, id="a-name-without-end"),
        pytest.param({"name": ["Zoë"], "kind": "friendship"}, id="a-list-for-a-name"),
        pytest.param({"name": "Zoë", "kind": "friendship", "added_on": "0001-01-01"}, id="a-far-day"),
        pytest.param({"name": "Zoë", "kind": "friendship", "added_on": "2026-02-30"}, id="a-day-that-is-none"),
        pytest.param({"name": "Zoë", "kind": "friendship", "birthday_day": 3}, id="half-a-birthday"),
        pytest.param({"name": "Zoë", "kind": "friendship", "rhythm_days": 8}, id="a-rhythm-that-is-none"),
        pytest.param({"name": "Zoë", "kind": "friendship", "rhythm_days": 10**400}, id="a-number-without-end"),
        pytest.param({"name": "Zoë", "kind": "friendship", "note": "x" * 10_001}, id="a-note-without-end"),
        pytest.param({"name": "Zoë", "kind": "friendship", "is_unsafe": "no"}, id="words-for-yes-and-no"),
    ],
)
def test_a_record_that_cannot_be_is_named_and_the_rest_goes_on(owner, record):
    good = {"id": "a", "name": "Ria", "kind": "friendship", "added_on": "2026-01-01"}
    row = previews.wait(owner, detect.read(document(relations=[good | {"added_on": "2026-01-01"}, record])), now=NOW)
    preview = previews.opened(row)
    assert [trouble.line for trouble in preview.troubles] == [2]
    imports.take(owner, row.key, today=TODAY, now=NOW)
    assert names_of(owner) == ["Ria"]


def test_records_that_point_at_nothing_do_not_break_the_import(owner):
    good = {
        "id": "a",
        "name": "Ria",
        "kind": "friendship",
        "added_on": "2026-01-01",
        "owner": 1,
        "needs": ["fun", 3, "x"],
    }
    moment = {"id": "m", "happened_on": "2026-01-01", "manner": "called", "relations": ["a", "b", 7, "a"]}
    take_over(
        owner,
        document(
            relations=[good],
            moments=[moment, moment, moment | {"id": "n", "relations": ["b"]}],
            intentions=[{"id": "i", "step": "Bellen", "relation": "b", "follows": "i"}],
            pauses=[
                {"relation": "b", "starts_on": "2026-01-01"},
                {"starts_on": "2026-01-01"},
                {"starts_on": "2026-02-01"},
            ],
            kept_outcomes=[{"visit": "v", "version": "2026-1", "made_on": "2026-01-01", "content": [1]}],
            safeguard=[{"content": 7}],
            own_regie=[{"wish_intimate": 10}],
        ),
    )
    kept = content_of(owner)
    assert (kept["relations"][0]["needs"], len(kept["moments"]), len(kept["pauses"])) == (["fun"], 1, 1)
    assert (kept["kept_outcomes"], kept["own_regie"]) == ([], [])


def test_withdrawing_consent_erases_what_waited_and_what_was_done(owner):
    take_over(owner, samples.SIMPLE_TAB)
    previews.wait(owner, detect.read(samples.GOOGLE), now=NOW)
    withdraw(owner, Scope.NOTES)
    assert not WaitingImport.objects.exists()
    assert not Import.objects.exists()
