"""How fast whole documents become events, on one core: ``python -m tests.benchmarks.extract_speed [FILE.jsonl]``.

Runs the command a user runs, in a process of its own, over copies of the documents under ids of their own, so that
the start of Python and the reading of the data fall out of the difference between two runs. Prints KB of text per CPU
second for growing numbers of documents, the slowest against the fastest, and the machine's own measure in the same run:
``dateparser.search.search_dates`` over the first of the same texts. FILE holds documents of the user's own, with
``id``, ``text`` and ``published``; without it the project's own articles are read.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.evaluation.own_gold import own_gold

COUNTS = (100, 1_000, 10_000)
COMMAND = "from timeline.cli import main; main()"
PEER_CHARACTERS = 20_000


def own_documents() -> list[dict[str, Any]]:
    """The project's annotated articles: id, text, title, published."""
    return [{**record, "published": str(record["published"])} for record, _ in own_gold()]


def copies(documents: list[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """``count`` documents, those given over and over, each under an id of its own."""
    return [{**documents[n % len(documents)], "id": f"{n}-{documents[n % len(documents)]['id']}"} for n in range(count)]


def cpu_seconds(documents: list[dict[str, Any]], folder: Path) -> float:
    """CPU seconds, user and system, of one run of the command over ``documents``, its children included."""
    source = folder / "documents.jsonl"
    source.write_text("".join(json.dumps(d) + "\n" for d in documents), encoding="utf-8")
    command = [sys.executable, "-c", COMMAND, "extract", str(source), "--no-reference", "--per-document"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with (folder / "events.jsonl").open("wb") as out:
        subprocess.run([*command, "--format", "jsonl"], stdout=out, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def kilobytes(documents: list[dict[str, Any]]) -> float:
    return sum(len(d["text"].encode()) for d in documents) / 1000


def peer_rate(documents: list[dict[str, Any]]) -> float:
    """KB per CPU second of a search for dates alone."""
    from dateparser.search import search_dates

    text = "\n".join(d["text"] for d in documents)[:PEER_CHARACTERS]
    search_dates(text[:1_000], languages=["en"])
    start = time.process_time()
    for paragraph in text.split("\n"):
        if paragraph.strip():
            search_dates(paragraph, languages=["en"])
    return len(text) / 1000 / (time.process_time() - start)


def main() -> None:
    documents = (
        [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if line.strip()]
        if len(sys.argv) > 1
        else own_documents()
    )
    print(f"{len(documents)} documents, {kilobytes(documents):.0f} KB; {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        once, five = copies(documents, len(documents)), copies(documents, 5 * len(documents))
        running = (kilobytes(five) - kilobytes(once)) / (cpu_seconds(five, folder) - cpu_seconds(once, folder))
        print(f"once running (five copies less one): {running:.0f} KB per CPU second")
        rates, before, spent = {}, copies(documents, 1), cpu_seconds(copies(documents, 1), folder)
        print(f"one document, the start included: {spent:.2f} CPU s")
        for count in COUNTS:
            some = copies(documents, count)
            taken = cpu_seconds(some, folder)
            rates[count] = (kilobytes(some) - kilobytes(before)) / (taken - spent)
            print(f"{len(before):6d} to {count} documents: {rates[count]:5.0f} KB per CPU second")
            before, spent = some, taken
    print(f"slowest to fastest: {min(rates.values()) / max(rates.values()):.2f}")
    peer = peer_rate(documents)
    print(
        f"dateparser search_dates, dates alone: {peer:.0f} KB per CPU second; ours is {running / peer:.1f} times that"
    )


if __name__ == "__main__":
    main()
