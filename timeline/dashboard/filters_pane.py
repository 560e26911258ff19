"""The filters at the left; their choices are filled by callbacks."""

from __future__ import annotations

from typing import Any, Final

from dash import html

from timeline.dashboard import ids
from timeline.dashboard.parts import action, attributes, field, icon

FACETS: Final = (
    ("type", "Type of event"),
    ("jurisdiction", "Jurisdiction"),
    ("actor", "Actor"),
    ("factuality", "How real"),
    ("publisher", "Publisher"),
    ("status", "Checked"),
)


#: Lists of choices that the server fills: one per facet, and the roles inside that of the actors.
FILLED: Final = (*(facet for facet, _ in FACETS), "role")


def facet_list_id(facet: str) -> str:
    """The id of the list of choices of a facet."""
    return f"facet-{facet}"


def make_filters() -> list[Any]:
    """The pane with all facets."""
    return [
        html.Div(
            [
                html.H2("Filters"),
                action("Clear all", "clear", className="quiet", id="clear-all"),
                action(icon("close"), "filters", className="button square only-narrow", aria_label="Close filters"),
            ],
            className="pane-head",
        ),
        *(_facet(facet, label) for facet, label in FACETS[:3]),
        _period(),
        *(_facet(facet, label, opened=facet != "status") for facet, label in FACETS[3:]),
    ]


def _facet(facet: str, label: str, *, opened: bool = True) -> html.Details:
    extra: list[Any] = []
    if facet == "actor":
        extra = [
            html.Label("Find an actor", htmlFor="actor-search", className="visually-hidden"),
            field("actor-search", kind="search", placeholder="Find an actor …"),
            html.Div(
                [
                    html.Span("in the role of", className="hint", id="role-words"),
                    html.Div(id=facet_list_id("role"), className="pills"),
                ],
                className="roles",
                role="group",
                **attributes({"aria-labelledby": "role-words"}),
            ),
        ]
    if facet == "jurisdiction":
        extra = [
            action(
                "Acts of the EU count for its members",
                "union",
                className="check",
                role="checkbox",
                aria_checked="false",
                id="union-counts",
            )
        ]
    return html.Details(
        [html.Summary(html.H3(label)), *extra, html.Div(id=facet_list_id(facet), className="choices")],
        open=opened,
        className="facet",
    )


def _period() -> html.Details:
    def day(name: str, label: str) -> html.Div:
        return html.Div([html.Label(label, htmlFor=name), field(name, placeholder="2023-05-24", longest=10)])

    return html.Details(
        [
            html.Summary(html.H3("Period")),
            html.Div([day(ids.PERIOD_FROM, "From"), day(ids.PERIOD_TO, "To")], className="period"),
            html.P(id="period-error", className="error", role="alert"),
            html.Div(
                [
                    action("Possibly within", "surely", "no", className="segment", aria_pressed="true"),
                    action("Surely within", "surely", "yes", className="segment", aria_pressed="false"),
                ],
                className="segments",
                role="group",
                **attributes({"aria-label": "An event whose day is uncertain counts when it lies in the period"}),
            ),
        ],
        open=True,
        className="facet",
    )
