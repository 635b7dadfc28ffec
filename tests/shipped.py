"""The site as it is shipped, in processes of its own: the example command on gunicorn, in an empty folder."""

import http.client
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from regie.example.account import PASSWORD
from tests.bench.server import free_port

ROOT = Path(__file__).parents[1]


@dataclass
class Site:
    """A running site: where it listens, and where it keeps its data and its log."""

    port: int
    folder: Path
    process: subprocess.Popen
    environment: dict[str, str]

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self):
        return (self.folder / "log").read_text()

    def workers(self):
        """The process numbers of the workers."""
        pid = self.process.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def manage(self, *arguments):
        """Run a command of ``manage.py`` beside the site; raises when it fails."""
        command = [sys.executable, "manage.py", *map(str, arguments)]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True, capture_output=True)

    def rows(self, question):
        """What the database answers to ``question``, past the site."""
        connection = sqlite3.connect(self.folder / "var" / "regie.sqlite3")
        try:
            return connection.execute(question).fetchall()
        finally:
            connection.close()


@contextmanager
def shipped(folder, **environment):
    """Run the site on ``folder/var`` until the end of the block; a second time on the same folder finds its data."""
    port = free_port()
    variables = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DEBUG")}
    variables |= {"LOCAL": "1", "VAR": str(folder / "var"), "DJANGO_SETTINGS_MODULE": "regie.settings"}
    variables |= {"GUNICORN_CMD_ARGS": f"--bind 127.0.0.1:{port}", **environment}
    with (
        (folder / "log").open("a") as output,
        subprocess.Popen(
            [sys.executable, "manage.py", "example"], cwd=ROOT, env=variables, stdout=output, stderr=output
        ) as process,
    ):
        site = Site(port, folder, process, variables)
        try:
            wait_for(site)
            yield site
        finally:
            process.send_signal(signal.SIGTERM)


def wait_for(site):
    """Return when the site answers; raise TimeoutError after a minute."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            Browser(site).get("/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(site.log)


class Browser:
    """A small browser with cookies, which sees every answer as it is sent."""

    def __init__(self, site):
        self.site, self.cookies = site, {}

    def ask(self, method, path, body=None, **headers):
        """(status, headers, body) of an answer; an OSError or HTTPException when the connection breaks."""
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=40)
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, answer.headers, content

    def get(self, path, **headers):
        """Look at a page."""
        return self.ask("GET", path, **headers)

    def post(self, path, fields, page=None):
        """Send a form whose page is ``page`` (default: the same path), with the token that stands on it."""
        form = self.get(page or path)[2].decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form).group(1)
        return self.send(path, fields, token)

    def send(self, path, fields, token):
        """Send a form with a token that is known already."""
        body = urlencode({"csrfmiddlewaretoken": token, **fields})
        return self.ask("POST", path, body, **{"Content-Type": "application/x-www-form-urlencoded"})

    def sign_in(self, name="voorbeeld"):
        """Sign in to the example account."""
        status, _, _ = self.post("/mijn/account/inloggen/", {"login": name, "password": PASSWORD})
        assert status == 302
        return self
