"""When each mention happened, from the text alone and with its reason.

In order of preference: the time expression of its own clause, of its sentence, what the genre fixes (a release that
reports its own news is dated by its publication), else bounds from how it is told.
"""

from timeline.dating.ahead import as_of_publication
from timeline.dating.dates import date_mentions

__all__ = ["as_of_publication", "date_mentions"]
