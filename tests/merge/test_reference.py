"""The catalogue: the packaged one, a user's own beside it, and what a broken file says."""

from __future__ import annotations

from datetime import date

import pytest

from tests.merge import support
from timeline.errors import DataError
from timeline.merge import link_reference, load_catalogue, merge_events
from timeline.merge.reference import COLUMNS, amounts_in

HEADER = ",".join(COLUMNS)
ROW = "acme-fine,FTC fines Acme $5 million,fine,2023-05-17,,day,occurred,Federal Trade Commission;Acme,US,,Acme;$5 million,https://example.org/a,2026-11-24,"


def catalogue(tmp_path, *rows, header=HEADER):
    path = tmp_path / "own.csv"
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    return path


def test_every_record_of_the_packaged_catalogue_has_a_date_a_place_and_a_source():
    records = load_catalogue()
    assert len({r.id for r in records}) == len(records)
    for record in records:
        assert record.date.first <= record.date.last
        assert record.date.basis == "reference"
        assert record.id in record.date.reason
        assert record.jurisdictions
        assert record.source_url.startswith("http")


def test_a_catalogue_of_ones_own_dates_an_event(tmp_path):
    own = load_catalogue([catalogue(tmp_path, ROW)])
    fine = {"type": "fine", "words": "fined", "who": {"Federal Trade Commission": "authority", "Acme": "target"}}
    record = {
        "id": "d",
        "text": "The FTC fined Acme $5 million.",
        "events": [{**fine, "codes": ["US"], "amount": [5e6, "USD"]}],
    }
    documents = {"d": support.document(record)}
    (event,) = link_reference(merge_events(support.events(record)), own, documents)
    assert (event.reference_id, event.date.first) == ("acme-fine", date(2023, 5, 17))
    assert "example.org" in event.date.reason
    (alone,) = link_reference(merge_events(support.events(record)), load_catalogue(), documents)
    assert not alone.reference_id


def test_an_own_record_replaces_the_packaged_one_of_its_id(tmp_path):
    changed = ROW.replace("acme-fine", load_catalogue()[0].id)
    records = load_catalogue([catalogue(tmp_path, changed)])
    assert len(records) == len(load_catalogue())
    assert records[0].title == "FTC fines Acme $5 million"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (ROW.replace("2023-05-17", "17 May 2023"), "line 2"),
        (ROW.replace("acme-fine", ""), "id must not be empty"),
        (ROW.replace(",day,", ",someday,"), "someday"),
        (ROW.replace("2023-05-17,,", "2023-05-17,2023-05-01,"), "date_end lies before"),
        (f"{ROW}\n{ROW}", "stands there twice"),
    ],
    ids=["no date", "no id", "no precision", "end before start", "twice"],
)
def test_a_broken_record_is_named(tmp_path, row, says):
    with pytest.raises(DataError, match=says):
        load_catalogue([catalogue(tmp_path, row)])


def test_a_file_without_the_columns_or_no_file_at_all(tmp_path):
    with pytest.raises(DataError, match="source_url"):
        load_catalogue([catalogue(tmp_path, ROW, header="id,title")])
    with pytest.raises(DataError, match="cannot be read"):
        load_catalogue([tmp_path / "missing.csv"])


def test_amounts_in_words():
    assert amounts_in("fines X €120 million ($140 million)") == {(120e6, "EUR"), (140e6, "USD")}
    assert amounts_in("45 days, 59 apps") == frozenset()


def test_the_text_keeps_its_own_date_and_the_catalogue_contradicts_in_words():
    told = {"type": "law_enacted", "words": "signed", "who": {"Greg Gianforte": "sponsor", "TikTok": "target"}}
    told |= {"codes": ["US-MT"], "instrument": ["SB 419", "bill"], "date": date(2023, 5, 19)}
    record = {"id": "d", "text": "Gianforte signed SB 419 on 19 May 2023.", "events": [told]}
    (event,) = link_reference(merge_events(support.events(record)), load_catalogue(), {"d": support.document(record)})
    assert event.reference_id == "tiktok-us-mt-sb419-signed"
    assert (event.date.edtf, event.date.basis) == ("2023-05-19", "explicit")
    assert event.conflicts == ("date: 2023-05-19 (text) | 2023-05-17 (catalogue tiktok-us-mt-sb419-signed)",)
