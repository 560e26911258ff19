"""Rules over tokens, level by level: what one level finds is a single sign for the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from timeline.timex.actions import ACTIONS
from timeline.timex.alphabet import KIND_CODES, NOTHING
from timeline.timex.language import Language, Level, Rule
from timeline.timex.meanings import Find, Several
from timeline.timex.tokens import Tokens

Slots = dict[str, Any]


def run_cascade(tokens: Tokens, language: Language) -> list[Find]:
    """All finds of the highest level each, in order, without overlap."""
    finds: list[Find] = []
    alphabet, codes = None, b""
    for level in language.levels:
        if alphabet is not level.alphabet:
            alphabet, codes = level.alphabet, level.alphabet.encode(tokens.words)
        finds = _reduce(level, codes, finds, tokens, language)
    return [find for find in finds if find.meaning is not None and not find.weak]


class _Sequence:
    """The codes of a text in which earlier finds stand as one sign each, and the way back to the tokens."""

    def __init__(self, codes: bytes, finds: list[Find]) -> None:
        pieces: list[bytes] = []
        self.finds: dict[int, Find] = {}
        self.origins: list[int] = []  # position in the sequence -> token index
        position = token = 0
        for find in finds:
            gap = find.start - token
            pieces += (codes[token : find.start], bytes([KIND_CODES[find.kind] if find.kind else NOTHING]))
            self.origins.extend(range(token, find.start + 1))
            position += gap
            self.finds[position] = find
            position += 1
            token = find.end
        pieces.append(codes[token:])
        self.origins.extend(range(token, len(codes) + 1))
        self.codes = b"".join(pieces)


def _reduce(level: Level, codes: bytes, finds: list[Find], tokens: Tokens, language: Language) -> list[Find]:
    sequence = _Sequence(codes, finds)
    search: Callable[[bytes, int], Any] = level.scanner.search
    result: list[Find] = []
    kept = sorted(sequence.finds)  # positions of earlier finds not yet passed on
    next_kept, position = 0, 0
    while (match := search(sequence.codes, position)) is not None:
        start, end = match.span()
        found, stop = _first_reading(level, sequence, start, end, tokens, language)
        position = stop if found else start + 1
        if not found:
            continue
        while next_kept < len(kept) and kept[next_kept] < start:
            result.append(sequence.finds[kept[next_kept]])
            next_kept += 1
        while next_kept < len(kept) and kept[next_kept] < stop:
            next_kept += 1
        result.extend(found)
    result.extend(sequence.finds[at] for at in kept[next_kept:])
    return result


def _first_reading(
    level: Level, sequence: _Sequence, start: int, end: int, tokens: Tokens, language: Language
) -> tuple[list[Find], int]:
    """The longest reading at ``start`` that its rule's guards and action accept."""
    for rule, length, spans in level.parses(sequence.codes[start:end]):
        first, last = sequence.origins[start], sequence.origins[start + length]
        if not _allowed(rule, tokens, first, last):
            continue
        slots, parts = _slots(rule, spans, start, sequence, tokens, language)
        meaning = ACTIONS[rule.action](slots, rule.options)
        if meaning is not None or rule.action == "nothing":
            found = Find(first, last, rule.kind, meaning, rule.id, rule.weak, parts)
            places = {
                name.split("__")[0]: (sequence.origins[start + a], sequence.origins[start + b])
                for name, (a, b) in spans.items()
            }
            return _placed(found, rule, places), start + length
    return [], start


def _placed(found: Find, rule: Rule, places: dict[str, tuple[int, int]]) -> list[Find]:
    """The finds of one reading: the slot that carries the words, or each of several dates at its own words."""
    if isinstance(found.meaning, Several):
        members = found.meaning.parts
        starts = [found.start, *(places[name][0] for name, _ in members[1:])]
        ends = [*(places[name][1] for name, _ in members[:-1]), found.end]
        return [replace(found, start=a, end=b, meaning=m) for a, b, (_, m) in zip(starts, ends, members, strict=True)]
    if rule.span:
        return [replace(found, start=places[rule.span][0], end=places[rule.span][1])]
    return [found]


def _allowed(rule: Rule, tokens: Tokens, first: int, last: int) -> bool:
    words = tokens.words
    if rule.only_after and (not first or words[first - 1].lower() not in rule.only_after):
        return False
    if (
        rule.only_before
        and last < len(words)
        and words[last][0] != "\n"
        and words[last].lower() not in rule.only_before
    ):
        return False
    if rule.not_after and first and words[first - 1].lower() in rule.not_after:
        return False
    if rule.not_before and last < len(words) and words[last].lower() in rule.not_before:
        return False
    return not rule.tight or tokens.end(last - 1) - tokens.starts[first] == sum(map(len, words[first:last]))


def _slots(
    rule: Rule, spans: dict[str, tuple[int, int]], start: int, sequence: _Sequence, tokens: Tokens, language: Language
) -> tuple[Slots, tuple[Find, ...]]:
    slots: Slots = {}
    parts: list[Find] = []
    for group, (a, b) in spans.items():
        kind, name = rule.compiled.slots[group], group.split("__")[0]
        if kind[0] == "<":
            parts.append(sequence.finds[start + a])
            slots[name] = parts[-1].meaning
            continue
        words = [word.lower() for word in tokens.words[sequence.origins[start + a] : sequence.origins[start + b]]]
        if kind == "tokens":
            slots[name] = (words, language.values.get("NUMWORD", {}))
        else:
            known = [
                language.values[choice][words[0]]
                for choice in kind.split("|")
                if words[0] in language.values.get(choice, ())
            ]
            slots[name] = known[0] if known else words[0]
    return slots, tuple(parts)
