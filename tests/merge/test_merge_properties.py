"""What holds for merging whatever the events are: order, repetition and portions change nothing, evidence is kept."""

from __future__ import annotations

import random
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.evaluation import xdoc_scores
from timeline.merge import mention_id, merge_events, redirects
from timeline.model import (
    ActorRole,
    Amount,
    CodedJurisdiction,
    Document,
    Event,
    EventDate,
    EventMention,
    Instrument,
    Mention,
)

DAY = date(2023, 5, 17)
TYPES = ("executive_order", "fine", "settlement", "lawsuit", "law_enacted", "ban", "injunction", "in_force")
FIRMS = ("TikTok", "TikTok Inc.", "Meta", "Meta Platforms, Inc.", "Google")


@st.composite
def dates(draw):
    first = DAY + timedelta(days=draw(st.integers(0, 3)))
    kind = draw(st.sampled_from(["day", "month", "open", "unknown", "interval"]))
    if kind == "day":
        return EventDate(first, first, "day", first.isoformat(), basis=draw(st.sampled_from(["explicit", "relative"])))
    if kind == "month":
        return EventDate(date(2023, 5, 1), date(2023, 5, 31), "month", "2023-05", basis="explicit")
    if kind == "open":
        return EventDate(None, first, "open", f"[..{first}]", basis="bounded", reason="told as past")
    if kind == "interval":
        last = first + timedelta(days=2)
        return EventDate(first, last, "interval", f"{first}/{last}", basis="explicit")
    return EventDate()


@st.composite
def events(draw):
    doc = f"d{draw(st.integers(0, 4))}"
    kind = draw(st.sampled_from(TYPES))
    start = draw(st.integers(0, 3)) * 10
    real = draw(st.sampled_from(["actual", "actual", "scheduled", "proposed", "denied"]))
    firm = draw(st.sampled_from(FIRMS))
    mention = Mention(
        doc,
        EventMention(start, start + 5, 0, 40, 0, kind, real, confidence=draw(st.sampled_from([0.5, 0.9]))),
        draw(dates()),
        actors=(ActorRole(firm, "target", kind="company"), ActorRole("Knudsen", "authority", kind="person")),
        jurisdictions=(CodedJurisdiction(draw(st.sampled_from(["US-MT", "US", "EU"]))),),
        instrument=draw(st.sampled_from([None, Instrument(0, 0, "SB 419", "SB 419", "bill", "sb419")])),
        amount=draw(st.sampled_from([None, Amount(0, 0, "$5m", 5e6, "USD"), Amount(0, 0, "$9m", 9e6, "USD")])),
        sentence="Montana fined the app maker over Project Texas today.",
        title=f"{firm} {kind}",
    )
    extra = draw(st.booleans())
    mentions = (
        (mention, Mention(doc, EventMention(90, 95, 80, 99, 2, kind, real), EventDate())) if extra else (mention,)
    )
    return Event(
        "x", mention.title, kind, real, mention.date, mentions, mention.actors, mention.jurisdictions,
        mention.instrument, mention.amount, mention.event.confidence,
    )  # fmt: skip


DOCUMENTS = {f"d{n}": Document(f"d{n}", "", published=DAY + timedelta(days=n)) for n in range(4)}


def apart(first, second):
    """Events of two portions that no two share the words of: a document is read whole, not in portions."""
    told = {mention_id(e.mentions[0]): e for e in (*second, *first)}
    early = {mention_id(e.mentions[0]) for e in first}
    return [e for i, e in told.items() if i in early], [e for i, e in told.items() if i not in early]


several = st.lists(events(), max_size=8)


@settings(max_examples=40, deadline=None)
@given(several, st.randoms(use_true_random=False))
def test_order_changes_nothing(found, random):
    shuffled = list(found)
    random.shuffle(shuffled)
    assert merge_events(shuffled, DOCUMENTS) == merge_events(found, DOCUMENTS)


@settings(max_examples=40, deadline=None)
@given(several)
def test_merging_twice_changes_nothing(found):
    once = merge_events(found, DOCUMENTS)
    assert merge_events(once, DOCUMENTS) == once


@settings(max_examples=40, deadline=None)
@given(several, several)
def test_adding_documents_later_is_the_same_as_all_at_once(first, second):
    assert merge_events([*merge_events(first, DOCUMENTS), *second], DOCUMENTS) == merge_events(
        [*first, *second], DOCUMENTS
    )


@settings(max_examples=40, deadline=None)
@given(several)
def test_evidence_is_kept_and_no_document_is_told_twice(found):
    merged = merge_events(found, DOCUMENTS)
    told = {(m.document_id, m.event.start, m.event.event_type) for e in found for m in e.mentions}
    assert {(m.document_id, m.event.start, m.event.event_type) for e in merged for m in e.mentions} == told
    assert len({e.id for e in merged}) == len(merged)
    for event in merged:
        groups = [m.document_id for m in event.mentions]
        assert groups == sorted(groups, key=groups.index), "the mentions of one document stand together"


@settings(max_examples=40, deadline=None)
@given(several, several)
def test_ids_once_given_out_lead_to_an_event(first, second):
    first, second = apart(first, second)
    before = merge_events(first, DOCUMENTS)
    after = merge_events([*first, *second], DOCUMENTS, known=redirects(before))
    leads, alive = redirects(after), {e.id for e in after}
    assert all(leads[event.id] in alive for event in before)


@settings(max_examples=40, deadline=None)
@given(several, several)
def test_an_event_keeps_its_id_unless_it_became_one_with_an_older(first, second):
    first, second = apart(first, second)
    before = merge_events(first, DOCUMENTS)
    after = merge_events([*first, *second], DOCUMENTS, known=redirects(before))
    place = {(m.document_id, m.event): e.id for e in after for m in e.mentions[:]}
    order = [e.id for e in before]
    for event in before:
        now = {place[m.document_id, m.event] for m in event.mentions}
        assert event.id in now or any(order.index(n) < order.index(event.id) for n in now if n in order)


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_the_articles_merge_alike_in_any_order_and_in_portions(seed):
    """What a whole page says counts too (its measures, its one case), so that whole pages are tried as well."""
    documents, told, _ = xdoc_scores.load()
    whole = merge_events(told, documents)
    chance = random.Random(seed)
    mixed = chance.sample(told, len(told))
    early = set(chance.sample(sorted(documents), len(documents) // 2))
    first = [e for e in mixed if e.mentions[0].document_id in early]
    later = [e for e in mixed if e.mentions[0].document_id not in early]
    assert merge_events(mixed, documents) == whole
    assert merge_events([*merge_events(first, documents), *later], documents) == whole
    assert merge_events(whole, documents) == whole
