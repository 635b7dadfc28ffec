"""Personal free text is sealed in the database and plain in Python."""

import pytest
from cryptography.fernet import Fernet, InvalidToken

from regie.sealed import seal, unseal


def test_a_sealed_text_does_not_show_and_comes_back():
    token = seal("Mam was moe")
    assert "Mam" not in token
    assert unseal(token) == "Mam was moe"


def test_an_old_key_still_opens_after_a_new_one_was_put_in_front(settings):
    token = seal("Mam was moe")
    settings.TEXT_KEYS = [Fernet.generate_key().decode(), *settings.TEXT_KEYS]
    assert unseal(token) == "Mam was moe"


def test_a_wrong_key_is_an_error_and_never_a_wrong_text(settings):
    token = seal("Mam was moe")
    settings.TEXT_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(InvalidToken):
        unseal(token)


def test_nothing_stays_nothing():
    assert (seal(""), unseal("")) == ("", "")
