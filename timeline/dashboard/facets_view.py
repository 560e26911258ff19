"""The choices of each facet with their counts, as the page shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from dash import html

from timeline.dashboard.palette import GROUP_STYLE
from timeline.dashboard.parts import action, swatch
from timeline.dashboard.places import ONLY, place_name, tree_parent
from timeline.dashboard.selection import Selection
from timeline.dashboard.words import FACTUALITY, ROLES, STATUS, group_label, type_label
from timeline.event_types import event_types

_SHOWN: Final = 12
_KEYS = {"jurisdiction": "j", "actor": "a", "type": "t", "factuality": "f", "publisher": "p", "status": "s"}


def facet_choices(selection: Selection, facet: str, asked: Mapping[str, Any] | None) -> list[Any]:
    """The list of a facet; ``asked`` says what was typed to find an actor and which lists are to be shown whole."""
    asked = asked if isinstance(asked, Mapping) else {}
    makers: dict[str, Callable[[Selection, Mapping[str, Any]], list[Any]]] = {
        "type": _types,
        "jurisdiction": _places,
        "actor": _actors,
        "role": lambda s, _: _roles(s),
        "publisher": _publishers,
        "factuality": lambda s, _: _fixed(s, "factuality", FACTUALITY),
        "status": lambda s, _: _fixed(s, "status", STATUS),
    }
    choices = makers[facet](selection, asked)
    return choices or [html.P("Nothing to choose under the other filters.", className="hint")]


def _check(
    facet: str, value: str, label: Any, count: int, *, on: bool, depth: int = 0, mixed: bool = False
) -> html.Button:
    return action(
        [html.Span(label, className="choice-label"), html.Span(f"{count:,}", className="count")],
        "toggle",
        value,
        key=f"{facet}-{value}",
        className=f"check choice depth-{depth}" + ("" if count or on else " none"),
        role="checkbox",
        aria_checked="mixed" if mixed else "true" if on else "false",
        data_facet=_KEYS[facet],
    )


def _fixed(selection: Selection, facet: str, words: Mapping[str, str]) -> list[Any]:
    counts, chosen = selection.counts(facet), getattr(selection.filters, facet)
    values = [v for v in words if v in counts or v in chosen] + [v for v in counts if v not in words]
    return [_check(facet, v, words.get(v, v), counts.get(v, 0), on=v in chosen) for v in values]


def _types(selection: Selection, asked: Mapping[str, Any]) -> list[Any]:
    counts, groups, chosen = selection.counts("type"), selection.counts("group"), set(selection.filters.types)
    known = event_types()
    blocks: list[Any] = []
    for group in GROUP_STYLE:
        leaves = [t for t, kind in known.items() if kind.group == group and (t in counts or t in chosen)]
        if not leaves:
            continue
        on = [t for t in leaves if t in chosen]
        opened = group in asked.get("open", []) or 0 < len(on) < len(leaves)
        head = action(
            [
                swatch(group),
                html.Span(group_label(group), className="choice-label"),
                html.Span(f"{groups.get(group, 0):,}", className="count"),
            ],
            "toggle-many",
            " ".join(leaves),
            className="check choice",
            role="checkbox",
            aria_checked="true" if len(on) == len(leaves) else "mixed" if on else "false",
            data_facet="t",
        )
        unfold = action(
            "▾" if opened else "▸",
            "unfold",
            group,
            className="fold",
            aria_label=f"Types of {group_label(group)}",
            aria_expanded="true" if opened else "false",
        )
        items = (
            [_check("type", t, type_label(t), counts.get(t, 0), on=t in chosen, depth=1) for t in leaves]
            if opened
            else []
        )
        blocks.append(html.Div([html.Div([unfold, head], className="fold-row"), *items], key=group))
    return blocks


def _places(selection: Selection, asked: Mapping[str, Any]) -> list[Any]:
    counts, chosen = selection.place_counts(), set(selection.filters.jurisdictions)
    shown = {code for code in {*counts, *chosen} if not code.startswith(ONLY)}
    for code in list(shown):  # a whole is shown wherever one of its parts is
        while (code := tree_parent(code)) and code not in shown:
            shown.add(code)
    children: dict[str, list[str]] = {}
    for code in shown:
        children.setdefault(tree_parent(code), []).append(code)
    for codes in children.values():
        codes.sort(key=lambda c: (-counts.get(c, 0), place_name(c)))
    unfolded = set(asked.get("open", []))
    for code in chosen:
        above = tree_parent(code.removeprefix(ONLY)) if not code.startswith(ONLY) else code.removeprefix(ONLY)
        while above:
            unfolded.add(above)
            above = tree_parent(above)

    def branch(code: str, depth: int) -> list[Any]:
        below = children.get(code, [])
        inside = bool(chosen & (set(below) | {ONLY + code}))
        box = _check(
            "jurisdiction",
            code,
            place_name(code),
            counts.get(code, 0),
            on=code in chosen,
            depth=0,
            mixed=inside and code not in chosen,
        )
        if not below:
            return [html.Div([html.Span(className="fold"), box], key=code, className=f"fold-row depth-{depth}")]
        opened = code in unfolded
        unfold = action(
            "▾" if opened else "▸",
            "unfold",
            code,
            className="fold",
            aria_label=f"Parts of {place_name(code)}",
            aria_expanded="true" if opened else "false",
        )
        rows: list[Any] = [html.Div([unfold, box], key=code, className=f"fold-row depth-{depth}")]
        if opened:
            own = counts.get(ONLY + code, 0)
            name = f"{place_name(code)} itself, without its parts"
            only = _check("jurisdiction", ONLY + code, name, own, on=ONLY + code in chosen)
            rows.append(
                html.Div([html.Span(className="fold"), only], key=ONLY + code, className=f"fold-row depth-{depth + 1}")
            )
            for part in below:
                rows += branch(part, depth + 1)
        return rows

    tops = children.get("", [])
    whole = "jurisdiction" in asked.get("whole", []) or len(tops) <= _SHOWN + 2
    rows = [row for code in (tops if whole else tops[:_SHOWN]) for row in branch(code, 0)]
    return rows + ([] if whole else [_more("jurisdiction", len(tops) - _SHOWN)])


def _actors(selection: Selection, asked: Mapping[str, Any]) -> list[Any]:
    sought = str(asked.get("actor") or "").strip().lower()
    return _longest(selection, "actor", selection.filters.actors, asked, sought)


def _roles(selection: Selection) -> list[Any]:
    """Any role, or one or several of those that the chosen actors have under the other filters."""
    counts, chosen = selection.counts("role"), selection.filters.roles
    values = [r for r in ROLES if r in counts or r in chosen] + sorted(r for r in {*counts, *chosen} if r not in ROLES)
    any_role = action("Any", "any-role", className="pill", aria_pressed="false" if chosen else "true", key="role-any")
    return [any_role, *(_pill(role, counts.get(role, 0), on=role in chosen) for role in values)]


def _pill(role: str, count: int, *, on: bool) -> html.Button:
    return action(
        [html.Span(ROLES.get(role, role)), html.Span(f"{count:,}", className="count")],
        "toggle",
        role,
        key=f"role-{role}",
        className="pill" + ("" if count or on else " none"),
        aria_pressed="true" if on else "false",
        data_facet="r",
    )


def _publishers(selection: Selection, asked: Mapping[str, Any]) -> list[Any]:
    return _longest(selection, "publisher", selection.filters.publishers, asked, "")


def _longest(
    selection: Selection, facet: str, chosen: tuple[str, ...], asked: Mapping[str, Any], sought: str
) -> list[Any]:
    """The chosen ones first, then the most frequent; the rest on demand."""
    counts = selection.counts(facet)
    names = sorted((n for n in counts if sought in n.lower() and n not in chosen), key=lambda n: (-counts[n], n))
    limit = 100 if facet in asked.get("whole", []) or sought else _SHOWN
    boxes: list[Any] = [_check(facet, n, n, counts.get(n, 0), on=True) for n in chosen]
    boxes += [_check(facet, n, n, counts[n], on=False) for n in names[:limit]]
    if len(names) > limit and limit == _SHOWN:
        boxes.append(_more(facet, len(names) - limit))
    elif len(names) > limit:
        boxes.append(html.P(f"{len(names) - limit:,} more: type part of a name to find them.", className="hint"))
    if sought and not names:
        boxes.append(html.P("No such name under the other filters.", className="hint"))
    return boxes


def _more(facet: str, number: int) -> html.Button:
    return action(f"{number:,} more …", "whole", facet, className="quiet", key=f"{facet}-more")
