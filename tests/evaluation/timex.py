"""Scores time expressions: ``python tests/evaluation/timex.py FOLDER SCORER [--errors N] [NAME...]``.

FOLDER holds JSON lines files ({"id", "text", "dct", "language", "timex": [...]}), SCORER is a program called as
``SCORER GOLD PRED``. Prints strict, relaxed and value F1 for each corpus.
"""

from __future__ import annotations

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
        print(f"{corpus.stem:15} strict {figures['strict_f1']:.3f}  relaxed {relaxed}  {rest}")


if __name__ == "__main__":
    main(sys.argv[1:])
