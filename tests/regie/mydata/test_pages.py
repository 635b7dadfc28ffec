"""The pages of my data, as a person walks them."""

import io
import uuid
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from assessment.models import SafeguardState
from regie.accounts.consent import Scope, withdraw
from regie.mydata import feed, merges, previews
from regie.mydata.formats import detect
from regie.mydata.models import CalendarFeed, Import, WaitingImport
from regie.mydata.views.imports import chosen
from relations.models import Relation
from tests.factories import TODAY, a_person, a_relation
from tests.regie.mydata.circle import a_full_circle, an_owner
from tests.regie.mydata.formats import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return an_owner()


@pytest.fixture
def page(client, owner):
    """A browser in which the owner just signed in."""
    client.post(reverse("account_login"), {"login": "noor", "password": "een goed wachtwoord"})
    return client


@pytest.fixture
def proven(page):
    """The same, after the password was asked once more."""
    page.post(reverse("account_reauthenticate"), {"password": "een goed wachtwoord"})
    return page


def url(name, *args):
    return reverse(f"mydata:{name}", args=args)


def send(page, data: bytes, name="contacten.vcf"):
    return page.post(url("import"), {"file": SimpleUploadedFile(name, data)}, follow=True)


def press(page, deed, number=1, **chosen):
    """A button of the preview."""
    key = WaitingImport.objects.get().key
    return page.post(url("import_page", number), {"key": key, "do": deed, **chosen}, follow=True)


def many(count: int) -> bytes:
    card = "BEGIN:VCARD\r\nFN:Mens {n}\r\nUID:u{n}\r\nTEL:06 {n}\r\nEND:VCARD\r\n"
    return "".join(card.format(n=number) for number in range(count)).encode()


def text(response) -> str:
    return response.content.decode()


def test_my_data_names_seven_things(page):
    titles = text(page.get(url("index"))).count("<h2")
    assert titles in (6, 7)  # reminders stand there where mail is


def test_the_archive_comes_as_a_file_of_today(page, owner):
    a_full_circle(owner)
    response = page.post(url("export"))
    assert response["Content-Disposition"].startswith('attachment; filename="regie-20')
    assert response["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content))) as archive:
        assert "LEES MIJ.txt" in archive.namelist()


def test_the_archive_speaks_the_language_of_the_account(page, owner):
    owner.language = "en"
    owner.save()
    response = page.post(url("export"))
    with zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content))) as archive:
        assert "READ ME.txt" in archive.namelist()


def test_a_get_makes_no_archive(page):
    assert page.get(url("export")).status_code == 405


def test_names_are_looked_at_before_they_are_taken(page):
    response = send(page, samples.GOOGLE)
    assert "Klopt dit zo?" in text(response)
    assert "Zoë van der Müller" in text(response)
    assert not Relation.objects.exists()


def test_a_yes_to_a_file_that_was_dropped_at_the_same_moment_leads_to_the_form(owner, rf):
    row = previews.wait(owner, detect.read(samples.GOOGLE), now=timezone.now())
    waiting = previews.waiting(owner, timezone.now())
    row.delete()
    request = rf.post(url("import_page", 1), {"key": str(row.key), "do": "take"})
    request.user = owner
    assert chosen(request, waiting, 1).url == url("import")


def test_an_hour_holds_thirty_files(page, owner):
    send = [page.post(url("import"), {}).status_code for _ in range(31)]
    assert send == [200] * 30 + [429]


def test_a_yes_takes_them_and_the_way_back_stands_there(page):
    send(page, samples.GOOGLE)
    response = press(page, "take", **{"0-kind": "community", "1-kind": "skip"})
    assert [(one.name, one.kind) for one in Relation.objects.all()] == [("Zoë van der Müller", "community")]
    assert "Eén naam is nieuw in je kring." in text(response)
    response = page.post(url("import_undo", Import.objects.get().pk))
    assert "Ongedaan gemaakt" in text(response)
    assert not Relation.objects.exists()


def test_a_second_click_on_yes_shows_the_same_import(page):
    send(page, samples.SIMPLE_TAB)
    key = WaitingImport.objects.get().key
    press(page, "take")
    response = page.post(url("import_page", 1), {"key": key, "do": "take"}, follow=True)
    assert "Overgenomen" in text(response)
    assert Relation.objects.count() == 2


def test_a_broken_card_is_named_with_its_line(page):
    response = send(page, b"BEGIN:VCARD\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:Ria\nEND:VCARD\n")
    assert "Eén kaartje konden we niet lezen" in text(response)
    assert "Regel 1: de naam ontbreekt." in text(response)
    assert "Het andere is in orde." in text(response)


