"""What the words say before it is known when they were said: small values that the resolver turns into dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from timeline.timex.periods import Period, Unit

#: How a name such as "Friday" or "March" is picked: by tense (None), or by the word beside it.
Pick = Literal["last", "this", "next", "previous", "following", "coming", "same"]
PartName = Literal["early", "mid", "late", "start", "end", "earlier", "later", "first half", "last half"]
Origin = Literal["anchor", "reference"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A period named in full: "24 May 2023", "the 1980s". ``alternatives`` are other readings of the same figures."""

    period: Period
    alternatives: tuple[Period, ...] = ()
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of the year without its year; the weekday, when told, helps to choose it."""

    month: int
    day: int
    weekday: int | None = None
    pick: Pick | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A period that recurs, by its name or number: Friday, March, the third quarter, summer, the 15th."""

    unit: Literal["weekday", "month", "quarter", "half", "season", "monthday", "century", "decade"]
    number: int
    pick: Pick | None = None


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units from the day of writing: yesterday, last week, next year."""

    unit: Unit
    steps: int
    trailing: bool = False  # "the past year" ends today
    loose: bool = False  # said in the present tense of a text that tells no days, "heute" is nowadays


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast by its rule: a month and day, the n-th weekday of a month, or days from Easter."""

    rule: str
    year: int | None = None
    pick: Pick | None = None


@dataclass(frozen=True, slots=True)
class Inside:
    """A recurring period inside a larger one: "March of last year", "the third quarter of 1990"."""

    inner: Meaning
    outer: Meaning


@dataclass(frozen=True, slots=True)
class Ended:
    """A numbered quarter of a year of its own with its last day: "the first quarter ended Sept. 30"."""

    quarter: Meaning
    last: Meaning


@dataclass(frozen=True, slots=True)
class Part:
    """The early, middle or late part of a period, or its start or end."""

    base: Meaning
    part: PartName


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th day, week or weekday of a period; ``number`` -1 is the last."""

    number: int
    unit: Unit
    base: Meaning
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: amounts by unit; ``None`` is an amount that is not told ("several weeks")."""

    parts: tuple[tuple[float | None, str], ...]
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Away:
    """A length before or after something: "two weeks after 3 March", "three days ago", "a month later"."""

    length: Length
    direction: Literal[-1, 1]
    base: Meaning | None = None
    origin: Origin = "anchor"


@dataclass(frozen=True, slots=True)
class Span:
    """A length that ends or starts now or at the date told: "the past two years", "the first nine months"."""

    length: Length
    direction: Literal[-1, 0, 1] = 0


@dataclass(frozen=True, slots=True)
class Ahead:
    """A length counted forward: "within 30 days" (any day until then), "in two years" (then, when told as to come)."""

    length: Length
    within: bool
    base: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length that begins on a date: "for 14 days from 13 March"."""

    length: Length
    base: Meaning


@dataclass(frozen=True, slots=True)
class Years:
    """A year that runs over two calendar years, or several: "2023-24"."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Several:
    """Dates told in one breath ("24 and 25 April"): each meaning with the slot its words begin or end at."""

    parts: tuple[tuple[str, Meaning], ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day on some date."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str = ""
    base: Meaning | None = None


@dataclass(frozen=True, slots=True)
class DayPart:
    """The morning (MO), afternoon (AF), evening (EV), night (NI) ... of some date."""

    code: str
    base: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set: its TIMEX3 value, as "P1W", "XXXX-WXX-5"."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Modified:
    """A meaning with a TIMEX3 ``mod``: about, nearly, more than."""

    base: Meaning
    mod: str


@dataclass(frozen=True, slots=True)
class Same:
    """Back to the period the text talks of: "that year", "the quarter", "the same day"."""

    unit: Unit
    steps: int = 0


Meaning = (
    Fixed | Years | MonthDay | Named | Shifted | Same | Holiday | Inside | Ended | Part | Nth | Several
    | Length | Span | Away | Ahead | Lasting | Clock | DayPart | Repeated | Vague | Modified
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Find:
    """Words that a rule read: tokens ``start`` to ``end`` (exclusive), what they mean and which rule says so.

    A ``weak`` find ("night", "spring") counts only when a later level joins it to something.
    """

    start: int
    end: int
    kind: str
    meaning: Meaning | None
    rule_id: str
    weak: bool = False
    parts: tuple[Find, ...] = field(default=())
