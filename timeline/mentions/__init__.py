"""Which words of a text tell of a regulatory event, of which type, and how real it is."""

from timeline.mentions.find import find_event_mentions

__all__ = ["find_event_mentions"]
