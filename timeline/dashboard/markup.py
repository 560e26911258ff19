"""Parts of the page as plain markup instead of Dash components.

Every Dash component listens to every change of the page's state, and a thousand of them make each click slow. So lists,
choices and texts are written with the classes of ``dash.html`` but travel as small JSON trees (or HTML, for the
shell), and the page's scripts build elements and text nodes from them: text stays text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any, Final, cast

from dash.development.base_component import Component

Tree = str | list[Any]
_NAMES: Final = {
    "className": "class", "htmlFor": "for", "tabIndex": "tabindex", "autoComplete": "autocomplete",
    "maxLength": "maxlength",
}  # fmt: skip
_LEFT_OUT: Final = frozenset({"children", "key", "n_clicks", "n_clicks_timestamp"})
_VOID: Final = frozenset({"input", "br"})


@dataclass(frozen=True)
class Element:
    """An element that ``dash.html`` does not have, such as ``input``."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)


def trees(nodes: Any) -> list[Tree]:
    """Nodes as JSON: text, or [tag, attributes, children].

    >>> from dash import html
    >>> trees([html.P(["a ", html.B("b")], className="hint")])
    [['p', {'class': 'hint'}, ['a ', ['b', {}, ['b']]]]]
    """
    return [_tree(node) for node in _flat(nodes)]


def _tree(node: Any) -> Tree:
    if isinstance(node, Element):
        return [node.tag, dict(node.attributes), []]
    if isinstance(node, Component):
        props = cast("Any", node).to_plotly_json()["props"]
        return [str(node._type).lower(), _attributes(props), trees(props.get("children"))]
    return str(node)


def _flat(nodes: Any) -> Iterator[Any]:
    if isinstance(nodes, list | tuple):
        for node in nodes:
            yield from _flat(node)
    elif nodes is not None:
        yield nodes


def _attributes(props: Mapping[str, Any]) -> dict[str, str]:
    given = {
        name: value
        for name, value in props.items()
        if name not in _LEFT_OUT and value is not None and value is not False
    }
    return {_NAMES.get(name, name): "" if value is True else str(value) for name, value in given.items()}


def as_html(nodes: Any) -> str:
    """Nodes as HTML, for the shell that shows before any script has run.

    >>> from dash import html
    >>> as_html(html.P("1 < 2", id="x"))
    '<p id="x">1 &lt; 2</p>'
    """
    return "".join(_html(tree) for tree in trees(nodes))


def _html(tree: Tree) -> str:
    if isinstance(tree, str):
        return escape(tree)
    tag, given, children = tree
    opening = "".join(f' {name}="{escape(value)}"' for name, value in given.items())
    if tag in _VOID:
        return f"<{tag}{opening}>"
    return f"<{tag}{opening}>{''.join(map(_html, children))}</{tag}>"
