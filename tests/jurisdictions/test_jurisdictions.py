"""Codes: names, levels, what is part of what."""

from __future__ import annotations

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.jurisdictions import (
    EU_MEMBERS,
    codes_of,
    country_code,
    is_jurisdiction,
    jurisdiction_level,
    jurisdiction_name,
    parent_code,
    rolls_up,
)

COUNTRIES = sorted(c.alpha_2 for c in pycountry.countries)
CODES = st.sampled_from(["EU", *COUNTRIES, *sorted(s.code for s in pycountry.subdivisions)])


@pytest.mark.parametrize(
    ("code", "name", "level", "parent"),
    [
        ("EU", "European Union", "supranational", None),
        ("GB", "United Kingdom", "national", None),
        ("US-MT", "Montana", "subnational", "US"),
        ("IN-KA", "Karnataka", "subnational", "IN"),
        ("KR", "South Korea", "national", None),
        ("TR", "Turkey", "national", None),
        ("XK", "Kosovo", "national", None),
        ("HK", "Hong Kong", "national", "CN"),
        ("PR", "Puerto Rico", "national", "US"),
        ("NO", "Norway", "national", None),
    ],
)
def test_what_a_code_is(code: str, name: str, level: str, parent: str | None) -> None:
    assert (jurisdiction_name(code), jurisdiction_level(code), parent_code(code)) == (name, level, parent)


@pytest.mark.parametrize(
    ("code", "to", "within"),
    [
        ("US-MT", "US", True),
        ("US", "US-MT", False),
        ("US-MT", "US-CA", False),
        ("DE-BY", "EU", True),
        ("IE", "EU", True),
        ("GB", "EU", False),
        ("NO", "EU", False),
        ("HK", "CN", True),
        ("EU", "EU", True),
        ("EU", "DE", False),
    ],
)
def test_what_lies_within_what(code: str, to: str, within: bool) -> None:
    assert rolls_up(code, to) is within


def test_the_union_has_27_members() -> None:
    assert len(EU_MEMBERS) == 27
    assert set(COUNTRIES) >= EU_MEMBERS


def test_unknown_codes_are_told_as_they_are() -> None:
    assert jurisdiction_name("ZZ-ZZ") == "ZZ-ZZ"
    assert not is_jurisdiction("ZZ")
    assert not is_jurisdiction("")


@pytest.mark.parametrize("code", COUNTRIES)
def test_every_country_goes_by_its_name(code: str) -> None:
    if code != "BV":  # an uninhabited island that no text is about
        assert code in codes_of(jurisdiction_name(code))


@given(CODES, CODES, CODES)
def test_rolling_up_is_an_order(a: str, b: str, c: str) -> None:
    assert rolls_up(a, a)
    if rolls_up(a, b) and rolls_up(b, c):
        assert rolls_up(a, c)
    if a != b and rolls_up(a, b):
        assert not rolls_up(b, a)
    assert rolls_up(a, country_code(a))
