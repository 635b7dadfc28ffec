"""Personal free text, encrypted before it reaches the database."""

from functools import lru_cache

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models


@lru_cache
def cipher(keys: tuple[str, ...]) -> MultiFernet:
    """The cipher for ``keys``: the first one seals, each of them opens."""
    return MultiFernet([Fernet(key) for key in keys])


def seal(text: str) -> str:
    """``text`` as a token that only our keys open; nothing stays nothing."""
    return cipher(tuple(settings.TEXT_KEYS)).encrypt(text.encode()).decode() if text else ""


def unseal(token: str) -> str:
    """The text of a token. Raises ``cryptography.fernet.InvalidToken`` when no key of ours opens it."""
    return cipher(tuple(settings.TEXT_KEYS)).decrypt(token).decode() if token else ""


class SealedTextField(models.TextField):
    """Text that the database holds sealed and Python sees plain. It cannot be searched by the database."""

    def from_db_value(self, value, expression, connection):
        """What was stored, as text. A key that is missing is an error, never a wrong text."""
        return value if value is None else unseal(value)

    def get_prep_value(self, value):
        """What to store."""
        value = super().get_prep_value(value)
        return value if value is None else seal(value)

    def get_lookup(self, lookup_name):
        """Refuses every lookup but ``isnull``: two tokens of one text differ."""
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is sealed: it cannot be looked up by {lookup_name}.")
        return super().get_lookup(lookup_name)
