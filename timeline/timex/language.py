"""What one language knows about time, out of ``data/timex/<code>.yml``: words, rules by level, cues of tense."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import re2

from timeline.errors import DataError
from timeline.knowledge import bundled, read_yaml
from timeline.timex.figures import figure_classes, number_classes
from timeline.timex.patterns import Compiled, compile_pattern, literals

DATES = (
    "day", "weekday", "week", "month", "monthday", "quarter", "half", "season", "year", "decade", "century", "holiday",
    "today", "part",
)  # fmt: skip
#: What a find can be; a later level names it in angle brackets. <date> stands for all in DATES.
KINDS = (*DATES, "duration", "span", "clock", "daypart", "moment", "set", "vague")
NOTHING = 0
_HIGHEST = 255
_LONGEST_FIGURE = 40  # characters; longer is no date, and no number worth reading
_NAMED = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a pattern, the action that reads its slots, and where it may not stand."""

    id: str
    action: str
    kind: str
    compiled: Compiled
    regex: Any
    options: dict[str, Any]
    only_after: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]
    only_before: frozenset[str]
    tight: bool
    weak: bool
    span: str


@dataclass(frozen=True, slots=True)
class Level:
    """Rules that are searched together; ``parses`` lists what can begin a fragment, longest first."""

    scanner: Any
    rules: tuple[Rule, ...]
    parses: Any


@dataclass(frozen=True, slots=True)
class Language:
    code: str
    codes: dict[str, int]
    number_codes: dict[frozenset[str], int]
    values: dict[str, dict[str, Any]]
    kind_codes: dict[str, int]
    levels: tuple[Level, ...]
    cues: dict[str, frozenset[str]]
    relations: dict[str, list[str]]
    month_first: bool

    def encode(self, words: list[str]) -> bytes:
        """One class code a word."""
        known, numbers = self.codes.get, self._number
        return bytes([known(word) or (numbers(word) if word[0].isdigit() else NOTHING) for word in words])

    def _number(self, word: str) -> int:
        return self.number_codes.get(number_classes(word), NOTHING) if len(word) <= _LONGEST_FIGURE else NOTHING


@cache
def load_language(code: str) -> Language:
    """The language ``code`` with its rules compiled; English when there is no file for it."""
    name = code.lower().split("-")[0].split("_")[0]
    if not name.isalpha() or not (bundled("data") / "timex" / f"{name}.yml").is_file():
        name = "en"
    data = read_yaml(f"timex/{name}.yml")
    return _build(name, data)


def _build(name: str, data: dict[str, Any]) -> Language:
    macros = data.get("macros", {})
    signatures, values = _signatures(data, macros)
    kind_codes = {kind: _HIGHEST - number for number, kind in enumerate(KINDS)}
    groups = sorted({*signatures.values(), *figure_classes()}, key=sorted)
    if len(groups) >= _HIGHEST - len(KINDS):
        raise DataError(
            f"data/timex/{name}.yml: {len(groups)} different sets of word classes, more than a byte can tell apart"
        )
    group_codes = {group: number + 1 for number, group in enumerate(groups)}

    def members(atom: str) -> frozenset[int]:
        if atom.startswith("<"):
            kinds = DATES if atom == "<date>" else (atom[1:-1],)
            return frozenset(kind_codes[kind] for kind in kinds)
        if atom.startswith("="):
            return frozenset(group_codes[signatures[surface]] for surface in _surfaces(atom[1:], "any"))
        return frozenset(code for group, code in group_codes.items() if atom in group)

    try:
        levels = tuple(_level(records, members, macros) for records in data["levels"])
    except KeyError as error:
        raise DataError(f"data/timex/{name}.yml: {error} is missing or unknown") from error
    return Language(
        code=name,
        codes={surface: group_codes[group] for surface, group in signatures.items()},
        number_codes={group: group_codes[group] for group in figure_classes()},
        values=values,
        kind_codes=kind_codes,
        levels=levels,
        cues={cue: frozenset(words) for cue, words in data.get("cues", {}).items()},
        relations={name: sorted(phrases, key=len, reverse=True) for name, phrases in data.get("relations", {}).items()},
        month_first=bool(data.get("month_first", False)),
    )


def _signatures(
    data: dict[str, Any], macros: dict[str, str]
) -> tuple[dict[str, frozenset[str]], dict[str, dict[str, Any]]]:
    """Surface form -> its classes, and class -> word -> value."""
    classes: dict[str, set[str]] = {}
    values: dict[str, dict[str, Any]] = {}
    for name, entry in data["words"].items():
        words = entry["words"] if isinstance(entry, dict) and "words" in entry else entry
        case = str(entry.get("case", "any")) if isinstance(entry, dict) else "any"
        pairs = words if isinstance(words, dict) else dict.fromkeys(words, True)
        values[name] = {str(word).lower(): value for word, value in pairs.items()}
        for word in pairs:
            for surface in _surfaces(str(word), case):
                classes.setdefault(surface, set()).add(name)
    patterns = [rule["pattern"] for level in data["levels"] for rule in level] + list(macros.values())
    for pattern in patterns:
        for word, use in literals(pattern):
            for surface in _surfaces(word, "any"):
                classes.setdefault(surface, set()).add(f"={use}")
    return {surface: frozenset(names) for surface, names in classes.items()}, values


def _surfaces(word: str, case: str) -> set[str]:
    """How a word may be written: capital for names ("May" is no modal), lower where a
    capital means another word, upper for Roman numerals."""
    if case in ("lower", "exact"):
        return {word}
    if case == "upper":
        return {word.upper()}
    forms = {word[:1].upper() + word[1:], word.upper()}
    return forms if case == "capital" else forms | {word}


def _level(records: list[dict[str, Any]], members: Any, macros: dict[str, str]) -> Level:
    rules = tuple(_rule(record, members, macros) for record in records)
    joined = "|".join("(?:" + _NAMED.sub("(?:", rule.compiled.source) + ")" for rule in rules)
    scanner = re2.compile(joined.encode("ascii"), _options(False))

    @lru_cache(maxsize=16384)
    def parses(fragment: bytes) -> tuple[tuple[Rule, int, dict[str, tuple[int, int]]], ...]:
        found = []
        for rule in rules:
            match = rule.regex.match(fragment) if fragment[0] in rule.compiled.first else None
            if match is not None and match.end():
                spans = {name.decode(): match.span(group) for name, group in rule.regex.groupindex.items()}
                found.append((rule, match.end(), {name: ends for name, ends in spans.items() if ends[0] >= 0}))
        return tuple(sorted(found, key=lambda entry: -entry[1]))

    return Level(scanner, rules, parses)


def _rule(record: dict[str, Any], members: Any, macros: dict[str, str]) -> Rule:
    compiled = compile_pattern(record["pattern"], members, macros)
    if compiled.optional:
        raise DataError(f"rule {record['id']}: its pattern matches nothing at all")
    return Rule(
        id=record["id"],
        action=record["is"],
        kind=record.get("kind", ""),
        compiled=compiled,
        regex=re2.compile(compiled.source.encode("ascii"), _options(True)),
        options=record.get("with", {}),
        only_after=frozenset(record.get("only_after", ())),
        not_after=frozenset(record.get("not_after", ())),
        not_before=frozenset(record.get("not_before", ())),
        only_before=frozenset(record.get("only_before", ())),
        tight=bool(record.get("tight", False)),
        weak=bool(record.get("weak", False)),
        span=record.get("span", ""),
    )


def _options(capture: bool) -> Any:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.longest_match = True
    options.never_capture = not capture
    options.max_mem = 64 << 20
    options.log_errors = False
    return options
