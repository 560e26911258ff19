"""Permanent ids of events, and where an id that was once given out leads now.

Every mention has an id of its own: a hash of the document's id, the trigger's place and the event type, nothing that a
better date, title or actor list would change. The id of an event is the id of its *leading* mention: of all its
mentions the one in the earliest published document (then by document id, then by place). News on an occurrence comes
in the order of publication, so a source added later hardly ever leads; and when one does, or when two events turn out
to be one, nothing is lost: each id ever given out is the id of some mention, and :func:`redirects` sends every
mention's id to the event that holds the mention today. A store that keeps the redirects of its last run passes them
back as ``known``: then an event keeps the id it was first known by, whatever is added; when two become one the older
id stays, and when one falls apart its id stays with the mention it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b

from timeline.model import Event, Mention


def mention_id(mention: Mention) -> str:
    """The permanent id of a mention, 16 hexadecimal digits after ``e``.

    >>> from timeline.model import EventDate, EventMention
    >>> mention_id(Mention("d1", EventMention(0, 4, 0, 9, 0, "fine", "actual"), EventDate()))[0]
    'e'
    """
    return _hash(mention.document_id, str(mention.event.start), str(mention.event.end), mention.event.event_type)


def numbered(identifier: str, number: int) -> str:
    """The id of the ``number``-th event (from 2) that one and the same words tell ("fined A and B").

    >>> numbered("e1", 2)
    'e1-2'
    """
    return f"{identifier}-{number}"


def redirects(events: Iterable[Event]) -> dict[str, str]:
    """Mention id -> id of the event that holds it now: every id ever given out for these sources, resolved.

    >>> redirects([])
    {}
    """
    found: dict[str, str] = {}
    for event in events:
        for mention in event.mentions:
            found.setdefault(mention_id(mention), event.id)
        found[event.id] = event.id
    return found


def issued(known: Mapping[str, str]) -> dict[str, int]:
    """The event ids of an earlier run's redirects with their rank, oldest first.

    >>> issued({"ea": "ea", "eb": "ea", "ec": "ec"})
    {'ea': 0, 'ec': 1}
    """
    return {identifier: rank for rank, identifier in enumerate(dict.fromkeys(known.values()))}


def choose_id(own: Iterable[str], given: Mapping[str, int]) -> str:
    """The id of an event whose mentions have the ids ``own``, leading one first.

    An id given out earlier stays with the event that holds its mention; of several the oldest (:func:`issued`) stays
    and the others lead to it.

    >>> choose_id(["ea", "eb"], {}), choose_id(["ea", "eb"], {"eb": 0})
    ('ea', 'eb')
    """
    ids = list(own)
    kept = [identifier for identifier in ids if identifier in given] if given else []
    return min(kept, key=given.__getitem__) if kept else ids[0]


def _hash(*fields: str) -> str:
    return "e" + blake2b("\x1f".join(fields).encode(), digest_size=8).hexdigest()
