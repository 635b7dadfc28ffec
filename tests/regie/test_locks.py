"""What is installed is what is declared, from any registry, with every file checked."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
RUNTIME = PROJECT["dependencies"] + EXTRAS["postgres"]


def locked(name):
    """Package -> version of a lock file."""
    pins = re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", (ROOT / name).read_text(), re.MULTILINE)
    return {package: Version(version) for package, version in pins}


@pytest.mark.parametrize(
    ("lock", "declared"), [("requirements.lock", RUNTIME), ("requirements-dev.lock", RUNTIME + EXTRAS["dev"])]
)
def test_a_lock_meets_every_requirement(lock, declared):
    pins = locked(lock)
    wanting = [line for line in declared if pins.get((need := Requirement(line)).name) not in need.specifier]
    assert wanting == []


def test_both_locks_agree():
    development = locked("requirements-dev.lock")
    assert {package: development[package] for package in locked("requirements.lock")} == locked("requirements.lock")


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_names_no_host_and_checks_every_file(lock):
    text = (ROOT / lock).read_text()
    assert "http" not in text
    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=[a-z0-9])", text.strip()))
