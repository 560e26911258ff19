"""A solver for order between days: every variable is one unknown day within limits, every constraint an order of two.

A constraint ``earlier <= later`` moves the lower limit of ``later`` up and the upper limit of ``earlier`` down;
a worklist carries each move on until nothing moves. Constraints are added strongest first; one that leaves a variable
without any day is taken back whole and returned as a contradiction, so it is always the weakest of those that clash
that goes. Every limit remembers the constraint and the variable it came from: :meth:`Network.chain` spells that out.
Each limit moves at most as often as it gets better, and all offsets are 0, so a pass is near linear in constraints.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field

from timeline.merge.dates import MAX_DAY, MIN_DAY

Variable = Hashable


@dataclass(frozen=True, slots=True)
class Order:
    """``earlier`` is not after ``later``, because of ``reason``; a larger ``strength`` is a better reason."""

    earlier: Variable
    later: Variable
    reason: str
    strength: int
    document_id: str = ""
    words: str = ""


@dataclass(slots=True)
class _Limits:
    low: int = MIN_DAY
    high: int = MAX_DAY
    low_reason: str = ""
    high_reason: str = ""
    low_from: tuple[Order, Variable] | None = None
    high_from: tuple[Order, Variable] | None = None
    after: list[Order] = field(default_factory=list)  # orders in which this variable is the earlier one
    before: list[Order] = field(default_factory=list)


class Network:
    """Variables with limits in ordinal days, and the orders between them."""

    def __init__(self) -> None:
        self._limits: dict[Variable, _Limits] = {}

    def add(
        self, variable: Variable, low: int = MIN_DAY, high: int = MAX_DAY, low_reason: str = "", high_reason: str = ""
    ) -> None:
        """Declare a variable with the limits it has by itself; raises ValueError when they leave no day."""
        if low > high:
            raise ValueError(f"{variable} has no day between {low} and {high}")
        self._limits[variable] = _Limits(low, high, low_reason, high_reason)

    def __contains__(self, variable: Variable) -> bool:
        return variable in self._limits

    def limits(self, variable: Variable) -> tuple[int, int]:
        """Lower and upper limit as ordinals."""
        found = self._limits[variable]
        return found.low, found.high

    def constrain(self, order: Order) -> list[Order]:
        """Add an order and all that follows; on a contradiction change nothing and return the orders that clash."""
        earlier, later = self._limits[order.earlier], self._limits[order.later]
        earlier.after.append(order)
        later.before.append(order)
        trail: list[tuple[Variable, _Limits]] = []
        clash = self._propagate(order, trail)
        if clash is None:
            return []
        reasons = self._clash(clash)
        for variable, old in reversed(trail):
            current = self._limits[variable]
            current.low, current.low_from, current.low_reason = old.low, old.low_from, old.low_reason
            current.high, current.high_from, current.high_reason = old.high, old.high_from, old.high_reason
        earlier.after.remove(order)
        later.before.remove(order)
        return reasons

    def _propagate(self, order: Order, trail: list[tuple[Variable, _Limits]]) -> Variable | None:
        queue = deque([order])
        while queue:
            current = queue.popleft()
            earlier, later = self._limits[current.earlier], self._limits[current.later]
            if earlier.low > later.low:
                self._save(current.later, trail)
                later.low, later.low_from = earlier.low, (current, current.earlier)
                queue.extend(later.after)
                if later.low > later.high:
                    return current.later
            if later.high < earlier.high:
                self._save(current.earlier, trail)
                earlier.high, earlier.high_from = later.high, (current, current.later)
                queue.extend(earlier.before)
                if earlier.low > earlier.high:
                    return current.earlier
        return None

    def _save(self, variable: Variable, trail: list[tuple[Variable, _Limits]]) -> None:
        now = self._limits[variable]
        trail.append(
            (variable, _Limits(now.low, now.high, now.low_reason, now.high_reason, now.low_from, now.high_from))
        )

    def _clash(self, variable: Variable) -> list[Order]:
        """The orders behind both limits of a variable that has no day left."""
        found = [*self._orders(variable, "low"), *self._orders(variable, "high")]
        return list(dict.fromkeys(found))

    def _orders(self, variable: Variable, side: str) -> list[Order]:
        found: list[Order] = []
        seen: set[Variable] = set()
        while variable not in seen:
            seen.add(variable)
            step = self._limits[variable].low_from if side == "low" else self._limits[variable].high_from
            if step is None:
                break
            found.append(step[0])
            variable = step[1]
        return found

    def chain(self, variable: Variable, side: str) -> list[str]:
        """Why a limit ("low" or "high") is what it is: the reasons from the variable to the day that is known."""
        reasons = [order.reason for order in self._orders(variable, side)]
        seen: set[Variable] = set()
        while variable not in seen:
            seen.add(variable)
            limits = self._limits[variable]
            step = limits.low_from if side == "low" else limits.high_from
            if step is None:
                last = limits.low_reason if side == "low" else limits.high_reason
                return [*reasons, last] if last else reasons
            variable = step[1]
        return reasons
