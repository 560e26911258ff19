"""How fast events merge, and that the time grows with their number: ``python tests/benchmarks/merge_speed.py``.

Invented events: a fifth as many occurrences as mentions, told by documents of a few events each, on some four thousand
firms and ten authorities, so that blocks overlap as they do in a real collection.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import date, timedelta

from timeline.merge import link_reference, load_catalogue, merge_events, tighten_bounds
from timeline.model import ActorRole, Amount, CodedJurisdiction, Event, EventDate, EventMention, Instrument, Mention

TYPES = ("fine", "lawsuit", "settlement", "investigation", "law_enacted", "in_force", "hearing", "court_ruling")
PLACES = ("US", "EU", "GB", "US-CA", "US-TX", "IE", "FR", "DE", "IN", "AU")
SOURCES = 5
SYLLABLES = (
    "nor",
    "bel",
    "tan",
    "vex",
    "qui",
    "mo",
    "sar",
    "dul",
    "rin",
    "pak",
    "lo",
    "fet",
    "ga",
    "hux",
    "ivo",
    "zen",
)


def make_events(count: int) -> list[Event]:
    """``count`` events of one mention each, in documents of five, the same for the same number."""
    rng = random.Random(7)
    trades = ("Media", "Bank", "Foods", "Air", "Soft")
    firms = [f"{a}{b}{c} {trades[len(a + c) % 5]}" for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES]
    made: list[Event] = []
    for number in range(count // SOURCES):
        day = date(2015, 1, 1) + timedelta(days=rng.randrange(3600))
        kind, place, firm = rng.choice(TYPES), rng.choice(PLACES), rng.choice(firms).title()
        money = rng.choice([None, rng.randrange(1, 900) * 100_000.0])
        bill = f"HB {rng.randrange(1, 3000)}" if kind in {"law_enacted", "in_force"} else ""
        made += [make_event(number, source, kind, day, place, firm, money, bill) for source in range(SOURCES)]
    return made


def make_event(number, source, kind, day, place, firm, money, bill):
    document = f"d{number // 5 * SOURCES + source}"
    start = number % 5 * 200
    if source < 3:
        when = EventDate(day, day, "day", day.isoformat(), basis="explicit")
    elif source == 3:
        first = day.replace(day=1)
        when = EventDate(first, first + timedelta(days=27), "month", first.isoformat()[:7], basis="explicit")
    else:
        when = EventDate(None, day + timedelta(days=30), "open", basis="bounded", reason="told as past")
    sentence = f"The regulator acted against {firm} over its Quarterly Ledger product in the matter number {number}."
    mention = Mention(
        document,
        EventMention(start + 14, start + 19, start, start + len(sentence), number % 5, kind, "actual", "past"),
        when,
        actors=(
            ActorRole(firm, "target", kind="company"),
            ActorRole(f"{place} Authority", "authority", kind="authority"),
        ),
        jurisdictions=(CodedJurisdiction(place),),
        instrument=Instrument(0, 0, bill, bill, "bill", bill) if bill else None,
        amount=Amount(0, 0, f"${money:.0f}", money, "USD") if money else None,
        sentence_start=start,
        sentence_end=start + len(sentence),
        sentence=sentence,
        title=f"{place} Authority acts against {firm}",
    )
    return Event(
        f"{document}-{start}", mention.title, kind, "actual", when, (mention,), mention.actors, mention.jurisdictions,
        mention.instrument, mention.amount,
    )  # fmt: skip


def timed(count: int) -> tuple[float, list[Event]]:
    events = make_events(count)
    start = time.process_time()
    merged = merge_events(events)
    return time.process_time() - start, list(merged)


def main() -> None:
    small, large = (int(a) for a in (sys.argv[1:3] or ("20000", "100000")))
    timed(1000)  # data read, caches filled
    first, _ = timed(small)
    second, merged = timed(large)
    print(f"{small} mentions in {first:.2f} s, {large} in {second:.2f} s: {second / first:.1f} times the time")
    print(f"{large / second:.0f} mentions a second; {len(merged)} events from {large // SOURCES} occurrences")
    start = time.process_time()
    linked = link_reference(merged, load_catalogue())
    print(f"linked to the catalogue in {time.process_time() - start:.2f} s")
    start = time.process_time()
    tighten_bounds(linked)
    print(f"bounds in {time.process_time() - start:.2f} s")


if __name__ == "__main__":
    main()
