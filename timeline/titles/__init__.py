"""The one-line titles of events."""

from timeline.titles.title import LONGEST, make_title

__all__ = ["LONGEST", "make_title"]
