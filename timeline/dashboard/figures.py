"""Selected events, lanes and a window turned into a Plotly figure: plain dicts, ready to send.

The traces are always the same ones in the same order, some of them empty: changing their kinds costs the browser more than
drawing. ``layout.meta`` carries what the scripts of the page need: the marks or cells with their places and words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, Final

import numpy as np

from timeline.dashboard.density import count_cells
from timeline.dashboard.lanes import LANE_KINDS, Lane, LaneKind, Lanes, assign_lanes
from timeline.dashboard.marks import Frame, draw_marks
from timeline.dashboard.packing import Item, Placed, lines_by_lane, place_labels, place_marks
from timeline.dashboard.palette import FIGURES, Theme
from timeline.dashboard.selection import Selection
from timeline.dashboard.textwidth import shorten
from timeline.dashboard.view import View, items_in_view
from timeline.dashboard.window import MS_PER_DAY, Window, read_window

FONT: Final = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"
MAX_LABELLED: Final = 90
MAX_MARKED: Final = 700
_AXIS, _BOTTOM, _RIGHT = 30, 6, 14
_LABEL_LINE, _MARK_LINES, _PAD, _THIN_LANE = 23, (15, 13, 11), 5, 17


@dataclass(frozen=True, slots=True)
class Screen:
    """What the browser tells of itself: the size of the plot in pixels, the theme, today, how wide its font runs."""

    width: int = 1100
    height: int = 420
    theme: Theme = "light"
    today: int | None = None
    font_scale: float = 1.0

    @property
    def gutter(self) -> int:
        """Width of the lane labels; none on a narrow screen, where they stand inside their lanes."""
        return 178 if self.width >= 640 else 0


def read_screen(value: Mapping[str, Any] | None) -> Screen:
    """The screen from the page's JSON, within sane bounds.

    >>> read_screen({"width": 99999, "theme": "dark"}).width
    4000
    """
    value = value if isinstance(value, Mapping) else {}
    today = value.get("today")
    return Screen(
        width=_bounded(value.get("width"), 1100, 280, 4000),
        height=_bounded(value.get("height"), 420, 200, 3000),
        theme="dark" if value.get("theme") == "dark" else "light",
        today=int(today) if isinstance(today, int | float) and abs(today) < 1e6 else None,
        font_scale=_bounded(round(1000 * value["scale"]), 1000, 700, 1600) / 1000
        if isinstance(value.get("scale"), int | float)
        else 1.0,
    )


def _bounded(value: Any, default: int, least: int, most: int) -> int:
    return min(max(int(value), least), most) if isinstance(value, int | float) and value == value else default


def lane_kind(scene: Mapping[str, Any] | None) -> LaneKind:
    """What the lanes stand for, as the page asks; jurisdictions unless it asks for something we have."""
    asked = scene.get("lanes") if isinstance(scene, Mapping) else None
    return next((kind for kind in LANE_KINDS if kind == asked), "jurisdiction")


def make_figure(selection: Selection, scene: Mapping[str, Any] | None, screen: Screen) -> dict[str, Any]:
    """The timeline of the selected events, as a figure for ``dcc.Graph``."""
    kind = lane_kind(scene)
    lanes: Lanes = selection.memo(("lanes", kind), lambda: assign_lanes(selection, kind))
    window = read_window(scene, selection)
    width = screen.width - screen.gutter - _RIGHT
    view = items_in_view(selection.data, lanes, window, width, limit=MAX_MARKED)
    available = screen.height - _AXIS - _BOTTOM
    if view.items is not None:
        drawn = _labelled(view, width, available, screen) or _marked(view, width, available, screen)
        if drawn is not None:
            return _mark_figure(selection, drawn, lanes, view, window, screen)
    return _density_figure(selection, lanes, view, window, screen)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Placed items, the height of a line, and which lanes are shown from top to bottom."""

    mode: str
    placed: list[Placed]
    line: float
    shown: list[int]
    lines: dict[int, int]


