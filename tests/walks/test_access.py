"""Every private page is its owner's alone, and looking changes nothing."""

import pytest
from django.test import Client
from django.utils import timezone

from regie.accounts import consent
from regie.accounts.models import Scope
from tests.factories import a_person
from tests.walks.addresses import ADDRESSES, FOREIGN
from tests.walks.world import OWNED, arguments_of, everything_kept, make_world

pytestmark = pytest.mark.django_db
VERBS = ["get", "head", "post", "put", "patch", "delete", "options"]
SEEN = {name: address for name, address in ADDRESSES.items() if name != "quick_exit"}  # which signs the browser out
CLOSED = sorted(name for name, address in ADDRESSES.items() if not address.is_open)


@pytest.fixture
def owner():
    """Someone with something of everything."""
    return make_world()


@pytest.fixture
def stranger():
    """Another person with an account, who gave every consent."""
    person = a_person("stranger")
    for scope in Scope:
        consent.give(person, scope)
    return person


def signed_in(person):
    """A browser in which ``person`` has just signed in."""
    client = Client()
    client.force_login(person)
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": timezone.now().timestamp()}]
    session.save()
    return client


def test_every_address_that_takes_something_has_a_case(owner):
    for name in ADDRESSES:
        assert arguments_of(name, owner).keys() == set(ADDRESSES[name].takes), name


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_signing_in_no_closed_address_shows_anything(owner, client, language):
    before = everything_kept(owner)
    for name in CLOSED:
        url = ADDRESSES[name].url(language, **arguments_of(name, owner))
        for verb in VERBS:
            answer = getattr(client, verb)(url)
            asks_to_sign_in = answer.status_code == 302 and "/account/" in answer["Location"]
            assert asks_to_sign_in or answer.status_code in (404, 405), f"{verb} {name}: {answer.status_code}"
    assert everything_kept(owner) == before


@pytest.mark.parametrize("language", ["nl", "en"])
def test_for_a_stranger_what_is_anothers_does_not_exist(owner, stranger, language):
    before, client, own = everything_kept(owner), signed_in(stranger), signed_in(owner)
    for name in sorted(OWNED):
        url = ADDRESSES[name].url(language, **arguments_of(name, owner))
        for verb in VERBS:
            answer = getattr(client, verb)(url)
            no_such_verb = answer.status_code == 405 and getattr(own, verb)(url).status_code == 405
            # allauth asks for the password again before it looks for a key of one's own.
            asks_again = answer.status_code == 302 and "/account/" in answer["Location"] and name.startswith("mfa_")
            assert answer.status_code == 404 or no_such_verb or asks_again, f"{verb} {name}: {answer.status_code}"
    assert everything_kept(owner) == before


def test_a_stranger_sees_nothing_of_the_owner_on_pages_of_their_own(owner, stranger):
    client = signed_in(stranger)
    names = set(owner.relations.values_list("name", flat=True))
    for name in CLOSED:
        if not ADDRESSES[name].takes:
            page = client.get(ADDRESSES[name].url()).content.decode(errors="replace")
            assert not [relation for relation in names if f">{relation}<" in page], name


def test_looking_changes_nothing(owner):
    client, before = signed_in(owner), everything_kept(owner)
    for name, address in SEEN.items():
        for verb in ("get", "head", "options"):
            getattr(client, verb)(address.url(**arguments_of(name, owner)))
        assert everything_kept(owner) == before, name


@pytest.mark.parametrize("verb", ["put", "patch", "delete", "options"])
def test_a_verb_that_a_page_of_ours_does_not_know_is_refused(owner, verb):
    client = signed_in(owner)
    ours = {name: address for name, address in ADDRESSES.items() if not name.startswith(FOREIGN)}
    statuses = {
        name: getattr(client, verb)(address.url(**arguments_of(name, owner))).status_code
        for name, address in ours.items()
    }
    assert {name: status for name, status in statuses.items() if status != 405} == {}


def test_no_address_fails_on_looking(owner):
    client = signed_in(owner)
    statuses = {
        name: client.get(address.url(**arguments_of(name, owner))).status_code for name, address in SEEN.items()
    }
    assert {name: status for name, status in statuses.items() if status not in (200, 302, 404, 405)} == {}
