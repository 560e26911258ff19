"""Actions of rules that tell lengths of time and what recurs."""

from __future__ import annotations

from typing import get_args

from timeline.timex import periods
from timeline.timex.lengths import LETTERS, length_value
from timeline.timex.meanings import Ahead, Away, Lasting, Length, Meaning, Modified, Nth, Repeated, Several, Span
from timeline.timex.periods import Unit
from timeline.timex.slots import Options, Slots, amount_in, whole_number

#: Units that are so many of another.
_MADE_OF = {
    "fortnight": (2, "week"), "semester": (6, "month"), "bimester": (2, "month"),
    "biennium": (2, "year"), "triennium": (3, "year"), "lustrum": (5, "year"),
}  # fmt: skip


def length(slots: Slots, options: Options) -> Length | None:
    unit = str(options.get("unit", slots.get("u")))
    amount = amount_in(slots, options)
    if amount is None and "n" in slots:
        return None
    if unit in _MADE_OF:
        factor, unit = _MADE_OF[unit]
        amount = factor * amount if amount is not None else None
    if amount is not None and options.get("half"):
        amount += 0.5
    return Length(((amount, unit),), options.get("mod", "")) if unit in LETTERS else None


def lengths(slots: Slots, _options: Options) -> Meaning | None:
    """Two lengths that add up: "two years and six months"."""
    a, b = slots["a"], slots["b"]
    if not (isinstance(a, Length) and isinstance(b, Length)) or a.parts[0][0] is None or b.parts[0][0] is None:
        return None
    return Length(a.parts + b.parts)


def span(slots: Slots, options: Options) -> Meaning | None:
    """A length with its place: "the past two years" (-1), "the next few months" (1)."""
    found = length(slots, options)
    relation = str(options.get("rel", slots.get("rel")))
    return Span(found, -1 if relation in ("last", "past") else 1 if relation == "next" else 0) if found else None


def away(slots: Slots, options: Options) -> Meaning | None:
    """ "two weeks ago", "a year later"; how far is kept when "nearly" or "about" stands before it."""
    base = slots["base"]
    if isinstance(base, Modified) and isinstance(base.base, Length):
        inner = away({**slots, "base": base.base}, options)
        return Modified(inner, base.mod) if inner else None
    if not isinstance(base, Length):
        return None
    if base.parts[0][0] is None and options.get("origin") == "reference":
        return base  # "a few days later": how long is not told
    return Away(base, options["direction"], slots.get("from"), options.get("origin", "anchor"))


def unit_beside(slots: Slots, _options: Options) -> Meaning | None:
    """ "the day before Christmas", "the week after 3 June"."""
    one, direction = length({"u": slots["u"]}, {"amount": 1}), -1 if slots["way"] == "before" else 1
    unit = next((unit for unit in get_args(Unit) if unit == slots["u"]), None)
    if one is None or unit is None:
        return None
    there = Away(one, direction, slots["from"])  # type: ignore[arg-type]  # one of the two
    return there if unit == "day" else Nth(1, unit, there)


def away_about(slots: Slots, options: Options) -> Meaning | None:
    found = away(slots, options)
    return Modified(found, str(slots["mod"])) if found else None


def ahead(slots: Slots, options: Options) -> Meaning | None:
    base = slots["base"].base if isinstance(slots["base"], Modified) else slots["base"]
    return Ahead(base, options["within"], slots.get("from")) if isinstance(base, Length) else None


def lasting(slots: Slots, options: Options) -> Meaning | None:
    """ "for 14 days from 13 March", "13 March for 14 days": the length with the day it begins on, as they stand."""
    base = slots["base"].base if isinstance(slots["base"], Modified) else slots["base"]
    if not isinstance(base, Length):
        return None
    told = (("base", Lasting(base, slots["from"])), ("from", slots["from"]))
    return Several(told[::-1] if options.get("date_first") else told)


def repeated(slots: Slots, options: Options) -> Meaning | None:
    """ "every year", "each Monday", "twice a week"."""
    unit = options.get("unit", slots.get("u"))
    number = whole_number(slots["n"]) if "n" in slots and unit in ("weekday", "month", "season") else None
    if unit == "weekday" and number is not None:
        return Repeated(f"XXXX-WXX-{number + 1}")
    if unit == "month" and number is not None:
        return Repeated(f"XXXX-{number:02d}")
    if unit == "season" and number is not None:
        return Repeated(f"XXXX-{periods.SEASONS[number - 1]}")
    if unit == "daypart":
        return Repeated(f"XXXX-XX-XXT{slots['n']}")
    found = length(slots, options if "n" in slots else {"amount": 1, **options})
    return Repeated(length_value(found)) if found else None


def weekday_parts(slots: Slots, _options: Options) -> Meaning | None:
    """ "Monday and Tuesday nights": parts of days that come back every week."""
    found = [(name, Repeated(f"XXXX-WXX-{slots[name] + 1}T{slots['p']}")) for name in ("d", "n") if name in slots]
    return Several(tuple(found)) if len(found) > 1 else found[0][1]


def repeated_word(slots: Slots, _options: Options) -> Meaning | None:
    """A word that is a set by itself: "daily"."""
    return Repeated(str(slots["v"]))
