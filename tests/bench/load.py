"""Visitors who ask for one page again and again."""

import http.client
import statistics
import threading
import time
from dataclasses import dataclass

from tests.bench.server import processor_seconds

VISITORS = 4
STAYS = 10  # requests on one connection: a worker that happens to get more of them gets fewer again


@dataclass(frozen=True)
class Result:
    """What one page cost: requests a second, milliseconds at the middle and the 99th, processor ms, bytes as sent."""

    rate: float
    p50: float
    p99: float
    cpu: float
    size: int


def ask(port: int, path: str, headers: dict[str, str], times: list[float], count: int, sizes: set[int]) -> None:
    """One visitor: ``count`` requests in a row. A status other than 200 raises."""
    for number in range(count):
        if number % STAYS == 0:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        started = time.perf_counter()
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        times.append(time.perf_counter() - started)
        if answer.status != 200:
            raise RuntimeError(f"{path} answers {answer.status}")
        sizes.add(len(body))
        if number % STAYS == STAYS - 1 or number == count - 1:
            connection.close()


def measure(port: int, master: int, path: str, cookie: str = "", requests: int = 2000) -> Result:
    """Load ``path`` with four visitors at once, after a short warming up."""
    headers = {"Host": "127.0.0.1", "Accept-Encoding": "gzip, br"} | ({"Cookie": cookie} if cookie else {})
    ask(port, path, headers, [], 40, set())
    times: list[float] = []
    sizes: set[int] = set()
    visitors = [
        threading.Thread(target=ask, args=(port, path, headers, times, requests // VISITORS, sizes))
        for _ in range(VISITORS)
    ]
    before, started = processor_seconds(master), time.perf_counter()
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    seconds, used = time.perf_counter() - started, processor_seconds(master) - before
    if len(times) < requests // VISITORS * VISITORS:
        raise RuntimeError(f"{path}: some visitors got no page")
    cuts = statistics.quantiles(times, n=100)
    return Result(len(times) / seconds, cuts[49] * 1000, cuts[98] * 1000, used / len(times) * 1000, max(sizes))


def middle(results: list[Result]) -> Result:
    """The result with the median processor time of several runs."""
    return sorted(results, key=lambda result: result.cpu)[len(results) // 2]
