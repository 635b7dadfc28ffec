"""The look holds: contrasts as measured, colours only from tokens, one block per component."""

import re

import pytest

from tests.regie.stylesheet import STATIC, colours, contrast, layer

SCHEMES = {"light": 0, "dark": 1}
TEXT = [
    *(("ink", ground) for ground in ("paper", "card", "sunk", "glow-1", "glow-2", "glow-3")),
    *(("ink", f"{kind}-tint") for kind in ("intimate", "friendship", "community")),
    *(("ink-soft", ground) for ground in ("paper", "card", "sunk", "glow-1", "glow-2", "glow-3")),
    *(("link", ground) for ground in ("paper", "card", "sunk", "glow-3")),
    *((kind, ground) for kind in ("intimate", "friendship", "community") for ground in ("paper", "card")),
    *((kind, f"{kind}-tint") for kind in ("intimate", "friendship", "community")),
    ("on-act", "act"),
    ("on-act", "act-hover"),
    ("on-lamp", "lamp"),
    ("on-lamp", "lamp-hover"),
    ("on-dusk", "dusk"),
    ("on-me", "me"),
    ("error", "card"),
    ("error", "paper"),
]
SHAPES = [
    *(("edge", ground) for ground in ("paper", "card", "sunk")),
    ("lamp", "dusk"),
    ("intimate", "glow-1"),
    ("friendship", "glow-2"),
    ("community", "glow-3"),
    ("me", "glow-1"),
    ("caution", "glow-3"),
    ("act", "card"),
    ("act", "glow-1"),
]


def pairs(of, least):
    return [
        pytest.param(one, other, scheme, least, id=f"{one}-on-{other}-{scheme}")
        for one, other in of
        for scheme in SCHEMES
    ]


@pytest.mark.parametrize(("one", "other", "scheme", "least"), pairs(TEXT, 4.5) + pairs(SHAPES, 3))
def test_what_must_be_seen_stands_out(one, other, scheme, least):
    tokens = colours()
    assert contrast(tokens[one][SCHEMES[scheme]], tokens[other][SCHEMES[scheme]]) >= least


@pytest.mark.parametrize(
    ("one", "other", "light", "dark"),
    [
        ("ink", "paper", 14.0, 15.3),
        ("ink-soft", "glow-1", 6.1, 4.6),
        ("edge", "card", 4.5, 4.6),
        ("lamp", "dusk", 9.2, 8.1),
    ],
)
def test_contrasts_are_those_of_the_design(one, other, light, dark):
    tokens = colours()
    measured = [round(contrast(*pair), 1) for pair in zip(tokens[one], tokens[other], strict=True)]
    assert measured == pytest.approx([light, dark], abs=0.15)


COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb)\(", re.IGNORECASE)


@pytest.mark.parametrize("sheet", ["site.css", "account.css"])
def test_colours_come_from_tokens_only(sheet):
    text = (STATIC / sheet).read_text()
    if sheet == "site.css":
        text = text.replace(layer("tokens"), "")
    assert COLOUR.findall(text) == []


def test_every_token_that_is_used_exists_and_every_token_is_used():
    sheets = "".join((STATIC / sheet).read_text() for sheet in ("site.css", "account.css"))
    given = set(re.findall(r"[\s{]--([\w-]+):", sheets))
    used = set(re.findall(r"var\(--([\w-]+)", sheets))
    assert used - given == set()
    assert given - used == set()


@pytest.mark.parametrize("sheet", ["site.css", "account.css"])
def test_nothing_is_styled_by_its_id(sheet):
    selectors = re.findall(r"^\s*([^{};/@]+)\{", (STATIC / sheet).read_text(), re.MULTILINE)
    assert selectors
    assert [selector for selector in selectors if "#" in selector] == []


def test_the_script_stays_small():
    assert len((STATIC / "regie.js").read_bytes()) <= 2048
