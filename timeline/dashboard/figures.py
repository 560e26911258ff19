"""Selected events, lanes and a window turned into a Plotly figure: plain dicts, ready to send.

What is drawn depends on what fits: every event with its title; else every event as a mark; else lanes with too many
events as cells that hold counts; else cells alone. The traces are always the same ones in the same order, some of
them empty: changing their kinds costs the browser more than drawing. ``layout.meta`` carries what the page's scripts
need.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from timeline.dashboard.canvas import HEADER, Band, make_layout, room, stack
from timeline.dashboard.density import Cells, count_cells
from timeline.dashboard.lanes import LANE_KINDS, LaneKind, Lanes, assign_lanes
from timeline.dashboard.marks import Frame, draw_marks
from timeline.dashboard.packing import Placed, lines_by_lane, place_labels, place_marks
from timeline.dashboard.palette import FIGURES, Theme
from timeline.dashboard.screen import Screen
from timeline.dashboard.selection import Selection
from timeline.dashboard.view import View, items_in_view
from timeline.dashboard.window import MS_PER_DAY, Window, read_window

MAX_LABELLED: Final = 90
MAX_MARKED: Final = 700
_ALWAYS_LABELLED = 24
_LABEL_LINE, _WIDEST_LABEL_LINE, _MARK_LINES, _PAD = 23.0, 32.0, (15.0, 13.0, 11.0), 5.0
_THIN_LANE, _TALL_CELL = 17.0, 96.0
_PALEST = 0.85  # the emptiest cell stands a little above the pale end, so that differences among full cells show


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the lanes are drawn: placed items, the height of their lines, lines per lane of marks, lanes of cells."""

    mode: str
    placed: Sequence[Placed]
    line: float
    lines: Mapping[int, int]
    cells: frozenset[int] = frozenset()


def lane_kind(scene: Mapping[str, Any] | None) -> LaneKind:
    """What the lanes stand for, as the page asks; jurisdictions unless it asks for something we have."""
    asked = scene.get("lanes") if isinstance(scene, Mapping) else None
    return next((kind for kind in LANE_KINDS if kind == asked), "jurisdiction")


def lanes_of(selection: Selection, scene: Mapping[str, Any] | None) -> Lanes:
    """The lanes that the page asks for, kept with the selection."""
    kind = lane_kind(scene)
    return selection.memo(("lanes", kind), lambda: assign_lanes(selection, kind))


def make_figure(selection: Selection, scene: Mapping[str, Any] | None, screen: Screen) -> dict[str, Any]:
    """The timeline of the selected events, as a figure for ``dcc.Graph``."""
    lanes = lanes_of(selection, scene)
    window = read_window(scene, selection)
    view = items_in_view(selection.data, lanes, window, screen.plot_width, limit=MAX_MARKED)
    plan = _plan(view, screen)
    if plan is None or plan.cells:
        cells = count_cells(selection.data, lanes, window, screen.plot_width)
        full = frozenset(np.flatnonzero(cells.possibly.sum(axis=1)).tolist())
        plan = plan or _Plan("cells", [], _MARK_LINES[-1], {}, full)
    else:
        cells = None
    bands = stack(_needs(plan, screen), room(screen))
    layout = make_layout(bands, lanes.lanes, window, screen)
    traces, items = draw_marks(selection.data, plan.placed, _frame(plan, bands, window, screen))
    layout["meta"] |= {"mode": plan.mode, "items": items, "inWindow": view.events}
    heat = _heat(screen.theme)
    if cells is not None:
        heat |= _cell_values(cells, bands, _header(screen))
        layout["meta"] |= _cell_meta(cells, bands)
    return {"data": [heat, *traces], "layout": layout}


def _plan(view: View, screen: Screen) -> _Plan | None:
    """The most telling way to draw that fits; None when there is nothing for it but cells."""
    if view.items is None:
        return None
    return _labelled(view, screen) or _marked(view, screen) or _mixed(view, screen)


def _labelled(view: View, screen: Screen) -> _Plan | None:
    items = view.items or []
    if len(items) > MAX_LABELLED:
        return None
    placed = place_labels(items, screen.plot_width, screen.font_scale)
    lines = lines_by_lane(placed)
    need = sum(lines.values()) * _LABEL_LINE + len(lines) * (2 * _PAD + _header(screen))
    if need > room(screen) and len(items) > _ALWAYS_LABELLED:
        return None
    spare = max(0.0, room(screen) - need) / max(sum(lines.values()), 1)
    return _Plan("labels", placed, min(_WIDEST_LABEL_LINE, _LABEL_LINE + spare), lines)


