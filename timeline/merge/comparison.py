"""What is said for and against two units being one event: points with a written reason each, or a reason why never."""

from __future__ import annotations

from dataclasses import dataclass

#: Points from which on two units are one event, and how many of them must come from who and what, not when and where.
THRESHOLD = 6.0
IDENTITY = 2.0


@dataclass(slots=True)
class Comparison:
    """Points by reason; ``veto`` says why two units cannot be one event, and is empty when they can."""

    points: list[tuple[str, float]]
    veto: str = ""
    identity: float = 0.0
    strong: bool = False
    score: float = 0.0

    def add(self, why: str, value: float) -> None:
        self.points.append((why, value))
        self.score += value

    def identify(self, why: str, value: float) -> None:
        """Points for who or what, which count towards :data:`IDENTITY` too."""
        self.add(why, value)
        self.identity += value

    hit: bool = False  # a person, firm, sum or case in common that the act is about
    one_topic: bool = False
    one_inquiry: bool = False
    needed: float = THRESHOLD
    identity_needed: float = IDENTITY

    @property
    def accepted(self) -> bool:
        enough = self.identity >= self.identity_needed and self.score >= self.needed
        return enough and self.hit and not self.veto

    def reason(self) -> str:
        """One line for people: every reason with its points.

        >>> Comparison([("same day", 3.0)]).reason()
        'same day (+3)'
        """
        return self.veto or ", ".join(f"{why} ({value:+g})" for why, value in self.points)
