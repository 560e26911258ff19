"""Taking an event apart into what each document says of it, main mention first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.kinship import kinship, makes_measure
from timeline.merge.instrument_names import instrument_key, is_numbered
from timeline.model import Event, Instrument, Mention

_ONE = frozenset({"same", "near"})


def take_apart(event: Event) -> list[tuple[Mention, ...]]:
    """The mentions of an event by document.

    What an event of a single document knows beyond its mentions is written into its main mention, so that nothing is
    lost however often events are merged. Mentions of types that cannot be one occurrence (a suit, an executive order),
    or of two numbered orders, become parts of their own: whoever joined them within the document was wrong.
    """
    grouped: dict[tuple[str, str, str], list[Mention]] = {}
    leading: dict[str, Mention] = {}
    numbers: dict[tuple[str, str], str] = {}
    for mention in event.mentions:
        page = mention.document_id
        kind = _kind(leading.setdefault(page, mention), mention)
        number = _number(mention)
        if number:
            numbers.setdefault((page, kind), number)
        other = number if number != numbers.get((page, kind), "") else ""
        grouped.setdefault((page, kind, other), []).append(mention)
    if len(grouped) == 1:
        return [(with_event(event), *event.mentions[1:])]
    if len(leading) == 1:
        first_part, *others = grouped.values()
        return [_with_title(first_part, event.title), *(_with_title(part, "") for part in others)]
    return [tuple(group) for group in grouped.values()]


def _kind(first: Mention, mention: Mention) -> str:
    """The type of the part a mention belongs to: the leading mention's where the two can be one occurrence."""
    own = mention.event.event_type
    return first.event.event_type if kinship(first.event.event_type, own) in _ONE else own


def _number(mention: Mention) -> str:
    """The key of the numbered bill, law or order that the act a mention tells makes, or ""."""
    own = mention.instrument
    return instrument_key(own) if own and is_numbered(own) and makes_measure(mention.event.event_type) else ""


def _with_title(mentions: Sequence[Mention], title: str) -> tuple[Mention, ...]:
    """The mentions, the main one with a title: the one given, its own, or one made from what it says."""
    main = mentions[0]
    if not (title or main.title):
        from timeline.titles import make_title  # heavy, and seldom needed

        text = " " * main.sentence_start + main.sentence  # the offsets are the document's
        title = make_title(text, main.event, main.actors, main.jurisdictions, main.instrument, main.amount)
    return (replace(main, title=title or main.title), *mentions[1:])


def with_event(event: Event) -> Mention:
    """The main mention, holding all that the event says beyond its mentions."""
    main = event.mentions[0]
    if _tells_all(event, main):
        return main
    named = {a.name for m in event.mentions for a in m.actors}
    coded = {j.code for m in event.mentions for j in m.jurisdictions}
    derived = event.date.rule_id.startswith(("reference.", "bounds.")) or event.date.basis == "reference"
    return replace(
        main,
        event=replace(
            main.event,
            event_type=event.event_type,
            factuality=event.factuality,
            confidence=max(main.event.confidence, event.confidence),
        ),
        title=event.title or main.title,
        date=main.date if derived or event.date == main.date else event.date,
        actors=main.actors + tuple(a for a in event.actors if a.name not in named),
        jurisdictions=main.jurisdictions + tuple(j for j in event.jurisdictions if j.code not in coded),
        instrument=main.instrument if any(m.instrument for m in event.mentions) else _own_instrument(event),
        amount=main.amount if any(m.amount for m in event.mentions) else event.amount,
    )


def _own_instrument(event: Event) -> Instrument | None:
    """The event's instrument unless the catalogue supplied it: a mention holds what its document says."""
    given = event.instrument is not None and event.instrument.rule_id.startswith("reference.")
    return None if given else event.instrument


def _tells_all(event: Event, main: Mention) -> bool:
    """Whether the main mention already says all that its event does."""
    return (
        event.date is main.date
        and event.title == main.title
        and event.event_type == main.event.event_type
        and event.factuality == main.event.factuality
        and event.confidence <= main.event.confidence
        and (not event.actors or event.actors == main.actors)
        and (not event.jurisdictions or event.jurisdictions == main.jurisdictions)
        and _own_instrument(event) in (None, main.instrument)
        and event.amount in (None, main.amount)
    )
