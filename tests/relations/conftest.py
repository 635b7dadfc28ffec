"""A person who said that Regie may keep their notes, signed in."""

import pytest

from regie.accounts import consent


@pytest.fixture
def me(user, client):
    """The client of ``user``, signed in, with the consent for notes."""
    consent.give(user, consent.Scope.NOTES)
    client.force_login(user)
    return client
