"""One HTML file that needs nothing else: picture, table and filters, working from file:// without any request."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from timeline.event_types import event_label
from timeline.exports.cells import rows_of, safe_cell, without_controls
from timeline.exports.content import Content
from timeline.exports.picture import to_svg
from timeline.exports.terminal import shown_date
from timeline.jurisdictions import EUROPEAN_UNION, jurisdiction_name, parent_code, rolls_up

_PARTS = Path(__file__).parent / "page"
_HEADERS = ("Date", "Basis", "Event", "Type", "Factuality", "Jurisdictions", "Actors", "Source")
_MOST_PICTURED = 5_000


def to_html(content: Content) -> bytes:
    """The page: statement, timeline, filters by words, type, jurisdiction, actor and period, and the table below.

    All text is escaped; a content security policy forbids every request and every script but the page's own.
    """
    style, script = _part("page.css"), _part("page.js")
    rows = rows_of(content.events)
    picture = to_svg(content).decode() if len(rows) <= _MOST_PICTURED else ""
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    headers = "".join(f'<th scope="col">{name}</th>' for name in _HEADERS)
    page = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Regulatory events</title>\n<style>{style}</style>\n</head>\n<body>",
        f"<header><h1>Regulatory events</h1><p>{_text(content.statement.sentence())}</p></header>",
        f'<figure class="picture">{picture}</figure>' if picture else "",
        _filters(rows),
        '<p id="count" role="status"></p>',
        f"<table><thead><tr>{headers}</tr></thead>",
        f"<tbody>{''.join(_row(row) for row in rows)}</tbody></table>",
        f"<script>{script}</script>\n</body>\n</html>\n",
    ]
    return "\n".join(part for part in page if part).encode()


def _part(name: str) -> str:
    return (_PARTS / name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _filters(rows: list[dict[str, Any]]) -> str:
    types = sorted({(row["event_type"], event_label(row["event_type"])) for row in rows}, key=lambda pair: pair[1])
    codes = {code for row in rows for code in _within(row["jurisdictions"])}
    places = sorted(((code, f"{jurisdiction_name(code)} ({code})") for code in codes), key=lambda pair: pair[1])
    actors = sorted({actor for row in rows for actor in row["actors"]}, key=str.casefold)
    roles = sorted({actor["role"] for row in rows for actor in row["actor_roles"]})
    return (
        '<form id="filters" role="search">'
        '<label>Words <input id="words" type="search"></label>'
        f'<label>Type <select id="type">{_choices(types)}</select></label>'
        f'<label>Jurisdiction <select id="jurisdiction">{_choices(places)}</select></label>'
        f'<label>Actor <select id="actor">{_choices([(actor, actor) for actor in actors])}</select></label>'
        f'<label>in the role of <select id="role">{_choices([(role, role) for role in roles])}</select></label>'
        '<label>From <input id="since" type="date"></label><label>To <input id="until" type="date"></label>'
        '<label><input id="undated" type="checkbox" checked> Undated too</label>'
        '<button type="reset">Clear</button></form>'
    )


def _choices(pairs: list[tuple[str, str]]) -> str:
    return '<option value="">all</option>' + "".join(
        f'<option value="{_text(value)}">{_text(label)}</option>' for value, label in pairs
    )


def _row(row: dict[str, Any]) -> str:
    first, last = (("" if pd.isna(row[key]) else row[key].date().isoformat()) for key in ("date_start", "date_end"))
    data = {
        "type": row["event_type"],
        "codes": "|".join(_within(row["jurisdictions"])),
        "actors": "|".join(row["actors"]),
        "parties": "|".join(f"{actor['role']}={actor['name']}" for actor in row["actor_roles"]),
        "first": first,
        "last": last,
    }
    attributes = "".join(f' data-{name}="{_text(value)}"' for name, value in data.items())
    words = f' title="{_text(row["date_text"])}"' if row["date_text"] else ""
    title, sentence = _text(safe_cell(row["title"])), _text(safe_cell(row["sentence"]))
    evidence = f"<details><summary>{title}</summary><q>{sentence}</q></details>"
    cells = (
        f"<td{words}>{_text(shown_date(row['edtf'], row['date_start'], row['date_end']))}</td>",
        f"<td>{_text(row['date_basis'])}</td>",
        f"<td>{evidence}</td>",
        f"<td>{_text(event_label(row['event_type']))}</td>",
        f"<td>{_text(row['factuality'])}</td>",
        f"<td>{_text(safe_cell(row['jurisdictions']))}</td>",
        f"<td>{_text(safe_cell(row['actor_roles']))}</td>",
        f"<td>{_source(row)}</td>",
    )
    return f'<tr id="{_text(row["event_id"])}"{attributes}>{"".join(cells)}</tr>\n'


def _within(codes: list[str]) -> list[str]:
    """The codes and everything they lie in: a part's state, a member's Union.

    >>> _within(["US-MT", "FR"])
    ['EU', 'FR', 'US', 'US-MT']
    """
    found = set(codes)
    for code in codes:
        parent = parent_code(code)
        while parent is not None:
            found.add(parent)
            parent = parent_code(parent)
        if rolls_up(code, EUROPEAN_UNION):
            found.add(EUROPEAN_UNION)
    return sorted(found)


def _source(row: dict[str, Any]) -> str:
    label = _text(safe_cell(row["publisher"] or row["document_id"]))
    url = row["source_url"]
    if url.startswith(("http://", "https://")):
        return f'<a href="{_text(url)}" rel="noopener noreferrer">{label}</a>'
    return label


def _text(text: str) -> str:
    return escape(without_controls(text))
