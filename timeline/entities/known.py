"""Which of the known bodies of one name a document means, and under which of its names it is to be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from timeline.entities.draft import Draft
from timeline.entities.lexicon import lexicon
from timeline.entities.names import Record, name_index

_LONGEST_ACRONYM = 7
_SHORT = 3  # acronyms up to this length stand for too many bodies
# Acronyms of these families are known everywhere; others need their country or their full name in the text.
_LOCAL = "gazetteer:local"  # names such as "Labor" that mean somebody only in a text about their country
_EVERYWHERE = frozenset(
    ["us-federal", "eu", "companies", "organisations", "international", "people", "metonyms", "generic", "needs"]
)


def settle_known(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Choose among bodies of one name by the countries in the text; acronyms without support are unknown names.

    Words of the language that could be a firm ("Target") are left out when nothing in the text speaks for it.
    """
    countries = Counter(_country(c) for d in drafts if _is_sure(d) for c in d.codes)
    named = {d.id for d in drafts if d.id and len(d.records) == 1 and not _is_acronym(d) and not _is_generic(d)}
    kept = []
    for draft in drafts:
        bodies = [r for r in draft.records if r.kind != "place"]
        if not bodies:
            kept.append(draft)
            continue
        supported = [r for r in bodies if _is_supported(draft, r, countries, named) and _has_words(r, text)]
        if not supported and bodies[0].needs:
            continue  # "Line X of the form"
        kept.append(draft)
        if not supported:
            draft.id, draft.codes, draft.name, draft.records = "", (), draft.words, ()
            if draft.kind != "person":
                draft.kind, draft.rule = "organisation", "name:capital"
            continue
        best = max(supported, key=lambda r: (r.id in named, sum(countries[_country(c)] for c in r.codes)))
        if best.id != draft.id:
            draft.id, draft.name, draft.kind = best.id, best.name, best.kind
            draft.codes, draft.rule = best.codes, best.rule
    return kept


def _goes_by_surname(record: Record) -> bool:
    """Whether somebody is so well known that the family name alone is enough ("Putin")."""
    alone = name_index().get(record.name.split()[-1], {}).get("", ())
    return any(r.id == record.id for alias in alone for r in alias.records)


def _has_words(record: Record, text: str) -> bool:
    return not record.needs or any(words in text for words in record.needs)


def _is_sure(draft: Draft) -> bool:
    """Whether the draft says which country the text is about: a place, or a body named in full."""
    if draft.kind == "place":
        return True
    return (
        bool(draft.id)
        and draft.kind != "person"
        and len(draft.records) < 2
        and not _is_acronym(draft)
        and not _is_generic(draft)
    )


def _is_acronym(draft: Draft) -> bool:
    return len(draft.words) <= _LONGEST_ACRONYM and sum(ch.isupper() for ch in draft.words) > len(draft.words) / 2


def _is_generic(draft: Draft) -> bool:
    return all(word in lexicon().generic_words for word in draft.words.split())


def _is_supported(draft: Draft, record: Record, countries: Counter[str], named: set[str]) -> bool:
    near = any(countries[_country(c)] for c in record.codes)
    if record.kind == "person":  # a namesake, when the text is about other countries
        return near or not countries or not record.codes or bool(draft.title) or _goes_by_surname(record)
    if near or record.rule.removeprefix("gazetteer:") in _EVERYWHERE or not record.codes or record.id in named:
        return True
    if record.rule == _LOCAL or len(draft.records) > 1 or (_is_acronym(draft) and len(draft.words) <= _SHORT):
        return False
    return not (countries and _is_generic(draft))


def _country(code: str) -> str:
    return code.split("-", maxsplit=1)[0]


def tell_by_own_words(drafts: Sequence[Draft], named: Collection[str] = ()) -> None:
    """Name each known body by the longest of its names in this text, unless its usual name is there.

    The id tells across documents who it is; a reader of this one looks for the words that stand in it. ``named``
    holds ids of bodies that are named beside the text (its publisher).
    """
    words: dict[str, list[str]] = {}
    for draft in drafts:
        if draft.id and draft.kind != "place" and _is_own_name(draft) and not draft.rule.endswith("metonyms"):
            words.setdefault(draft.id, []).append(draft.words)
    names: dict[str, str] = {}
    for draft in drafts:
        if draft.id in words and draft.id not in names:
            forms = words[draft.id]
            supported = draft.id in named or any(_shares(form, draft.name) for form in forms)
            names[draft.id] = draft.name if supported else max(forms, key=len)
    for draft in drafts:
        if draft.id in names and draft.kind != "place":
            draft.name = names[draft.id]


def _is_own_name(draft: Draft) -> bool:
    """Whether the words can be told as a name: of a person, no surname alone and no title."""
    if draft.kind != "person":
        return True
    first = draft.words.split()[0]
    return " " in draft.words and first not in lexicon().titles and draft.mention != "pronoun"


def _shares(form: str, name: str) -> bool:
    """Whether one of the two names stands, word for word, in the other."""
    a, b = f" {form.replace('’', chr(39))} ", f" {name} "
    return a in b or b in a
