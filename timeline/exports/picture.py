"""The timeline as a picture: SVG drawn here, PNG made of it.

A lane is a group of types; uncertain dates are pale and as wide as they are uncertain.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import pandas as pd

from timeline.errors import ArgumentError
from timeline.event_types import group_labels
from timeline.exports.cells import rows_of, without_controls
from timeline.exports.content import Content
from timeline.exports.scale import Scale, scale_of, ticks
from timeline.exports.statement import Statement
from timeline.exports.terminal import shown_date

_WIDTH, _LEFT, _RIGHT, _TOP = 1280, 120, 20, 64
_ROW, _NARROW_ROW, _LETTER, _LABEL = 18, 12, 6.3, 64
_LABELLED = 80  # with more events than this, marks go without their titles, which stay as tooltips
_MOST_ROWS = 40  # a lane deeper than this is drawn as counts
_BINS = 120
_COLOURS = ("#4269d0", "#efb118", "#ff725c", "#3ca951", "#a463f2", "#2a9d8f", "#9c6b4e")
_LEGEND = "pale: a day somewhere within; fading: no limit known on that side"
_FONT = "font-family=\"'DejaVu Sans', Arial, Helvetica, sans-serif\""


@dataclass(frozen=True, slots=True)
class _Mark:
    """An event on the axis: from ``x`` to ``x_end``, fading where a side is open."""

    x: float
    x_end: float
    open_left: bool
    open_right: bool
    sure: bool
    title: str
    tooltip: str
    event_id: str


def to_svg(content: Content) -> bytes:
    """A standalone SVG of every row with a date; the statement stands in it, undated rows only as their count."""
    rows = [row for row in rows_of(content.events) if not (pd.isna(row["date_start"]) and pd.isna(row["date_end"]))]
    days = [row[key].date() for row in rows for key in ("date_start", "date_end") if not pd.isna(row[key])]
    scale = scale_of(days, _LEFT, _WIDTH - _RIGHT)
    body: list[str] = []
    y = float(_TOP)
    for number, (group, label) in enumerate(group_labels().items()):
        marks = [_mark(row, scale) for row in rows if row["event_group"] == group]
        if marks:
            drawn, height = _lane(marks, y, number % len(_COLOURS), labelled=len(rows) <= _LABELLED)
            body += [_lane_head(label, len(marks), y, height), *drawn]
            y += height
    return "\n".join([*_head(y + 24, content.statement), _fades(), *_axis(scale, y), *body, "</svg>\n"]).encode()


def to_png(content: Content) -> bytes:
    """:func:`to_svg` as pixels at twice its size. Raises :class:`ArgumentError` without the optional renderer."""
    try:
        import resvg_py
    except ImportError as error:
        raise ArgumentError("PNG needs a renderer: pip install 'timeline[png]', or use --format svg.") from error
    svg = to_svg(content).decode()
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=2, background="#ffffff", font_family="DejaVu Sans"))


def _mark(row: dict[str, Any], scale: Scale) -> _Mark:
    first, last = row["date_start"], row["date_end"]
    open_left, open_right = bool(pd.isna(first)), bool(pd.isna(last))
    x = scale.x(last.date()) - 40 if open_left else scale.x(first.date())
    x_end = x + 40 if open_right else scale.x(_after(last.date()))
    title = " ".join(without_controls(row["title"]).split())
    shown = shown_date(row["edtf"], first, last)
    return _Mark(
        max(x, _LEFT),
        max(x_end, max(x, _LEFT) + 6),
        open_left,
        open_right,
        row["date_precision"] in ("day", "interval"),
        title,
        f"{shown} ({row['date_basis']}, {row['factuality']}): {title}",
        row["event_id"],
    )


def _after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1) if day < date.max else day


def _lane(marks: list[_Mark], y: float, colour: int, *, labelled: bool) -> tuple[list[str], float]:
    """The elements of a lane and its height: packed rows, or counts where those would be too many."""
    ends: list[float] = []
    placed: list[tuple[_Mark, int, bool]] = []
    for mark in sorted(marks, key=lambda m: (m.x, m.x_end, m.title)):
        width = min(len(mark.title), _LABEL) * _LETTER + 6 if labelled else 0
        flipped = labelled and mark.x_end + width > _WIDTH - _RIGHT
        start = mark.x - width if flipped else mark.x
        end = mark.x_end if flipped else mark.x_end + width
        row = next((number for number, taken in enumerate(ends) if taken <= start), len(ends))
        ends[row : row + 1] = [end + 4]
        placed.append((mark, row, flipped))
        if len(ends) > _MOST_ROWS:
            return _counts(marks, y, _COLOURS[colour]), 3.0 * _ROW
    height = _ROW if labelled else _NARROW_ROW
    drawn = [_shape(mark, y + 6 + row * height, colour, labelled, flipped) for mark, row, flipped in placed]
    return drawn, max(len(ends) * height, _ROW) + 12.0


def _shape(mark: _Mark, y: float, colour: int, labelled: bool, flipped: bool) -> str:
    """A bar: full where the day is sure, pale where it lies somewhere within, fading out on a side left open."""
    fill = f'fill="{_COLOURS[colour]}"' + ("" if mark.sure else ' fill-opacity="0.4"')
    if mark.open_left or mark.open_right:
        fill = f'fill="url(#fade-{"left" if mark.open_left else "right"}-{colour})"'
    width = round(mark.x_end - mark.x, 1)
    box = f'<rect x="{mark.x:.1f}" y="{y + 3:.1f}" width="{width}" height="9" rx="2" {fill}/>'
    text = ""
    if labelled:
        words = mark.title if len(mark.title) <= _LABEL else mark.title[: _LABEL - 1] + "…"
        place = f'x="{mark.x - 4:.1f}" text-anchor="end"' if flipped else f'x="{mark.x_end + 4:.1f}"'
        text = f'<text {place} y="{y + 11:.1f}" font-size="11" fill="#222222">{escape(words)}</text>'
    tooltip, event_id = escape(mark.tooltip), escape(without_controls(mark.event_id))
    return f'<g data-event="{event_id}"><title>{tooltip}</title>{box}{text}</g>'


def _fades() -> str:
    """Colours that run out to the left or to the right."""
    stops = ('<stop offset="{}" stop-color="{}" stop-opacity="0.05"/>', '<stop offset="{}" stop-color="{}"/>')
    gradients = []
    for number, colour in enumerate(_COLOURS):
        for side, (pale, full) in (("left", (0, 1)), ("right", (1, 0))):
            inside = sorted([(pale, stops[0].format(pale, colour)), (full, stops[1].format(full, colour))])
            gradients.append(
                f'<linearGradient id="fade-{side}-{number}">{"".join(stop for _, stop in inside)}</linearGradient>'
            )
    return f"<defs>{''.join(gradients)}</defs>"


def _counts(marks: list[_Mark], y: float, colour: str) -> list[str]:
    width = (_WIDTH - _RIGHT - _LEFT) / _BINS
    bins: dict[int, list[_Mark]] = {}
    for mark in marks:
        bins.setdefault(min(int((mark.x - _LEFT) / width), _BINS - 1), []).append(mark)
    most = max(map(len, bins.values()))
    cells = []
    for number, members in sorted(bins.items()):
        listed = "\n".join([f"{len(members)} events", *(m.tooltip for m in members[:20])])
        strength = 0.15 + 0.85 * len(members) / most
        cells.append(
            f'<rect x="{_LEFT + number * width:.1f}" y="{y + 8:.1f}" width="{width:.1f}" height="{2 * _ROW}" '
            f'fill="{colour}" fill-opacity="{strength:.2f}"><title>{escape(listed)}</title></rect>'
        )
    return cells


def _lane_head(label: str, count: int, y: float, height: float) -> str:
    middle = y + min(height, 2 * _ROW) / 2 + 5
    return (
        f'<line x1="0" x2="{_WIDTH}" y1="{y:.1f}" y2="{y:.1f}" stroke="#dddddd"/>'
        f'<text x="8" y="{middle:.1f}" font-size="12" fill="#222222">{escape(label)} ({count})</text>'
    )


def _axis(scale: Scale, bottom: float) -> list[str]:
    lines = []
    for day, label in ticks(scale):
        x = scale.x(day)
        lines.append(f'<line x1="{x}" x2="{x}" y1="{_TOP - 6}" y2="{bottom:.1f}" stroke="#eeeeee"/>')
        lines.append(f'<text x="{x}" y="{_TOP - 10}" font-size="11" text-anchor="middle" fill="#555555">{label}</text>')
    return lines


def _head(height: float, statement: Statement) -> list[str]:
    sentence = escape(without_controls(statement.sentence()))
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height:.0f}"',
        f'viewBox="0 0 {_WIDTH} {height:.0f}" role="img" aria-label="{sentence}" {_FONT}>',
        f"<title>Regulatory events</title><desc>{sentence}</desc>",
        f'<rect width="{_WIDTH}" height="{height:.0f}" fill="#ffffff"/>',
        '<text x="8" y="20" font-size="15" font-weight="bold" fill="#222222">Regulatory events</text>',
        f'<text x="8" y="38" font-size="11" fill="#555555">{sentence}</text>',
        f'<text x="{_WIDTH - 8}" y="20" font-size="11" fill="#555555" text-anchor="end">{_LEGEND}</text>',
    ]
