"""The ids of the page's parts that callbacks, scripts and tests speak of; ``assets/`` repeats these words."""

from __future__ import annotations

from typing import Final

# what the page asks for, as small JSON values that its scripts set
BOOT: Final = "boot"
FILTERS: Final = "filters"
SCENE: Final = "scene"
SELECTED: Final = "selected"
SCREEN: Final = "screen"
TABLE: Final = "table-state"
ASKED: Final = "facet-asked"
READ: Final = "read-asked"
ADD_TEXT: Final = "add-text-asked"
ADD_STOP: Final = "add-stop-asked"
ADD_BACK: Final = "add-back-asked"

# what the server answers
VERSION: Final = "version"
FIGURE: Final = "figure"
ANSWER: Final = "answer"
DETAILS: Final = "details"
TEXT: Final = "text"
ADD_JOB: Final = "add-job"

# what is shown
STATUS: Final = "status"
CHIPS: Final = "chips"
WINDOW_NOTE: Final = "window-note"
GRAPH_PLACE: Final = "graph-place"
GRAPH_PARTS: Final = "graph-parts"
GRAPH: Final = "timeline"
GRID: Final = "grid"
NEXT: Final = "next"
READER: Final = "reader"
ADD_NOTE: Final = "add-note"

# what a person types or drops
SEARCH: Final = "search"
PERIOD_FROM: Final = "period-from"
PERIOD_TO: Final = "period-to"
AS_OF: Final = "as-of"
UPLOAD: Final = "upload"
PASTE: Final = "paste"
PASTE_DATE: Final = "paste-date"
ADD_TICK: Final = "add-tick"
