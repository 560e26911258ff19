"""What one language knows about time, out of ``data/timex/<code>.yml``: words, rules by level, cues of tense."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import re2

from timeline.errors import DataError
from timeline.knowledge import bundled, read_yaml
from timeline.timex.alphabet import Alphabet, build_alphabet, word_values
from timeline.timex.patterns import Compiled, compile_pattern

_NAMED = re.compile(r"\(\?P<\w+>")
_FRAGMENTS = 16_384  # distinct stretches of codes whose readings are kept
_LONGEST_REMEMBERED = 64  # codes of such a stretch


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


#: A rule, how many codes of a fragment it reads, and the place of each slot in them.
Reading = tuple[Rule, int, dict[str, tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Level:
    """Rules that are searched together; ``parses`` lists what can begin a fragment, longest first."""

    alphabet: Alphabet
    scanner: Any
    rules: tuple[Rule, ...]
    parses: Callable[[bytes], tuple[Reading, ...]]


@dataclass(frozen=True, slots=True)
class Language:
    """``values`` holds what each word class gives its words; the first level has an alphabet of its own."""

    code: str
    values: dict[str, dict[str, Any]]
    levels: tuple[Level, ...]
    cues: dict[str, frozenset[str]]
    relations: dict[str, list[str]]


@cache
def load_language(code: str) -> Language:
    """The language ``code`` (ISO 639-1, a region is ignored) with its rules compiled; English when it has no file."""
    name = code.lower().split("-")[0].split("_")[0]
    if not name.isalpha() or not (bundled("data") / "timex" / f"{name}.yml").is_file():
        name = "en"
    try:
        return _build(name, read_yaml(f"timex/{name}.yml"))
    except KeyError as error:
        raise DataError(f"data/timex/{name}.yml: {error} is missing or unknown") from error
    except DataError as error:
        raise DataError(f"data/timex/{name}.yml: {error}") from error


def _build(name: str, data: dict[str, Any]) -> Language:
    macros: dict[str, str] = data.get("macros", {})
    first, *later = data["levels"]
    one = build_alphabet(data["words"], _patterns([first], macros))
    two = build_alphabet(data["words"], _patterns(later, macros))
    return Language(
        code=name,
        values={
            cls: {word.lower(): value for word, value in word_values(entry).items()}
            for cls, entry in data["words"].items()
        },
        levels=(_level(first, one, macros), *(_level(records, two, macros) for records in later)),
        cues={cue: frozenset(words) for cue, words in data.get("cues", {}).items()},
        relations={name: sorted(phrases, key=len, reverse=True) for name, phrases in data.get("relations", {}).items()},
    )


def _patterns(levels: list[list[dict[str, Any]]], macros: dict[str, str]) -> list[str]:
    own = [str(rule["pattern"]) for level in levels for rule in level]
    return own + [macro for macro_name, macro in macros.items() if any(f"@{macro_name}" in pattern for pattern in own)]


def _level(records: list[dict[str, Any]], alphabet: Alphabet, macros: dict[str, str]) -> Level:
    rules = tuple(_rule(record, alphabet, macros) for record in records)
    joined = "|".join("(?:" + _NAMED.sub("(?:", rule.compiled.source) + ")" for rule in rules)
    scanner = re2.compile(joined.encode("ascii"), _options(capture=False))

    def read(fragment: bytes) -> tuple[Reading, ...]:
        found = []
        for rule in rules:
            match = rule.regex.match(fragment) if fragment[0] in rule.compiled.first else None
            if match is not None and match.end():
                places = {name.decode(): match.span(group) for name, group in rule.regex.groupindex.items()}
                found.append((rule, match.end(), {name: ends for name, ends in places.items() if ends[0] >= 0}))
        return tuple(sorted(found, key=lambda reading: -reading[1]))

    remembered = lru_cache(maxsize=_FRAGMENTS)(read)

    def parses(fragment: bytes) -> tuple[Reading, ...]:
        return remembered(fragment) if len(fragment) <= _LONGEST_REMEMBERED else read(fragment)

    return Level(alphabet, scanner, rules, parses)


def _rule(record: dict[str, Any], alphabet: Alphabet, macros: dict[str, str]) -> Rule:
    compiled = compile_pattern(record["pattern"], alphabet.members, macros)
    if compiled.optional:
        raise DataError(f"rule {record['id']}: its pattern matches nothing at all")
    return Rule(
        id=record["id"],
        action=record["is"],
        kind=record.get("kind", ""),
        compiled=compiled,
        regex=re2.compile(compiled.source.encode("ascii"), _options(capture=True)),
        options=record.get("with", {}),
        only_after=frozenset(record.get("only_after", ())),
        not_after=frozenset(record.get("not_after", ())),
        not_before=frozenset(record.get("not_before", ())),
        only_before=frozenset(record.get("only_before", ())),
        tight=bool(record.get("tight", False)),
        weak=bool(record.get("weak", False)),
        span=record.get("span", ""),
    )


def _options(*, capture: bool) -> Any:
    """RE2 over bytes, the longest match first: linear in the text whatever the rules."""
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.longest_match = True
    options.never_capture = not capture
    options.max_mem = 64 << 20
    options.log_errors = False
    return options
