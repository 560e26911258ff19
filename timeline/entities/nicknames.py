"""People named with a nickname in quotation marks or brackets: "Joseph “Joe” Roe, Jr." is Joseph Roe, Jr."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from timeline.entities.draft import Draft
from timeline.entities.lexicon import lexicon
from timeline.entities.tokens import Words

_WITH_NICKNAME = re.compile(
    r"\b(?P<first>[A-Z][\w’'-]+(?: [A-Z][\w’'-]*\.?){0,2}) "
    r"(?:[\"“‘'](?P<quoted>[A-Z][\w-]+)[\"”’'],?|\((?P<bracketed>[A-Z][\w-]+)\)) "
    r"(?P<last>[A-Z][\w-]+(?:['’](?!s\b)[A-Z]\w+)?(?:,? (?:Jr|Sr|II|III|IV)\b)?)"
)


def with_nicknames(words: Words, sentences: Sequence[int], drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts``, the pieces of a name around a nickname made one; ``sentences`` are where the sentences start."""
    whole = list(_whole_names(words, sentences))
    apart = [d for d in drafts if not any(w.start < d.end and d.start < w.end for w in whole)]
    return sorted([*apart, *whole], key=lambda d: d.start)


def _whole_names(words: Words, sentences: Sequence[int]) -> Iterator[Draft]:
    given = lexicon().given_names
    for match in _WITH_NICKNAME.finditer(words.text):
        if match["first"].split()[0] not in given or (match["bracketed"] and match["bracketed"] not in given):
            continue
        if match["last"].split()[0].rstrip(",") in lexicon().heads:
            continue  # Jane “Gold” Bank
        first, last = bisect_left(words.starts, match.start()), bisect_right(words.starts, match.end() - 1) - 1
        name = f"{match['first']} {match['last']}"
        sentence = bisect_right(sentences, match.start()) - 1
        draft = Draft(first, last, match.start(), match.end(), name, "person", sentence, "person:nickname")
        draft.words = name
        yield draft
