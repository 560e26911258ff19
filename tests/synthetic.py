"""Synthetic event tables for tests, screenshots and benchmarks: invented firms, seeded, 10 to 1,000,000 rows.

The shape follows what extraction yields: bursts of news, a long tail of older years, one row in seven without a day,
some open on a side, some scheduled; every name of a firm is invented.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from timeline.event_types import event_group, event_types
from timeline.model import Document
from timeline.table import EVENT_COLUMNS, EVIDENCE_COLUMNS, build_frame

FIRMS = (
    "Norvane", "Halcyon Social", "Pelagos Bank", "Quillmark", "Tessera AI", "Brightloom", "Oxbow Energy",
    "Calder Health",
    "Vantrel", "Mirador Pay", "Sunder Games", "Lumen Freight", "Arcwell", "Kestrel Air", "Fennimore Foods",
    "Dovetail Homes",
    "Pinecrest Pharma", "Osmium Cloud", "Redfern Motors", "Silvane Media",
)  # fmt: skip
#: code, name, level, an authority that acts there (its usual English name), weight
PLACES = (
    ("US", "United States", "national", "Federal Trade Commission", 30),
    ("US-MT", "Montana", "subnational", "Montana Attorney General", 7),
    ("US-CA", "California", "subnational", "California Privacy Protection Agency", 9),
    ("US-TX", "Texas", "subnational", "Texas Attorney General", 7),
    ("US-NY", "New York", "subnational", "New York Department of Financial Services", 5),
    ("EU", "European Union", "supranational", "European Commission", 18),
    ("IE", "Ireland", "national", "Data Protection Commission", 7),
    ("FR", "France", "national", "CNIL", 5),
    ("DE", "Germany", "national", "Bundeskartellamt", 5),
    ("IT", "Italy", "national", "Garante", 3),
    ("GB", "United Kingdom", "national", "Competition and Markets Authority", 8),
    ("IN", "India", "national", "Competition Commission of India", 4),
    ("AU", "Australia", "national", "eSafety Commissioner", 4),
    ("CA", "Canada", "national", "Competition Bureau", 3),
    ("CA-QC", "Quebec", "subnational", "Commission d'accès à l'information", 1),
    ("BR", "Brazil", "national", "ANPD", 2),
    ("JP", "Japan", "national", "Fair Trade Commission of Japan", 2),
    ("KR", "South Korea", "national", "Personal Information Protection Commission", 2),
)
SUBJECTS = (
    "children's data", "app store fees", "a merger", "targeted advertising", "location tracking", "dark patterns",
    "drug prices", "battery safety", "algorithmic pricing", "data transfers", "emissions reports", "cash payments",
)  # fmt: skip
VERBS = {
    "fine": "fined {firm} over {subject}", "lawsuit": "sued {firm} over {subject}",
    "investigation": "opened an inquiry into {firm} over {subject}",
    "hearing": "questioned {firm} about {subject} at a hearing",
    "settlement": "settled with {firm} over {subject}", "ban": "banned a product of {firm} over {subject}",
    "law_enacted": "enacted a law on {subject} that binds {firm}",
    "in_force": "starts to apply its rules on {subject} to {firm}",
    "rule_proposed": "proposed a rule on {subject} that names {firm}",
    "court_ruling": "won a ruling against {firm} on {subject}",
    "warning": "warned {firm} about {subject}", "bill_introduced": "backed a bill on {subject} aimed at {firm}",
    "compliance_measure": "saw {firm} change its handling of {subject}",
    "appeal": "faces an appeal by {firm} about {subject}",
    "approval": "cleared {firm} on {subject}", "sanction": "listed {firm} over {subject}",
    "rule_adopted": "adopted a rule on {subject} that binds {firm}",
    "statement": "criticised {firm} about {subject}",
}  # fmt: skip
#: roles of the authority and of the firm, where they are not authority and target
SIDES = {
    "lawsuit": ("plaintiff", "defendant"),
    "appeal": ("defendant", "plaintiff"),
    "statement": ("speaker", "target"),
}
_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True)
class Synthetic:
    """Events, their evidence and the documents that the evidence points into (both empty for large tables)."""

    events: pd.DataFrame
    evidence: pd.DataFrame
    documents: dict[str, Document]


def make_synthetic(rows: int, seed: int = 7, *, sources: bool | None = None, last: str = "2025-06-30") -> Synthetic:
    """``rows`` events up to about a year after ``last``; with ``sources`` (default: up to 2,000 rows) their texts."""
    rng = np.random.default_rng(seed)
    places = rng.choice(len(PLACES), rows, p=_weights([p[4] for p in PLACES]))
    firms = rng.choice(len(FIRMS), rows, p=_weights([1 / (i + 2) for i in range(len(FIRMS))]))
    kinds = list(VERBS)
    types = rng.choice(len(kinds), rows)
    subjects = rng.choice(len(SUBJECTS), rows)
    events = pd.DataFrame({"event_id": np.char.add("e", np.arange(rows).astype(str)).astype(object)})
    events["title"] = _titles(places, firms, types, subjects)
    type_ids = np.array(kinds, object)
    events["event_type"] = type_ids[types]
    events["event_group"] = np.array([event_group(kind) for kind in kinds], object)[types]
    _add_dates(events, rng, rows, np.datetime64(last))
    _add_parties(events, rng, places, firms)
    _add_sources(events, rng, rows)
    start, end = (events[name].to_numpy("datetime64[us]") for name in ("date_start", "date_end"))
    order = np.lexsort((end, np.where(np.isnat(start), end, start)))
    events = events.iloc[order].reset_index(drop=True)
    with_sources = rows <= 2000 if sources is None else sources
    evidence, documents = _texts(events) if with_sources else (build_frame([], EVIDENCE_COLUMNS), {})
    return Synthetic(_typed(events), evidence, documents)


def _weights(values: list[float]) -> np.ndarray:
    weights = np.asarray(values, float)
    return weights / weights.sum()


def _titles(places: np.ndarray, firms: np.ndarray, types: np.ndarray, subjects: np.ndarray) -> np.ndarray:
    """One string per combination that occurs, taken by code: a million rows cost no more than the combinations."""
    shape = (len(PLACES), len(FIRMS), len(VERBS), len(SUBJECTS))
    keys, codes = np.unique(np.ravel_multi_index((places, firms, types, subjects), shape), return_inverse=True)
    patterns = list(VERBS.values())
    texts = [
        f"{PLACES[p][3]} {patterns[t].format(firm=FIRMS[f], subject=SUBJECTS[s])}"
        for p, f, t, s in zip(*np.unravel_index(keys, shape), strict=True)
    ]
    return np.array(texts, object)[codes]


def _add_dates(events: pd.DataFrame, rng: np.random.Generator, rows: int, last: np.datetime64) -> None:
    back = np.minimum(rng.exponential(700, rows), 9000).astype(int)
    day = (last + 120 * _DAY - back * _DAY).astype("datetime64[D]")
    start, end = day.copy(), day.copy()
    precision = np.full(rows, "day", object)
    basis = rng.choice(
        np.array(["explicit", "relative", "inherited", "reference"], object), rows, p=[0.5, 0.3, 0.1, 0.1]
    )
    draw = rng.random(rows)
    month, year = (draw > 0.70) & (draw < 0.80), (draw >= 0.80) & (draw < 0.84)
    period, before = (draw >= 0.84) & (draw < 0.87), (draw >= 0.87) & (draw < 0.93)
    after, none = (draw >= 0.93) & (draw < 0.95), draw >= 0.95
    start[month] = day[month].astype("datetime64[M]").astype("datetime64[D]")
    end[month] = (day[month].astype("datetime64[M]") + 1).astype("datetime64[D]") - _DAY
    start[year] = day[year].astype("datetime64[Y]").astype("datetime64[D]")
    end[year] = (day[year].astype("datetime64[Y]") + 1).astype("datetime64[D]") - _DAY
    end[period] = day[period] + rng.integers(20, 400, period.sum()) * _DAY
    start[before | none] = np.datetime64("NaT")
    end[after | none] = np.datetime64("NaT")
    for mask, name in (
        (month, "month"),
        (year, "year"),
        (period, "interval"),
        (before | after, "open"),
        (none, "unknown"),
    ):
        precision[mask] = name
    basis[before | after], basis[none] = "bounded", "unknown"
    later = day > last
    events["factuality"] = np.where(
        later,
        "scheduled",
        rng.choice(
            np.array(["actual", "proposed", "hypothetical", "denied"], object), rows, p=[0.88, 0.06, 0.04, 0.02]
        ),
    )
    events["date_role"] = np.where(later, rng.choice(np.array(["expected", "deadline"], object), rows), "occurred")
    events.loc[events["event_type"] == "in_force", "date_role"] = "effective"
    events["date_start"], events["date_end"] = start.astype("datetime64[us]"), end.astype("datetime64[us]")
    events["date_precision"], events["date_basis"] = precision, basis
    text, month_text = day.astype(str).astype(object), day.astype("datetime64[M]").astype(str).astype(object)
    year_text = day.astype("datetime64[Y]").astype(str).astype(object)
    chosen = [month, year, period, before, after, none]
    events["edtf"] = np.select(
        chosen,
        [
            month_text,
            year_text,
            text + "/" + end.astype(str).astype(object),
            "[.." + text + "]",
            "[" + text + "..]",
            "",
        ],
        text,
    )
    events["date_text"] = np.select(chosen, ["that month", "that year", "over that period", "", "", ""], "that day")
    published = np.minimum(day + rng.integers(0, 9, rows) * _DAY, last)
    events["published"] = events["date_anchor"] = published.astype("datetime64[us]")
    events["status"] = rng.choice(np.array(["machine", "reviewed"], object), rows, p=[0.75, 0.25])


def _add_parties(events: pd.DataFrame, rng: np.random.Generator, places: np.ndarray, firms: np.ndarray) -> None:
    both = rng.random(len(events)) < 0.06  # the Union acts beside a member
    codes = [[p[0]] for p in PLACES] + [["EU", p[0]] for p in PLACES]
    names = [[p[1]] for p in PLACES] + [["European Union", p[1]] for p in PLACES]
    member = np.isin(places, [i for i, p in enumerate(PLACES) if p[0] in {"IE", "FR", "DE", "IT"}])
    key = places + len(PLACES) * (both & member)
    pair = places * len(FIRMS) + firms
    actors = [[p[3], firm] for p in PLACES for firm in FIRMS]
    sides = [("authority", "target"), *SIDES.values()]
    roles = [[{"name": a, "role": x}, {"name": b, "role": y}] for x, y in sides for a, b in actors]
    side = events["event_type"].map({kind: 1 + i for i, kind in enumerate(SIDES)}).fillna(0).to_numpy(int)
    events["actors"], events["actor_roles"] = _take(actors, pair), _take(roles, side * len(actors) + pair)
    events["jurisdictions"], events["jurisdiction_names"] = _take(codes, key), _take(names, key)
    events["jurisdiction_level"] = np.array([p[2] for p in PLACES], object)[places]
    bills = np.array(["", *(f"Bill {100 + i}" for i in range(60))], object)
    bill = np.where(rng.random(len(events)) < 0.5, 0, 1 + (pair % 60))
    events["instrument"] = bills[bill]
    events["matter_id"] = np.where(bill == 0, "", "m" + pair.astype(str).astype(object))


def _take(values: list[list[object]], codes: np.ndarray) -> np.ndarray:
    out = np.empty(len(values), object)
    out[:] = values
    return out[codes]


def _add_sources(events: pd.DataFrame, rng: np.random.Generator, rows: int) -> None:
    outlets = np.array(["Regulator's Gazette", "Example Wire", "Policy Notes", "Court Reporter", "Trade Desk"], object)
    money = events["event_type"].isin(["fine", "settlement"]).to_numpy()
    events["amount"] = np.where(money, (10 ** rng.uniform(5, 9, rows)).round(-4), np.nan)
    events["currency"] = np.where(money, "EUR", "")
    events["sentence"] = events["title"] + "."
    events["document_id"] = "d" + events.index.astype(str)
    events["span_start"], events["span_end"] = 0, 10
    events["mentions"] = rng.integers(1, 5, rows)
    events["sources"] = 1
    events["publisher"] = outlets[rng.choice(len(outlets), rows, p=[0.35, 0.3, 0.15, 0.12, 0.08])]
    events["source_url"] = "https://example.org/" + events["document_id"]
    events["language"] = "en"
    events["confidence"] = rng.uniform(0.4, 1, rows).round(2)
    events["conflicts"] = _take([[], ["amount: 2 sources disagree"]], (rng.random(rows) < 0.03).astype(int))
    events["rule_ids"] = _take([["synthetic-rule"]], np.zeros(rows, int))


def _typed(events: pd.DataFrame) -> pd.DataFrame:
    return events[list(EVENT_COLUMNS)].astype(
        {name: ("object" if dtype == "list" else dtype) for name, dtype in EVENT_COLUMNS.items()}
    )


def _texts(events: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, Document]]:
    """A document per event that tells it in its second sentence, with spans for event, date and actors."""
    records, documents = [], {}
    for i, row in enumerate(events.itertuples()):
        lead = f"{row.publisher} reports from the week before. "
        sentence = f"{row.title}" + (f", {row.date_text}." if row.date_text else ".")
        text = f"{lead}{sentence} Nobody at the firm could be reached. The story is invented, and so is the firm."
        published = None if pd.isna(row.published) else row.published.date()
        documents[row.document_id] = Document(
            row.document_id, text, row.title, row.publisher, row.source_url, published, "given"
        )
        verb = row.title.removeprefix(row.actors[0]).split()[0]
        wanted = [("event", row.event_type, verb)] + [
            ("actor", f"{r['name']} ({r['role']})", r["name"]) for r in row.actor_roles
        ]
        wanted += [("date", row.edtf, row.date_text)] if row.date_text else []
        for field, value, words in wanted:
            start = text.index(words, len(lead))
            records.append(_evidence(row.event_id, row.document_id, field, value, start, words))
        if not row.date_text and row.date_basis == "bounded":
            records.append(_evidence(row.event_id, row.document_id, "date", "told as past in a dated text", 0, ""))
        events.at[i, "sentence"] = sentence
        start = text.index(verb, len(lead))
        events.loc[i, ["span_start", "span_end"]] = start, start + len(verb)
    return build_frame(records, EVIDENCE_COLUMNS), documents


def _evidence(event: str, document: str, field: str, value: str, start: int, words: str) -> dict[str, object]:
    return {
        "event_id": event, "document_id": document, "field": field, "value": value,
        "start": start, "end": start + len(words), "words": words, "rule_id": "synthetic-rule",
    }  # fmt: skip


assert VERBS.keys() <= event_types().keys()
