"""How likely two documents tell of one occurrence: points with a written reason each, or a reason why never."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.event_types import event_group
from timeline.kinship import kinship, makes_measure, once_only, targeted
from timeline.merge.comparison import IDENTITY, THRESHOLD, Comparison
from timeline.merge.dates import MAX_DAY, MIN_DAY
from timeline.merge.features import Unit
from timeline.merge.instrument_names import instrument_kind, same_instrument_name
from timeline.merge.names import name_tokens
from timeline.merge.parties import compare_parties, same_party
from timeline.merge.topics import same_measure

#: Days by which two sources may date one event apart: an act that happens once to its instrument; one with the same
#: parties and sum (decided, announced); any other with a strong key (after midnight, reported the day after).
ONCE_ONLY_DAYS, REPORTING_DAYS, NEXT_DAY = 31, 3, 1
#: An inquiry runs for months, and a text may give the day of any of its steps.
ONE_INQUIRY_DAYS = 365
_QUARTER = 92
_WEEKS, _YEAR, _UNKNOWN = 31, 366, 10**9
_OPEN_ENDS = frozenset({MIN_DAY, MAX_DAY})
_STATUTES = frozenset({"bill", "law"})
_CASES = frozenset({"case", "docket"})
_INQUIRY = re.compile(
    r"\b(?:parliamentary|congressional|select|joint|committee(?:’s|'s)?|senate(?:’s|'s)?|house)(?: \w+)? inquiry\b",
    re.IGNORECASE,
)
_REALITY = {"actual": 0, "scheduled": 0, "proposed": 1, "hypothetical": 2, "denied": 3}


def compare(a: Unit, b: Unit) -> Comparison:
    """Compare two units; symmetric."""
    result = Comparison([])
    gap = max(a.span[0], b.span[0]) - min(a.span[1], b.span[1])
    if gap > ONCE_ONLY_DAYS and not (gap <= ONE_INQUIRY_DAYS and a.type == b.type == "investigation"):
        result.veto = "dates: they are weeks apart"
        return result
    for step in _STEPS:
        step(a, b, result)
        if result.veto:
            return result
    _compare_dates(a, b, result)
    if not result.veto:
        _compare_words(a, b, result)
        _raise_the_bar(a, b, result)
    return result


def _raise_the_bar(a: Unit, b: Unit, result: Comparison) -> None:
    """What two reports need beyond the usual: a common target where there is one, more where no day ties them."""
    result.hit = result.hit or result.strong or not (targeted(a.type) and targeted(b.type))
    if result.strong:
        return
    if not a.fixed and not b.fixed and not result.one_topic:
        result.needed = THRESHOLD + 1.0
    elif max(a.span[1] - a.span[0], b.span[1] - b.span[0]) > _QUARTER and a.fixed and b.fixed:
        result.identity_needed = IDENTITY + 1.0


def _compare_types(a: Unit, b: Unit, result: Comparison) -> None:
    if a.document_id == b.document_id:
        result.veto = "one document tells them apart"
        return
    kin = kinship(a.type, b.type)
    if kin == "none":
        result.veto = f"types: {a.type} is not {b.type}"
        return
    result.add(f"{kin} type", {"same": 2.0, "near": 1.0, "weak": -1.0}[kin])
    if kin == "same" and a.stage and b.stage and a.stage != b.stage:
        result.veto = f"steps: {a.stage} is not {b.stage}"
        return
    if "statement" in (a.type, b.type) and not ((a.fixed and b.fixed) or _one_position(a, b)):
        result.veto = "statements: who says such a thing says it often"
        return
    real_a, real_b = _REALITY[a.main.event.factuality], _REALITY[b.main.event.factuality]
    if real_a != real_b:
        if max(real_a, real_b) > 1:
            result.veto = f"factuality: {a.main.event.factuality} is not {b.main.event.factuality}"
        else:
            result.add("one source tells it as a plan", -1.0 if not targeted(a.type) or a.fixed == b.fixed else -2.0)


def _one_position(a: Unit, b: Unit) -> bool:
    """Whether both tell, in much the same words, that the same speaker is for or against something."""
    if not (a.type == b.type and a.stage and a.stage == b.stage):
        return False
    common = a.words & b.words
    if len(common) < 4 or len(common) < min(len(a.words), len(b.words)) / 2:
        return False
    return any(p.side == q.side == "acts" and same_party(p, q) for p in a.parties for q in b.parties)


def _compare_places(a: Unit, b: Unit, result: Comparison) -> None:
    if not a.codes or not b.codes:
        return
    if a.codes & b.codes:
        result.add("same jurisdiction", 1.0)
    elif places_agree(a.codes, b.codes):
        return
    elif a.guessed or b.guessed:
        result.add("another place, as far as the rest of a document tells", -2.0)
    else:
        result.veto = f"jurisdictions: {'/'.join(sorted(a.codes))} is not {'/'.join(sorted(b.codes))}"


def places_meet(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of codes share one, or one is a part of the other's state or Union.

    >>> places_meet(frozenset({"US-MT"}), frozenset({"US"})), places_meet(frozenset({"US-MT"}), frozenset({"US-TX"}))
    (True, False)
    """
    return bool(a & b) or places_agree(a, b)


