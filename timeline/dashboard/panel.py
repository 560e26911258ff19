"""The side panel: all that is known of one event, or the events of one cell."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pandas as pd
from dash import html

from timeline.dashboard.cells import Cell
from timeline.dashboard.dataset import Dataset
from timeline.dashboard.highlight import Span, marked, sentence_span, words_address
from timeline.dashboard.lists import event_list
from timeline.dashboard.parts import action, attributes, icon, swatch
from timeline.dashboard.words import (
    BASIS,
    DATE_ROLES,
    FACTUALITY,
    ROLES,
    STATUS,
    as_date,
    count_words,
    day_words,
    row_date_words,
    type_label,
)

_MATTER_SHOWN: Final = 30
_CELL_SHOWN: Final = 200


def event_panel(data: Dataset, event_id: str) -> list[Any]:
    """Everything about an event: what, when and why then, who, where, the words of every source, its matter."""
    row_number = data.position(event_id)
    if row_number is None:
        return [
            _head("This event is gone"),
            html.P("The link speaks of an event that is not among the loaded ones.", className="hint"),
        ]
    row = data.events.iloc[row_number]
    evidence = data.evidence_of(event_id)
    return [
        _head(row["title"]),
        _tags(row, fresh=event_id in data.fresh),
        _facts(row, evidence),
        _sources(data, row, evidence),
        _matter(data, row),
        _why(row, evidence),
    ]


def _head(title: str) -> html.Div:
    return html.Div(
        [
            html.H2(title, id="panel-title", tabIndex=-1),
            action(icon("close"), "close-panel", className="button square", aria_label="Close details"),
        ],
        className="panel-head",
    )


def _tags(row: pd.Series[Any], *, fresh: bool) -> html.Div:
    tags = [html.Span([swatch(row["event_group"]), type_label(row["event_type"])], className="tag")]
    tags.append(
        html.Span(FACTUALITY.get(row["factuality"], row["factuality"]), className=f"tag real-{row['factuality']}")
    )
    tags.append(html.Span(STATUS.get(row["status"], row["status"]), className=f"tag status-{row['status']}"))
    if fresh:
        tags.append(html.Span("Added last", className="tag fresh"))
    return html.Div(tags, className="tags")


def _facts(row: pd.Series[Any], evidence: pd.DataFrame) -> html.Dl:
    facts: list[tuple[str, Any]] = [
        (DATE_ROLES.get(row["date_role"], "Date"), [html.Strong(row_date_words(row)), *_date_reason(row, evidence)]),
        ("Actors", _actors(row)),
        (
            "Jurisdiction",
            ", ".join(f"{n} ({c})" for n, c in zip(row["jurisdiction_names"], row["jurisdictions"], strict=False)),
        ),
        ("Instrument", row["instrument"]),
        ("Amount", "" if pd.isna(row["amount"]) else f"{row['amount']:,.0f} {row['currency']}"),
        ("Sources disagree", "; ".join(row["conflicts"])),
        (
            "Confidence",
            [
                html.Meter(
                    min="0", max="1", value=f"{row['confidence']:.2f}", **attributes({"aria-label": "Confidence"})
                ),
                f" {row['confidence']:.0%}",
            ],
        ),
    ]
    return html.Dl(
        [part for name, value in facts if value for part in (html.Dt(name), html.Dd(value))], className="facts"
    )


def _date_reason(row: pd.Series[Any], evidence: pd.DataFrame) -> list[Any]:
    parts = [BASIS.get(row["date_basis"], "")]
    if row["date_text"]:
        parts.append(f"the words “{row['date_text']}”")
    elif len(said := evidence[(evidence["field"] == "date") & (evidence["words"] == "") & (evidence["value"] != "")]):
        parts.append(str(said["value"].iloc[-1]))  # the last is that of the event, after those of its mentions
    anchor = as_date(row["date_anchor"])
    if row["date_basis"] == "relative" and anchor:
        parts.append(f"counted from {day_words(anchor)}")
    note = html.Div("; ".join(p for p in parts if p) + ".", className="reason")
    return [note, html.Div(["EDTF ", html.Code(row["edtf"])], className="reason")] if row["edtf"] else [note]


def _actors(row: pd.Series[Any]) -> Any:
    if not row["actor_roles"]:
        return ""
    return html.Ul(
        [
            html.Li(
                [
                    action(
                        actor["name"],
                        "toggle",
                        actor["name"],
                        className="textlink",
                        data_facet="a",
                        title="Filter by this actor",
                    ),
                    action(
                        ROLES.get(actor["role"], actor["role"]).lower(),
                        "actor-role",
                        actor["name"],
                        className="textlink role",
                        data_role=actor["role"],
                        aria_label=f"Filter by {actor['name']} as {actor['role']}",
                        title="Filter by this actor in this role",
                    ),
                ]
            )
            for actor in row["actor_roles"]
        ],
        className="plain",
    )


def _sources(data: Dataset, row: pd.Series[Any], evidence: pd.DataFrame) -> html.Section:
    mentions = evidence[evidence["field"] == "event"]
    cards = [_source(data, row, evidence, m["document_id"], m["start"], m["end"]) for m in mentions.to_dict("records")]
    if not cards:
        cards = [_bare_source(row)]
    return html.Section([html.H3("Sources" if len(cards) != 1 else "Source"), *cards])


def _source(
    data: Dataset, row: pd.Series[Any], evidence: pd.DataFrame, document_id: str, start: int, end: int
) -> html.Article:
    document = data.documents.get(document_id)
    if document is None:
        return _bare_source(row)
    first, last = sentence_span(document, start, end)
    here = evidence[evidence["document_id"] == document_id]
    spans = [Span(e["start"], e["end"], e["field"]) for e in here.to_dict("records")]
    address = words_address(document.url, document.text[first:last])
    published = day_words(document.published) if document.published else "day of publication unknown"
    links: list[Any] = [action("Read in the text", "read", f"{row['event_id']}|{document_id}", className="textlink")]
    if address:
        links.append(html.A("Open the source", href=address, target="_blank", rel="noopener noreferrer"))
    return html.Article(
        [
            html.Blockquote(marked(document.text, first, last, spans)),
            html.Div(
                [
                    html.Strong(document.title or document.publisher or document_id),
                    html.Span(f"{document.publisher}, {published}" if document.publisher else published),
                ],
                className="by",
            ),
            html.Div(links, className="links"),
        ],
        className="source",
    )


def _bare_source(row: pd.Series[Any]) -> html.Article:
    address = words_address(row["source_url"], row["sentence"])
    links = [html.A("Open the source", href=address, target="_blank", rel="noopener noreferrer")] if address else []
    return html.Article(
        [
            html.Blockquote(row["sentence"]),
            html.Div(row["publisher"], className="by"),
            html.Div(links, className="links"),
        ],
        className="source",
    )


def _matter(data: Dataset, row: pd.Series[Any]) -> html.Section | None:
    if not row["matter_id"]:
        return None
    codes = data.matters
    rows = np.flatnonzero(codes.codes == codes.names.index(row["matter_id"]))
    if len(rows) < 2:
        return None
    return html.Section(
        [
            html.H3(f"The matter: {len(rows):,} events"),
            event_list(data, rows[:_MATTER_SHOWN], current=row["event_id"]),
            _more(len(rows)),
        ],
        className="matter",
    )


def _more(total: int) -> html.P | None:
    return (
        html.P(f"{total - _MATTER_SHOWN:,} more: choose lanes by matter to see all.", className="hint")
        if total > _MATTER_SHOWN
        else None
    )


def _why(row: pd.Series[Any], evidence: pd.DataFrame) -> html.Details:
    lines = [
        html.Tr([html.Td(e["field"]), html.Td(e["words"] or e["value"]), html.Td(html.Code(e["rule_id"]))])
        for e in evidence.to_dict("records")
    ]
    table = html.Table(
        [html.Thead(html.Tr([html.Th("Field"), html.Th("Words"), html.Th("Rule")])), html.Tbody(lines)], className="why"
    )
    return html.Details(
        [
            html.Summary("How this row came about"),
            table,
            html.P(["Event ", html.Code(row["event_id"])], className="hint"),
        ]
    )


def cell_panel(data: Dataset, cell: Cell) -> list[Any]:
    """The members of a cell, listed; at most 200 at a time."""
    number = len(cell.rows)
    words = f"{count_words(number, 'event')} that lie or may lie here"
    return [
        _head(f"{cell.label}, {cell.when}"),
        html.P(words + (", the first 200 of them listed." if number > _CELL_SHOWN else "."), className="hint"),
        action("Zoom in here", "window", f"{cell.window[0]},{cell.window[1]}", className="button"),
        event_list(data, cell.rows[:_CELL_SHOWN]),
    ]


def reader(data: Dataset, event_id: str, document_id: str) -> list[Any]:
    """The whole text of a source with the words behind the event marked."""
    document = data.documents.get(document_id)
    if document is None:
        return [html.P("The text of this source is not loaded.", className="hint")]
    here = data.evidence_of(event_id)
    here = here[here["document_id"] == document_id]
    spans = [Span(e["start"], e["end"], e["field"]) for e in here.to_dict("records")]
    return [
        html.Div(
            [
                html.H2(document.title or document_id),
                action(icon("close"), "close", "reader-dialog", className="button square", aria_label="Close"),
            ],
            className="pane-head",
        ),
        html.P(
            ", ".join(
                p for p in (document.publisher, day_words(document.published) if document.published else "") if p
            ),
            className="hint",
        ),
        html.Div(marked(document.text, 0, len(document.text), spans), className="text", tabIndex=0),
    ]