def test_fifty_cards_a_page_and_choices_are_kept_from_page_to_page(page):
    send(page, many(120))
    response = press(page, "next", **{"3-kind": "intimate"})
    assert "Bladzijde 2 van 3" in text(response)
    press(page, "next", number=2, **{"70-kind": "skip"})
    press(page, "take", number=3)
    assert (Relation.objects.count(), Relation.objects.get(name="Mens 3").kind) == (119, "intimate")


def test_one_choice_for_everyone(page):
    send(page, many(60))
    press(page, "all", kind="community")
    press(page, "take")
    assert set(Relation.objects.values_list("kind", flat=True)) == {"community"}


def test_someone_alike_can_be_kept_apart(page, owner):
    a_relation(owner, "Sanne")
    assert "Lijkt op <bdi>Sanne</bdi> in je kring." in text(send(page, samples.SIMPLE_TAB))
    press(page, "take", **{"0-kind": "friendship", "1-kind": "friendship"})  # the box for Sanne is not ticked
    assert Relation.objects.filter(name="Sanne").count() == 2


def test_the_same_person_twice_in_a_file_is_shown_as_one(page):
    card = b"BEGIN:VCARD\nFN:Ria\nEMAIL:ria@example.org\nEND:VCARD\n"
    assert "Staat eerder in dit bestand." in text(send(page, card * 2))
    press(page, "take")
    assert Relation.objects.count() == 1


@pytest.mark.parametrize("count", [5, 500])
def test_a_page_of_the_preview_asks_the_same_of_the_database(page, django_assert_max_num_queries, count):
    send(page, many(count))
    with django_assert_max_num_queries(6):
        page.get(url("import_page", 1))


def test_not_after_all_forgets_the_file(page):
    send(page, samples.GOOGLE)
    page.post(url("import_drop"))
    assert not WaitingImport.objects.exists()


def test_a_file_that_is_gone_leads_to_the_form(page):
    send(page, samples.GOOGLE)
    WaitingImport.objects.update(made_at=timezone.now() - timedelta(hours=2))
    assert page.get(url("import_preview")).headers["Location"] == url("import")


def test_choices_for_another_file_change_nothing(page):
    send(page, samples.SIMPLE_TAB)
    page.post(url("import_page", 1), {"key": uuid.uuid4(), "do": "take"})
    assert not Relation.objects.exists()


@pytest.mark.parametrize("number", [0, 2, 10**400])
def test_a_page_that_is_not_there_is_404(page, number):
    send(page, samples.SIMPLE_TAB)
    assert page.get(f"{url('import_preview')}{number}/").status_code == 404


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"", "Dit bestand is leeg.", id="empty"),
        pytest.param(bytes(range(256)) * 9, "Dit is geen bestand met namen.", id="not-text"),
        pytest.param(b"hallo", "We vonden geen namen in dit bestand.", id="other-text"),
        pytest.param(b"BEGIN:VCARD\nFN:Ria", "Dit bestand stopt halverwege.", id="cut-off"),
        pytest.param(b"x" * (10 * 1024 * 1024 + 1), "Dit bestand is groter dan 10 MB.", id="too-large"),
        pytest.param(b"Naam\n" + b"Ria\n" * 10_001, "In dit bestand staan meer dan 10.000 mensen.", id="too-many"),
        pytest.param(b"[" * 100_000, "Dit bestand is beschadigd.", id="hostile"),
    ],
)
def test_a_file_that_gives_nobody_says_so_in_one_sentence(page, data, sentence):
    response = send(page, data)
    assert sentence in text(response)
    assert "Fout:" in text(response)
    assert not WaitingImport.objects.exists()


def test_the_limits_are_told_beforehand(page):
    assert "Hooguit 10 MB en 10.000 mensen." in text(page.get(url("import")))


def test_what_is_far_too_large_is_413(page):
    assert send(page, b"x" * 12_000_000).status_code == 413


def test_names_in_a_file_do_nothing_on_the_page(page):
    response = send(page, b"BEGIN:VCARD\nFN:<script>alert(1)</script>\nEND:VCARD\n")
    assert "<script>alert(1)" not in text(response)
    assert "&lt;script&gt;alert(1)" in text(response)


def test_without_consent_the_way_leads_to_the_question(client):
    a_person("bas")
    client.post(reverse("account_login"), {"login": "bas", "password": "een goed wachtwoord"})
    for name in ("import", "merge", "feed"):
        assert client.get(url(name)).headers["Location"].startswith(reverse("accounts:consent_notes"))
    assert client.get(url("index")).status_code == 200
    assert client.post(url("export")).status_code == 200


