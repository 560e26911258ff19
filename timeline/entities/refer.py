"""Whom "the company", "the Commission", "the court" and "he" point back to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import replace

from timeline.entities.draft import Draft
from timeline.entities.lists import word_list
from timeline.entities.tokens import Words
from timeline.jurisdictions import jurisdiction_name, parent_code
from timeline.model import Sentence

_PRONOUNS = frozenset(["he", "He", "she", "She", "his", "His", "her", "Her", "him"])
_PRONOUN_REACH = 1  # sentences back
_NEAR = 3
_MEMORY = 300  # nobody points back further
# Nouns that fit any public body.
_ANY_BODY = frozenset(
    ["agency", "regulator", "watchdog", "authority", "department", "Agency", "Authority", "Regulator"]
)
_BY_KIND = frozenset(["court", "legislature", "government"])
_CHAMBERS = frozenset(["committee", "subcommittee", "senate", "house", "assembly"])  # "the committee" is no parliament
_THE_STATE = re.compile(r"[a-z]\s+the\s+state\b")
_FIRM_KINDS = frozenset(["company"])
_APPOSITION = re.compile(
    r"\.?(?:,| is| was) (?:the|an?|its|one of the) ((?:[\w’'-]+ ){0,5}?[a-z-]+)\b"
    r"(?= (?:owned|based|that|which|of|in)\b|[,.;)])"
)


def resolve_references(words: Words, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` with descriptions and pronouns named by what they point back to, or left out if that is unknown."""
    history = _History(_nouns_of_firms(words, drafts))
    kept: list[Draft] = []
    everyone = _with_pronouns(words, sentences, [*drafts, *_states_sued(words, sentences, drafts)])
    for i, draft in enumerate(everyone):
        holder = everyone[i + 1] if i + 1 < len(everyone) else None
        if draft.kind == "office" and holder is not None and _holds(words, draft, holder):
            _name_after(draft, holder)
        if draft.mention == "pronoun" or draft.rule == "description:definite" or draft.weak:
            antecedent = history.find(draft, words)
            if antecedent is None and draft.weak:
                antecedent = _named_later(draft, drafts)
            if antecedent is None:
                if (
                    draft.mention == "pronoun"
                    or draft.kind == "company"
                    or (draft.kind == "office" and " " not in draft.name)
                ):
                    continue
                draft.weak = False
                draft.mention = "description"
            else:
                _name_after(draft, antecedent)
        history.add(draft)
        kept.append(draft)
    return kept


def _nouns_of_firms(words: Words, drafts: Sequence[Draft]) -> dict[str, set[str]]:
    """What the text calls its firms: "Acme, the popular video platform" makes Acme the only "platform"."""
    found: dict[str, set[str]] = {}
    for draft in drafts:
        if draft.kind in _FIRM_KINDS and draft.mention == "name":
            told = _APPOSITION.match(words.text, draft.end)
            if told:
                found.setdefault(told[1].rsplit(" ", 1)[-1], set()).add(draft.name)
    return found


