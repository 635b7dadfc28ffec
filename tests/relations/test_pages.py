"""Every page of the circle opens, in both languages, filled and empty."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from assessment.safeguard import Level
from assessment.services import pass_questions
from assessment.standing import kept_standing
from regie.accounts import consent
from regie.accounts.days import today_for
from relations import services
from relations.kinds import FeelingAfter, Kind, Party, Status
from tests.factories import TODAY, a_moment, a_relation
from tests.walks.world import set_standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def circle(user):
    """One of everything."""
    sanne = a_relation(user, rhythm_days=14, needs=["fun"], good_enough=["fun"], phone="06 1234 5678", note="Lief.")
    a_relation(user, "Café", kind=Kind.COMMUNITY, party=Party.PLACE, status=Status.RESTING)
    a_relation(user, "Opa", kind=Kind.INTIMATE, status=Status.DIED, died_on=TODAY, wants_anniversaries=True)
    a_relation(user, "Weg", removed_at=timezone.now())
    moment = a_moment(sanne, felt_after=FeelingAfter.HEAVIER, note="Kort. Ze was druk.", started_by="other")
    a_moment(sanne, on=TODAY - timedelta(days=400), took_place=None)
    return sanne, moment


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("name", "needs"),
    [
        ("list", None),
        ("add", None),
        ("quiet", None),
        ("detail", "relation"),
        ("edit", "relation"),
        ("change", "relation"),
        ("died", "relation"),
        ("pause", "relation"),
        ("unsafe", "relation"),
        ("pause_all", None),
        ("timeline", None),
        ("moment_add", None),
        ("moment", "moment"),
        ("moment_more", "moment"),
        ("moment_edit", "moment"),
    ],
)
def test_each_page_opens_in_both_languages(me, circle, name, needs, language):
    sanne, moment = circle
    args = {"relation": [sanne.pk], "moment": [moment.pk], None: []}[needs]
    with translation.override(language):
        response = me.get(reverse(f"relations:{name}", args=args))
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    text = response.content.decode()
    assert f'<html lang="{language}">' in text
    assert "<title>" in text
    assert "Sanne" not in text.partition("<title>")[2].partition("</title>")[0]


@pytest.mark.parametrize("name", ["list", "add", "quiet", "timeline", "pause_all"])
def test_each_page_opens_without_anything_in_it(me, name):
    assert me.get(reverse(f"relations:{name}")).status_code == 200


def test_without_the_consent_the_circle_is_not_offered(client, user):
    client.force_login(user)
    for name in ("list", "add", "timeline", "moment_add"):
        response = client.get(reverse(f"relations:{name}"))
        assert response.status_code == 302
        assert response.url.startswith(reverse("accounts:consent_notes"))


def test_ids_beyond_any_database_are_404(me):
    for pk in ("0", "999999999", "1" + "0" * 400):
        assert me.get(reverse("relations:list") + f"{pk}/").status_code == 404
        assert me.get(reverse("relations:timeline") + f"{pk}/").status_code == 404


def test_a_relation_page_shows_what_is_kept(me, circle):
    text = me.get(circle[0].get_absolute_url()).content.decode()
    for words in ("om de twee weken", "plezier", "goed genoeg", 'href="tel:0612345678"', "Kort. Ze was druk.", "Lief."):
        assert words in text


def test_what_was_typed_does_nothing(me, user):
    name = '<script>alert("x")</script>'
    sanne = a_relation(user, name, note=name, shares=name)
    moment = a_moment(sanne, note=name)
    for url in (sanne.get_absolute_url(), moment.get_absolute_url(), reverse("relations:timeline")):
        text = me.get(url).content.decode()
        assert "<script>alert" not in text
        assert "&lt;script&gt;" in text


def test_a_name_in_another_direction_stands_apart(me, user):
    sanne = a_relation(user, "\u202eannaS")
    assert "<bdi>\u202eannaS</bdi>" in me.get(sanne.get_absolute_url()).content.decode()


def test_a_list_takes_the_same_queries_for_five_and_for_sixty(me, user):
    names = ("list", "timeline", "moment_add", "quiet")
    counts = []
    for many in (5, 60):
        for n in range(many):
            a_moment(a_relation(user, f"Mens {n}"))
        for name in names:
            with CaptureQueriesContext(connection) as queries:
                me.get(reverse(f"relations:{name}"))
            counts.append(len(queries))
    assert counts[: len(names)] == counts[len(names) :]


def test_a_relation_page_takes_the_same_queries_for_one_moment_and_for_thirty(me, user):
    sanne, yusuf = a_relation(user), a_relation(user, "Yusuf")
    counts = []
    for many in (1, 30):
        for n in range(many):
            a_moment(sanne, yusuf, on=TODAY - timedelta(days=n), felt_after=FeelingAfter.HEAVIER, note="Kort.")
        with CaptureQueriesContext(connection) as queries:
            me.get(sanne.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_away_and_back(me, user, circle):
    sanne, moment = circle
    me.post(reverse("relations:remove", args=[sanne.pk]))
    assert me.get(sanne.get_absolute_url()).status_code == 404
    assert me.get(moment.get_absolute_url()).status_code == 404
    assert "Sanne" in me.get(reverse("relations:quiet")).content.decode()
    me.post(reverse("relations:restore", args=[sanne.pk]))
    assert me.get(sanne.get_absolute_url()).status_code == 200


def test_a_status_is_undone_from_the_page_of_the_relation(me, user):
    sanne = a_relation(user)
    for status in ("resting", "ended", "died"):
        me.post(reverse("relations:status", args=[sanne.pk, status]))
        sanne.refresh_from_db()
        assert sanne.status == status
        assert "Maak ongedaan" in me.get(sanne.get_absolute_url()).content.decode()
        me.post(reverse("relations:status_undo", args=[sanne.pk]))
        sanne.refresh_from_db()
        assert sanne.status == "active"
    assert me.post(reverse("relations:status", args=[sanne.pk, "overdue"])).status_code == 404


def test_a_death_keeps_the_day_and_asks_before_it_comes_back(me, user):
    sanne = a_relation(user)
    me.post(reverse("relations:died", args=[sanne.pk]), {"died_on": "2020-03-01"})
    sanne.refresh_from_db()
    assert (sanne.status, str(sanne.died_on), sanne.wants_anniversaries) == ("died", "2020-03-01", False)
    text = me.get(sanne.get_absolute_url()).content.decode()
    assert "Noteer contact</a>" not in text.partition("<aside")[0].partition("<main")[2].partition("Jullie momenten")[0]


def test_a_pause_is_set_and_ended(me, user):
    sanne = a_relation(user, rhythm_days=7)
    url = reverse("relations:pause", args=[sanne.pk])
    wrong = me.post(url, {"starts_on": "2026-12-01", "ends_on": "2026-11-01"})
    assert "Kies een latere" in wrong.content.decode()
    me.post(url, {"starts_on": "2026-12-01", "ends_on": "2027-01-01", "reason": "grief"})
    assert sanne.pauses.get().reason == "grief"
    me.post(reverse("relations:pause_end", args=[sanne.pk]))
    me.post(reverse("relations:pause_all"), {"starts_on": "2026-12-01"})
    assert user.pauses.get().relation is None
    assert me.post(reverse("relations:pause_all_end")).url == reverse("relations:list")
    assert not user.pauses.exists()


@pytest.mark.parametrize(
    ("starts_in", "ends_in", "said", "may_suggest"),
    [
        pytest.param(-9, 9, "Regie stelt hier niets voor tot en met", False, id="now"),
        pytest.param(0, None, "Regie stelt hier niets voor tot jij de pauze stopt.", False, id="now-without-an-end"),
        pytest.param(9, 19, "stelt Regie hier niets voor.", True, id="to-come"),
        pytest.param(
            9, None, "stelt Regie hier niets voor, tot jij de pauze stopt.", True, id="to-come-without-an-end"
        ),
        pytest.param(-9, -1, "", True, id="over"),
    ],
)
@pytest.mark.parametrize("is_for_all", [False, True], ids=["for-one", "for-all"])
def test_a_pause_says_when_it_holds(me, user, starts_in, ends_in, said, may_suggest, is_for_all):
    set_standing(user, Level.TIPS, ())
    sanne, today = a_relation(user), today_for(user)
    ends_on = None if ends_in is None else today + timedelta(days=ends_in)
    services.pause(user, None if is_for_all else sanne, starts_on=today + timedelta(days=starts_in), ends_on=ends_on)
    page = me.get(reverse("relations:list") if is_for_all else sanne.get_absolute_url()).content.decode()
    assert ("Pauze</p>" in page, "Stop de pauze" in page) == (bool(said), bool(said))
    assert said in page
    assert me.get(sanne.get_absolute_url()).context["may_suggest"] is may_suggest


def test_not_now_asks_nothing(me, user):
    sanne = a_relation(user, rhythm_days=30)
    assert me.post(reverse("relations:not_now", args=[sanne.pk])).status_code == 302
    sanne.refresh_from_db()
    assert sanne.quiet_until is not None


def test_feeling_unsafe_counts_at_once_also_where_outcomes_may_not_be_kept(me, user):
    sanne = a_relation(user)
    me.post(reverse("relations:unsafe", args=[sanne.pk]))
    assert not kept_standing(user).is_known
    assert "tel:08002000" in me.get(reverse("assessment:now")).content.decode()


def test_who_feels_unsafe_finds_help_before_anything_is_sent(me, user):
    sanne = a_relation(user)
    page = me.get(reverse("relations:unsafe", args=[sanne.pk])).content.decode()
    assert page.index("Veilig Thuis") < page.index('<form method="post">')
    assert 'Ben je in België? Dan bel je <a href="tel:1712">1712</a> (geweld en misbruik).' in page
    assert 'class="quick-exit"' in page
    sanne.refresh_from_db()
    assert not sanne.is_unsafe
    me.post(reverse("relations:unsafe", args=[sanne.pk]))
    sanne.refresh_from_db()
    assert sanne.is_unsafe
    me.post(reverse("relations:safe", args=[sanne.pk]))
    sanne.refresh_from_db()
    assert not sanne.is_unsafe


def test_words_to_begin_with_someone_close_wait_until_safety_was_asked(me, user):
    close, friend = a_relation(user, kind=Kind.INTIMATE), a_relation(user)

    def begins():
        pages = [me.get(one.get_absolute_url()).content.decode() for one in (close, friend)]
        return ["Woorden om mee te beginnen" in page for page in pages]

    consent.give(user, consent.Scope.OUTCOMES)
    pass_questions(user, {"questions_on"}, today_for(user))
    assert begins() == [False, True]
    pass_questions(user, {"safety_on"}, today_for(user))
    assert begins() == [True, True]


def test_a_relation_marked_unsafe_is_not_called(me, user):
    sanne = a_relation(user, phone="0612345678", is_unsafe=True)
    text = me.get(sanne.get_absolute_url()).content.decode()
    assert "tel:0612345678" not in text
    assert 'class="quick-exit"' in text


def test_anniversaries_come_back_only_when_asked_for(me, user):
    today = today_for(user)
    birthday = {"birthday_day": today.day, "birthday_month": today.month}
    opa = a_relation(user, "Opa", status=Status.DIED, **birthday)
    pages = (opa.get_absolute_url(), reverse("relations:dashboard"))
    a_relation(user)
    assert not any("Wees zacht" in me.get(url).content.decode() for url in pages)
    services.note_death(opa, died_on=None, wants_anniversaries=True, today=today)
    assert all("Wees zacht" in me.get(url).content.decode() for url in pages)
    services.mark_unsafe(opa, is_unsafe=True)
    assert not any("Wees zacht" in me.get(url).content.decode() for url in pages)
    services.mark_unsafe(opa, is_unsafe=False)
    set_standing(user, Level.HELP_FIRST, ())
    assert not any("Wees zacht" in me.get(url).content.decode() for url in pages)