def test_two_names_are_put_together_by_hand_and_parted_again(page, owner):
    ria, jansen = a_relation(owner, "Ria"), a_relation(owner, "Mevrouw Jansen")
    assert "Ria" in text(page.get(url("merge"), {"q": "ria"}))
    assert "Mevrouw Jansen" in text(page.get(url("merge_with", ria.pk), {"q": "jans"}))
    page.post(url("merge_both", ria.pk, jansen.pk))
    assert [one.name for one in Relation.objects.of(owner)] == ["Ria"]
    page.post(url("merge_undo", owner.merges.get().pk))
    assert Relation.objects.of(owner).count() == 2


def test_nobody_is_put_together_with_themselves(page, owner):
    ria = a_relation(owner, "Ria")
    assert page.post(url("merge_both", ria.pk, ria.pk)).status_code == 404


def test_the_calendar_address_is_made_shown_renewed_and_ended(proven):
    proven.post(url("feed_renew"))
    first = CalendarFeed.objects.get().secret
    assert f"/agenda/{first}.ics" in text(proven.get(url("feed")))
    proven.post(url("feed_renew"))
    assert proven.get(f"/agenda/{first}.ics").status_code == 404
    proven.post(url("feed_revoke"))
    assert not CalendarFeed.objects.exists()


@pytest.mark.parametrize(("verb", "name"), [("get", "feed"), ("post", "feed"), ("post", "feed_renew")])
def test_the_address_is_shown_and_made_only_after_signing_in_again(page, owner, verb, name):
    kept = feed.renew(owner, TODAY)
    response = getattr(page, verb)(url(name))
    assert response.headers["Location"].startswith(reverse("account_reauthenticate"))
    assert CalendarFeed.objects.get().secret == kept.secret


def test_my_data_says_that_there_is_an_address_and_not_which(page, owner):
    kept = feed.renew(owner, TODAY)
    shown = text(page.get(url("index")))
    assert "Aan sinds 22 november, zonder namen." in shown
    assert kept.secret not in shown


def test_names_in_the_calendar_are_a_choice(proven):
    proven.post(url("feed_renew"))
    assert CalendarFeed.objects.get().is_discreet
    proven.post(url("feed"), {"has_birthdays": "on"})
    kept = CalendarFeed.objects.get()
    assert (kept.is_discreet, kept.has_birthdays) == (False, True)


STRANGE = {
    "import_done": lambda thing: ("get", [thing["import"]]),
    "import_undo": lambda thing: ("post", [thing["import"]]),
    "merge_with": lambda thing: ("get", [thing["relation"]]),
    "merge_both": lambda thing: ("post", [thing["relation"], thing["other"]]),
    "merged": lambda thing: ("get", [thing["merge"]]),
    "merge_undo": lambda thing: ("post", [thing["merge"]]),
}


@pytest.mark.parametrize("name", STRANGE)
def test_another_account_gets_404_and_nothing_changes(page, name):
    bas = an_owner("bas")
    kept, removed = a_relation(bas, "Ria"), a_relation(bas, "Ria")
    thing = {"relation": kept.pk, "other": a_relation(bas, "Joris").pk}
    thing["merge"] = merges.merge(bas, kept, removed, now=timezone.now()).pk
    counts = {"taken": 0, "joined": 0, "skipped": 0, "unreadable": 0}
    thing["import"] = Import.objects.create(owner=bas, key=uuid.uuid4(), made_at=timezone.now(), **counts).pk
    verb, args = STRANGE[name](thing)
    assert getattr(page, verb)(url(name, *args)).status_code == 404
    assert bas.merges.count() == 1
    assert Import.objects.get(pk=thing["import"]).undone_at is None


def test_another_accounts_file_does_not_show(page):
    send(page, samples.GOOGLE)
    page.logout()
    an_owner("bas")
    page.post(reverse("account_login"), {"login": "bas", "password": "een goed wachtwoord"})
    assert page.get(url("import_preview")).headers["Location"] == url("import")


def test_nobody_signed_in_gets_the_sign_in_page(client):
    for name in ("index", "import", "import_preview", "merge", "feed"):
        assert client.get(url(name)).headers["Location"].startswith(reverse("account_login"))


def test_withdrawing_keeps_my_data_open(page, owner):
    withdraw(owner, Scope.NOTES)
    assert page.get(url("index")).status_code == 200
    assert not SafeguardState.objects.exists()
