"""Small pieces of the page that several modules build: buttons that the scripts understand, swatches, chips."""

from __future__ import annotations

from typing import Any

from dash import html

from timeline.dashboard.markup import Element

Children = Any


def attributes(values: dict[str, Any]) -> dict[str, Any]:
    """Attributes whose names are no Python names (aria-..., data-...), for a Dash component to take as keywords."""
    return values


def action(children: Children, act: str, value: str = "", **props: Any) -> html.Button:
    """A button that the page's scripts carry out: ``act`` names what to do, ``value`` with what."""
    named = {
        key.rstrip("_").replace("_", "-") if key.startswith(("aria_", "data_")) else key: v for key, v in props.items()
    }
    return html.Button(children, type="button", **attributes({"data-act": act, "data-value": value, **named}))


def icon(name: str) -> html.Span:
    """A sign drawn by the style sheet; hidden from screen readers, so the button needs words of its own."""
    return html.Span(className=f"icon icon-{name}", **attributes({"aria-hidden": "true"}))


def swatch(group: str) -> html.Span:
    """Shape and colour of a group of types, as the timeline draws it."""
    return html.Span(className=f"swatch swatch-{group}", **attributes({"aria-hidden": "true"}))


def field(name: str, *, kind: str = "text", placeholder: str = "", longest: int = 100, css: str = "field") -> Any:
    """A line to type in; the page's scripts listen to it by its id."""
    return Element(
        "input",
        {
            "id": name,
            "type": kind,
            "placeholder": placeholder,
            "class": css,
            "autocomplete": "off",
            "maxlength": str(longest),
        },
    )
