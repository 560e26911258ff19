"""Colour and shape of the groups of types, and the colours of the figure in both themes.

Seven hues cannot be told apart by everyone, so each group also has a shape of its own; the hues keep a contrast of 3
to 1 or more against the page in both themes (WCAG 2.2, 1.4.11), which a test measures.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Theme = Literal["light", "dark"]

#: group -> (plotly marker symbol, colour on light, colour on dark)
GROUP_STYLE: Final[dict[str, tuple[str, str, str]]] = {
    "legislation": ("circle", "#1d5fbf", "#6ea8fe"),
    "rulemaking": ("square", "#0b7a75", "#4fd1c5"),
    "restriction": ("triangle-up", "#c2410c", "#fb923c"),
    "oversight": ("diamond", "#8a6100", "#f2c94c"),
    "enforcement": ("star", "#a3195b", "#f78fb3"),
    "litigation": ("hexagon", "#5b3fb5", "#b79cff"),
    "response": ("triangle-down", "#4a5568", "#b8c1cc"),
}
OTHER_STYLE: Final = ("circle", "#4a5568", "#b8c1cc")


@dataclass(frozen=True, slots=True)
class Figure:
    """The colours of the figure's ground, lines and words."""

    paper: str
    lane: str
    grid: str
    ink: str
    muted: str
    accent: str
    today: str
    scale: tuple[str, ...]


FIGURES: Final[dict[Theme, Figure]] = {
    "light": Figure(
        "#ffffff", "#f6f7f9", "#e3e7ec", "#17202b", "#56616e", "#1d5fbf", "#c2410c",
        ("#dbe8fb", "#a9c8f5", "#6ea3ea", "#3577cf", "#174a92", "#0b2a5b"),
    ),
    "dark": Figure(
        "#12171e", "#181f28", "#2a333f", "#e8edf3", "#a3afbc", "#6ea8fe", "#fb923c",
        ("#1d2f4a", "#26497a", "#2f69b3", "#4a90e2", "#86b9f7", "#d3e6ff"),
    ),
}  # fmt: skip


def group_colour(group: str, theme: Theme) -> str:
    """The colour of a group of types as #rrggbb."""
    style = GROUP_STYLE.get(group, OTHER_STYLE)
    return style[2] if theme == "dark" else style[1]


def group_symbol(group: str) -> str:
    """The plotly symbol of a group of types."""
    return GROUP_STYLE.get(group, OTHER_STYLE)[0]


def with_alpha(colour: str, alpha: float) -> str:
    """The colour ``#rrggbb`` as rgba().

    >>> with_alpha("#1d5fbf", 0.25)
    'rgba(29,95,191,0.25)'
    """
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:g})"
