"""A shipped server to measure: gunicorn with our own settings, and the processor time of its workers."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
TICK = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(application: str, environment: dict[str, str]):
    """Run ``application`` under regie/gunicorn.py; gives (port, process id of the master, seconds to the first answer).

    Stops it at the end, and raises when it does not answer within 20 seconds.
    """
    port = free_port()
    bind, workers_stay = ["-b", f"127.0.0.1:{port}"], ["--max-requests", "0"]
    command = [sys.executable, "-m", "gunicorn", "-c", "regie/gunicorn.py", *bind, *workers_stay, application]
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=os.environ | environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    ) as process:
        try:
            wait_for(port, until=started + 20)
            yield port, process.pid, time.perf_counter() - started
        finally:
            process.terminate()


def wait_for(port: int, until: float) -> None:
    """Return as soon as the server answers a request; raise TimeoutError at ``until``."""
    while time.perf_counter() < until:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
                connection.sendall(b"GET /hello/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                if connection.recv(64):
                    return
        except OSError:
            time.sleep(0.01)
    raise TimeoutError("the server did not answer")


def processor_seconds(master: int) -> float:
    """The processor time that the workers of ``master`` have used so far."""
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    return sum(used(child) for child in children)


def used(process: str) -> float:
    """User and system time of one process, in seconds."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK
