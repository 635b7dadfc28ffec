"""Do the plans of PostgreSQL change when there is ten times as much? ``python -m tests.bench.scale 5000``

DATABASE_URL names an empty PostgreSQL database, the number how many accounts there are in the end: each with 60
relations and 2,000 moments, so 5,000 make ten million. Two of them are looked at, one with 20,000 moments, first among
500 accounts and then among all: what each page asks, by which plans, how many blocks that reads, how long it takes.
"""

import os
import sys
import time
from dataclasses import dataclass
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regie.settings")
os.environ.setdefault("LOCAL", "1")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from regie.accounts.models import User  # noqa: E402
from regie.post import reminders  # noqa: E402
from regie.post.models import Mail, Reminder, Subscription  # noqa: E402
from relations.models import ContactMoment, Relation  # noqa: E402
from relations.turning import Place  # noqa: E402
from tests.bench import crowd  # noqa: E402

FEW, MANY_MOMENTS, DUE, TURNS = 500, 20_000, 20, 3
LARGE = 50_000  # a table with more rows than this is never read from end to end


@dataclass
class Cost:
    """What one page asks of the database: (plan, ms, blocks) for each query, the fastest of a few turns."""

    queries: list[tuple[tuple, float, int]]

    @property
    def plans(self) -> list[tuple]:
        return [plan for plan, _, _ in self.queries]

    def __str__(self):
        _, times, blocks = zip(*self.queries, strict=True)
        return f"{len(times):3} queries {sum(times):8.2f} ms {sum(blocks):7} blocks"


def ways(user) -> dict:
    """name -> a deed whose queries count: the pages of ``user``, and what the timer does for everyone."""
    browser = Client(HTTP_HOST="localhost")
    browser.force_login(user)
    moments = ContactMoment.objects.of(user).latest_first()
    deep = Place.of(moments[moments.count() * 3 // 4])
    someone = Relation.objects.of(user).first()
    addresses = {
        "my circle": "/mijn/",
        "all relations": "/mijn/relaties/",
        "a relation": f"/mijn/relaties/{someone.pk}/",
        "search for a name": "/mijn/relaties/?q=mens",
        "timeline, first page": "/mijn/momenten/",
        "timeline, far back": f"/mijn/momenten/?before={deep}",
        "timeline, search": "/mijn/momenten/?q=vroeger",
    }
    return {name: lambda path=path: look(browser, path) for name, path in addresses.items()} | {
        "export": lambda: b"".join(browser.post("/mijn/gegevens/meenemen/").streaming_content),
    }


def look(browser, path: str) -> None:
    """Look at a page that is there."""
    answer = browser.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path}: {answer.status_code}")


def timer() -> dict:
    """What ``send_mail`` asks each minute, with some messages due."""
    now = timezone.now()
    some = Subscription.objects.order_by("pk").values_list("pk", flat=True)[:DUE]
    Subscription.objects.filter(pk__in=list(some)).update(next_at=now - timedelta(minutes=1))
    return {
        "reminders due": lambda: reminders.make_some(now),
        "mail that waits": lambda: [list(Reminder.objects.due(now)[:50]), list(Mail.objects.free(now)[:50])],
    }


def cost(deed) -> Cost:
    """Do ``deed`` and take it back; then ask PostgreSQL how it answers each question that was asked."""
    for _ in range(2):  # what a process learns only once is no cost of the page
        with transaction.atomic(), CaptureQueriesContext(connection) as asked:
            deed()
            transaction.set_rollback(True)
    questions = [query["sql"] for query in asked if query["sql"].startswith(("SELECT", "(SELECT", "WITH"))]
    return Cost([min((explained(sql) for _ in range(TURNS)), key=lambda found: found[1]) for sql in questions])


def explained(sql: str) -> tuple[tuple, float, int]:
    """(plan, ms, blocks) of one question, really answered."""
    ((found,),) = crowd.ask(f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) {sql}")
    plan = found[0]["Plan"]
    return shape(plan), found[0]["Execution Time"], plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]


def shape(plan: dict) -> tuple:
    """The kinds of steps of a plan with the tables and indexes they read, without numbers.

    An index that is read by way of a bitmap is an index that is read.
    """
    if plan["Node Type"] == "Bitmap Heap Scan":
        return shape(plan["Plans"][0])
    if plan["Node Type"] == "Bitmap Index Scan":
        return "Index Scan", plan["Index Name"], ()
    where = plan.get("Index Name") or plan.get("Relation Name", "")
    return plan["Node Type"], where, tuple(shape(step) for step in plan.get("Plans", ()))


def steps(plan: tuple):
    """All steps of a plan as (kind, table or index)."""
    kind, where, below = plan
    yield kind, where
    for step in below:
        yield from steps(step)


def in_words(plan: tuple) -> str:
    """A plan on one line."""
    return ", ".join(f"{kind} {where}".strip() for kind, where in steps(plan))


def measured(people: dict) -> dict[str, Cost]:
    """name -> cost, of every way of each of ``people`` and of the timer."""
    all_ways = {f"{name} ({who})": deed for who, user in people.items() for name, deed in ways(user).items()}
    return {name: cost(deed) for name, deed in (all_ways | timer()).items()}


def fill(first: int, start: int, owners: int) -> None:
    """Make ``owners`` more accounts with their moments, and let PostgreSQL count what there is."""
    began = time.perf_counter()
    first_of_these = crowd.accounts(start, owners)
    crowd.without_indexes(lambda: crowd.moments(first_of_these, owners, owners * crowd.MOMENTS))
    if not start:
        crowd.moments(first_of_these + 1, 1, MANY_MOMENTS - crowd.MOMENTS)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    print(f"{ContactMoment.objects.count():,} moments after {time.perf_counter() - began:.0f} s", flush=True)  # noqa: T201


def large_tables() -> set[str]:
    """The tables that hold much now."""
    return {
        name for (name,) in crowd.ask("SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples > %(n)s", n=LARGE)
    }


def main(owners: int) -> None:
    """Fill a little, look; fill the rest, look again; compare."""
    if connection.vendor != "postgresql" or User.objects.exists():
        sys.exit("DATABASE_URL has to name an empty PostgreSQL database.")
    fill(0, 0, FEW)
    first = User.objects.order_by("pk")[:2]
    people = {"2,000": first[0], "20,000": first[1]}
    before = measured(people)
    fill(0, FEW, owners - FEW)
    after, large = measured(people), large_tables()
    for name, cost_before in before.items():
        now = after[name]
        whole = {where for plan in now.plans for kind, where in steps(plan) if kind == "Seq Scan" and where in large}
        verdict = "same plans" if now.plans == cost_before.plans else "OTHER PLANS"
        print(f"{name:32} {cost_before} -> {now}  {verdict}{''.join(f', READS ALL OF {w}' for w in sorted(whole))}")  # noqa: T201
        for old, new in dict.fromkeys(zip(cost_before.plans, now.plans, strict=False)):
            if old != new:
                print(f"    {in_words(old)}\n -> {in_words(new)}")  # noqa: T201


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    main(int(sys.argv[1]))
