"""Short forms within one document: acronyms it defines, family names, firms without their legal form."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from timeline.entities.draft import Draft
from timeline.entities.lexicon import lexicon
from timeline.entities.tokens import Words

_DEFINITION = re.compile(
    r"['’]?s?,? ?\((?:(?:collectively|together|hereinafter|hereafter|herein|also known as|known as|formerly|or|"
    r"a/k/a|aka),?\s+)?(?:the\s+)?"
    r"[\"“'‘]*(?:the\s+)?([A-Z][^()\"“”]{1,48}?)[\"”'’,.]*"
    r"(?:,?\s+(?:or|and)\s+(?:the\s+)?[\"“'‘]*(?:the\s+)?([A-Z][^()\"“”]{1,40}?)[\"”'’]*)?\)"
)
_PARTY_AND_STATE = re.compile(r"(?:[RDI]|Rep|Dem|Ind)\.?\s?[-–—].*")
_LOWER_GENERATIONS = frozenset(["Jr", "Sr", "II", "III", "IV"])
_VERBS = frozenset(
    ["said", "says", "told", "pleaded", "pled", "was", "has", "had", "is", "also", "who", "faces", "admitted", "denied"]
)
_SMALL = frozenset(["of", "the", "and", "for", "on", "in", "to", "de", "la", "a", "&"])
_ORGANISED = frozenset(["company", "organisation", "authority", "court", "legislature", "government"])


def link_short_forms(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` with every short form named by the full name that the document gives elsewhere."""
    book = _Book(words)
    for draft in drafts:
        book.add(draft)
    for draft in drafts:
        book.resolve(draft)
    _unify_persons(drafts)
    return sorted([*drafts, *_hidden_family_names(words, drafts)], key=lambda d: d.start)


