"""The database is set up so that what was acknowledged stays, and what was erased goes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).parents[2]
ASK = """
from django.db import connection
with connection.cursor() as cursor:
    for pragma in ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "busy_timeout"):
        print(pragma, cursor.execute(f"PRAGMA {pragma}").fetchone()[0])
print(connection.transaction_mode, connection.settings_dict["ATOMIC_REQUESTS"])
"""


def test_sqlite_is_set_for_many_people_and_no_loss(tmp_path):
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", ASK]
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"LOCAL": "1", "VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "regie.settings"}
    said = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
    assert said.split("\n") == [
        "journal_mode wal",
        "synchronous 2",  # FULL
        "secure_delete 1",
        "foreign_keys 1",
        "busy_timeout 20000",
        "IMMEDIATE False",
        "",
    ]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="The pool is PostgreSQL's.")
def test_postgresql_has_a_pool():
    assert connection.settings_dict["CONN_MAX_AGE"] == 0
    assert connection.settings_dict["OPTIONS"]["pool"]["max_size"] == 4
