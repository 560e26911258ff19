"""Titles in a run: the person they stand before, the office they name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline.entities.draft import Draft
from timeline.entities.page import PUBLIC_KINDS, Page
from timeline.entities.runs import Run

Reader = Callable[[Run], Iterator[Draft]]
PUBLIC_SORTS = frozenset(["official", "judge"])
_JOINTS = frozenset(["of", "for", "on", "&", "and"])


def read_titled(page: Page, first: int, last: int, run: Run, read: Reader) -> list[Draft] | None:
    """The person after a title and what stands before the title ("Texas", "FTC"); None without a title.

    ``read`` reads what stands before.
    """
    for t in range(last, first - 1, -1):
        title = title_ending_at(page, t, first)
        if title is None or _goes_on(page, t, last):
            continue
        length, sort = title
        title_first = t - length + 1
        if t == last:
            return _office(page, first, title_first, last, sort, run)
        if _can_be_person(page, t + 1, last):
            person = page.draft(t + 1, last, "person", run, f"title:{page.words.norm[t].lower()}")
            known = page.names_person(t + 1, last)
            if known:
                record = known.records[0]
                person.name, person.id, person.codes, person.records = (
                    record.name,
                    record.id,
                    record.codes,
                    known.records,
                )
            person.title, person.title_first, person.sort = page.text_of(first, t), first, sort
            before = list(read(Run(first, title_first - 1, run.sentence, run.opens))) if title_first > first else []
            return [*before, person]
    return None


def title_ending_at(page: Page, t: int, first: int) -> tuple[int, str] | None:
    """How many words the title has that ends with word ``t``, and its sort."""
    norm = page.words.norm
    for words, sort in page.lexicon.titles.get(norm[t], ()):
        start = t - len(words) + 1
        if start >= first and norm[start : t + 1] == words:
            return len(words), sort
    return None


def read_office_of(page: Page, first: int, opener: int, last: int, sort: str, run: Run) -> list[Draft] | None:
    """ "Attorney General of New York", and who holds it if that is said; None for "President of Acme"."""
    if not _is_public(page, opener + 1, last):
        return None
    holder = _holder(page, opener, last)
    end = last if holder is None else holder - 1
    office = page.draft(first, end, "office", run, "head:of" if holder is None else "office:title")
    office.title, office.title_first, office.sort = office.name, first, sort
    if holder is None:
        office.codes = page.public_codes(first, last)
        return [office]
    person = page.draft(holder, last, "person", run, "title:of")
    person.title, person.title_first, person.sort = office.name, first, "official"
    return [office, person]


def _goes_on(page: Page, t: int, last: int) -> bool:
    """ "Attorney General of Minnesota", "Commissioner for Human Rights", "Governor's Office": no prefix of a name."""
    return t < last and (page.words.norm[t + 1] in _JOINTS or t in page.words.possessive)


def _can_be_person(page: Page, first: int, last: int) -> bool:
    norm, lex = page.words.norm, page.lexicon
    end = norm[last]
    if end.lower() in lex.lower_titles or last - first > 5:
        return False
    if any(end in words for words in (lex.titles, lex.heads, lex.legal_forms, lex.things)):
        return False
    return all(norm[k] not in _JOINTS for k in range(first, last + 1))


def _office(page: Page, first: int, title_first: int, last: int, sort: str, run: Run) -> list[Draft] | None:
    """A title without a name: "Minnesota Attorney General" is an office, "Judge" alone names nobody."""
    if sort not in PUBLIC_SORTS or (sort == "judge" and title_first == first == last):
        return None
    alone = title_first == first  # no place, no body: whoever holds the office in this text
    office = page.draft(first, last, "office", run, "description:definite" if alone else "office:title")
    if alone:
        office.mention = "description"
    else:
        office.title, office.title_first, office.sort = office.name, first, sort
    return [office]


def _is_public(page: Page, first: int, last: int) -> bool:
    """ "President of Ghana", "Secretary of State", not "President of Acme"."""
    known = [m for m in (page.known.get(k) for k in range(first, last + 1)) if m]
    if any(m.records[0].kind == "place" or m.records[0].kind in PUBLIC_KINDS for m in known):
        return True
    norm = page.words.norm
    return any(
        norm[k] in page.lexicon.topics or norm[k] in ("State", "Senate", "House", "Police")
        for k in range(first, last + 1)
    )


def _holder(page: Page, opener: int, last: int) -> int | None:
    """ "Attorney General of New York Letitia James": where the person's name begins."""
    for k in range(opener + 1, last):
        match = page.known.get(k)
        if match and match.records[0].kind == "place" and match.last < last:
            follows = match.last + 1
            return follows if page.words.norm[follows] in page.lexicon.given_names else None
    return None
