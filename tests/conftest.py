"""What every test may use."""

import pytest
from hypothesis import settings

settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci")


@pytest.fixture
def user(django_user_model):
    """A person with an account and no consent."""
    return django_user_model.objects.create_user("noor", password="een goed wachtwoord")
