"""One account for all walks of a module; made once, since two years of a life take a while."""

import pytest

from tests.walks.world import make_world


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One owner with something of everything."""
    with django_db_blocker.unblock():
        owner = make_world()
        yield owner
        owner.delete()
