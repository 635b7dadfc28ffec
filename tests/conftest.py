"""What every test may use."""

import sqlite3

import pytest
from django.core.cache import cache
from django.db import connection
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


@pytest.fixture(autouse=True)
def no_counters_left(request, django_db_blocker):
    """What a test commits goes with its tables; the table of the counters is no model's, so nobody empties it."""
    yield
    marker = request.node.get_closest_marker("django_db")
    if (marker and marker.kwargs.get("transaction")) or {"transactional_db", "live_server"} & set(request.fixturenames):
        with django_db_blocker.unblock():
            cache.clear()


@pytest.fixture
def on_disk(transactional_db, tmp_path):
    """A SQLite database that twenty threads can share: tests keep theirs in memory, where a table is locked at once."""
    if connection.vendor == "sqlite":
        name, shared = connection.settings_dict["NAME"], str(tmp_path / "shared.sqlite3")
        with sqlite3.connect(shared) as file:
            connection.connection.backup(file)
            file.execute("VACUUM")  # no free pages left by earlier tests: what is full is full
        memory, connection.connection, connection.settings_dict["NAME"] = connection.connection, None, shared
        yield
        connection.close()
        connection.connection, connection.settings_dict["NAME"] = memory, name
    else:
        yield