@lru_cache(maxsize=65536)
def places_agree(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether a part and its state stand on the two sides (a federal court on a state's law), or the Union on one."""
    if "EU" in a or "EU" in b:
        other = (a if "EU" in b else b) - {"EU"}
        return not any(c.split("-")[0] in {"US", "CN", "IN", "RU", "AU", "CA", "JP", "BR", "GB"} for c in other)
    roots_a, roots_b = {c.split("-")[0] for c in a}, {c.split("-")[0] for c in b}
    nationals = {c for c in a | b if "-" not in c}
    return bool(roots_a & roots_b & nationals)


def _compare_instruments(a: Unit, b: Unit, result: Comparison) -> None:
    if not a.instrument or not b.instrument:
        return
    own, other, kind = a.instrument.name, b.instrument.name, a.instrument.kind
    same_key = a.instrument_key == b.instrument_key
    alike = same_key or same_instrument_name(own, other)
    cases = {kind, b.instrument.kind} <= _CASES
    made = makes_measure(a.type) and makes_measure(b.type)
    if not cases and not made and (targeted(a.type) or targeted(b.type)):  # many are fined or sued under one law
        if alike:
            result.add(f"under one {kind} {own}", 1.0)
    elif alike and (same_key or kind == b.instrument.kind):
        numbered = a.numbered or b.numbered
        result.strong = same_key or not numbered
        result.identify(f"same {kind} {own}", 4.0 if same_key else 3.0)
    elif kind == b.instrument.kind and a.numbered == b.numbered:
        result.veto = f"{kind}: {own} is not {other}"
    elif {kind, b.instrument.kind} <= _STATUTES:
        result.add(f"{own} and {other}", -1.0)  # a bill and the act it became mostly share their words


def _compare_topics(a: Unit, b: Unit, result: Comparison) -> None:
    """Both documents tell of one measure: then its consultation or its signing need not name it again."""
    aimed = targeted(a.type) or targeted(b.type)
    if aimed and a.type != "investigation":
        return
    known = a.codes and b.codes and not (a.guessed or b.guessed)
    if result.strong or (known and not a.codes & b.codes):
        return
    common = sorted(a.topics & b.topics) or [t for t in sorted(a.topics) if any(same_measure(t, u) for u in b.topics)]
    if aimed:
        bill = any(instrument_kind(name) == "bill" for name in a.topics | b.topics)
        if common and bill and _one_inquiry(a, b):  # under an act in force, all are investigated
            result.identify(f"the one {a.type} that either document tells, and both are about {common[0]}", 4.0)
            result.one_topic = result.one_inquiry = result.hit = True
        return
    if common:
        once = once_only(a.type) or a.type == "rule_proposed"  # a bill is tabled, consulted on and signed once
        result.identify(f"both documents are about {common[0]}", 3.0 if once and a.type == b.type else 2.0)
        result.one_topic = True
        return
    shared = a.setting & b.setting if a.codes & b.codes else frozenset()
    if len(shared) >= 3 and 3 * len(shared) >= min(len(a.setting), len(b.setting)):
        result.identify(f"both documents name {', '.join(sorted(shared)[:3])}", 1.0)


def _one_inquiry(a: Unit, b: Unit) -> bool:
    """Whether both tell the only investigation of their documents, into a measure as far as they say and nobody."""
    if not a.type == b.type == "investigation" or not (a.single and b.single):
        return False
    for unit in (a, b):
        if _INQUIRY.search(unit.main.sentence):
            continue
        about = {t for topic in unit.topics for t in name_tokens(topic)}
        if any(not about.issuperset(name_tokens(p.name)) for p in (*unit.opposed, *unit.firms)):
            return False
    return True


def _compare_amounts(a: Unit, b: Unit, result: Comparison) -> None:
    if not a.amount or not b.amount or a.amount.currency != b.amount.currency:
        return
    low, high = sorted((a.amount.value, b.amount.value))
    if low == high:
        result.identify(f"same amount {a.amount.text}", 3.0)
        result.hit = True
    elif rounds_to(low, high) or (low > 0 and high / low <= 1.1):
        result.identify(f"amounts that differ by rounding: {a.amount.text}, {b.amount.text}", 1.0)
    else:
        result.veto = f"amounts: {a.amount.text} is not {b.amount.text}"


def rounds_to(first: float, second: float) -> bool:
    """Whether one amount is the other rounded to one or two significant digits.

    >>> rounds_to(1.2e9, 1.234e9), rounds_to(345e6, 405e6)
    (True, False)
    """
    return any(float(f"{x:.{n}g}") == y for x, y in ((first, second), (second, first)) for n in (1, 2))


def _one_issue(a: Unit, b: Unit) -> bool:
    """Whether both tell how one numbered bill or order was made, as an order and as the ban in it."""
    return a.issue and b.issue and a.instrument_key == b.instrument_key


def _compare_dates(a: Unit, b: Unit, result: Comparison) -> None:
    (a1, a2), (b1, b2) = a.span, b.span
    low, high = max(a1, b1), min(a2, b2)
    if kinship(a.type, b.type) == "weak" and not (a.fixed and b.fixed and max(a2 - a1, b2 - b1) <= 7):
        result.veto = f"types: {a.type} is hardly {b.type}, and no day says so"
        return
    if low > high:
        _compare_disjoint(a, b, low - high, result)
        return
    if not (a.fixed and b.fixed) and "bill_advanced" in (a.type, b.type) and not (a.stage and a.stage == b.stage):
        result.add("one of several steps of a bill, undated", -2.0)
    width = max(a2 - a1, b2 - b1)
    if not (a.fixed and b.fixed):
        if a.type != b.type and not (result.strong and a.numbered):
            result.add("told as two types and not dated", -1.0)
        _compare_reports(a, b, result)
    elif width == 0:
        result.add("same day", 3.0)
    else:
        result.add("dates agree", 2.5 if width <= 7 else 2.0 if width <= 31 else 1.0 if width <= 92 else 0.5)


def _compare_reports(a: Unit, b: Unit, result: Comparison) -> None:
    """Where a text does not date the event: how far its limit, mostly the day of publication, is from the other day."""
    apart = _distance(a.span, b.span)
    if apart <= NEXT_DAY and a.fixed != b.fixed:
        result.add("reported as it happened", 2.0)
    elif apart <= _WEEKS:
        result.add("within the same weeks", 1.0)
    elif _YEAR < apart < _UNKNOWN:
        result.add("told more than a year apart", -2.0)


def _distance(limits: tuple[int, int], other: tuple[int, int]) -> int:
    """Days between the one limit that is known on a side and the same side of the other."""
    sides = [abs(x - y) for x, y in zip(limits, other, strict=True) if x not in _OPEN_ENDS and y not in _OPEN_ENDS]
    return min(sides, default=_UNKNOWN)


def _compare_disjoint(a: Unit, b: Unit, gap: int, result: Comparison) -> None:
    """Two dates that exclude each other: a contradiction about one event only where all else says so."""
    parties = any(why.startswith("same party") for why, _ in result.points)
    amounts = any(why.startswith(("same amount", "amounts that differ")) for why, _ in result.points)
    limit = 0
    once = once_only(a.type) and once_only(b.type) if a.type == b.type else _one_issue(a, b)
    if once and result.strong:
        limit = ONCE_ONLY_DAYS
    elif result.one_inquiry:
        limit = ONE_INQUIRY_DAYS
    elif parties and amounts:
        limit = REPORTING_DAYS
    elif result.strong or parties:
        told = a.stage and a.stage == b.stage  # else motion and order are days apart
        steps = event_group(a.type) == "litigation" and a.type != "lawsuit" and not told
        limit = NEXT_DAY if a.type == b.type and result.identity >= 3.0 and not steps else 0
    if gap > limit:
        result.veto = "dates: they cannot be the same day"
        return
    result.add(f"dates differ by {gap} days", 0.0 if gap <= NEXT_DAY or once or result.one_inquiry else -1.0)


def _compare_words(a: Unit, b: Unit, result: Comparison) -> None:
    names = a.names & b.names
    enough = 1 if targeted(a.type) and targeted(b.type) else 2  # whom a fine hits, a name beside it does not say
    for name in sorted(names - a.party_words - b.party_words)[:enough] if names else ():
        result.identify(f"both name {name.title()}", 1.0)
    if a.words and b.words:
        share = len(a.words & b.words) / min(len(a.words), len(b.words))
        if share >= 0.5:
            result.add("much the same words", 1.0)


_STEPS = (_compare_types, _compare_places, _compare_instruments, _compare_topics, _compare_amounts, compare_parties)
