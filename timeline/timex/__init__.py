"""Time expressions of a text: what is said about time, where, and which days it can mean."""

from timeline.timex.find import find_time_expressions

__all__ = ["find_time_expressions"]
