"""Safe by default: without a word, this is production, and it does not start half equipped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRODUCTION = {"SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "regie.example", "TEXT_KEYS": "y" * 43 + "="}


def read(names, variables, tmp_path):
    """The settings ``names`` as a fresh process with only these variables sees it."""
    return subprocess.run(
        [sys.executable, "-c", f"from regie import settings; print({names})"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "VAR": str(tmp_path), **variables},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("missing", PRODUCTION)
def test_production_refuses_to_start_without(missing, tmp_path):
    result = read("settings.DEBUG", {name: value for name, value in PRODUCTION.items() if name != missing}, tmp_path)
    assert result.returncode != 0
    assert f"Set {missing}" in result.stderr


def test_production_is_the_default_and_asks_for_https(tmp_path):
    assert read(
        "settings.DEBUG, settings.SESSION_COOKIE_NAME, settings.SECURE_SSL_REDIRECT", PRODUCTION, tmp_path
    ).stdout == ("False __Host-session True\n")


def test_ones_own_computer_keeps_its_keys_to_itself(tmp_path):
    first = read("settings.SECRET_KEY", {"LOCAL": "1"}, tmp_path).stdout
    assert read("settings.SECRET_KEY", {"LOCAL": "1"}, tmp_path).stdout == first
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600
