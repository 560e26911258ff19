"""Whether a noun points at something known."""

from __future__ import annotations

from timeline.mentions.grammar import cues


def pointed(left: list[str]) -> bool:
    """Whether the noun after ``left`` has a definite determiner of its own."""
    for word in reversed(left):
        if word in cues("pointing"):
            return True
        if word in cues("proposed_modifiers"):
            continue
        if word in cues("wanting_verbs") or word in cues("risking_verbs") or word in cues("modals") or word == "to":
            return False
    return False
