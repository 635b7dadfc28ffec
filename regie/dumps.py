"""A copy of the whole database, taken and put back while the site is in use.

SQLite: the backup API of the database itself, never a copy of a live file. PostgreSQL: ``pg_dump`` and ``pg_restore``
of the server's own version, which must be installed here. Sealed text stays sealed in the copy: without TEXT_KEYS,
which are kept apart from it, nobody reads a note.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connection


class DumpError(Exception):
    """Says in a sentence why a copy could not be taken or put back. Nothing was changed."""


def take(path: Path) -> None:
    """Write a complete, consistent copy to ``path`` (mode 600). Refuses to overwrite a file."""
    if path.exists():
        raise DumpError(f"{path} exists already: choose another name.")
    path.touch(mode=0o600)
    try:
        copy_to(path)
    except BaseException:
        path.unlink()  # half a copy must not look like one
        raise


def copy_to(path: Path) -> None:
    """Fill the file at ``path`` with the copy."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
    else:
        run("pg_dump", "--format=custom", f"--file={path}")


def put_back(path: Path) -> None:
    """Replace everything in the database by the copy at ``path``, in one transaction."""
    if not path.is_file():
        raise DumpError(f"{path} is no file.")
    if connection.vendor == "sqlite":
        put_back_sqlite(path)
    else:
        run("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", str(path), into=True)


def put_back_sqlite(path: Path) -> None:
    """The same for SQLite. The copy is checked first, so that a broken one changes nothing."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as copy:
        try:
            verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
            copy.execute("SELECT 1 FROM django_migrations")  # an empty file is a sound database to SQLite
        except sqlite3.DatabaseError as error:
            raise DumpError(f"{path} is no copy of our database: {error}.") from error
        if verdict != "ok":
            raise DumpError(f"{path} is damaged: {verdict}.")
        connection.ensure_connection()
        copy.backup(connection.connection)


def run(tool: str, *arguments: str, into: bool = False) -> None:
    """Run a tool of PostgreSQL on our database. The password goes through the environment, never the command line."""
    program = shutil.which(tool)
    if not program:
        raise DumpError(f"{tool} is not installed here.")
    settings = connection.settings_dict
    where = {"PGHOST": settings["HOST"], "PGPORT": settings["PORT"], "PGUSER": settings["USER"]}
    secret = {"PGPASSWORD": settings["PASSWORD"], "PGDATABASE": settings["NAME"]}
    environment = os.environ | {name: str(value) for name, value in (where | secret).items() if value}
    target = ["--dbname", settings["NAME"]] if into else []
    result = subprocess.run([program, *target, *arguments], env=environment, capture_output=True, text=True)  # noqa: S603
    if result.returncode:
        raise DumpError(f"{tool} says: {result.stderr.strip()}")
