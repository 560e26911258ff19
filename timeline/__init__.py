"""Regulatory event timelines out of text: dated, sourced, reviewable.

    >>> import timeline
    >>> [t.value for t in timeline.find_time_expressions("They met on 3 March 2023.", anchor="2023-05-24")]
    ['2023-03-03']

Everything heavy is imported when it is first used, so that ``import timeline`` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.pipeline import extract
    from timeline.timex import find_time_expressions

__all__ = ["extract", "find_time_expressions"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name == "extract":
        from timeline.pipeline import extract

        return extract
    if name == "find_time_expressions":
        from timeline.timex import find_time_expressions

        return find_time_expressions
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")
