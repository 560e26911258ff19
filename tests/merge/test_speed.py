"""The number of comparisons grows with the number of events, not with its square; time is measured in benchmarks."""

from __future__ import annotations

from tests.benchmarks.merge_speed import make_events
from timeline.merge.block import candidate_pairs
from timeline.merge.features import make_units


def comparisons(count):
    return sum(1 for _ in candidate_pairs(make_units(make_events(count), {})))


def test_comparisons_grow_with_the_number_of_events():
    small, large = comparisons(1000), comparisons(5000)
    assert large <= 8 * small
    assert large <= 8 * 5000
