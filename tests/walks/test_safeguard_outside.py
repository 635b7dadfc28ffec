"""The safeguard in all that leaves Regie other than as a page: feed, archive and mail, at each level and flag.

The same properties as in ``test_safeguard``; an archive holds the person's own words at every level (safeguard 2.6).
"""

import pytest
from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core import mail
from django.utils import timezone
from django.utils.translation import override

from regie.accounts.unused import tell
from regie.guide.library import library
from regie.help.library import lines_for
from regie.help.records import Slot
from regie.mydata.feed import uid_of
from regie.post.models import Kind as MailKind
from regie.post.models import Reminder, State
from relations.kinds import Exchange, FeelingAfter, Kind
from relations.models import Intention
from tests.factories import a_moment, a_person, a_relation
from tests.walks import outside
from tests.walks.addresses import ADDRESSES
from tests.walks.giveaways import INTIMATE, OFFER_HELP, found, labels_in
from tests.walks.standings import OPEN, at_every_standing, at_main_standings
from tests.walks.test_access import signed_in

pytestmark = pytest.mark.django_db

in_both_languages = pytest.mark.parametrize("language", ["nl", "en"])
CLOSE = {tip.id for tip in library.tips_of(Kind.INTIMATE)}


def tips_to_do(kept):
    """The tips that may be an action or a reminder at a standing."""
    if not kept.may_suggest:
        return set()
    closed = CLOSE if kept.is_unsafe or not kept.may_suggest_intimate else set()
    return set(library.tips) - closed - ({"offer-help"} if kept.may_not_give else set())


def make_giving_costly(person):
    """Two moments of today in which ``person`` only gave, and felt heavier."""
    relation = a_relation(person, "Zwaar")
    for _ in range(2):
        a_moment(relation, on=timezone.localdate(), exchange=Exchange.GAVE, felt_after=FeelingAfter.HEAVIER)


# The feed.


@in_both_languages
@at_every_standing
@pytest.mark.parametrize("is_discreet", [True, False], ids=["discreet", "named"])
def test_the_feed_at_every_standing(world, kept, language, is_discreet):
    outside.speak(world, language)
    kept.keep(world)
    events = outside.feed_of(world, is_discreet=is_discreet)
    assert bool(events) == kept.may_suggest
    assert outside.tips_in(world, events) - {"small-and-often"} == tips_to_do(kept) - {"small-and-often"}
    told = outside.told_in(events)
    if is_discreet:
        assert found([*INTIMATE, *OFFER_HELP], told) == []
    if not kept.may_suggest_intimate:
        close = {uid_of(row) for row in world.relations.filter(kind=Kind.INTIMATE)}
        moments = {event["UID"] for event in events if not event["UID"].startswith("birthday-")}
        assert not [uid for uid in moments if uid.partition("-")[2] in close]
    assert labels_in(told, language) == []


def test_while_giving_costs_the_feed_leaves_out_offering_help(world):
    OPEN.keep(world)
    make_giving_costly(world)
    assert "offer-help" not in outside.tips_in(world, outside.feed_of(world, is_discreet=False))


def test_the_walk_sees_what_it_looks_for_in_the_feed(world):
    OPEN.keep(world)
    told = outside.told_in(outside.feed_of(world, is_discreet=False))
    assert found(INTIMATE, told)
    assert found(OFFER_HELP, told)
    assert "Misschien een goed moment" in told


# The archive.

OFFERS = ["Misschien een goed moment", "Perhaps a good moment", "Een kleine stap", "A small step"]


@in_both_languages
@at_main_standings
def test_every_file_of_the_archive_at_each_level_and_flag(world, kept, language):
    outside.speak(world, language)
    kept.keep(world)
    files = outside.archive_of(world, language)
    assert set(outside.READERS) - {".css"} <= {name[name.rindex(".") :] for name in files}
    for name, text in files.items():
        assert found(OFFERS, text) == [], name
        assert 'href="' not in text.replace('href="regie.css"', ""), name
        if kept.is_unsafe:
            assert found(INTIMATE, text) == [], name
        if kept.may_not_give:
            assert found(OFFER_HELP, text) == [], name
        if kept.is_broken:
            assert found(["Je vertelde", "You told"], text) == [], name
        assert labels_in(text, language) == [], name


@at_main_standings
def test_a_person_takes_their_own_words_along_at_each_level_and_flag(world, kept):
    kept.keep(world)
    Intention.objects.create(owner=world, tip="small-openings", step="Dit zeg ik zelf", planned_on=timezone.localdate())
    files = outside.archive_of(world, "nl")
    for name in ("regie.json", "Regie om te lezen.html", "csv/intentions.csv"):
        assert "Dit zeg ik zelf" in files[name], name
    assert {"small-openings", "offer-help"} <= set(files["regie.json"].splitlines())


