"""People who use a shipped site while bad luck strikes."""

import http.client
import re
import time
import uuid
from urllib.parse import parse_qs, urlsplit

from tests.shipped import Browser

ADD = "/mijn/momenten/nieuw/"
# Moments that nobody was in: what half a write would leave.
HALVES = (
    "SELECT count(*) FROM relations_contactmoment m"
    " WHERE NOT EXISTS (SELECT 1 FROM relations_presence p WHERE p.moment_id = m.id)"
)


class Writer:
    """Someone who logs calls and remembers which ones the site said were kept."""

    def __init__(self, site):
        self.browser, self.kept, self.refused, self.seconds = Browser(site).sign_in(), [], [], []
        form = self.browser.get(ADD)[2].decode()
        self.token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form).group(1)
        self.person = re.search(r'name="who"[^>]*value="(\d+)"', form).group(1)

    def log(self, key=None):
        """Log one call; True when the site said that it was kept. The same ``key`` is the same form again."""
        fields = {"who": self.person, "when": "today", "manner": "called", "key": key or uuid.uuid4()}
        started = time.monotonic()
        status, headers, self.answer = self.browser.send(ADD, fields, self.token)
        self.seconds.append(time.monotonic() - started)
        if status == 302 and "genoteerd" in headers["Location"]:
            self.kept += parse_qs(urlsplit(headers["Location"]).query)["genoteerd"]
            return True
        self.refused.append(status)
        return False

    def log_until(self, stop):
        """Log without a pause until ``stop`` is set; a broken connection is bad luck, and it goes on."""
        while not stop.is_set():
            try:
                self.log()
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)


def kept_by(site):
    """The numbers of all moments in the database, after a look at its soundness."""
    assert site.rows("PRAGMA integrity_check") == [("ok",)]
    assert site.rows(HALVES) == [(0,)]
    return {str(moment) for (moment,) in site.rows("SELECT id FROM relations_contactmoment")}
