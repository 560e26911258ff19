"""Placed events as traces: bands of possible days, bars of periods, marks, labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from timeline.dashboard.dataset import OPEN_HIGH, OPEN_LOW, Dataset
from timeline.dashboard.packing import LABEL_SIZE, LONG, Placed
from timeline.dashboard.palette import FIGURES, Theme, group_colour, group_symbol, with_alpha
from timeline.dashboard.textwidth import text_width
from timeline.dashboard.window import MS_PER_DAY, Window
from timeline.dashboard.words import FACTUALITY, row_date_words, type_label

#: Symbols that say how real an event is: filled when it happened, hollow when it is to come, crossed when denied.
_VARIANT: Final[Mapping[str, str]] = {
    "actual": "", "scheduled": "-open", "proposed": "-open-dot", "hypothetical": "-open-dot", "denied": "-open",
}  # fmt: skip
_STEPS = 6  # an open side fades in this many steps


@dataclass(frozen=True, slots=True)
class Frame:
    """How pixels and lines become the figure's coordinates: y is in pixels from the top, x in milliseconds."""

    window: Window
    width: float
    theme: Theme
    line: float
    tops: Mapping[int, float]
    labelled: bool
    font_scale: float

    def x(self, pixel: float) -> float:
        """The time at a pixel, in milliseconds since 1970-01-01."""
        return round((self.window.start + pixel / self.width * self.window.span) * MS_PER_DAY)

    def y(self, place: Placed) -> float:
        """The middle of the line that an item stands on; a band under its label stands lower."""
        middle = self.tops[place.item.lane] + (place.line + 0.5) * self.line
        return round(middle + (6 if place.above else 0), 1)


def draw_marks(data: Dataset, placed: Sequence[Placed], frame: Frame) -> tuple[list[dict[str, Any]], list[list[Any]]]:
    """The traces (bands, marks, labels) and, in the order of time, a list for each mark.

    That list is [id, title, when, what, x, y, lane, start and end of the band, start and end of the label, y of the
    label].
    """
    bands, marks, labels, items = _bands(), _marks(frame.theme), _labels(frame.theme), []
    for place in sorted(placed, key=lambda p: (p.item.mark, p.item.row)):
        row = data.events.iloc[place.item.row]
        colour = group_colour(row["event_group"], frame.theme)
        _add_band(bands, data, place, frame, colour, row)
        _add_mark(marks, place, frame, colour, row, fresh=row["event_id"] in data.fresh)
        if place.label:
            _add_label(labels, place, frame)
        label_end = place.label_left + text_width(place.label, LABEL_SIZE, frame.font_scale)
        items.append(
            [
                row["event_id"], row["title"], row_date_words(row), _what(row), frame.x(place.item.mark),
                frame.y(place), place.item.lane,
                frame.x(place.item.left), frame.x(place.item.right), frame.x(place.label_left),
                frame.x(label_end), _label_y(place, frame),
            ]
        )  # fmt: skip
    return [bands, marks, labels], items


def _what(row: Any) -> str:
    places = ", ".join(row["jurisdiction_names"])
    kind = type_label(row["event_type"])
    real = "" if row["factuality"] == "actual" else FACTUALITY.get(row["factuality"], row["factuality"])
    return " · ".join(part for part in (kind, places, real) if part)


def _bands() -> dict[str, Any]:
    return {
        "type": "bar", "orientation": "h", "base": [], "x": [], "y": [], "width": [], "customdata": [],
        "marker": {"color": [], "line": {"width": 0}}, "hoverinfo": "none", "cliponaxis": True,
    }  # fmt: skip


def _marks(theme: Theme) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers", "x": [], "y": [], "customdata": [], "hoverinfo": "none",
        "cliponaxis": False,
        "marker": {"symbol": [], "color": [], "size": [], "opacity": [], "line": {"width": [], "color": []}},
    }  # fmt: skip


def _labels(theme: Theme) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "text", "x": [], "y": [], "text": [], "customdata": [], "textposition": [],
        "textfont": {"size": LABEL_SIZE, "color": FIGURES[theme].ink}, "hoverinfo": "none", "cliponaxis": True,
    }  # fmt: skip


def _add_band(trace: dict[str, Any], data: Dataset, place: Placed, frame: Frame, colour: str, row: Any) -> None:
    """One rectangle for a closed band; for an open side, steps that fade out towards it."""
    item = place.item
    if item.right - item.left < 1:
        return
    low, high = data.low[item.row], data.high[item.row]
    ran = row["date_precision"] == "interval"
    thick = (7.0 if ran else 5.0) if frame.labelled else (4.0 if ran else 3.0)
    if not frame.labelled and item.right - item.left >= LONG * frame.width:
        thick = 2.0  # it shares its line with other marks, and must not drown them
    if low > OPEN_LOW and high < OPEN_HIGH:
        _rectangle(trace, item.left, item.right, thick, 0.75 if ran else 0.28, place, frame, colour, row)
        return
    step = (item.right - item.left) / _STEPS
    for i in range(_STEPS):
        strength = (i + 1) / _STEPS if low == OPEN_LOW else 1 - i / _STEPS
        left = item.left + i * step
        _rectangle(trace, left, left + step, thick, 0.45 * strength, place, frame, colour, row)


def _rectangle(
    trace: dict[str, Any], left: float, right: float, thick: float, alpha: float,
    place: Placed, frame: Frame, colour: str, row: Any,
) -> None:  # fmt: skip
    start = frame.x(left)
    trace["base"].append(start)
    trace["x"].append(frame.x(right) - start)
    trace["y"].append(frame.y(place))
    trace["width"].append(thick)
    trace["customdata"].append(row["event_id"])
    trace["marker"]["color"].append(with_alpha(colour, alpha))


def _add_mark(trace: dict[str, Any], place: Placed, frame: Frame, colour: str, row: Any, *, fresh: bool) -> None:
    marker = trace["marker"]
    reviewed = row["status"] == "reviewed"
    real = row["factuality"]
    hollow = _VARIANT.get(real, "")
    trace["x"].append(frame.x(place.item.mark))
    trace["y"].append(frame.y(place))
    trace["customdata"].append(row["event_id"])
    marker["symbol"].append("x-thin-open" if real == "denied" else group_symbol(row["event_group"]) + hollow)
    marker["color"].append(colour)
    marker["size"].append((12 if frame.labelled else 9) + (4 if fresh else 0))
    marker["opacity"].append(0.6 if real == "hypothetical" else 1.0)
    marker["line"]["width"].append(2 if reviewed or hollow else 1)
    marker["line"]["color"].append(
        FIGURES[frame.theme].ink if reviewed and not hollow else colour if hollow else FIGURES[frame.theme].paper
    )


def _label_y(place: Placed, frame: Frame) -> float:
    return frame.y(place) - (12 if place.above else 0)


def _add_label(trace: dict[str, Any], place: Placed, frame: Frame) -> None:
    """Plotly reads tags in text, so the words are escaped; they hang on their left edge."""
    width = text_width(place.label, LABEL_SIZE, frame.font_scale)
    trace["x"].append(frame.x(place.label_left + (width if place.before else 0)))
    trace["textposition"].append("middle left" if place.before else "middle right")
    trace["y"].append(_label_y(place, frame))
    trace["text"].append(escape(place.label, quote=False))
    trace["customdata"].append(place.item.row)
