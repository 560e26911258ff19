"""Sentences of a document, each with its place: paragraph, heading or running text.

The splitting inside a paragraph is nupunkt's (Bommarito, Katz and Bommarito 2025), made for legal text: it knows that
"v.", "No." and "U.S." end no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from timeline.model import Document, Sentence

Kind = Literal["title", "heading", "text", "dateline"]
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*\S[^\n]*)*")
_LINE = re.compile(r"\S[^\n]*")
_HEADING_WORDS = 14
_WRAPPED_LINE = (
    45  # a line shorter than this, not the last of its block, is a line of its own rather than wrapped prose
)
_BRACKET = 60  # how far apart the ends of a bracket may stand for it to be an aside in a sentence
_NAME_PREFIX = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Sens?|Reps?|Govs?|Atty|Gen|Hon|Insp)\.$")
_OPENERS = frozenset(
    {"The", "A", "An", "In", "On", "It", "He", "She", "They", "We", "This", "That", "But", "And", "If", "As"}
)
_VERSUS = frozenset({"v.", "vs.", "v", "vs"})
#: Words that no paragraph ends with: a blank line behind one of them came from a lost link or a bad conversion.
_UNFINISHED = frozenset(
    {"that", "the", "a", "an", "of", "to", "in", "and", "or", "by", "for", "with", "on", "from", "its"}
)
#: Line breaks where a link stood: "Senator Rivers’s / Data Act was signed", "On July 24 th / , the agency announced".
_OWNER = re.compile(r"\w[’']s$")
_UNBEGUN = re.compile(r"[,;.)\]’”](?!\w)")
_UNFINISHED_LINE = frozenset({"the", "a", "an", "its", "their", "his", "her", "of"})
_SENTENCE_END = (".", "!", "?", '."', ".”", '?"', "?”", '!"', "!”", ".)", ".’", ".'", ";", ",")
_DATELINE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?\d{4}",
    re.IGNORECASE,
)


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """Every sentence of ``document.text`` in order, without surrounding white space.

    >>> [s.kind for s in split_sentences(Document("d", "Court rules\\n\\nIt ruled. Both sides appealed."))]
    ['title', 'text', 'text']
    """
    text = document.text
    sentences: list[Sentence] = []
    for paragraph, (start, end) in enumerate(_whole(text, _blocks(text))):
        kind = _kind(text[start:end], paragraph)
        spans = [(start, end)] if kind != "text" else _split(text, start, end)
        sentences += [Sentence(a, b, len(sentences) + i, paragraph, kind) for i, (a, b) in enumerate(spans)]
    return tuple(sentences)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: blank lines part them, and so does a line break unless the line was merely wrapped."""
    for block in _PARAGRAPH.finditer(text):
        start = end = block.start()
        lines = [(block.start() + m.start(), block.start() + m.end()) for m in _LINE.finditer(block[0])]
        widest = max(b - a for a, b in lines)
        for number, (_, line_end) in enumerate(lines):
            end = line_end
            following = number + 1 < len(lines)
            if following and not _continues(text, lines[number], lines[number + 1], widest):
                yield start, _trimmed(text, start, end)
                start = lines[number + 1][0]
        yield start, _trimmed(text, start, end)


def _whole(text: str, blocks: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """``blocks``, those joined between which a sentence goes on: "... announced that", "the board has ..."."""
    held: tuple[int, int] | None = None
    for start, end in blocks:
        if held and text[start].islower() and text[held[0] : held[1]].rsplit(maxsplit=1)[-1] in _UNFINISHED:
            held = (held[0], end)
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _continues(text: str, line: tuple[int, int], after: tuple[int, int], widest: int) -> bool:
    """Whether ``after`` goes on where ``line`` was wrapped: the first word of it would not have fitted."""
    length, words = line[1] - line[0], text[after[0] : after[1]].split(maxsplit=1)
    wrapped = _WRAPPED_LINE <= widest <= 120 and length + 1 + len(words[0]) >= widest
    return (
        wrapped
        or _is_cut(text, line, after)
        or (text[after[0]].islower() and not text[line[0] : line[1]].rstrip().endswith(_SENTENCE_END[:3]))
    )


def _is_cut(text: str, line: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether the break fell inside a sentence: after an owner or an article, or before a comma."""
    words = text[line[0] : line[1]].split()
    if _UNBEGUN.match(text, after[0]):
        return True
    return len(words) > 1 and (words[-1] in _UNFINISHED_LINE or _OWNER.search(words[-1]) is not None)


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _kind(block: str, paragraph: int) -> Kind:
    if _DATELINE.fullmatch(block.strip()):
        return "dateline"
    if len(block.split()) <= _HEADING_WORDS and not block.endswith(_SENTENCE_END):
        return "title" if paragraph == 0 else "heading"
    return "text"


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    import nupunkt

    block = text[start:end]
    spans = []
    for a, b in nupunkt.sent_spans(block):
        words = block[a:b]
        left = a + len(words) - len(words.lstrip())
        right = _trimmed(block, left, b)
        if right > left:
            spans.append((start + left, start + right))
    return _rejoined(text, spans) or [(start, end)]


def _rejoined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces that no sentence ends between: after "U.S." before a name, inside a short bracket ("(D-Ore., chair)")."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and _goes_on(text, joined[-1], (start, end)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _goes_on(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    left = text[max(before[0], before[1] - _BRACKET) : before[1]]
    if left.rfind("(") > left.rfind(")") and ")" in text[after[0] : min(after[1], after[0] + _BRACKET)]:
        return True
    words = text[after[0] : after[1]].split(maxsplit=1)
    if words[0] in _VERSUS:
        return True
    return bool(_NAME_PREFIX.search(left)) and words[0].strip("“\"'") not in _OPENERS