def _labelled(view: View, width: float, available: float, screen: Screen) -> _Drawn | None:
    items = view.items or []
    if len(items) > MAX_LABELLED:
        return None
    placed = place_labels(items, width, screen.font_scale)
    lines = lines_by_lane(placed)
    need = sum(lines.values()) * _LABEL_LINE + len(lines) * 2 * _PAD
    if need > available and len(items) > 24:
        return None
    return _Drawn(
        "labels", placed, _stretch(_LABEL_LINE, 32, need, available, sum(lines.values())), sorted(lines), lines
    )


def _marked(view: View, width: float, available: float, screen: Screen) -> _Drawn | None:
    placed = place_marks(view.items or [], width)
    lines = lines_by_lane(placed)
    for line in _MARK_LINES:
        if sum(max(n * line + 2 * _PAD, _THIN_LANE) for n in lines.values()) <= available:
            return _Drawn("marks", placed, line, sorted(lines), lines)
    return None


def _stretch(least: float, most: float, need: float, available: float, lines: int) -> float:
    return min(most, least + max(0.0, available - need) / max(lines, 1))


@dataclass(frozen=True, slots=True)
class _Band:
    """A lane on the page: its index among the lanes, top and height in pixels."""

    index: int
    top: float
    height: float


def _stack(shown: list[int], heights: list[float], available: float) -> tuple[list[_Band], float]:
    """Lanes one below the other; what is left of the height is shared out among them, up to a bound."""
    spare = max(0.0, available - sum(heights))
    extra = min(spare / max(len(shown), 1), 26.0)
    bands, top = [], 0.0
    for index, height in zip(shown, heights, strict=True):
        bands.append(_Band(index, top, height + extra))
        top += height + extra
    return bands, max(top, available)


def _mark_figure(
    selection: Selection, drawn: _Drawn, lanes: Lanes, view: View, window: Window, screen: Screen
) -> dict[str, Any]:
    heights = [max(drawn.lines[i] * drawn.line + 2 * _PAD, _THIN_LANE) for i in drawn.shown]
    bands, height = _stack(drawn.shown, heights, screen.height - _AXIS - _BOTTOM)
    tops = {band.index: band.top + (band.height - drawn.lines[band.index] * drawn.line) / 2 for band in bands}
    frame = Frame(
        window,
        screen.width - screen.gutter - _RIGHT,
        screen.theme,
        drawn.line,
        tops,
        drawn.mode == "labels",
        screen.font_scale,
    )
    traces, items = draw_marks(selection.data, drawn.placed, frame)
    layout = _layout(lanes, bands, height, window, screen, view)
    layout["meta"] |= {"mode": drawn.mode, "items": items}
    return {"data": [_empty_cells(screen.theme), *traces], "layout": layout}


def _density_figure(selection: Selection, lanes: Lanes, view: View, window: Window, screen: Screen) -> dict[str, Any]:
    width = screen.width - screen.gutter - _RIGHT
    cells = count_cells(selection.data, lanes.rows, lanes.index, len(lanes.lanes), window, width)
    shown = np.flatnonzero(cells.possibly.sum(axis=1)).tolist()
    available = screen.height - _AXIS - _BOTTOM
    each = min(max(available / max(len(shown), 1), _THIN_LANE), 64.0)
    bands, height = _stack(shown, [each] * len(shown), available)
    z = np.log1p(cells.weight[shown])
    edges = [band.top for band in bands] + [bands[-1].top + bands[-1].height] if bands else [0, 1]
    heat = _empty_cells(screen.theme) | {
        "x": np.rint(cells.edges * MS_PER_DAY).tolist(),
        "y": edges,
        "z": [[None if v == 0 else round(v, 3) for v in row] for row in z.tolist()],
        "zmax": float(z.max()) if z.size and z.max() > 0 else 1.0,
    }
    frame = Frame(window, width, screen.theme, 11, {}, False, 1.0)
    traces, _ = draw_marks(selection.data, [], frame)
    layout = _layout(lanes, bands, height, window, screen, view)
    layout["meta"] |= {
        "mode": "cells",
        "items": [],
        "unit": cells.unit,
        "edges": cells.edges.tolist(),
        "surely": cells.surely[shown].tolist(),
        "possibly": cells.possibly[shown].tolist(),
    }
    return {"data": [heat, *traces], "layout": layout}


