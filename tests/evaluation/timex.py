"""Scores time expressions: ``python tests/evaluation/timex.py FOLDER SCORER [--errors N] [NAME...]``.

FOLDER holds JSON lines files ({"id", "text", "dct", "language", "timex": [...]}), SCORER is a program called as
``SCORER GOLD PRED``. Prints strict, relaxed and value F1 for each corpus. Where ``timex_gold_doubts.csv`` doubts values
of the gold, it also prints the value F1 that would be reached were those taken as matched ("at most"). Only values that
differ from ours were weighed, so this bounds what rules can still mend here; it says nothing of the corpus as such.

The table names corpus, line of its file, document, first character of the words, the gold value and one cause:

========================  ==============================================================================================
wrong-day                 a day of another weekday than the words name, a week or more off what the text's own dates
                          say, or a single day for a year or a month
wrong-number              another year, month or amount than the words say
outside-text              the day on which it truly happened, which neither the text nor its day of publication tells
compared-period           the same words of quarterly reports ("a year ago", "the latest quarter", "last year") bear a
                          quarter, a year, a day, an unknown quarter or a length, from one report to the next
week-shape                "last week", "this week", "the weekend" as an unknown week, a month, a day or a length, where
                          most of the same words bear the number of the week
malformed-week            a week of one figure ("W7"), often not the week either; ISO 8601 has two
padded-year               a bare year with unknown month or day; elsewhere the same words are the year
decade-shape              decades and centuries with an X for each open figure; elsewhere in the gold without
hour-shape                an hour without its minutes; elsewhere they are there
part-of-day-left-out      the night or morning is missing from the words or the value, or a night is an evening; others
                          of the same corpus have it
length-as-date            a length for a date, or the date a length ends on for the length
unit-letter               letters of units that are not those of the guidelines, or of another unit than the words name
vague-shape               "recent years" as a length of unknown years; elsewhere as the past
========================  ==============================================================================================

Not listed: values that differ from ours and are defensible.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from timeline.timex import find_time_expressions


def tag(document: dict[str, str]) -> dict[str, object]:
    """One line of predictions for one document of a corpus."""
    found = find_time_expressions(document["text"], document.get("dct") or None, document.get("language", "en"))
    return {
        "id": document["id"],
        "timex": [
            {"start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value, "mod": t.mod}
            for t in found
        ],
    }


def doubts(corpus: str) -> set[tuple[int, int]]:
    """Line (from 1) and first character of the expressions of a corpus whose gold value is doubted."""
    with Path(__file__).with_name("timex_gold_doubts.csv").open(encoding="utf-8", newline="") as handle:
        return {(int(row["line"]), int(row["start"])) for row in csv.DictReader(handle) if row["corpus"] == corpus}


def main(arguments: list[str]) -> None:
    errors = arguments.index("--errors") if "--errors" in arguments else None
    limit = arguments[errors + 1] if errors is not None else "0"
    names = [a for i, a in enumerate(arguments) if errors is None or i not in (errors, errors + 1)]
    folder, scorer, wanted = Path(names[0]), names[1], names[2:]
    for corpus in sorted(folder.glob("*.jsonl")):
        if wanted and corpus.stem not in wanted:
            continue
        lines = [
            json.dumps(tag(json.loads(line)))
            for line in corpus.read_text(encoding="utf-8").splitlines()
            if line.strip()
        ]
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as handle:
            handle.write("\n".join(lines))
            handle.flush()
            if limit != "0":
                print(
                    subprocess.run(
                        [sys.executable, scorer, str(corpus), handle.name, "--errors", limit],
                        capture_output=True,
                        text=True,
                        check=True,
                    ).stdout
                )
            figures = json.loads(
                subprocess.run(
                    [sys.executable, scorer, str(corpus), handle.name, "--json"],
                    capture_output=True,
                    text=True,
                    check=True,
                ).stdout
            )
        relaxed = "{relaxed_f1:.3f} (P {relaxed_p:.3f} R {relaxed_r:.3f})".format(**figures)
        rest = "type {type_f1:.3f}  value {value_f1:.3f} (accuracy {value_acc:.3f})".format(**figures)
        doubted = doubts(corpus.stem)
        if doubted:
            most = min(1.0, figures["value_acc"] + len(doubted) / figures["pairs"])
            rest += f"  at most {most * figures['relaxed_f1']:.3f} with {len(doubted)} doubted values of gold matched"
        print(f"{corpus.stem:15} strict {figures['strict_f1']:.3f}  relaxed {relaxed}  {rest}")


if __name__ == "__main__":
    main(sys.argv[1:])
