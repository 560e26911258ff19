"""Which rows to show: by jurisdiction with roll-up, actor, type, period, factuality and words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from timeline.errors import ArgumentError
from timeline.event_types import event_types, group_labels
from timeline.model import Role

if TYPE_CHECKING:
    import pandas as pd


def filter_events(
    events: pd.DataFrame,
    *,
    jurisdictions: Sequence[str] = (),
    actors: Sequence[str] = (),
    roles: Sequence[str] = (),
    types: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
    factuality: Sequence[str] = (),
    text: str = "",
    surely: bool = False,
) -> pd.DataFrame:
    """The rows of ``events`` that meet every condition given, in their order.

    A jurisdiction takes its parts along (``US`` finds ``US-MT``, ``EU`` its members); a type may be a leaf or a group;
    an actor is a part of a name, whatever the case, and ``roles`` are those of the actors asked for (of any actor when
    none is). A period keeps what can lie in it (with ``surely``: what cannot lie
    outside it), and so never a row without any date. Raises :class:`ArgumentError` for an unknown type, role or
    jurisdiction.

    >>> from timeline.table import to_table
    >>> len(filter_events(to_table([], {}), types=["fine"]))
    0
    """
    import pandas as pd

    keep = pd.Series(True, index=events.index)
    if jurisdictions:
        from timeline.jurisdictions import rolls_up

        wanted = _known_codes(jurisdictions)
        keep &= _each(events["jurisdictions"], lambda row: any(rolls_up(code, to) for code in row for to in wanted))
    if actors:
        keep &= _each(events["actors"], lambda row: any(_named(actor, actors) for actor in row))
    if roles:
        _check_roles(roles)
        keep &= _each(
            events["actor_roles"],
            lambda row: any(actor["role"] in roles and _named(actor["name"], actors) for actor in row),
        )
    if types:
        keep &= events["event_type"].isin(_leaves(types))
    if factuality:
        keep &= events["factuality"].isin(list(factuality))
    if text:
        needle = text.casefold()
        keep &= _each(events["title"] + "\n" + events["sentence"], lambda words: needle in words.casefold())
    if since is not None or until is not None:
        keep &= _in_period(events, since, until, surely)
    return events[keep]


def describe_filter(**conditions: Any) -> str:
    """The arguments of :func:`filter_events` in words, for an export's statement.

    >>> describe_filter(types=["fine"], since=date(2020, 1, 1), actors=[])
    'types: fine; since: 2020-01-01'
    """
    return "; ".join(f"{name}: {_words(value)}" for name, value in conditions.items() if value)


def _words(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(value)
    return "yes" if value is True else str(value)


def _named(actor: str, parts: Sequence[str]) -> bool:
    return not parts or any(part.casefold() in actor.casefold() for part in parts)


def _check_roles(roles: Sequence[str]) -> None:
    known = get_args(Role)
    for role in roles:
        if role not in known:
            raise ArgumentError(f"{role!r} is no role of an actor; use one of {', '.join(known)}.")


def _each(column: pd.Series, test: Callable[[Any], bool]) -> pd.Series:
    import pandas as pd

    return pd.Series([test(value) for value in column.tolist()], index=column.index, dtype=bool)


def _known_codes(codes: Sequence[str]) -> list[str]:
    from timeline.jurisdictions import is_jurisdiction

    wanted = [code.strip().upper() for code in codes]
    for code in wanted:
        if not is_jurisdiction(code):
            raise ArgumentError(f"{code!r} is no jurisdiction; use EU or an ISO 3166 code such as FR or US-MT.")
    return wanted


def _leaves(types: Sequence[str]) -> set[str]:
    leaves = event_types()
    found: set[str] = set()
    for name in types:
        inside = {leaf.id for leaf in leaves.values() if name in (leaf.id, leaf.group)}
        if not inside:
            groups = ", ".join(group_labels())
            raise ArgumentError(f"{name!r} is no event type; use a leaf such as fine, or a group: {groups}.")
        found |= inside
    return found


def _in_period(events: pd.DataFrame, since: date | None, until: date | None, surely: bool) -> pd.Series:
    """An open side reaches as far as anything can; a row without any date lies in no period."""
    import pandas as pd

    first, last = events["date_start"], events["date_end"]
    dated = first.notna() | last.notna()
    inner = dated
    if since is not None:
        day = pd.Timestamp(since)
        inner &= (first >= day) if surely else (last.isna() | (last >= day))
    if until is not None:
        day = pd.Timestamp(until)
        inner &= (last <= day) if surely else (first.isna() | (first <= day))
    return inner
