"""Any text at all in any cell: every format is still one that other libraries read, and holds as many rows."""

import csv
import io
import json
from xml.etree import ElementTree

import icalendar
import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.exports import export_table

CELLS = ["title", "sentence", "publisher", "document_id", "source_url", "date_text", "instrument", "matter_id"]
WORDS = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=60)
NASTY = [
    "\x00\x1b[2J",
    "a\r\nb",
    "]]>",
    "-->",
    "</script><script>",
    "\u202ereversed",
    "BEGIN:VEVENT\r\nEND:VCALENDAR",
    "=1;'\"|",
    "\ufffe",
]
ATOM, SVG = "{http://www.w3.org/2005/Atom}entry", "{http://www.w3.org/2000/svg}g"

#: Format -> how many events another reader finds in it.
COUNTS = {
    "csv": lambda content: len(list(csv.DictReader(io.StringIO(content.decode(), newline="")))),
    "tsv": lambda content: content.decode().count("\n") - 1,
    "json": lambda content: len(json.loads(content)["events"]),
    "timelinejs": lambda content: len(json.loads(content)["events"]),
    "jsonl": lambda content: len([json.loads(line) for line in content.decode().split("\n") if line]),
    "atom": lambda content: len(ElementTree.fromstring(content).findall(ATOM)),
    "svg": lambda content: len(list(ElementTree.fromstring(content).iter(SVG))),
    "ics": lambda content: len(icalendar.Calendar.from_ical(content).walk("VEVENT")),
    "parquet": lambda content: pq.read_table(io.BytesIO(content)).num_rows,
    "xlsx": lambda content: openpyxl.load_workbook(io.BytesIO(content))["Events"].max_row - 1,
    "html": lambda content: content.decode().count("<tr id="),
    "md": lambda content: content.decode().count("\n| 2023-05-03 |"),
}


@pytest.mark.parametrize("name", COUNTS)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.one_of(WORDS, st.sampled_from(NASTY)))
def test_a_row_stays_a_row(events, name, words):
    row = events.head(1).copy()
    row[CELLS] = words
    row["actors"] = [[words, "b"]]
    row["actor_roles"] = [[{"name": words, "role": "target"}]]
    row["conflicts"] = [[words]]
    assert COUNTS[name](export_table(row, name)) == 1
