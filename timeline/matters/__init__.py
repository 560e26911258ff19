"""Matters: the events about one measure or case, in order; where each stands on a day; what is still to come.

* :func:`assign_matters` names the matter of every event, :func:`matters` lists them;
* :func:`status` says where a matter stood on a day, and which event says so;
* :func:`whats_next` lists the hearings, deadlines and entries into force still to come.
"""

from __future__ import annotations

from timeline.matters.group import Matter, assign_matters, matters
from timeline.matters.status import MatterStatus, TrackStatus, status
from timeline.matters.upcoming import Upcoming, whats_next
from timeline.matters.walk import Step

__all__ = [
    "Matter",
    "MatterStatus",
    "Step",
    "TrackStatus",
    "Upcoming",
    "assign_matters",
    "matters",
    "status",
    "whats_next",
]