def _named_later(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The body that the text names in full only further on: "The Commission ... The European Commission"."""
    noun = draft.name.lower()
    return next((d for d in drafts if not d.weak and d.kind != "person" and noun in d.name.lower().split()), None)


def _holds(words: Words, office: Draft, person: Draft) -> bool:
    """Whether the person's name follows the office: "the French president, Emmanuel Macron"."""
    return person.kind == "person" and words.text[office.end : person.start] in (" ", ", ")


def _name_after(draft: Draft, antecedent: Draft) -> None:
    draft.name, draft.kind, draft.id, draft.codes = antecedent.name, antecedent.kind, antecedent.id, antecedent.codes
    draft.sort, draft.weak = antecedent.sort, False
    if draft.mention == "name":
        draft.mention = "description"
    draft.rule = f"back:{draft.rule}"


class _History:
    """What has been named so far."""

    def __init__(self, nouns: dict[str, set[str]]) -> None:
        self.nouns = nouns
        self.named: deque[Draft] = deque(maxlen=_MEMORY)
        self.counts: Counter[str] = Counter()
        self.spoken: dict[str, int] = {}

    def add(self, draft: Draft) -> None:
        """Remember a named draft."""
        if draft.kind in ("place", "group"):
            return
        if draft.mention == "pronoun":
            if draft.rule.startswith("back:"):  # a chain of sentences about one person
                self.spoken[draft.name] = draft.sentence
            return
        if draft.mention == "description" and not draft.rule.startswith("back:"):
            return
        self.named.append(draft)
        self.counts[draft.name] += 1

    def find(self, draft: Draft, words: Words) -> Draft | None:
        """The antecedent of ``draft``; None when nothing fits or several fit alike."""
        if draft.mention == "pronoun":
            return self._person(draft)
        head = words.norm[draft.last]
        if head.endswith("s") and draft.end < words.ends[draft.last]:
            head = head[:-1]
        if draft.kind == "office":
            return self._official(draft)
        if draft.kind in _FIRM_KINDS:
            return self._firm(draft, head)
        return self._body(draft, head)

    def _person(self, draft: Draft) -> Draft | None:
        near = [d for d in self.named if d.kind == "person" and 0 <= draft.sentence - self._last(d) <= _PRONOUN_REACH]
        same = {d.name for d in near if self._last(d) == draft.sentence}
        names = same or {d.name for d in near}
        return next((d for d in reversed(near) if d.name in names), None) if len(names) == 1 else None

    def _last(self, person: Draft) -> int:
        """The last sentence that speaks of the person, by name or as "he"."""
        return max(person.sentence, self.spoken.get(person.name, -1))

    def _official(self, draft: Draft) -> Draft | None:
        noun = draft.name.lower()
        fitting = [d for d in self.named if d.kind == "person" and noun in f"{d.title} {d.words}".lower()]
        return fitting[-1] if len({d.name for d in fitting}) == 1 else None

    def _firm(self, draft: Draft, noun: str) -> Draft | None:
        firms = [d for d in self.named if d.kind in _FIRM_KINDS]
        firms = [d for d in firms if d.name in self.nouns.get(noun, ())] or firms
        near = [d for d in firms if draft.sentence - d.sentence <= _NEAR]
        near = near or firms
        return max(near, key=lambda d: (self.counts[d.name], d.start)) if near else None

    def _body(self, draft: Draft, head: str) -> Draft | None:
        key = head.lower()
        local = _of_official(draft, self.named) if key == "government" else None
        if local is not None:
            return local
        same_noun = [d for d in self.named if key in d.name.lower().split() and d.kind != "person"]
        if same_noun:
            return same_noun[-1]
        if (draft.kind in _BY_KIND and key not in _CHAMBERS) or head in _ANY_BODY:
            fitting = [d for d in self.named if d.kind == draft.kind]
            return fitting[-1] if fitting else None
        if draft.kind in ("organisation", "company"):
            fitting = [d for d in self.named if d.kind == draft.kind]
            return max(fitting, key=lambda d: (self.counts[d.name], d.start)) if fitting else None
        return None


def _of_official(draft: Draft, named: Sequence[Draft]) -> Draft | None:
    """The part of a nation whose official the sentence has ("the governor signed it; users sue the government")."""
    bodies = [d for d in named if d.sentence == draft.sentence and d.codes and d.kind != "place"]
    codes = {code for d in bodies for code in d.codes}
    if len(codes) != 1 or not all(d.kind in ("person", "office") for d in bodies):
        return None
    code = codes.pop()
    if parent_code(code) is None:
        return None
    return replace(bodies[-1], name=jurisdiction_name(code), kind="government", id=code, sort="")


def _states_sued(words: Words, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """ "sued the state": the part of a nation that the text named last, by its name or its officials."""
    found: list[Draft] = []
    norm, starts = words.norm, [s.start for s in sentences]
    for match in _THE_STATE.finditer(words.text):
        i = bisect_left(words.starts, match.end() - len("state"))
        if norm[i : i + 1] != ("state",) or norm[i - 2] not in word_list("suing"):
            continue
        follows = words.text[words.ends[i] : words.ends[i] + 1]
        if follows == " " and norm[i + 1 : i + 2] and norm[i + 1] not in word_list("after_party"):
            continue  # "sued the state agency"
        named = [d for d in drafts if d.end <= words.starts[i] and len(d.codes) == 1 and parent_code(d.codes[0])]
        if named:
            code, sentence = named[-1].codes[0], bisect_right(starts, words.starts[i]) - 1
            draft = Draft(
                i, i, words.starts[i], words.ends[i], jurisdiction_name(code), "government", sentence, "state:the"
            )
            draft.id, draft.codes, draft.mention, draft.words = code, (code,), "description", "the state"
            found.append(draft)
    return found


def _with_pronouns(words: Words, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` and the pronouns between them, by place."""
    merged = list(drafts)
    if any(d.kind == "person" for d in drafts):
        starts = [s.start for s in sentences]
        for i, word in enumerate(words.norm):
            if word in _PRONOUNS:
                start = words.starts[i]
                sentence = bisect_right(starts, start) - 1
                merged.append(Draft(i, i, start, words.ends[i], word, "person", sentence, "pronoun", mention="pronoun"))
    return sorted(merged, key=lambda d: d.start)
