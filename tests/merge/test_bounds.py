"""What order says about days: told before and after, sequence words, procedure, undated pages, contradictions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.merge import support
from timeline.merge import publication_bounds, tighten_bounds
from timeline.merge.bounds import Network, Order
from timeline.model import EventDate

CASES = yaml.safe_load((Path(__file__).parents[1] / "corpora/bounds.yml").read_text(encoding="utf-8"))


def solved(case):
    record = {"id": "d", **case}
    told = [
        replace(e, date=EventDate()) if item.get("undated") else e
        for e, item in zip(support.events(record), case["events"], strict=True)
    ]
    documents = {"d": support.document(record)}
    return told, documents, tighten_bounds(told, documents)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_bounds(case):
    told, documents, (found, issues) = solved(case)
    dates = {item["words"]: event.date for item, event in zip(case["events"], found, strict=True)}
    assert {words: dates[words].edtf for words in case["expect"]} == case["expect"]
    for words, reasons in case.get("reasons", {}).items():
        assert all(reason in dates[words].reason for reason in reasons)
    if "page" in case:
        assert publication_bounds(told, documents)["d"].edtf == case["page"]
    contradictions = [i.message for i in issues if i.message.startswith("Left out")]
    assert [case["issue"] in m for m in contradictions] == ([True] if "issue" in case else [])


def test_every_bound_names_its_reason():
    for case in CASES:
        _, _, (found, _) = solved(case)
        for event in found:
            assert event.date.reason or event.date.basis not in {"bounded"}


days = st.integers(1, 60)
pairs = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] != p[1]), max_size=20)


@settings(max_examples=100, deadline=None)
@given(st.lists(days, min_size=8, max_size=8), pairs)
def test_true_orders_never_clash_and_hold_the_true_day(truth, chosen):
    network = Network()
    for number, day in enumerate(truth):
        exact = number % 3 == 0
        network.add(number, *((day, day) if exact else ()))
    for a, b in chosen:
        if truth[a] <= truth[b]:
            assert network.constrain(Order(a, b, "true", 1)) == []
    for number, day in enumerate(truth):
        low, high = network.limits(number)
        assert low <= day <= high


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(days, days), min_size=8, max_size=8), pairs)
def test_limits_stay_consistent_whatever_is_said(spans, chosen):
    network = Network()
    for number, span in enumerate(spans):
        network.add(number, min(span), max(span))
    kept = []
    for a, b in chosen:
        before = [network.limits(n) for n in range(8)]
        order = Order(a, b, "said", 1)
        if network.constrain(order):
            assert [network.limits(n) for n in range(8)] == before
        else:
            kept.append(order)
    for number, span in enumerate(spans):
        low, high = network.limits(number)
        assert min(span) <= low <= high <= max(span)
    for order in kept:
        (a1, a2), (b1, b2) = network.limits(order.earlier), network.limits(order.later)
        assert a1 <= b1
        assert a2 <= b2


def test_chain_names_each_step_to_the_known_day():
    network = Network()
    network.add("suit", date(2022, 3, 3).toordinal(), date(2022, 3, 3).toordinal(), "filed on 3 March 2022")
    network.add("ruling")
    network.add("appeal")
    assert network.constrain(Order("suit", "ruling", "a ruling follows its suit", 1)) == []
    assert network.constrain(Order("ruling", "appeal", "an appeal follows the ruling", 1)) == []
    assert network.chain("appeal", "low") == [
        "an appeal follows the ruling", "a ruling follows its suit", "filed on 3 March 2022",
    ]  # fmt: skip
