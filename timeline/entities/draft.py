"""A name in the making: what the stages of this package pass on to each other before entities are final."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.entities.names import Record
from timeline.model import EntityKind

MentionSort = Literal["name", "short", "description", "pronoun"]


@dataclass(slots=True)
class Draft:
    """Words ``first``..``last`` (inclusive) at ``start``..``end`` name ``name``.

    ``title`` is the title that stands before a person ("Minnesota Attorney General"), ``title_first`` its first word;
    ``sort`` the title's sort (official, judge, executive, personal). ``weak`` drafts are mere capitalised words that
    name somebody only if something else in the text says so; ``opens`` marks the first word of a sentence;
    ``records`` are the known names that the words can mean,
    ``words`` is the text itself, white space as single blanks.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    kind: EntityKind
    sentence: int
    rule: str
    id: str = ""
    codes: tuple[str, ...] = ()
    mention: MentionSort = "name"
    title: str = ""
    title_first: int = -1
    sort: str = ""
    weak: bool = False
    opens: bool = False
    records: tuple[Record, ...] = ()
    words: str = ""
