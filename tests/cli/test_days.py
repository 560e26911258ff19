"""Days as users write them on the command line: in full, in any order that words make sure; never guessed."""

from datetime import date

import click
import pytest

from timeline.cli.options import day

READ = {
    "2023-05-24": date(2023, 5, 24),
    "24 May 2023": date(2023, 5, 24),
    "May 24, 2023": date(2023, 5, 24),
    "24 mai 2023": date(2023, 5, 24),
    "1 de junio de 2022": date(2022, 6, 1),
}
REFUSED = ["2023-13-45", "03/04/2021", "yesterday", "next week", "May 2023", "soon", "", "2023"]


@pytest.mark.parametrize(("words", "expected"), READ.items(), ids=READ)
def test_a_day_in_full_is_read(words, expected):
    assert day(words) == expected


@pytest.mark.parametrize("words", REFUSED)
def test_what_names_no_single_day_is_refused_with_a_hint(words):
    with pytest.raises(click.BadParameter, match="YYYY-MM-DD"):
        day(words)
