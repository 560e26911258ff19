"""Part of speech, verb chain, tense and clause of a word, read from its neighbours alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.knowledge import read_yaml
from timeline.mentions.inflection import verb_forms
from timeline.model import Tense

_CHAIN = 7
_MIN_CLAUSE = 3
_ASIDE = 7  # longest aside between an auxiliary and its verb, in tokens
_STRONG = frozenset(';:—–()[]“”"')


@cache
def cues(name: str) -> frozenset[str]:
    """A word list of ``data/events/factuality.yml``; ``<verb>`` in it stands for all forms of the verb."""
    words: set[str] = set()
    for part in read_yaml("events/factuality.yml")["words"][name].split():
        words |= set(verb_forms(part[1:-1])) if part.startswith("<") else {part}
    return frozenset(words)


@dataclass(frozen=True, slots=True)
class Chain:
    """The auxiliaries left of a verb: which modals, negations and forms of have and be, and where ``to`` stands."""

    modals: tuple[str, ...] = ()
    negated: bool = False
    have: str = ""
    be: str = ""
    to_at: int = -1


def is_verb(words: list[str], at: int, start: int, possessive: frozenset[int], form: str) -> bool:
    """Whether a word that can be noun or verb is a verb here, by the word before it.

    >>> is_verb(["they", "ban", "it"], 1, 0, frozenset(), "base"), is_verb(["the", "ban"], 1, 0, frozenset(), "base")
    (True, False)
    """
    if words[at] in cues("be") or words[at] in _never_nouns():
        return True
    if form == "ed":
        return at == start or words[at - 1] not in cues("determiners")
    if at == start:
        return form != "base" or words[at] not in cues("noun_first")
    return not _is_noun(words, at, possessive, form) and (form != "base" or _before_base(words[at - 1]))


@cache
def _never_nouns() -> frozenset[str]:
    """Base and third-person forms that are verbs whatever stands before them: ``indict``, ``rejects``."""
    forms = {s for verb in cues("only_verbs") for s, form in verb_forms(verb).items() if form in ("base", "s")}
    return frozenset(forms) - cues("plural_nouns")


def _is_noun(words: list[str], at: int, possessive: frozenset[int], form: str) -> bool:
    """``the ban``, ``its new ban``, ``charges may``, ``of appeals``."""
    before = words[at - 1]
    if form == "s" and before == "that":
        return False  # "a bill that bans": no plural stands after "that"
    if before in cues("determiners") or at - 1 in possessive or before in cues("noun_modifiers"):
        return True
    if form == "ing":
        return False
    if _takes_noun(before, words[at], form):
        return True
    if at - 2 >= 0 and (words[at - 2] == "to" or is_modal(words, at - 2)):
        return form == "s" and before not in cues("be")
    follows = at + 1 < len(words) and (is_modal(words, at + 1) or words[at + 1] in cues("be"))
    return follows or before in cues("prepositions") or (form == "s" and before in cues("conjunctions"))


def _takes_noun(before: str, word: str, form: str) -> bool:
    """``is preparing sanctions``, ``threatened sanctions``, ``avoids fine``, ``seeks ban``: a verb and its object."""
    wants = before in cues("wanting_verbs") or before in cues("risking_verbs")
    if form == "s":
        return wants and before[-1] in "gd"
    return word in cues("noun_first") and before[-1:] in ("s", "d") and (wants or before in cues("facing_verbs"))


def _before_base(word: str) -> bool:
    """Whether ``word`` can be the subject or auxiliary of a base form: ``they``, ``may``, ``ministers``."""
    return word in cues("before_base") or word in cues("modals") or _is_plural(word)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and word.isalpha() and len(word) > 3


def is_modal(words: list[str], at: int) -> bool:
    """Whether the word at ``at`` is a modal; the month of May is none.

    >>> is_modal(["it", "may", "sue"], 1), is_modal(["in", "may", "it"], 1), is_modal(["may", "24"], 0)
    (True, False, False)
    """
    if words[at] != "may":
        return words[at] in cues("modals")
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    return not (before in cues("before_month") or before[:1].isdigit() or after[:1].isdigit())


def verb_chain(words: list[str], at: int, start: int) -> Chain:
    """The auxiliaries, adverbs and negations that stand before the verb at ``at``.

    >>> verb_chain("it may not have been sued".split(), 5, 0).modals
    ('may',)
    """
    modals: list[str] = []
    negated = False
    have = be = ""
    to_at = -1
    i = at - 1
    while i >= start and at - i <= _CHAIN:
        word = words[i]
        if is_modal(words, i):
            modals.append(word)
        elif word in cues("have"):
            have = word
        elif word in cues("be"):
            be = be or word
        elif word == "to" and to_at < 0:
            to_at = i
            break
        elif word == "," and _aside(words, i, start):
            i = _aside(words, i, start)
            continue
        elif word == ")" and i - 2 >= start and words[i - 2] == "(":
            i -= 3  # "would (i) require"
            continue
        elif word not in cues("adverbs") and word not in cues("do"):
            break
        negated = negated or word in cues("negations") or word.endswith("n't")
        i -= 1
    return Chain(tuple(modals), negated, have, be, to_at)


def _aside(words: list[str], at: int, start: int) -> int:
    """Where an aside begins that the comma at ``at`` closes, or 0: ``had not, as of today, sued``."""
    for i in range(at - 1, max(start, at - _ASIDE), -1):
        if words[i] == ",":
            before = words[i - 1]
            helps = any(before in cues(name) for name in ("be", "have", "modals", "do")) or before in ("not", "never")
            return i - 1 if helps else 0
    return 0


def verb_tense(form: str, chain: Chain) -> Tense:
    """Past, present or future of a verb with its chain; ``none`` for infinitives and bare participles.

    >>> verb_tense("ed", Chain(be="was")), verb_tense("base", Chain(modals=("will",)))
    ('past', 'future')
    """
    if any(modal in cues("future_modals") for modal in chain.modals):
        return "future"
    if chain.have:
        return "past"
    if form == "ed":
        return "present" if chain.be in cues("be_present") else "past"
    if form == "ing":
        return "past" if chain.be in cues("be_past") else "present" if chain.be else "none"
    return "none" if form == "base" and chain.to_at >= 0 else "present"


def clause_bounds(words: list[str], first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The clause around ``words[first:last]``, as tokens of the sentence ``words[start:end]``.

    >>> words = "when it was signed , users sued the state , which appealed".split()
    >>> clause_bounds(words, 6, 7, 0, 12)
    (5, 9)
    """
    left = first
    while left > start and not _breaks(words, left - 1, first - left):
        left -= 1
    right = last
    while right < end and not _breaks(words, right, right - last):
        right += 1
    return left, right


def _breaks(words: list[str], at: int, distance: int) -> bool:
    word = words[at]
    if word in _STRONG:
        return True
    if word == ",":
        return distance > 0
    return word in cues("clause_openers") and distance >= _MIN_CLAUSE - 2
