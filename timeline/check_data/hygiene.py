"""White space and marks that no file should hold, whatever its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.check_data.problem import Problem

_INVISIBLE = re.compile(r"[\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffd]")


def check_text(name: str, text: str) -> Iterator[Problem]:
    """Stray white space, invisible characters, wrong line ends, a missing last line end.

    >>> [str(problem) for problem in check_text("a.csv", "id,name \\n")]
    ['a.csv: line 1: ends in white space.']
    """
    if not text.strip():
        yield Problem(name, "", "is empty.")
        return
    if "\r" in text:
        yield Problem(name, "", "has line ends other than \\n.")
    if not text.endswith("\n") or text.endswith("\n\n"):
        yield Problem(name, "", "must end in exactly one line end.")
    for number, line in enumerate(text.split("\n"), 1):
        if line != line.rstrip():
            yield Problem(name, f"line {number}", "ends in white space.")
        if "\t" in line:
            yield Problem(name, f"line {number}", "holds a tab.")
        if found := _INVISIBLE.search(line):
            yield Problem(name, f"line {number}", f"holds the invisible character U+{ord(found[0]):04X}.")
