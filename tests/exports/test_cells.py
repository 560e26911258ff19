"""Cells that a spreadsheet would run are neutralised, everything else is left alone."""

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exports.cells import cell_text, neutralise, safe_cell

RUNS = [
    "=1+1",
    "+1-2",
    "-2+3",
    "@SUM(A1)",
    "\tx",
    "\rx",
    '=HYPERLINK("http://x")',
    "＝1",
    "-cmd|' /C calc'!A0",
    "+",
    "--",
]
LEFT = ["-5", "+3.25", "-1e6", "-12%", "a=b", " =x", "€5", "5 - 3", "", "(=1)", "-.5"]


@pytest.mark.parametrize("text", RUNS)
def test_formulas_get_an_apostrophe(text):
    assert neutralise(text) == "'" + text


@pytest.mark.parametrize("text", LEFT)
def test_numbers_and_words_stay(text):
    assert neutralise(text) == text


@given(st.text())
def test_no_text_stays_a_formula(text):
    cell = safe_cell(text)
    assert not cell.startswith(("=", "@", "\t", "\r"))
    assert neutralise(cell) == cell
    (row,) = csv.reader(io.StringIO(_csv_line(cell), newline=""))
    assert row == [cell, "x"]


def _csv_line(cell):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([cell, "x"])
    return out.getvalue()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (["a", "b"], "a; b"),
        ([], ""),
        ([{"name": "TikTok", "role": "defendant", "id": "x"}], "TikTok (defendant)"),
        (pd.Timestamp("2023-05-24"), "2023-05-24"),
        (pd.NaT, ""),
        (float("nan"), ""),
        (1_500_000.0, "1500000"),
        (0.85, "0.85"),
        (-3.5, "-3.5"),
        (7, "7"),
    ],
)
def test_values_as_text(value, text):
    assert cell_text(value) == text
    assert safe_cell(value) == text
