"""One account with something of everything, and for each address that takes something: what to put in."""

from uuid import uuid4

from django.apps import apps
from django.core import serializers
from django.utils import timezone

from assessment.models import HelpStep, SafeguardState, State
from assessment.safeguard import Level
from regie.example.account import make_account
from regie.guide.library import library
from regie.mydata import feed, merges
from regie.mydata.models import Import
from relations.forms.tip_helpers import RUNGS
from relations.kinds import Kind
from relations.models import Intention
from tests.factories import a_relation
from tests.walks.addresses import ADDRESSES


def make_world():
    """The example account, with what it does not have of itself yet."""
    owner = make_account("nl", Level.TIPS, timezone.now())
    step = {"way": HelpStep.Way.LINE, "country": "nl", "planned_on": timezone.localdate(), "key": uuid4()}
    HelpStep.objects.get_or_create(owner=owner, defaults=step)
    kept, other = (a_relation(owner, name) for name in ("Dubbel", "Dubbel"))
    merges.merge(owner, kept, other, now=timezone.now())
    a_relation(owner, "Nabij", kind=Kind.INTIMATE, rhythm_days=7)  # a good moment, once safety was asked
    plan_every_tip(owner)
    counts = {"taken": 0, "joined": 0, "skipped": 0, "unreadable": 0}
    Import.objects.create(owner=owner, key=uuid4(), made_at=timezone.now(), made="{}", **counts)
    feed.renew(owner, timezone.localdate())
    return owner


def plan_every_tip(owner):
    """An open intention for today of each tip, in the tip's own words, and a rung of the ladder: what must not leak."""
    rungs = dict.fromkeys(library.tips, "") | {"small-openings": str(RUNGS["day"])}
    steps = [(id, tip.step.nl if place % 2 else tip.step.en) for place, (id, tip) in enumerate(library.tips.items())]
    for id, step in steps:
        Intention.objects.create(owner=owner, tip=id, step=step, words=rungs[id], planned_on=timezone.localdate())


def set_standing(owner, level, flags):
    """Let the account keep this level and these flags; None keeps nothing."""
    if level is None:
        SafeguardState.objects.filter(owner=owner).delete()
    else:
        content = State(level=Level(level), flags=frozenset(flags)).as_text()
        SafeguardState.objects.update_or_create(owner=owner, defaults={"content": content})


# What an address takes: by the beginning of its name, then what it is called in the pattern. The longest name counts.
CASES = {
    "account_confirm_email": lambda owner: {"key": "MQ:1abcde:" + "x" * 40},
    "account_reset_password_from_key": lambda owner: {"uidb36": "1", "key": "abc-" + "x" * 30},
    "mfa_edit_webauthn": lambda owner: {"pk": 1},
    "mfa_remove_webauthn": lambda owner: {"pk": 1},
    "accounts:session_end": lambda owner: {"token": "x" * 32},
    "post:stop": lambda owner: {"token": "x" * 43},
    "calendar": lambda owner: {"secret": owner.calendar_feed.secret},
    "mydata:import": lambda owner: {"pk": owner.imports.get().pk},
    "mydata:import_page": lambda owner: {"number": 1},
    "mydata:merge": lambda owner: {"pk": owner.relations.earliest("pk").pk},
    "mydata:merge_both": lambda owner: {
        "pk": owner.relations.earliest("pk").pk,
        "other": owner.relations.filter(removed_at=None).latest("pk").pk,
    },
    "mydata:merged": lambda owner: {"pk": owner.merges.get().pk},
    "mydata:merge_undo": lambda owner: {"pk": owner.merges.get().pk},
    "relations:": lambda owner: {"pk": owner.relations.filter(status="active").earliest("pk").pk},
    "relations:status": lambda owner: {"pk": owner.relations.earliest("pk").pk, "status": "resting"},
    "relations:status_undo": lambda owner: {"pk": owner.relations.earliest("pk").pk},
    "relations:intention": lambda owner: {"pk": owner.intentions.earliest("pk").pk},
    "relations:intention_add": lambda owner: {"tip": "a-fixed-place"},
    "relations:intention_for": lambda owner: {"pk": owner.relations.earliest("pk").pk},
    "relations:readings": lambda owner: {"pk": owner.two_readings.earliest("pk").pk},
    "relations:moment": lambda owner: {"pk": owner.contact_moments.earliest("pk").pk},
    "relations:plan_answer": lambda owner: {
        "pk": owner.contact_moments.filter(took_place=None).earliest("pk").pk,
        "answer": "yes",
    },
    "assessment:question": lambda owner: {"visit": "abcdefgh", "number": 1},
    "assessment:check": lambda owner: {"visit": "abcdefgh"},
    "assessment:outcome": lambda owner: {"visit": "abcdefgh"},
    "assessment:keep": lambda owner: {"visit": "abcdefgh"},
    "assessment:event": lambda owner: {"event": "unsafe"},
    "assessment:step_card": lambda owner: {"way": 1},
    "assessment:answer_step": lambda owner: {"pk": owner.help_steps.earliest("pk").pk},
    "assessment:step_answered": lambda owner: {"pk": owner.help_steps.earliest("pk").pk},
    "assessment:forget": lambda owner: {"pk": owner.kept_outcomes.earliest("pk").pk},
}
# The addresses whose argument belongs to one person: a stranger gets 404 on each.
OWNED = {
    name
    for name, address in ADDRESSES.items()
    if not address.is_open
    and address.takes
    and name not in ("relations:intention_add", "assessment:keep", "mydata:import_page")
}


def arguments_of(name, owner):
    """What the address ``name`` takes, of things of ``owner``. One without a case is an error: add it to CASES."""
    if not ADDRESSES[name].takes:
        return {}
    fitting = [case for case in CASES if name.startswith(case)]
    assert fitting, f"{name} takes {ADDRESSES[name].takes}: add it to CASES in tests/walks/world.py"
    return CASES[max(fitting, key=len)](owner)


def everything_kept(owner):
    """All rows of ours that name ``owner``, as text; without sessions, since looking makes those."""
    ours = ("regie", "relations", "assessment", "mfa", "account")
    kept = []
    for model in apps.get_models():
        fields = {field.name for field in model._meta.fields}
        if model._meta.app_label in ours and "owner" in fields and model.__name__ != "Session":
            kept += serializers.serialize("python", model._base_manager.filter(owner=owner).order_by("pk"))
    return kept
