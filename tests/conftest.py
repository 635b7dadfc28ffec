"""What every test may use."""

import pytest
from django.utils import translation
from hypothesis import settings

settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci")


@pytest.fixture
def user(django_user_model):
    """A person with an account and no consent."""
    return django_user_model.objects.create_user("noor", password="een goed wachtwoord")


@pytest.fixture(autouse=True)
def begins_in_dutch():
    """Each test begins in Dutch: a request in English leaves its thread speaking English."""
    with translation.override("nl"):
        yield
