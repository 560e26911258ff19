"""Which of the events of one document are told firmly enough to be a row of the table."""

from timeline.selection.select import select_events

__all__ = ["select_events"]
