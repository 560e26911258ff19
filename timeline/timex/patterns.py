"""The pattern language of the rules: word classes, literal words and earlier finds, compiled to RE2 over class codes.

A token is one byte: the code of the set of classes it belongs to. So a rule such as ``m:MONTH d:DAY ,? y:YEAR`` is a
regular expression over bytes, and all rules of a level are searched at once, in time linear in the text.

    MONTH        any token of the word class; OTHER is any word that no rule names
    of   ,       a literal word or sign (lower case)
    <date>       something an earlier level found, by its kind
    @NUMBER      a macro of the language file
    name:ATOM    the same, captured under a name
    ( a | b )?   groups, alternatives and the quantifiers ? * +
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from timeline.errors import DataError

_PIECE = re.compile(
    r"\s*(?:(?P<name>[a-z_0-9]+):(?=\S))?(?P<atom>[()|]|<\w+>|@\w+|[A-Z][A-Z0-9_]*|[^\s()|?*+<@]+)(?P<quantifier>[?*+]?)"
)
_ATOM_IS_CLASS = re.compile(r"[A-Z][A-Z0-9_]*")


@dataclass
class Compiled:
    """A pattern as RE2 source over bytes, the codes it can begin with, and what each named slot holds."""

    source: str = ""
    first: frozenset[int] = frozenset()
    optional: bool = True
    slots: dict[str, str] = field(default_factory=dict)


def literals(pattern: str) -> set[tuple[str, str]]:
    """The literal words of a pattern, each with its use: the alternatives it stands among, or itself.

    Words of which all uses are the same need not be told apart.

    >>> sorted(literals("the ( year | month ) of"))
    [('month', 'month|year'), ('of', 'of'), ('the', 'the'), ('year', 'month|year')]
    """
    pieces = _pieces(pattern)
    found: set[tuple[str, str]] = set()
    opened = 0
    for at, piece in enumerate(pieces):
        atom = piece["atom"]
        if atom == "(":
            opened = at
        elif atom == ")" and _choice(pieces[opened + 1 : at]) != "tokens":
            words = [inner["atom"] for inner in pieces[opened + 1 : at] if inner["atom"] != "|"]
            found -= {(word, word) for word in words}
            found |= {(word, "|".join(sorted(words))) for word in words if _kind(word) == "literal"}
        elif _kind(atom) == "literal":
            found.add((atom, atom))
    return found


def classes_named(pattern: str) -> set[str]:
    """The word classes a pattern names.

    >>> sorted(classes_named("m:MONTH of <year> ( YEAR | the )"))
    ['MONTH', 'YEAR']
    """
    return {piece["atom"] for piece in _pieces(pattern) if _kind(piece["atom"]) == "class"}


def compile_pattern(pattern: str, codes: Callable[[str], frozenset[int]], macros: Mapping[str, str]) -> Compiled:
    """``pattern`` as RE2 source; ``codes`` gives the byte codes of a class, ``=literal`` or ``<kind>``."""
    pieces = _pieces(pattern)
    result, rest = _alternatives(pieces, 0, codes, macros)
    if rest != len(pieces):
        raise DataError(f"pattern {pattern!r}: a parenthesis closes that was not opened")
    return result


def _pieces(pattern: str) -> list[dict[str, str]]:
    pieces: list[dict[str, str]] = []
    position = 0
    pattern = pattern.strip()
    while position < len(pattern):
        match = _PIECE.match(pattern, position)
        if match is None:
            raise DataError(f"pattern {pattern!r} cannot be read from character {position}")
        piece = {key: value or "" for key, value in match.groupdict().items()}
        again = sum(earlier["name"].split("__")[0] == piece["name"] for earlier in pieces if piece["name"])
        piece["name"] += (
            f"__{again}" if again else ""
        )  # RE2 wants every name once; "__" and what follows is dropped when read
        pieces.append(piece)
        position = match.end()
    return pieces


def _kind(atom: str) -> str:
    if atom in "()|":
        return "sign"
    if atom[0] in "<@":
        return "item" if atom[0] == "<" else "macro"
    return "class" if _ATOM_IS_CLASS.fullmatch(atom) else "literal"


def _alternatives(
    pieces: list[dict[str, str]], at: int, codes: Callable[[str], frozenset[int]], macros: Mapping[str, str]
) -> tuple[Compiled, int]:
    branches = [Compiled()]
    while at < len(pieces) and pieces[at]["atom"] != ")":
        piece = pieces[at]
        if piece["atom"] == "|":
            branches.append(Compiled())
            at += 1
            continue
        if piece["atom"] == "(":
            opened = at
            inner, at = _alternatives(pieces, at + 1, codes, macros)
            if at >= len(pieces):
                raise DataError(f"pattern {' '.join(p['atom'] for p in pieces)!r}: a parenthesis is not closed")
            part = _wrapped(inner, piece["name"], pieces[at]["quantifier"], _choice(pieces[opened + 1 : at]))
        else:
            part = _atom(piece, codes, macros)
        at += 1
        branches[-1] = _joined(branches[-1], part)
    slots = {name: kind for branch in branches for name, kind in branch.slots.items()}
    first = frozenset().union(*(branch.first for branch in branches))
    return Compiled("|".join(b.source for b in branches), first, any(b.optional for b in branches), slots), at


def _choice(pieces: list[dict[str, str]]) -> str:
    """What a group of alternatives holds: "MONTH|SEASON" or "<day>|<week>" when each is one token, else "tokens"."""
    atoms = [piece["atom"] for piece in pieces]
    single = (
        atoms[1::2] == ["|"] * (len(atoms) // 2) and len(atoms) % 2 and not any(piece["quantifier"] for piece in pieces)
    )
    return (
        "|".join(atoms[::2])
        if single and not any(_kind(atom) in ("macro", "sign") for atom in atoms[::2])
        else "tokens"
    )


def _atom(piece: dict[str, str], codes: Callable[[str], frozenset[int]], macros: Mapping[str, str]) -> Compiled:
    atom = piece["atom"]
    kind = _kind(atom)
    if kind == "macro":
        if atom[1:] not in macros:
            raise DataError(f"macro {atom} is not defined")
        inner = compile_pattern(macros[atom[1:]], codes, macros)
        return _wrapped(inner, piece["name"], piece["quantifier"], "tokens")
    members = codes(f"={atom}" if kind == "literal" else atom)
    source = "[" + "".join(f"\\x{code:02x}" for code in sorted(members)) + "]" if members else "[^\\x00-\\xff]"
    return _wrapped(
        Compiled(source, members, False), piece["name"], piece["quantifier"], {"macro": "tokens"}.get(kind, atom)
    )


def _wrapped(inner: Compiled, name: str, quantifier: str, kind: str) -> Compiled:
    source = f"(?P<{name}>{inner.source})" if name else f"(?:{inner.source})"
    slots = {**inner.slots, name: kind} if name else inner.slots
    return Compiled(source + quantifier, inner.first, inner.optional or quantifier in ("?", "*"), slots)


def _joined(left: Compiled, right: Compiled) -> Compiled:
    first = left.first | right.first if left.optional else left.first
    return Compiled(left.source + right.source, first, left.optional and right.optional, {**left.slots, **right.slots})
