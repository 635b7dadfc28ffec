"""My circle, plans, readings and the hard moment in a real browser: without script, in the dark, at rest."""

import pytest
from django.utils import timezone

from assessment.safeguard import Level
from regie.example.account import make_account
from relations.kinds import IntentionState
from relations.models import Intention, TwoReadings
from tests.browser.conftest import DESKTOP, PHONE, complaints, follow
from tests.browser.test_circle import sign_in

pytestmark = pytest.mark.django_db(transaction=True)


def an_account(level=Level.TIPS):
    """The example account at a level."""
    return make_account("nl", level, timezone.now())


def pages_of(owner):
    """Every page of this part, filled."""
    relation = owner.relations.get(name="Sanne").pk
    intention = owner.intentions.earliest("pk").pk
    done = owner.intentions.filter(state=IntentionState.DONE).first() or owner.intentions.latest("pk")
    return [
        "/mijn/",
        "/mijn/?days=28",
        "/en/my/",
        "/mijn/kaarten/",
        "/mijn/drie-regels/",
        "/mijn/wens/",
        "/mijn/moeilijke-moment/",
        "/mijn/voornemens/",
        f"/mijn/voornemens/{intention}/",
        f"/mijn/voornemens/{done.pk}/",
        *(
            f"/mijn/voornemens/nieuw/{tip}/"
            for tip in ("small-openings", "say-what-you-need", "shared-values", "small-social-skills", "start-small")
        ),
        f"/mijn/relaties/{relation}/voornemen/",
        "/mijn/lezingen/",
        "/mijn/lezingen/nieuw/",
        f"/mijn/lezingen/{owner.two_readings.earliest('pk').pk}/",
    ]


@pytest.mark.parametrize(("width", "dark"), [(320, True), (DESKTOP, False)])
def test_every_page_is_open_to_everyone(visit, width, dark):
    owner = an_account()
    with visit(width=width, dark=dark) as page:
        sign_in(page, owner)
        for path in pages_of(owner):
            page.goto(path)
            assert complaints(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("level", [Level.HELP_FIRST, Level.TALK_TODAY, Level.HELP_NOW])
def test_my_circle_at_rest_is_open_to_everyone(visit, level):
    owner = an_account(level)
    with visit(width=320) as page:
        sign_in(page, owner)
        for path in ("/mijn/", "/mijn/?show=1", "/mijn/moeilijke-moment/", "/mijn/voornemens/nieuw/small-openings/"):
            page.goto(path)
            assert complaints(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_from_a_tip_to_done_and_the_same_again_without_script(visit):
    owner = an_account()
    with visit(width=PHONE, script=False) as page:
        sign_in(page, owner, "/mijn/voornemens/nieuw/say-what-you-need/")
        page.get_by_label("Wat voel je?").fill("een beetje alleen")
        follow(page.get_by_role("button", name="Maak mijn zin"))
        assert page.get_by_text("Ik voel me een beetje alleen.").is_visible()
        page.get_by_label("Mijn kleinste stap").fill("Het zaterdag zeggen")
        follow(page.get_by_role("button", name="Bewaar mijn voornemen"))
        follow(page.get_by_role("button", name="Gedaan"))
        page.get_by_label("lichter").check()
        follow(page.get_by_role("button", name="Bewaar", exact=True))
        follow(page.get_by_role("link", name="Hetzelfde nog eens"))
        assert page.get_by_label("Mijn kleinste stap").input_value() == "Het zaterdag zeggen"
        kept = Intention.objects.of(owner).latest("pk")
        assert (kept.state, kept.felt_after, kept.words) == ("done", "lighter", "Ik voel me een beetje alleen.")


def test_two_readings_from_the_guide_without_script(visit):
    owner = an_account()
    with visit(width=PHONE, script=False) as page:
        sign_in(page, owner, "/gids/cirkel-doorbreken/")
        follow(page.get_by_role("link", name="Schrijf twee lezingen"))
        page.get_by_label("Wat gebeurde er?").fill("Ze hing op.")
        follow(page.get_by_role("button", name="Bewaar", exact=True))
        assert page.get_by_text("Ze hing op.").is_visible()
        assert TwoReadings.objects.of(owner).latest("pk").happened == "Ze hing op."


def test_the_picture_is_left_out_for_the_keyboard_and_the_list_is_not(visit):
    owner = an_account()
    with visit() as page:
        sign_in(page, owner)
        picture = page.locator("svg.kring")
        assert picture.get_attribute("aria-hidden") == "true"
        assert picture.locator("a:not([tabindex='-1'])").count() == 0
        drawn = page.locator("svg.kring .kring__me").count()
        names = page.locator(".person__name").count()
        assert (drawn, names) == (1, owner.relations.filter(status__in=("active", "resting"), removed_at=None).count())
