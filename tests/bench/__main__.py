"""Run the benchmark: ``python -m tests.bench``. DATABASE_URL points it at an empty PostgreSQL database instead.

Prints one line a page: requests a second, p50 and p99 in ms, processor ms a request, bytes as sent, queries, and the
processor time as a ratio to the floors *hello* and *page* (tests/bench/floors.py) under the same gunicorn settings in
this run; then how the dashboard grows with relations and with moments.
"""

import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from urllib.parse import urlencode

from tests.bench.load import measure, middle
from tests.bench.server import ROOT, serving

RUNS = 5  # the median counts
LIGHT, HEAVY = 2000, 160  # requests a run: of a page that is kept, and of one that is made for one person
SIZES = ["5/50", "60/50", "60/2000", "60/20000", "300/2000"]
GROWTH = [("60 to 300 relations", "60/2000", "300/2000"), ("50 to 20,000 moments", "60/50", "60/20000")]
PUBLIC = ["/", "/gids/vrienden/", "/gids/bronnen/", "/hulp/", "/en/guide/close-ones/"]
DASHBOARD = "/mijn/"


def printed_by(module: str, environment: dict[str, str], *arguments: str) -> str:
    """What a module of this folder prints, run as a process of its own."""
    command = [sys.executable, "-m", module, *arguments]
    result = subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return result.stdout.strip().splitlines()[-1]


def served(running: ExitStack, application: str, environment: dict[str, str]) -> tuple[int, int]:
    """Port and master process of a server that stays up while ``running`` does; also prints its start."""
    port, master, seconds = running.enter_context(serving(application, environment))
    print(f"{application}: first answer after {seconds:.2f} s", flush=True)  # noqa: T201
    return port, master


def measured(pages: dict[str, tuple[int, int, str, str]]) -> dict:
    """name -> median Result of the pages {name: (port, master, path, cookie)}.

    All pages take turns: what slows the machine for a while slows all of them, and the ratios stay true.
    """
    results = {name: [] for name in pages}
    for _ in range(RUNS):
        for name, (port, master, path, cookie) in pages.items():
            results[name].append(measure(port, master, path, cookie, requests=HEAVY if cookie else LIGHT))
    return {name: middle(runs) for name, runs in results.items()}


def question(port: int) -> dict[str, tuple[str, str]]:
    """The first question of a self-check that was begun on this server, with the cookies of its visit."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/zelfcheck/")
    start = connection.getresponse()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', start.read().decode()).group(1)
    cookies = [cookie.split(";")[0] for cookie in start.headers.get_all("Set-Cookie", [])]
    form = urlencode({"csrfmiddlewaretoken": token, "country": "nl"})
    headers = {"Cookie": "; ".join(cookies), "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/zelfcheck/", form, headers)
    begun = connection.getresponse()
    begun.read()
    cookies += [cookie.split(";")[0] for cookie in begun.headers.get_all("Set-Cookie", [])]
    return {"a question": (begun.headers["Location"], "; ".join(cookies))}


def table(results: dict, queries: dict[str, int], hello: float, page: float) -> None:
    """Print the results under each other."""
    head = ("req/s", "p50", "p99", "cpu ms", "bytes", "queries", "×hello", "×page")
    print(f"\n{'page':28}" + "".join(f"{name:>8}" for name in head))  # noqa: T201
    for name, result in results.items():
        print(  # noqa: T201
            f"{name:28} {result.rate:7.0f} {result.p50:7.1f} {result.p99:7.1f} {result.cpu:7.2f} {result.size:7} "
            f"{queries.get(name, ''):>7} {result.cpu / hello:7.2f} {result.cpu / page:7.2f}"
        )


def growth(results: dict) -> None:
    """Print what more relations and more moments make of the dashboard's processor time."""
    for what, small, large in GROWTH:
        ratio = results[f"dashboard {large}"].cpu / results[f"dashboard {small}"].cpu
        print(f"dashboard, {what}: × {ratio:.2f}")  # noqa: T201


def main() -> None:
    """Fill, serve, measure, print."""
    with tempfile.TemporaryDirectory(prefix="regie-bench-") as folder, ExitStack() as running:
        environment = {"LOCAL": "1", "DEBUG": "0", "VAR": folder}
        sessions = json.loads(printed_by("tests.bench.fill", environment, *SIZES))
        asked = {path: (path, "") for path in PUBLIC}
        asked |= {f"dashboard {size}": (DASHBOARD, f"session={key}") for size, key in sessions.items()}
        queries = json.loads(printed_by("tests.bench.queries", environment, json.dumps(asked)))

        floor = {"FLOOR": "page", "FLOOR_DATABASE": f"{folder}/floor.sqlite3"}
        cookie = f"sessionid={printed_by('tests.bench.floors', floor)}"
        hello = served(running, "tests.bench.floors", {"FLOOR": "hello"})
        page = served(running, "tests.bench.floors", floor)
        regie = served(running, "regie.wsgi", environment)
        asked |= question(regie[0])
        pages = {"floor: hello": (*hello, "/hello/", ""), "floor: page": (*page, "/page/", cookie)}
        results = measured(pages | {name: (*regie, *request) for name, request in asked.items()})
    table(results, queries, results["floor: hello"].cpu, results["floor: page"].cpu)
    growth(results)


if __name__ == "__main__":
    main()