def test_the_walk_sees_what_it_looks_for_in_the_archive(world):
    OPEN.keep(world)
    files = outside.archive_of(world, "nl")
    for name in ("regie.json", "Regie om te lezen.html", "csv/intentions.csv"):
        assert found(INTIMATE, files[name]), name
        assert found(OFFER_HELP, files[name]), name


# The mail.


def people_with_one_tip(kept, language):
    """Someone for each tip, who asked for a message on the day and means to do just that tip today."""
    for id, tip in library.tips.items():
        person = a_person(id, language=language)
        kept.keep(person)
        outside.ask_for_mail(person, MailKind.REMINDER)
        Intention.objects.create(owner=person, tip=id, step=str(tip.step), planned_on=timezone.localdate())


def reminded():
    """The names of those whom the timer reminds now."""
    outside.mail_sent()
    return {reminder.owner.username for reminder in Reminder.objects.sent()}


@at_every_standing
def test_a_message_reminds_only_of_what_may_be_done(db, kept):
    people_with_one_tip(kept, "nl")
    assert reminded() == tips_to_do(kept)


def test_while_giving_costs_no_message_reminds_of_offering_help(db):
    people_with_one_tip(OPEN, "nl")
    for intention in Intention.objects.filter(tip__in=["offer-help", "join-something"]):
        make_giving_costly(intention.owner)
    assert set(library.tips) - reminded() == {"offer-help"}


@in_both_languages
@at_main_standings
@pytest.mark.parametrize("is_last", [False, True], ids=["usual", "farewell"])
def test_reminder_and_weekly_message_at_each_level_and_flag(world, kept, language, is_last):
    outside.speak(world, language)
    kept.keep(world)
    outside.ask_for_mail(world, *MailKind)
    if is_last:
        make_two_unanswered(world)
    sent = outside.mail_sent()
    assert len(sent) == (len(MailKind) if kept.may_suggest else 0)
    check_letters(sent, world, language)


@in_both_languages
@at_main_standings
def test_an_example_of_a_message_at_each_level_and_flag(world, kept, language):
    outside.speak(world, language)
    kept.keep(world)
    outside.ask_for_mail(world, MailKind.DIGEST)
    world.subscriptions.update(next_at=timezone.now() + timezone.timedelta(days=1))
    signed_in(world).post(ADDRESSES["post:example"].url(language))
    sent = outside.mail_sent()
    assert len(sent) == kept.may_suggest
    check_letters(sent, world, language)


def make_two_unanswered(person):
    """Two messages of each kind went, and nobody looked."""
    person.sessions.all().delete()
    person.subscriptions.update(asked_at=timezone.now() - timezone.timedelta(days=9))
    for kind in MailKind:
        for days in (7, 8):
            at = timezone.now() - timezone.timedelta(days=days)
            Reminder.objects.create(owner=person, kind=kind, due_on=at.date(), due_at=at, sent_at=at, state=State.SENT)


def check_letters(letters, owner, language):
    """No tip, no name, no label, and a line to call in each form of each letter."""
    names = set(owner.relations.values_list("name", flat=True))
    [listens, *_] = lines_for(Slot.LISTEN, owner.country)
    for letter in letters:
        html = letter.alternatives[0].content
        for text in (letter.subject, letter.body, html):
            assert found([*INTIMATE, *OFFER_HELP, *names], text) == []
            assert labels_in(text, language) == []
        assert listens.phone in letter.body
        assert listens.phone in html


ACCOUNT_MAIL = sorted(
    f"{path.parent.relative_to(settings.ROOT / 'templates')}/{path.name.removesuffix('_subject.txt')}"
    for path in (settings.ROOT / "templates").rglob("email/*_subject.txt")
)
LETTER = {"activate_url": "https://x/", "password_reset_url": "https://x/", "code": "123"}


@in_both_languages
@pytest.mark.parametrize("prefix", ACCOUNT_MAIL)
def test_no_mail_about_the_account_says_anything_about_the_person(world, prefix, language):
    with override(language):
        message = get_adapter().render_mail(prefix, "noor@voorbeeld.nl", {"user": world, **LETTER})
    check_words(message, language)


@in_both_languages
def test_nor_does_the_mail_about_an_account_that_is_not_used(world, language):
    outside.speak(world, language)
    world.refresh_from_db()
    outside.ask_for_mail(world)
    tell(world, timezone.now())
    check_words(mail.outbox[0], language)


def check_words(message, language):
    """Nothing of a tip, of the self-check, or of a label."""
    told = outside.told_by(message)
    assert message.subject
    assert found([*INTIMATE, *OFFER_HELP, "zelfcheck", "self-check", "eenza", "lonel"], told) == []
    assert labels_in(told, language) == []
