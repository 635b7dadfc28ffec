"""The Nu HTML checker finds nothing on any page, of a visitor or of a person with an account, in either language."""

import json
import os
import shutil
import subprocess

import pytest
from django.test import Client

from assessment.safeguard import Flag, Level
from tests.walks.addresses import ADDRESSES
from tests.walks.test_safeguard import pages
from tests.walks.world import make_world, set_standing

pytestmark = pytest.mark.django_db

CHECKER = os.environ.get("VNU_JAR", "")


def write_pages(folder, owner):
    """Each page as a file: those of a visitor, and all of ``owner`` with open tips and at rest."""
    for language in ("nl", "en"):
        for level, flags in [(Level.TIPS, set()), (Level.TALK_TODAY, {Flag.UNSAFE})]:
            set_standing(owner, level, flags)
            for name, page in pages(owner, language):
                (folder / f"{language}-{level}-{name.replace(':', '-')}.html").write_text(page)
        for name, address in ADDRESSES.items():
            if address.is_open and not address.takes:
                answer = Client().get(address.url(language))
                if answer.status_code == 200 and "html" in answer["Content-Type"]:
                    (folder / f"{language}-visitor-{name.replace(':', '-')}.html").write_bytes(answer.content)


def test_the_checker_finds_nothing(tmp_path):
    if not (CHECKER and shutil.which("java")):
        if os.environ.get("REGIE_REQUIRE_CHECKER"):
            pytest.fail("The checker is required here: set VNU_JAR, and install Java.")
        pytest.skip("Java or VNU_JAR is absent.")
    write_pages(tmp_path, make_world())
    command = ["java", "-jar", CHECKER, "--format", "json", "--exit-zero-always", "--skip-non-html", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(result.stderr)["messages"]
    found = {f"{message['url'].rsplit('/', 1)[-1]}: {message['message']}" for message in messages}
    assert sorted(found) == []
