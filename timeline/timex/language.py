"""What one language knows about time, out of ``data/timex/<code>.yml``: words by class, rules by level, cues of tense."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import re2

from timeline.errors import DataError
from timeline.knowledge import bundled, read_yaml
from timeline.timex.patterns import Compiled, compile_pattern, literals

#: What a find can be; a later level names it in angle brackets. <date> stands for all in DATES.
KINDS = ("day", "weekday", "week", "month", "monthday", "quarter", "half", "season", "year", "decade", "century", "holiday",
         "today", "duration", "span", "clock", "daypart", "moment", "set", "vague", "part")  # fmt: skip
DATES = ("day", "weekday", "week", "month", "monthday", "quarter", "half", "season", "year", "decade", "century", "holiday", "today", "part")  # fmt: skip
NOTHING = 0
_HIGHEST = 255
_NAMED = re.compile(r"\(\?P<\w+>")
_DIGITS = re.compile(
    r"(?P<ISO>\d{4}-\d\d-\d\d.*)|(?P<NUMDATE>\d+([/.-])\d+\3\d+)|(?P<CLOCK>\d{1,2}[:h]\d\d.*)|(?P<ORDINAL>\d+[a-zA-Z]{2})"
    r"|(?P<DECADE>\d+['’]?s)|(?P<YEARS>\d{4}[-–/]\d\d)|(?P<BIG>\d{1,3}(,\d{3})+)|(?P<DECIMAL>\d+\.\d+)|(?P<PLAIN>\d+)"
)


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
        return self.number_codes.get(number_classes(word), NOTHING)


@lru_cache(maxsize=4096)
def number_classes(word: str) -> frozenset[str]:
    """The classes of a token that begins with a digit.

    >>> sorted(number_classes("21")), sorted(number_classes("2021")), sorted(number_classes("21st"))
    (['DAY', 'HOUR', 'NUM', 'SMALL', 'TWO'], ['MODERNYEAR', 'NUM', 'YEAR'], ['NUMORD', 'ORD', 'ORDDAY'])
    """
    match = _DIGITS.fullmatch(word)
    if match is None or not word.isascii() and match.lastgroup not in ("YEARS", "DECADE"):
        return frozenset()
    kind = next(name for name, text in match.groupdict().items() if text)
    if kind == "ORDINAL":
        return frozenset({"ORD", "ORDDAY", "NUMORD"} if 1 <= int(word[:-2]) <= 31 else {"ORD"})
    if kind in ("BIG", "DECIMAL"):
        return frozenset({"NUM", kind}) if kind == "BIG" else frozenset({"NUM", kind, *_clock_dot(word)})
    if kind == "DECADE":
        return frozenset({kind, "LONGDECADE"} if word[:4].isdigit() else {kind})
    if kind != "PLAIN":
        return frozenset({kind})
    return _plain(word)


def _clock_dot(word: str) -> set[str]:
    hour, minute = word.split(".", 1)
    return {"CLOCKDOT"} if len(minute) == 2 and int(hour) < 25 and int(minute) < 60 else set()


def _plain(word: str) -> frozenset[str]:
    number, classes = int(word), {"NUM"}
    if len(word) <= 2:
        classes |= {"DAY"} if 1 <= number <= 31 else set()
        classes |= {"MONTHNUM"} if 1 <= number <= 12 else set()
        classes |= {"HOUR"} if number <= 24 else set()
        classes |= {"TWO", "SMALL"} if len(word) == 2 else {"SMALL"}
    elif len(word) == 3:
        classes |= {"SMALL"}
    elif len(word) == 4 and 1000 <= number < 2200:
        classes |= {"YEAR", "MODERNYEAR"} if 1500 <= number <= 2100 else {"YEAR"}
    elif len(word) > 4:
        return frozenset()
    return frozenset(classes)


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
    groups = sorted({*signatures.values(), *_number_signatures()}, key=sorted)
    if len(groups) >= _HIGHEST - len(KINDS):
        raise DataError(f"data/timex/{name}.yml: {len(groups)} different sets of word classes, more than a byte can tell apart")
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
        number_codes={group: group_codes[group] for group in _number_signatures()},
        values=values,
        kind_codes=kind_codes,
        levels=levels,
        cues={cue: frozenset(words) for cue, words in data.get("cues", {}).items()},
        relations={name: sorted(phrases, key=len, reverse=True) for name, phrases in data.get("relations", {}).items()},
        month_first=bool(data.get("month_first", False)),
    )


def _number_signatures() -> set[frozenset[str]]:
    samples = ["0", "00", "5", "05", "15", "20", "28", "45", "100", "1100", "1999", "2500", "1,200", "3.5", "3.50", "10.30", "2023-05-24", "1.2.2021",
               "10:30", "21st", "99th", "1980s", "80s", "2023-24"]  # fmt: skip
    return {number_classes(sample) for sample in samples}


def _signatures(data: dict[str, Any], macros: dict[str, str]) -> tuple[dict[str, frozenset[str]], dict[str, dict[str, Any]]]:
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
