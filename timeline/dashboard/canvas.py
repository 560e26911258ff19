"""The ground that events are drawn on: axis of time, lanes with their labels, the line of today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from timeline.dashboard.lanes import Lane
from timeline.dashboard.palette import FIGURES
from timeline.dashboard.screen import RIGHT, Screen
from timeline.dashboard.textwidth import shorten
from timeline.dashboard.window import MS_PER_DAY, Window

FONT: Final = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"
AXIS, BOTTOM = 28, 6
#: Height of the label's own line in a lane where there is no gutter.
HEADER: Final = 16
_WIDEST_STRETCH = 26.0


@dataclass(frozen=True, slots=True)
class Band:
    """A lane on the page: its index among the lanes, top and height in pixels, whether it holds cells."""

    index: int
    top: float
    height: float
    cells: bool = False


def room(screen: Screen) -> float:
    """Pixels of height for lanes before the plot must scroll."""
    return screen.height - AXIS - BOTTOM


def stack(needs: Sequence[tuple[int, float, bool]], available: float) -> list[Band]:
    """Lanes (index, least height, cells?) one below the other; spare height is shared out among them, up to a bound."""
    spare = max(0.0, available - sum(height for _, height, _ in needs))
    extra = min(spare / max(len(needs), 1), max(_WIDEST_STRETCH, available / (2 * max(len(needs), 3))))
    bands, top = [], 0.0
    for index, height, cells in needs:
        bands.append(Band(index, round(top, 1), round(height + extra, 1), cells))
        top += height + extra
    return bands


def make_layout(bands: Sequence[Band], lanes: Sequence[Lane], window: Window, screen: Screen) -> dict[str, Any]:
    """The figure's layout; ``meta`` says where window and lanes are."""
    look = FIGURES[screen.theme]
    height = max(bands[-1].top + bands[-1].height if bands else 0.0, room(screen))
    shapes = [_lane_ground(band, look.lane) for band in bands[::2]]
    if screen.today is not None:
        shapes.append(_today_line(screen.today, height, look.today))
    return {
        "width": screen.width,
        "height": height + AXIS + BOTTOM,
        "margin": {"l": screen.gutter, "r": RIGHT, "t": AXIS, "b": BOTTOM, "autoexpand": False},
        "paper_bgcolor": look.paper,
        "plot_bgcolor": look.paper,
        "font": {"family": FONT, "size": 12, "color": look.ink},
        "showlegend": False,
        "hovermode": False,
        "dragmode": "pan",
        "barmode": "overlay",
        "xaxis": _time_axis(window, look.grid, look.muted),
        "yaxis": {"range": [height, 0], "fixedrange": True, "visible": False},
        "shapes": shapes,
        "annotations": [_lane_label(lanes[band.index], band, screen) for band in bands],
        "meta": {
            "window": [window.start, window.end],
            "lanes": [_lane_place(lanes[band.index], band) for band in bands],
        },
    }


def _lane_place(lane: Lane, band: Band) -> dict[str, Any]:
    return {
        "index": band.index,
        "key": lane.key,
        "label": lane.label,
        "top": band.top,
        "height": band.height,
        "cells": band.cells,
    }


def _time_axis(window: Window, grid: str, muted: str) -> dict[str, Any]:
    return {
        "type": "date",
        "side": "top",
        "range": [window.start * MS_PER_DAY, window.end * MS_PER_DAY],
        "gridcolor": grid,
        "zeroline": False,
        "tickfont": {"color": muted, "size": 11},
        "ticklabelmode": "period",
        "tickformatstops": [
            {"dtickrange": [None, 2_000_000_000], "value": "%-d %b %Y"},
            {"dtickrange": ["M1", "M6"], "value": "%b %Y"},
            {"dtickrange": ["M12", None], "value": "%Y"},
        ],
        "minallowed": -62_000_000_000_000,
        "maxallowed": 200_000_000_000_000,
    }


def _lane_ground(band: Band, colour: str) -> dict[str, Any]:
    return {
        "type": "rect", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": band.top, "y1": band.top + band.height,
        "fillcolor": colour, "line": {"width": 0}, "layer": "below",
    }  # fmt: skip


def _today_line(today: int, height: float, colour: str) -> dict[str, Any]:
    x = (today + 0.5) * MS_PER_DAY
    return {
        "type": "line", "x0": x, "x1": x, "yref": "y", "y0": 0, "y1": height, "layer": "above",
        "line": {"color": colour, "width": 1.5, "dash": "dot"},
    }  # fmt: skip


def _lane_label(lane: Lane, band: Band, screen: Screen) -> dict[str, Any]:
    """Plotly reads tags in text, so the name is escaped."""
    look = FIGURES[screen.theme]
    inside = screen.gutter == 0
    indent = 0 if inside else 12 * min(lane.depth, 2)
    count = f"{lane.count:,}"
    width = (screen.width if inside else screen.gutter) - 28 - indent - 8 * len(count)
    name = escape(shorten(lane.label, width, 12, screen.font_scale), quote=False)
    return {
        "text": f'{name}  <span style="color:{look.muted}">{count}</span>',
        "xref": "paper", "x": 0, "xanchor": "left", "xshift": 6 if inside else 10 + indent - screen.gutter,
        "yref": "y", "y": band.top + (HEADER / 2 + 1 if inside else band.height / 2), "yanchor": "middle",
        "showarrow": False, "align": "left", "borderpad": 0,
        "font": {"size": 11 if inside or band.height < 20 else 12, "color": look.muted if inside else look.ink},
    }  # fmt: skip
