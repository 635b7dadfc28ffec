"""Reads the stylesheets for tests: tokens as colours, and how much two colours differ."""

import math
import re
from pathlib import Path

STATIC = Path(__file__).parents[2] / "static"
TOKEN = re.compile(r"--([\w-]+): ([^;]+);")
OKLCH = re.compile(r"oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)")


def layer(name: str, sheet: str = "site.css") -> str:
    """What stands in one layer of a stylesheet."""
    text = (STATIC / sheet).read_text()
    start = text.index(f"@layer {name} {{")
    return text[start : text.index("\n}\n", start)]


def colours() -> dict[str, tuple[str, str]]:
    """Each colour token with its light and its dark value."""
    screen = layer("tokens").partition("@media print")[0]
    found = {}
    for name, value in TOKEN.findall(screen):
        values = OKLCH.findall(value)
        if values and "/" not in value:
            found[name] = (values[0], values[-1])
    return found


def luminance(oklch: tuple[str, str, str]) -> float:
    """Relative luminance (WCAG) of an oklch colour, by way of Oklab and linear sRGB (B. Ottosson, 2020)."""
    lightness, chroma, hue = map(float, oklch)
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    red, green, blue = (min(max(channel, 0), 1) for channel in (red, green, blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other) -> float:
    """How much two colours differ, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
