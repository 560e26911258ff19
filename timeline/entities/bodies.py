"""Bodies and firms by the form of their names: "Ministry of Fish", "Widget Commission", "Acme Inc."."""

from __future__ import annotations

from timeline.entities.draft import Draft
from timeline.entities.page import Page
from timeline.entities.places import district_codes
from timeline.entities.runs import Run
from timeline.entities.titled import PUBLIC_SORTS, Reader, read_office_of, title_ending_at
from timeline.model import EntityKind

_REALMS = frozenset(
    [
        "State",
        "States",
        "Commonwealth",
        "City",
        "County",
        "Town",
        "Republic",
        "Kingdom",
        "Province",
        "Village",
        "Borough",
    ]
)
_OF = frozenset(["of", "for", "on"])


def read_body(page: Page, first: int, last: int, run: Run, read: Reader) -> list[Draft] | None:
    """The body or firm that the words name; [] for a law or another thing, None when the form says nothing.

    ``read`` reads what is left of a run beside a firm.
    """
    firm = _read_firm(page, first, last, run, read)
    if firm is not None:
        return firm
    opener = _opener(page, first, last)
    if opener is not None:
        return _read_opened(page, first, opener, last, run, read)
    if _looks_like_person(page, first, last):
        return None
    return _read_closed(page, first, last, run)


def _read_firm(page: Page, first: int, last: int, run: Run, read: Reader) -> list[Draft] | None:
    norm, forms = page.words.norm, page.lexicon.legal_forms
    for k in range(first + 1, last + 1):
        if norm[k] in forms and norm[k][0].isupper():
            if k == last:
                return [page.draft(first, last, "company", run, "form:legal")]
            if not _is_joined_form(page, k):
                rest = read(Run(k + 1, last, run.sentence, False))
                return [page.draft(first, k, "company", run, "form:legal"), *rest]
    return None


def _is_joined_form(page: Page, k: int) -> bool:
    """ "Acme Co of Ohio", "Limited Partners": the firm's name goes on after the legal form."""
    word = page.words.norm[k + 1]
    return word in ("of", "and", "for") or word in page.lexicon.heads or word in page.lexicon.legal_forms


def _looks_like_person(page: Page, first: int, last: int) -> bool:
    """ "Thomas Lane", "Jane Hall": a given name and no more than three words after it, the last no body's head."""
    norm, lex = page.words.norm, page.lexicon
    return (
        first < last < first + 4
        and norm[first] in lex.given_names
        and first not in page.known
        and norm[last] not in lex.heads
    )


def _read_closed(page: Page, first: int, last: int, run: Run) -> list[Draft] | None:
    """A name whose last word says what it is."""
    lex, end = page.lexicon, page.words.norm[last]
    singular = end[:-1] if page.words.bare and end.endswith("s") else end
    if end in lex.things or singular in lex.things:
        return _read_thing(page, first, last, run)
    known = page.covering(last)
    if known and known.first < last and known.records[0].kind == "place":  # "European Union"
        return None
    kind, cut = lex.heads.get(end), 0
    if kind is None and singular != end:
        kind, cut = lex.heads.get(singular), 1
    if kind is None:
        return None
    draft = page.draft(first, last, kind, run, "head:last" if first < last else "head:alone", cut=cut)
    draft.weak = first == last
    if not draft.weak:
        draft.codes = page.public_codes(first, last)
    return [draft]


def _read_thing(page: Page, first: int, last: int, run: Run) -> list[Draft]:
    """A law, a place, an occasion: only a firm or a place named at its start still stands for itself."""
    match = page.known.get(first)
    if match and match.last < last and match.records[0].kind in ("company", "place"):
        return [page.known_draft(match, run)]
    return []


def _opener(page: Page, first: int, last: int) -> int | None:
    """The head before the first "of", "for" or "on"."""
    norm, lex = page.words.norm, page.lexicon
    for k in range(first + 1, last):
        if norm[k] in _OF and (norm[k - 1] in lex.openers or norm[k - 1] in lex.heads):
            return k - 1
    return None


def _read_opened(page: Page, first: int, opener: int, last: int, run: Run, read: Reader) -> list[Draft]:
    """A name with "of": "Bank of Oz", "City of Austin", "Attorney General of Ohio", "Eastern District of Texas"."""
    head = page.words.norm[opener]
    title = title_ending_at(page, opener, first)
    office = None
    if title and title[1] in PUBLIC_SORTS:
        office = read_office_of(page, first, opener, last, title[1], run)
        if office is not None:
            return office
    if head in ("Member", "Members") or (title and title[1] in PUBLIC_SORTS):
        rest = opener + (3 if page.words.norm[opener + 2] == "the" else 2)
        return list(read(Run(rest, last, run.sentence, False))) if rest <= last else []
    draft = page.draft(first, last, _kind_of(page, head), run, "head:of")
    draft.codes = page.public_codes(first, last)
    district = district_codes(page.words, first, last) if head == "District" else ()
    if district:
        draft.kind, draft.codes, draft.rule = "place", district, "district:federal"
    return [draft]


def _kind_of(page: Page, head: str) -> EntityKind:
    if head in _REALMS:
        return "government"
    return "company" if head == "Bank" else page.lexicon.heads.get(head, "organisation")