def _empty_cells(theme: Theme) -> dict[str, Any]:
    scale = FIGURES[theme].scale
    return {
        "type": "heatmap",
        "x": [],
        "y": [],
        "z": [],
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[i / (len(scale) - 1), colour] for i, colour in enumerate(scale)],
        "showscale": False,
        "xgap": 1,
        "ygap": 2,
        "hoverinfo": "none",
    }


def _layout(
    lanes: Lanes, bands: list[_Band], height: float, window: Window, screen: Screen, view: View
) -> dict[str, Any]:
    look = FIGURES[screen.theme]
    shapes = [_lane_ground(band, look.lane) for band in bands[::2]]
    if screen.today is not None:
        shapes.append(_today_line(screen.today, height, look.today))
    total = height + _AXIS + _BOTTOM
    return {
        "width": screen.width,
        "height": total,
        "margin": {"l": screen.gutter, "r": _RIGHT, "t": _AXIS, "b": _BOTTOM, "autoexpand": False},
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
        "annotations": [_lane_label(lanes.lanes[band.index], band, screen) for band in bands],
        "meta": {
            "window": [window.start, window.end],
            "inWindow": view.events,
            "lanes": [
                {"key": lane.key, "label": lane.label, "top": band.top, "height": band.height, "count": lane.count}
                for band in bands
                for lane in [lanes.lanes[band.index]]
            ],
        },
    }


def _time_axis(window: Window, grid: str, muted: str) -> dict[str, Any]:
    return {
        "type": "date",
        "side": "top",
        "range": [window.start * MS_PER_DAY, window.end * MS_PER_DAY],
        "gridcolor": grid,
        "zeroline": False,
        "tickfont": {"color": muted, "size": 11},
        "ticklabelmode": "period" if window.span < 4000 else "instant",
        "tickformatstops": [
            {"dtickrange": [None, 604_800_000], "value": "%-d %b %Y"},
            {"dtickrange": [604_800_000, "M1"], "value": "%-d %b %Y"},
            {"dtickrange": ["M1", "M12"], "value": "%b %Y"},
            {"dtickrange": ["M12", None], "value": "%Y"},
        ],
        "minallowed": -62_000_000_000_000,
        "maxallowed": 200_000_000_000_000,
    }


def _lane_ground(band: _Band, colour: str) -> dict[str, Any]:
    return {
        "type": "rect", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": band.top, "y1": band.top + band.height,
        "fillcolor": colour, "line": {"width": 0}, "layer": "below",
    }  # fmt: skip


def _today_line(today: int, height: float, colour: str) -> dict[str, Any]:
    x = (today + 0.5) * MS_PER_DAY
    return {
        "type": "line", "x0": x, "x1": x, "yref": "y", "y0": 0, "y1": height, "layer": "above",
        "line": {"color": colour, "width": 1.5, "dash": "dot"},
        "label": {"text": "today", "textposition": "end", "textangle": 0, "font": {"size": 10, "color": colour}, "yanchor": "top"},
    }  # fmt: skip


def _lane_label(lane: Lane, band: _Band, screen: Screen) -> dict[str, Any]:
    look = FIGURES[screen.theme]
    indent = 12 * min(lane.depth, 2)
    count = f"{lane.count:,}"
    room = (screen.gutter or 220) - 22 - indent - 8 * len(count)
    words = escape(shorten(lane.label, room, 12, screen.font_scale))
    text = f'{words}  <span style="color:{look.muted}">{count}</span>'
    inside = screen.gutter == 0
    return {
        "text": f"<b>{text}</b>" if inside else text,
        "xref": "paper", "x": 0, "xanchor": "left", "xshift": 4 if inside else 10 + indent - screen.gutter,
        "yref": "y", "y": band.top + (8 if inside else band.height / 2), "yanchor": "middle",
        "showarrow": False, "align": "left", "font": {"size": 11 if inside or band.height < 20 else 12, "color": look.ink},
    }  # fmt: skip
