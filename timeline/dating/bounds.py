"""The date of a mention that no words date: only how it is told bounds it."""

from __future__ import annotations

from timeline.model import DateRole, Document, EventDate, EventMention


def bounded_date(document: Document, mention: EventMention) -> EventDate:
    """What is told as past or under way lies not after publication, what is told as coming not before it.

    Without a publication date nothing follows yet; the text as a whole may bound it later.

    >>> from datetime import date
    >>> m = EventMention(0, 4, 0, 4, 0, "lawsuit", "actual", tense="past")
    >>> bounded_date(Document("d", "sued", published=date(2023, 5, 24)), m).edtf
    '[..2023-05-24]'
    """
    coming = mention.factuality in {"scheduled", "proposed", "hypothetical"} or mention.tense == "future"
    role: DateRole = "effective" if mention.event_type == "in_force" else "expected" if coming else "occurred"
    if document.published is None:
        how = "coming" if coming else "past"
        return EventDate(
            role=role, reason=f"told as {how} in a text whose date is not known", rule_id="bounded-unknown"
        )
    day = document.published
    if coming:
        return EventDate(
            first=day,
            precision="open",
            edtf=f"[{day.isoformat()}..]",
            role=role,
            basis="bounded",
            anchor=day,
            reason=f"told as coming in a text of {day.isoformat()}",
            rule_id="bounded-coming",
        )
    return EventDate(
        last=day,
        precision="open",
        edtf=f"[..{day.isoformat()}]",
        role=role,
        basis="bounded",
        anchor=day,
        reason=f"told as past in a text of {day.isoformat()}",
        rule_id="bounded-past",
    )
