"""What this stage adds to an event mention."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model import ActorRole, Amount, CodedJurisdiction, Instrument


@dataclass(frozen=True, slots=True)
class Participants:
    """Who takes part in one event mention, under whose law, and what it is about.

    Actors stand in the order in which they matter: those named in the clause first, those that the text around it
    supplies after them. Jurisdictions: the acting authority's first.
    """

    actors: tuple[ActorRole, ...] = ()
    jurisdictions: tuple[CodedJurisdiction, ...] = ()
    instrument: Instrument | None = None
    amount: Amount | None = None
