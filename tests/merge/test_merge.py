"""One occurrence, one event: minimal pairs, the articles with gold clusters, and what a merged event keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.evaluation import xdoc_scores
from tests.merge import support
from timeline.merge import Decisions, explain_merge, link_reference, load_catalogue, mention_id, merge_events
from timeline.model import CodedJurisdiction

PAIRS = yaml.safe_load((Path(__file__).parents[1] / "corpora/merge/pairs.yml").read_text(encoding="utf-8"))
FINE = {"type": "fine", "words": "fined", "who": {"FTC": "authority", "Acme": "target"}, "codes": ["US"]}


def report(identifier, published, text, item):
    record = {"id": identifier, "published": published, "text": text, "events": [item]}
    return support.document(record), support.events(record)[0]


def merged(*reports):
    told = [report(f"d{n}", *r) for n, r in enumerate(reports)]
    return merge_events([event for _, event in told], {doc.id: doc for doc, _ in told})


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: p["name"])
def test_pair(pair):
    found = merged(pair["a"], pair["b"])
    assert len(found) == (1 if pair["same"] else 2)
    if pair["same"]:
        assert len(found[0].mentions) == 2
        assert [c.split(":")[0] for c in found[0].conflicts] == ([pair["conflict"]] if "conflict" in pair else [])


def test_articles_reach_the_figures_promised():
    documents, told, gold = xdoc_scores.load()
    assert len(documents) >= 40
    found = xdoc_scores.predicted(merge_events(told, documents))
    precision, recall, _ = xdoc_scores.pairwise(gold, found)
    assert precision == 1.0, "no merge across different fines, suits or years"
    assert xdoc_scores.f1(precision, recall) >= 0.90
    assert xdoc_scores.f1(*xdoc_scores.bcubed(gold, found)) >= 0.92


def test_the_catalogue_joins_what_reports_alone_do_not():
    documents, told, gold = xdoc_scores.load()
    alone = merge_events(told, documents)
    linked = link_reference(alone, load_catalogue(), documents)
    before, after = (xdoc_scores.pairwise(gold, xdoc_scores.predicted(e)) for e in (alone, linked))
    assert after[0] == 1.0
    assert after[1] > before[1]
    assert len({e.reference_id for e in linked if e.reference_id}) == sum(bool(e.reference_id) for e in linked)


def test_thirty_reports_are_one_event_with_thirty_sources():
    day = {**FINE, "date": date(2023, 5, 17)}
    (event,) = merged(*[(date(2023, 5, 18), f"Report {n}: the FTC fined Acme.", day) for n in range(30)])
    assert len({m.document_id for m in event.mentions}) == 30
    assert event.confidence > event.mentions[0].event.confidence


def test_the_best_founded_date_wins_and_keeps_its_words():
    (event,) = merged(
        (date(2023, 5, 20), "The FTC fined Acme.", FINE),
        (date(2023, 6, 1), "The FTC fined Acme in May.", {**FINE, "date": "2023-05"}),
        (date(2023, 5, 18), "The FTC fined Acme yesterday.", {**FINE, "date": date(2023, 5, 17), "basis": "relative"}),
    )
    assert (event.date.edtf, event.date.basis) == ("2023-05-17", "relative")
    assert event.date.document_id in {"", "d2"}


def test_two_reports_that_leave_room_intersect():
    (event,) = merged(
        (date(2023, 6, 1), "The FTC fined Acme in May.", {**FINE, "date": "2023-05"}),
        (date(2023, 6, 1), "The FTC fined Acme.", {**FINE, "date": "2023-05-20..2023-06-10"}),
    )
    assert (event.date.first, event.date.last) == (date(2023, 5, 20), date(2023, 5, 31))
    assert event.date.precision == "between"
    assert "several sources" in event.date.reason


def test_an_undated_report_that_fits_two_events_joins_neither():
    found = merged(
        (date(2023, 5, 18), "The FTC fined Acme.", {**FINE, "date": date(2023, 5, 17)}),
        (date(2023, 9, 18), "The FTC fined Acme.", {**FINE, "date": date(2023, 9, 17)}),
        (date(2023, 10, 1), "Acme has been fined by the FTC.", {**FINE, "words": "been fined"}),
    )
    assert sorted(len(e.mentions) for e in found) == [1, 1, 1]


def test_two_undated_reports_are_one_though_neither_says_which_of_two():
    found = merged(
        (date(2023, 5, 18), "The FTC fined Acme.", {**FINE, "date": date(2023, 5, 17)}),
        (date(2023, 9, 18), "The FTC fined Acme.", {**FINE, "date": date(2023, 9, 17)}),
        (date(2023, 12, 1), "Acme has been fined by the FTC.", {**FINE, "words": "been fined"}),
        (date(2023, 12, 2), "The FTC has fined Acme before.", FINE),
    )
    assert sorted(len(e.mentions) for e in found) == [1, 1, 2]
    assert {m.document_id for e in found if len(e.mentions) == 2 for m in e.mentions} == {"d2", "d3"}


GRANTED = {"type": "injunction", "words": "granted", "date": date(2020, 11, 30), "codes": ["US-ID"]}
SUED = {"type": "lawsuit", "words": "sued", "date": date(2020, 11, 24), "codes": ["US-ID"]}


def case(identifier, firm, *named):
    """A page on the case against ``firm``, which says so with ``named`` of its acts."""
    text = f"The court granted an order on November 30. The state sued {firm} on November 24."
    items = [{**item, "who": {firm: "defendant"} if item in named else {}} for item in (GRANTED, SUED)]
    record = {"id": identifier, "published": date(2020, 12, 16), "text": text, "events": items}
    return support.document(record), support.events(record)


@pytest.mark.parametrize(("firm", "rows"), [("Iron Harbor", 2), ("Summit", 4)])
def test_a_page_on_one_case_need_not_say_whose_order_it_was(firm, rows):
    """Two pages: both tell a suit and an order of one day; one of them names the defendant of the order."""
    pages = [case("full", "Iron Harbor Gym", GRANTED, SUED), case("short", firm, SUED)]
    found = merge_events([e for _, told in pages for e in told], {d.id: d for d, _ in pages})
    assert len(found) == rows


def test_the_bill_of_a_sentence_is_not_the_other_bill_of_its_page():
    """A vote on the Health Records Bill, in a page that tells of the Messages Bill too, is no vote on the latter."""
    passed = {"type": "bill_advanced", "words": "passed", "date": "2017-06", "codes": ["IE"]}
    messages, health = ["Retained Messages Bill", "bill"], ["Health Records Bill", "bill"]
    two = {
        "id": "two",
        "published": date(2017, 7, 1),
        "text": "They passed the Health Records Bill. Another was tabled.",
    }
    tabled = {"type": "bill_introduced", "words": "tabled", "codes": ["IE"], "instrument": messages}
    one = {
        "id": "one",
        "published": date(2017, 7, 26),
        "text": "They passed it in June. The Retained Messages Act is law.",
    }
    two["events"], one["events"] = [{**passed, "instrument": health}, tabled], [passed]
    pages = {r["id"]: support.document(r) for r in (one, two)}
    assert len(merge_events([e for r in (one, two) for e in support.events(r)], pages)) == 3
    two["events"][0] = {**passed, "instrument": messages}
    assert len(merge_events([e for r in (one, two) for e in support.events(r)], pages)) == 2


def test_a_place_that_is_only_the_documents_is_no_veto_by_itself():
    def at(code, rule):
        (event,) = support.events({"id": code, "text": "The state fined Acme $5 million.", "events": [day]})
        told = replace(event.mentions[0], jurisdictions=(CodedJurisdiction(code, rule_id=rule),))
        return replace(event, mentions=(told,), jurisdictions=told.jurisdictions)

    day = {**FINE, "words": "fined", "amount": [5e6, "USD"], "date": date(2023, 5, 17)}
    body, page = "jurisdiction-of-body", "jurisdiction-of-document"
    assert len(merge_events([at("US-VT", body), at("US-WA", page)])) == 1
    assert len(merge_events([at("US-VT", body), at("US-WA", body)])) == 2


def test_disagreement_is_kept_in_words_never_averaged():
    one = {**FINE, "amount": [5.24e6, "USD"], "date": date(2023, 5, 17)}
    two = {**FINE, "amount": [5.2e6, "USD"], "date": date(2023, 5, 18)}
    (event,) = merged(
        (date(2023, 5, 18), "The FTC fined Acme $5.24 million.", one),
        (date(2023, 5, 19), "The FTC fined Acme $5.2 million.", two),
    )
    assert event.amount.value in {5.24e6, 5.2e6}
    assert event.conflicts == (
        "date: 2023-05-17 (d0) | 2023-05-18 (d1)",
        "amount: USD 5.2e+06 (d1) | USD 5.24e+06 (d0)",
    )


def test_offsets_of_other_documents_do_not_point_into_the_main_one():
    day = {**FINE, "date": date(2023, 5, 17)}
    (event,) = merged(
        (date(2023, 5, 18), "The FTC fined Acme.", day),
        (date(2023, 5, 18), "The FTC fined Acme, Borax said.", {**day, "who": {**day["who"], "Borax": "speaker"}}),
    )
    others = [a for a in event.actors if a.name == "Borax"]
    assert [(a.start, a.end, a.words) for a in others] == [(0, 0, "")]


def test_the_id_is_that_of_the_first_published_report():
    first = (date(2023, 5, 17), "The FTC fined Acme.", {**FINE, "date": date(2023, 5, 17)})
    later = (date(2023, 5, 19), "The FTC fined Acme on Wednesday.", {**FINE, "date": date(2023, 5, 17)})
    (alone,) = merged(first)
    (both,) = merged(first, later)
    assert alone.id == both.id == mention_id(alone.mentions[0])


def test_a_person_has_the_last_word():
    day, other = {**FINE, "date": date(2023, 5, 17)}, {**FINE, "date": date(2023, 8, 1)}
    reports = [(date(2023, 5, 18), "The FTC fined Acme.", day)] * 2 + [(date(2023, 8, 2), "The FTC fined Acme.", other)]
    told = [report(f"d{n}", *r)[1] for n, r in enumerate(reports)]
    first, second, third = (mention_id(e.mentions[0]) for e in told)
    assert sorted(len(e.mentions) for e in merge_events(told)) == [1, 2]
    split = merge_events(told, decisions=Decisions(apart=((second, first),)))
    assert sorted(len(e.mentions) for e in split) == [1, 1, 1]
    joined = merge_events(told, decisions=Decisions(together=((first, third), ("gone", second))))
    assert sorted(len(e.mentions) for e in joined) == [1, 2]
    assert [c.split(":")[0] for e in joined for c in e.conflicts] == ["date"]
    assert merge_events(told) == merge_events(joined), "a decision taken back leaves no trace"


def test_a_merge_can_say_why():
    day = {**FINE, "date": date(2023, 5, 17)}
    (event,) = merged(*[(date(2023, 5, 18), "The FTC fined Acme.", day)] * 2)
    (line,) = explain_merge(event)
    assert line.startswith("d1 and d0: same type (+2), same jurisdiction (+1), same party Acme (+2)")
    assert "same day (+3)" in line


def joined(*items):
    """One event of one document that tells all ``items``, as a careless reader of the document would join them."""
    text = "The state sued Acme. It acted under Executive Order 20-99, which Executive Order 20-103 extended."
    told = support.events({"id": "d", "text": text, "published": date(2020, 12, 18), "events": list(items)})
    mentions = tuple(m for e in told for m in e.mentions)
    return replace(told[0], mentions=mentions)


SUIT = {"type": "lawsuit", "words": "sued", "who": {"Acme": "defendant"}, "codes": ["US-MN"]}
ORDER = {"type": "executive_order", "words": "Executive Order 20-99", "codes": ["US-MN"]}
ORDER |= {"instrument": ["Executive Order 20-99", "order"]}
OTHER = {**ORDER, "words": "Executive Order 20-103", "instrument": ["Executive Order 20-103", "order"]}


@pytest.mark.parametrize(
    ("items", "types"),
    [
        ([SUIT, ORDER], ["executive_order", "lawsuit"]),
        ([ORDER, OTHER], ["executive_order", "executive_order"]),
        ([SUIT, ORDER, OTHER], ["executive_order", "executive_order", "lawsuit"]),
        ([ORDER, {**ORDER, "type": "ban"}], ["executive_order"]),
    ],
    ids=["a suit and an order", "two orders", "all three", "an order and the ban in it"],
)
def test_what_a_document_cannot_have_meant_as_one_is_taken_apart(items, types):
    found = merge_events([joined(*items)])
    assert sorted(e.event_type for e in found) == types
    assert all(e.title for e in found)
    assert merge_events(found) == found
