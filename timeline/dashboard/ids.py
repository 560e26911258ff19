"""The ids of the page's parts that callbacks, scripts and tests speak of; ``assets/`` repeats these words."""

from __future__ import annotations

from typing import Final

# what the page knows, as small JSON values
BOOT: Final = "boot"
FILTERS: Final = "filters"
SCENE: Final = "scene"
SELECTED: Final = "selected"
SCREEN: Final = "screen"
VERSION: Final = "version"
ROW_AT: Final = "row-at"
STRIP: Final = "strip-data"
ASKED: Final = "facet-asked"
TABLE: Final = "table-state"

# what it shows
STATUS: Final = "status"
CHIPS: Final = "chips"
WINDOW_NOTE: Final = "window-note"
FACETS: Final = "facets"
FIGURE: Final = "figure"
GRAPH: Final = "timeline"
GRID: Final = "grid"
UNDATED: Final = "undated"
NEXT: Final = "next"
ISSUES: Final = "issues"
UNDATED_PANE: Final = "pane-undated"
ISSUES_PANE: Final = "pane-issues"
PANEL: Final = "panel"
READER: Final = "reader"
READ: Final = "read-asked"

# what a person types or chooses
SEARCH: Final = "search"
PERIOD_FROM: Final = "period-from"
PERIOD_TO: Final = "period-to"
AS_OF: Final = "as-of"

# downloads and additions
UPLOAD: Final = "upload"
PASTE: Final = "paste"
ADD_RUN: Final = "add-run"
ADD_CANCEL: Final = "add-cancel"
ADD_NOTE: Final = "add-note"
ADD_TICK: Final = "add-tick"
ADD_JOB: Final = "add-job"
