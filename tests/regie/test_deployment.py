"""What is shipped for whoever runs a site keeps what the product promises."""

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SERVERS = (ROOT / ".deploy" / "nginx.conf").read_text().split("\nserver {")[1:]
UNITS = sorted((ROOT / ".deploy").glob("*.service"))
README = (ROOT / "README.md").read_text()
SETTINGS = (ROOT / "regie" / "settings.py").read_text()


@pytest.mark.parametrize("server", SERVERS, ids=["https", "http"])
def test_the_proxy_writes_no_path_to_any_log(server):
    assert "access_log off;" in server
    assert re.findall(r"error_log \S+ (\w+);", server) == ["emerg"]  # every level below quotes the request


def test_the_proxy_takes_what_an_import_needs_and_keeps_it_off_the_disk():
    assert "client_max_body_size 11m;" in SERVERS[0]
    assert "client_body_buffer_size 11m;" in SERVERS[0]
    assert "proxy_max_temp_file_size 0;" in SERVERS[0]
    assert "proxy_request_buffering on;" in SERVERS[0]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_service_may_do_little(unit):
    text = unit.read_text()
    wanted = ("User=regie", "NoNewPrivileges=true", "ProtectSystem=strict", "UMask=0077", "CapabilityBoundingSet=\n")
    assert [line for line in wanted if line not in text] == []


def test_gunicorn_lets_no_worker_hang_or_grow_and_writes_no_path():
    settings = runpy.run_path(str(ROOT / "regie" / "gunicorn.py"))
    assert settings["timeout"] <= 30
    assert settings["graceful_timeout"] <= 30
    assert settings["max_requests"] > settings["max_requests_jitter"] > 0
    assert settings["accesslog"] is None


def test_every_setting_stands_in_the_readme():
    names = set(re.findall(r'(?:environ\.get|environ|flag|words)[(\[]"([A-Z_]+)"', SETTINGS))
    assert {"SECRET_KEY", "ADMIN_PATH", "LOCAL"} <= names
    assert [name for name in sorted(names - {"DEBUG", "LOCAL"}) if f"`{name}`" not in README] == []


def test_every_command_stands_in_the_readme():
    commands = {path.stem for path in (ROOT / "regie" / "management" / "commands").glob("[a-z]*.py")}
    assert [
        name for name in sorted(commands) if f"regie {name}" not in README and f"manage.py {name}" not in README
    ] == []
