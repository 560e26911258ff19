"""Which mentions of one document tell the same occurrence, and the events they make."""

from timeline.coreference.cluster import merge_mentions

__all__ = ["merge_mentions"]
