"""What a load balancer and a rollout ask."""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

pytestmark = pytest.mark.django_db


def test_health_asks_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert client.get("/healthz").content == b"ok"


def test_ready_only_when_every_migration_is_in(client):
    assert client.get("/readyz").status_code == 200
    newest = MigrationLoader(connection).graph.leaf_nodes("regie")[0]
    MigrationRecorder(connection).record_unapplied(*newest)
    assert client.get("/readyz").status_code == 503
