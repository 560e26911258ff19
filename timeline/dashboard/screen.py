"""What the browser tells of itself, within sane bounds."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from timeline.dashboard.palette import Theme

RIGHT: Final = 14
GUTTER: Final = 178
_NARROW: Final = 640


@dataclass(frozen=True, slots=True)
class Screen:
    """The size of the plot in pixels, the theme, today (days since 1970-01-01), how wide the font runs."""

    width: int = 1100
    height: int = 420
    theme: Theme = "light"
    today: int | None = None
    font_scale: float = 1.0

    @property
    def gutter(self) -> int:
        """Width of the lane labels; none on a narrow screen, where they stand on a line of their own in their lanes."""
        return GUTTER if self.width >= _NARROW else 0

    @property
    def plot_width(self) -> int:
        """Pixels from the first to the last day in view."""
        return self.width - self.gutter - RIGHT


def read_screen(value: Mapping[str, Any] | None) -> Screen:
    """The screen from the page's JSON.

    >>> read_screen({"width": 99999, "theme": "dark"}).width
    4000
    """
    value = value if isinstance(value, Mapping) else {}
    today = _number(value.get("today"), -1e6, 1e6)
    scale = _number(value.get("scale"), 0.7, 1.6)
    return Screen(
        width=int(_number(value.get("width"), 280, 4000) or 1100),
        height=int(_number(value.get("height"), 200, 3000) or 420),
        theme="dark" if value.get("theme") == "dark" else "light",
        today=None if today is None else int(today),
        font_scale=scale or 1.0,
    )


def _number(value: Any, least: float, most: float) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return min(max(float(value), least), most)