def _marked(view: View, screen: Screen) -> _Plan | None:
    placed = place_marks(view.items or [], screen.plot_width)
    lines = lines_by_lane(placed)
    for line in _MARK_LINES:
        if sum(_lane_height(n, line, screen) for n in lines.values()) <= room(screen):
            return _Plan("marks", placed, line, lines)
    return None


def _mixed(view: View, screen: Screen) -> _Plan | None:
    """Marks in the emptier lanes, as many as fit; cells in the others."""
    placed = place_marks(view.items or [], screen.plot_width)
    lines, line = lines_by_lane(placed), _MARK_LINES[-1]
    thin = _THIN_LANE + _header(screen)
    left = max(room(screen) - thin * len(lines), 0.0)  # the lanes may need more than there is: then the plot scrolls
    marked: dict[int, int] = {}
    for index, number in sorted(lines.items(), key=lambda entry: (entry[1], entry[0])):
        left -= _lane_height(number, line, screen) - thin
        if left < 0:
            break
        marked[index] = number
    if not marked:
        return None
    return _Plan(
        "mixed", [p for p in placed if p.item.lane in marked], line, marked, frozenset(lines.keys() - marked.keys())
    )


def _header(screen: Screen) -> float:
    return 0.0 if screen.gutter else float(HEADER)


def _lane_height(lines: int, line: float, screen: Screen) -> float:
    return max(lines * line + 2 * _PAD, _THIN_LANE) + _header(screen)


def _needs(plan: _Plan, screen: Screen) -> list[tuple[int, float, bool]]:
    """Each shown lane with the height it needs, in order; lanes of cells share out what marks leave."""
    marks = {index: _lane_height(number, plan.line, screen) for index, number in plan.lines.items()}
    share = (room(screen) - sum(marks.values())) / max(len(plan.cells), 1) - _header(screen)
    cell = min(max(share, _THIN_LANE), _TALL_CELL) + _header(screen)
    shown = sorted({*marks, *plan.cells})
    return [(index, marks.get(index, cell), index in plan.cells) for index in shown]


def _frame(plan: _Plan, bands: Sequence[Band], window: Window, screen: Screen) -> Frame:
    header = _header(screen)
    tops = {
        band.index: band.top + header + (band.height - header - plan.lines[band.index] * plan.line) / 2
        for band in bands
        if band.index in plan.lines
    }
    return Frame(window, screen.plot_width, screen.theme, plan.line, tops, plan.mode == "labels", screen.font_scale)


def _heat(theme: Theme) -> dict[str, Any]:
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


def _cell_values(cells: Cells, bands: Sequence[Band], header: float) -> dict[str, Any]:
    """Colour by the logarithm of the number; lanes of marks and the lines of labels keep their places without cells."""
    z = np.log1p(cells.weight)
    held = [band.index for band in bands if band.cells]
    filled = cells.weight[held][cells.weight[held] > 0] if held else cells.weight[:0]
    least, most = (float(np.log1p(filled.min())), float(np.log1p(filled.max()))) if filled.size else (0.0, 0.0)
    nothing: list[float | None] = [None] * z.shape[1]
    rows, edges = [], [0.0]
    for band in bands:
        if header:
            rows.append(nothing)
            edges.append(band.top + header)
        rows.append([round(v, 3) if v > 0 else None for v in z[band.index].tolist()] if band.cells else nothing)
        edges.append(band.top + band.height)
    return {
        "x": np.rint(cells.edges * MS_PER_DAY).tolist(),
        "y": edges,
        "z": rows,
        "zmin": _PALEST * least,
        "zmax": most or 1.0,
    }


def _cell_meta(cells: Cells, bands: Sequence[Band]) -> dict[str, Any]:
    held = cells.weight[[band.index for band in bands if band.cells]]
    filled = held[held > 0]
    return {
        "unit": cells.unit,
        "range": [float(filled.min().round(1)), float(filled.max().round())] if filled.size else [],
        "edges": cells.edges.tolist(),
        "surely": [cells.surely[band.index].tolist() if band.cells else [] for band in bands],
        "possibly": [cells.possibly[band.index].tolist() if band.cells else [] for band in bands],
    }
