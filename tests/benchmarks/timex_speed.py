"""Speed of the time-expression stage beside others, in one run on one core: ``python tests/benchmarks/timex_speed.py``.

Prints characters per CPU second for ours, for ``dateparser.search.search_dates`` and for one bare compiled pattern of
month names and years, their ratios, and ours from 10 KB to 10 MB. The text is made up here, the same in every run.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator

from timeline.timex import find_time_expressions

ACTORS = [
    "the commission",
    "a federal judge in Helena",
    "the attorney general",
    "the company",
    "the state senate",
    "the regulator",
    "a group of creators",
    "the ministry",
]
ACTS = [
    "opened an inquiry into how the service stores the data of its users",
    "signed a measure that bars new downloads of the application",
    "filed a complaint against the statewide prohibition",
    "declined to comment on the draft guidance",
    "imposed a penalty of $2.5 million on the firm",
    "asked lawmakers to explain the scope of Section 12(b)",
    "published a report of 214 pages about the practices of the sector",
    "agreed to settle claims over the collection of records",
]
TIMES = [
    "on Monday",
    "last week",
    "on March 3, 2021",
    "in the third quarter of 2020",
    "two years ago",
    "in May",
    "by the end of the year",
    "since 2019",
    "late on Friday",
]
ASIDES = [
    "according to people familiar with the matter",
    "who spoke on condition of anonymity",
    "in a statement that named no other party",
    "after weeks of debate",
    "which critics called unworkable",
    "as the industry had long expected",
    "despite objections from several members of the panel",
    "without giving further details",
]
TIMED_SHARE = 0.45  # sentences that tell a time: about one expression in 380 characters, as in newswire


def sentences(source: random.Random) -> Iterator[str]:
    while True:
        when = f" {source.choice(TIMES)}" if source.random() < TIMED_SHARE else ""
        actor = source.choice(ACTORS)
        coda = f"and {source.choice(ACTORS)} {source.choice(ACTS)}"
        yield f"{actor[0].upper()}{actor[1:]} {source.choice(ACTS)}{when}, {source.choice(ASIDES)}, {coda}."


def made_up_text(size: int, seed: int = 7) -> str:
    """News-like English of ``size`` characters in paragraphs of four sentences."""
    made, parts, source = 0, [], sentences(random.Random(seed))
    while made < size:
        paragraph = " ".join(next(source) for _ in range(4)) + "\n\n"
        parts.append(paragraph)
        made += len(paragraph)
    return "".join(parts)[:size]


def speed(run: Callable[[str], object], text: str, repeats: int = 3) -> float:
    """Characters per CPU second: the median of ``repeats`` runs."""
    taken = []
    for _ in range(repeats):
        start = time.process_time()
        run(text)
        taken.append(time.process_time() - start)
    return len(text) / statistics.median(taken)


def ours(text: str) -> object:
    return find_time_expressions(text, "2023-05-24")


def theirs(text: str) -> object:
    from dateparser.search import search_dates

    return [search_dates(paragraph, languages=["en"]) for paragraph in text.split("\n\n") if paragraph]


def bare_pattern(text: str) -> object:
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    return [match.span() for match in re.finditer(rf"\b(?:{months})\b|\b(?:19|20)\d\d\b", text)]


def main() -> None:
    text = made_up_text(200_000)
    ours(text[:10_000]), theirs(text[:2_000])  # both warm
    us, them, bare = speed(ours, text), speed(theirs, text[:40_000], 1), speed(bare_pattern, text)
    print(f"ours                      {us / 1000:9.0f} KB per CPU second")
    print(f"dateparser search_dates   {them / 1000:9.0f} KB per CPU second   ours is {us / them:.1f} times as fast")
    print(f"one bare pattern          {bare / 1000:9.0f} KB per CPU second   ours takes {bare / us:.1f} times as long")
    rates = {}
    for size in (10_000, 100_000, 1_000_000, 10_000_000):
        rates[size] = speed(ours, made_up_text(size), 9 if size < 1_000_000 else 1)
        print(f"ours on {size / 1000:8.0f} KB       {rates[size] / 1000:9.0f} KB per CPU second")
    print(f"slowest to fastest        {min(rates.values()) / max(rates.values()):9.2f}")


if __name__ == "__main__":
    sys.exit(main())
