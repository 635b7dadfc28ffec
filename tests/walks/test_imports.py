"""Who may know whom: a module imports from its own line or from lines above it, never from below."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# The lines of the house, top to bottom. A module belongs to the longest name that fits it; what fits none is line 7.
LINES = {
    1: ["relations.kinds"],
    2: [
        "assessment.safeguard",
        "assessment.openness",
        "assessment.flow",
        "assessment.telling",
        "relations.rules",
        "relations.pictures",
        "regie.search",
        "regie.toml_lines",
        "regie.guide.search",
        "regie.help.hours",
        "regie.help.hours_in_words",
        "regie.mydata.formats",
        "regie.post.rules",
    ],
    3: [
        "regie.content",
        "regie.guide.library",
        "regie.guide.records",
        "regie.help.library",
        "regie.help.records",
        "regie.help.choose",
        "regie.help.freshness",
        "assessment.questionnaire",
    ],
    4: [
        "regie.prepared",
        "regie.sealed",
        "regie.models",
        "regie.accounts.models",
        "regie.accounts.sessions",
        "regie.accounts.days",
        "regie.mydata.models",
        "regie.post.models",
        "relations.models",
        "relations.querysets",
        "assessment.models",
    ],
    5: [
        "relations.services",
        "assessment.services",
        "assessment.standing",
        "assessment.trace",
        "assessment.raising",
        "regie.post.queue",
        "regie.post.subscriptions",
        "regie.public",
        "regie.accounts.consent",
        "regie.accounts.erasure",
        "regie.accounts.limits",
    ],
    6: [
        "regie.pattern",
        "regie.verbs",
        "regie.widgets",
        "regie.fields",
        "regie.guide",
        "regie.help",
        "regie.accounts",
        "relations",
        "assessment",
        "regie.templatetags",
    ],
}
LINE_OF = {name: line for line, names in LINES.items() for name in names}
PURE = LINES[1] + LINES[2]
SOURCES = sorted(path for top in ("regie", "relations", "assessment") for path in (ROOT / top).rglob("*.py"))


def module_of(path):
    """The dotted name of a source file."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def line_of(module):
    """The line that a module stands on."""
    parts = module.split(".")
    names = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((LINE_OF[name] for name in names if name in LINE_OF), 7)


def imports_of(path):
    """Every module that a file imports, also inside a function; ``from a import b`` counts as a.b where that is one."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                child = f"{node.module}.{name.name}"
                is_module = (ROOT / child.replace(".", "/")).with_suffix(".py").exists()
                yield child if is_module or (ROOT / child.replace(".", "/")).is_dir() else node.module


def is_exempt(module):
    """Migrations follow Django's own rules."""
    return ".migrations" in module


@pytest.mark.parametrize("path", SOURCES, ids=module_of)
def test_a_module_knows_only_its_own_line_and_those_above(path):
    module = module_of(path)
    ours = ("regie.", "relations.", "assessment.")
    below = [name for name in imports_of(path) if name.startswith(ours) and line_of(name) > line_of(module)]
    assert is_exempt(module) or below == []


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if module_of(path).startswith(tuple(PURE[1:]))], ids=module_of
)
def test_a_rule_knows_no_framework(path):
    assert [name for name in imports_of(path) if name.split(".")[0] in ("django", "allauth")] == []


def test_relations_and_assessment_meet_only_where_agreed():
    strangers = [
        (module_of(path), name)
        for path in SOURCES
        for name in imports_of(path)
        if module_of(path).startswith("assessment") and name.startswith("relations") and name != "relations.kinds"
    ]
    assert strangers == []