class _Book:
    """Short form -> full names that it can stand for, in the order in which the text introduces them."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.defined: dict[str, Draft] = {}
        self.short: dict[str, tuple[list[int], list[Draft]]] = {}

    def add(self, draft: Draft) -> None:
        """Learn the short forms of a full name."""
        if not draft.weak:
            self._learn_definition(draft)
        names = draft.name.split()
        if draft.kind == "person":
            if len(names) > 1:
                for form in _family_names(names):
                    self._learn(form, draft)
        elif draft.kind in _ORGANISED and not draft.weak and len(names) > 1:
            for form in _firm_forms(names, draft):
                self._learn(form, draft)

    def _learn(self, form: str, draft: Draft) -> None:
        starts, drafts = self.short.setdefault(form.replace("’", "'"), ([], []))
        starts.append(draft.start)
        drafts.append(draft)

    def _learn_definition(self, draft: Draft) -> None:
        text, end = self.words.text, draft.end
        if "(" not in text[end : end + 6]:
            return
        found = _DEFINITION.match(text, end)
        if found is None:
            return
        quoted = '"' in found[0] or "“" in found[0]
        for form in found.groups():
            if form and not _PARTY_AND_STATE.match(form) and _fits(form, draft, quoted=quoted):
                self.defined.setdefault(" ".join(form.split()), draft)

    def resolve(self, draft: Draft) -> None:
        """Give ``draft`` the full name that it is short for, if the text has one."""
        form = draft.name
        full = self.defined.get(form) or self.defined.get(self.words.text[draft.start : draft.end])
        if full is None or full is draft:
            if draft.id or (" " in form and draft.kind != "company"):
                return
            full = self._candidate(draft, form)
        if full is None or full is draft or full.name == draft.name:
            return
        draft.name, draft.kind, draft.id, draft.codes = full.name, full.kind, full.id, full.codes
        draft.sort = draft.sort or full.sort
        draft.title = draft.title or full.title
        draft.mention, draft.weak, draft.rule = "short", False, f"short:{draft.rule}"

    def _candidate(self, draft: Draft, form: str) -> Draft | None:
        starts, candidates = self.short.get(form.replace("’", "'"), ([], []))
        if not candidates:
            return None
        # the last one named before; a short form may stand in the headline, before any full name
        at = max(0, bisect_left(starts, draft.start) - 1)
        if draft.kind == "person" and draft.title:
            return next((c for c in reversed(candidates[: at + 1]) if c.kind == "person"), None)
        return candidates[at]


def _hidden_family_names(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """ "White pleaded guilty" after "Jane White": a family name that is a word of the language too."""
    names = {d.name.split()[-1]: d for d in drafts if d.kind == "person" and " " in d.name}
    names = {name: d for name, d in names.items() if name in lexicon().not_names}
    if not names:
        return []
    taken = {d.first for d in drafts} | {d.last for d in drafts}
    starts = [d.start for d in drafts]
    found = []
    for i, word in enumerate(words.norm[:-1]):
        if word in names and i not in taken and words.norm[i + 1] in _VERBS:
            full, at = names[word], bisect_left(starts, words.starts[i])
            sentence = drafts[at - 1].sentence if at else 0
            draft = Draft(i, i, words.starts[i], words.ends[i], full.name, "person", sentence, "short:hidden")
            draft.id, draft.codes, draft.sort, draft.title = full.id, full.codes, full.sort, full.title
            draft.mention, draft.words = "short", word
            found.append(draft)
    return found


def _family_names(names: Sequence[str]) -> Iterable[str]:
    """ "Gianforte" of "Greg Gianforte", "von der Leyen" and "Leyen" of "Ursula von der Leyen"."""
    plain = [n.rstrip(".,") for n in names]
    while len(plain) > 1 and plain[-1] in _LOWER_GENERATIONS:
        plain.pop()
    if len(plain) < 2:
        return
    yield plain[-1]
    particles = lexicon().particles
    start = len(plain) - 1
    while start > 1 and plain[start - 1].lower() in particles:
        start -= 1
        yield " ".join(plain[start:])
    # family name first, or two family names: "Ai Weiwei", "Rosselló Nevares"
    if len(plain) >= 3:
        yield plain[-2] if plain[-2][0].isupper() and len(plain[-2]) > 2 else plain[0]
        yield " ".join(plain[-2:])
    yield plain[0]


def _firm_forms(names: Sequence[str], draft: Draft) -> Iterable[str]:
    """ "Acme Widgets" and "Acme" of "Acme Widgets, Inc."; initials of any body."""
    lex = lexicon()
    plain = [n for n in (n.strip(",") for n in names) if n.strip(".")]
    bare = [n.rstrip(".") for n in plain]
    while len(bare) > 1 and (bare[-1] in lex.legal_forms or plain[-1] in lex.legal_forms):
        bare.pop()
        plain.pop()
    initials = "".join(w[0] for w in bare if w[0].isupper())
    if len(initials) > 2:
        yield initials
    if draft.kind in ("company", "organisation"):
        for length in range(len(bare), 0, -1):
            form = " ".join(bare[:length])
            if length > 1 or (
                len(form) > 2 and form not in lex.not_names and form not in lex.heads and form not in lex.topics
            ):
                yield form


def _fits(form: str, draft: Draft, quoted: bool) -> bool:
    """Whether what stands in brackets can be short for the name before it."""
    form = " ".join(form.split())
    if any(ch.isdigit() for ch in form) and not quoted:
        return False
    words = [w.strip(".,") for w in draft.name.split()]
    if all(any(n.lower().startswith(part.lower().strip(".,")) for n in words) for part in form.split()):
        return True
    letters = "".join(ch for ch in form if ch.isalnum()).upper()
    initials = "".join(w[0] for w in words if w and w.lower() not in _SMALL and w[0].isalnum()).upper()
    loose = "".join(w[0] for w in words if w and w[0].isalnum()).upper()
    if form.isupper() or letters in (initials, loose):
        return letters in (initials, loose) or _subsequence(letters, draft.name.upper())
    return quoted and len(form.split()) <= 4


def _subsequence(letters: str, name: str) -> bool:
    """ "ODESC", "MeitY": the letters occur in the name in order, the first one first."""
    if not letters or not name.startswith(letters[0]):
        return False
    rest = iter(name)
    return all(letter in rest for letter in letters)


def _unify_persons(drafts: Sequence[Draft]) -> None:
    """One name a person: "Jane Doe" is "Jane Q. Doe" where the text has both."""
    counts = dict.fromkeys(d.name for d in drafts if d.kind == "person")
    for draft in drafts:  # somebody called a person once is one throughout
        if draft.kind == "organisation" and draft.name in counts:
            draft.kind, draft.rule = "person", "person:elsewhere"
    groups: dict[tuple[str, str], list[str]] = {}
    for name in counts:
        parts = [p for p in name.replace(",", "").split() if p.rstrip(".") not in _LOWER_GENERATIONS]
        if len(parts) > 1:
            groups.setdefault((parts[0], parts[-1]), []).append(name)
    usual = {name: max(names, key=len) for names in groups.values() for name in names if len(names) > 1}
    for draft in drafts:
        if draft.kind == "person" and draft.name in usual:
            draft.name = usual[draft.name]
