"""Time expressions of a text: what is said about time, where, and which days it can mean."""

from timeline.timex.find import find_time_expressions
from timeline.timex.relations import in_relation

__all__ = ["find_time_expressions", "in_relation"]
