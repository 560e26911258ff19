"""Event mentions of a document: candidates from the triggers, read, judged and turned into values."""

from __future__ import annotations

from collections import Counter

from timeline.mentions.grammar import cues
from timeline.mentions.judge import best_leaf, confidence, load_judge, reasons, worth
from timeline.mentions.survey import Finding, survey
from timeline.mentions.tokens import Tokens
from timeline.model import Document, Entity, EventMention, Sentence, TimeExpression

#: Languages that the triggers are written for; an unknown one is taken for English.
_LANGUAGES = frozenset({"en", ""})


def find_event_mentions(
    document: Document,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...] = (),
    times: tuple[TimeExpression, ...] = (),
    least: float | None = None,
) -> tuple[EventMention, ...]:
    """Every place of ``document`` that tells of an event worth a row, in order of the text.

    Offsets are code points of ``document.text``; several mentions may tell of one event. ``least`` is the worth that a
    mention must have, where a later stage judges events as a whole; without it the judge's own threshold holds.
    The triggers are English: a text in another language yields nothing rather than its chance likenesses.

    >>> text = "The union sued the ministry on Monday."
    >>> [m.event_type for m in find_event_mentions(Document("d", text), (Sentence(0, 38, 0, 0),))]
    ['lawsuit']
    """
    if document.language not in _LANGUAGES:
        return ()
    judge = load_judge()
    tokens, findings = survey(document, sentences, entities, times)
    told: Counter[str] = Counter()
    mentions: list[EventMention] = []
    for finding in findings:
        score = worth(judge, finding.features)
        if score < (judge.threshold if least is None else least) or _bare_case(tokens, finding):
            continue
        leaf = best_leaf(judge, finding.features, finding.candidate)
        why = reasons(judge, finding.features)
        mentions.append(_mention(tokens, finding, leaf, confidence(judge, score), why, told[leaf] > 0))
        told[leaf] += 1
    return tuple(mentions)


def _bare_case(tokens: Tokens, finding: Finding) -> bool:
    """``Roe v. Acme, 1 F.4th 2``: a case is named, and no verb tells anything of it."""
    first = finding.candidate.first
    if tokens.words[first] not in ("v", "v.", "vs", "vs."):
        return False
    start, end = tokens.bounds[finding.candidate.sentence]
    words = tokens.words[start:end]
    return not any(w in cues("be") or w in cues("have") or w in cues("modals") or w.endswith("ed") for w in words)


def _mention(
    tokens: Tokens, finding: Finding, leaf: str, sure: float, why: tuple[str, ...], told: bool
) -> EventMention:
    candidate, reading = finding.candidate, finding.reading
    start, _ = tokens.bounds[candidate.sentence]
    return EventMention(
        start=tokens.starts[candidate.first],
        end=tokens.ends[candidate.last - 1],
        clause_start=tokens.starts[finding.low],
        clause_end=tokens.ends[finding.high - 1],
        sentence=candidate.sentence,
        event_type=leaf,
        factuality=reading.factuality,
        tense=reading.tense,
        anaphoric=told and not candidate.form and _definite(tokens, candidate.first, start),
        confidence=round(sure, 4),
        rule_ids=(*(hit.trigger.id for hit in candidate.hits), reading.rule_id, *why),
    )


def _definite(tokens: Tokens, first: int, start: int) -> bool:
    """``the ban``, ``this latest ruling``, ``their suit``: a noun that points back."""
    left = tokens.words[max(start, first - 3) : first]
    return not cues("pointing").isdisjoint(left)
