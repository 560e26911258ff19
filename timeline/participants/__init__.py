"""Who acts on whom in each event mention, under whose law, about which instrument and amount."""

from timeline.participants.find import find_participants
from timeline.participants.values import Participants

__all__ = ["Participants", "find_participants"]
