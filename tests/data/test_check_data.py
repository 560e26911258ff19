"""The linter finds each kind of fault, names file and record, and finds nothing in the knowledge we supply."""

import shutil
from pathlib import Path

import pytest

from timeline.check_data import check_folder
from timeline.cli.main import run
from timeline.knowledge import bundled


def test_the_supplied_knowledge_is_in_order():
    assert [str(problem) for problem in check_folder(bundled("data"))] == []


HEADER = (
    "id,title,event_type,date_start,date_end,precision,date_role,actors,jurisdictions,instrument,search_words,"
    "source_url,checked_on,note\n"
)
FINE = "a-fine,Agency fines firm,fine,2020-01-02,,day,occurred,Agency;Firm,FR,,fine;firm,https://example.org/a,2024-01-01,\n"
SUIT = (
    "b-suit,Firm sues agency,lawsuit,2021-01-02,2021-01-31,month,occurred,Firm;Agency,FR;US-MT,,sued,"
    "https://example.org/b,2024-01-01,\n"
)
REFERENCE = HEADER + FINE + SUIT
TRIGGERS = """triggers:
- id: sue
  leaf: lawsuit
  pattern: ["<sue>"]
  examples: ["Acme sued the state."]
  not_examples: ["The suit fits."]
"""
TIMES = 'language: en\nlevels:\n  - - {id: year, is: fixed, pattern: "y:YEAR"}\n'

STATUS = "track,event_type,stage,words,status,example\ncase,lawsuit,,suit,filed,The suit was brought\n"

GOOD = {"matters/status.csv": STATUS, "reference/x.csv": REFERENCE, "events/x.yml": TRIGGERS, "timex/en.yml": TIMES}

#: What is done to which file, and what the linter must say.
FAULTS = {
    "white space at the end": ("reference/x.csv", "month,occurred", "month,occurred ", "b-suit: date_role 'occurred '"),
    "white space in a list": ("reference/x.csv", "Agency;Firm", "Agency; Firm", "a-fine: actors ' Firm'"),
    "no such type": ("reference/x.csv", ",fine,2020", ",fines,2020", "a-fine: event_type 'fines' is no event type"),
    "no such day": ("reference/x.csv", "2020-01-02", "2020-13-02", "a-fine: date_start '2020-13-02' is no day"),
    "no such place": (
        "reference/x.csv",
        "FR;US-MT",
        "FR;US-XX",
        "b-suit: jurisdictions 'US-XX' is no code of ISO 3166",
    ),
    "no source": ("reference/x.csv", "https://example.org/a", "", "a-fine: source_url is empty"),
    "an end before its start": (
        "reference/x.csv",
        "2021-01-31",
        "2020-12-31",
        "b-suit: date_end lies before date_start",
    ),
    "an id twice": ("reference/x.csv", "b-suit", "a-fine", "a-fine: stands there twice"),
    "out of order": ("reference/x.csv", "2020-01-02", "2022-01-02", "must stand before"),
    "a cell too many": ("reference/x.csv", "2024-01-01,\nb", "2024-01-01,,\nb", "row 2: has 15 cells and not 14"),
    "no such column": ("reference/x.csv", "date_role", "role", "line 1: must have the columns"),
    "an example not hit": (
        "events/x.yml",
        "Acme sued",
        "Acme left",
        "sue: is not hit by its example 'Acme left the state.'",
    ),
    "a counter-example hit": (
        "events/x.yml",
        "The suit fits.",
        "They sued.",
        "sue: is hit by its counter-example 'They sued.'",
    ),
    "no examples": ("events/x.yml", '"Acme sued the state."', "", "sue: has no examples"),
    "no such leaf": ("events/x.yml", "lawsuit", "lawsuits", "sue: 'lawsuits' is no event type"),
    "an unknown key": ("events/x.yml", "  leaf:", "  leave: 1\n  leaf:", "sue: has the unknown key leave"),
    "a key twice": (
        "events/x.yml",
        "  leaf:",
        "  leaf: fine\n  leaf:",
        "line 3: cannot be read as YAML: the key 'leaf' stands twice",
    ),
    "a country read as false": (
        "timex/en.yml",
        "language: en",
        "language: en\nwords: [SE, NO]",
        "words: has an unquoted yes, no",
    ),
    "no YAML": ("timex/en.yml", "levels:", "levels: [", "cannot be read as YAML"),
    "a rule without pattern": ("timex/en.yml", ', pattern: "y:YEAR"', "", "year: needs id, is and pattern"),
    "Windows line ends": ("timex/en.yml", "\n", "\r\n", "has line ends other than"),
    "a tab": ("events/x.yml", "triggers:", "triggers:\t", "line 1: holds a tab"),
    "an invisible character": (
        "reference/x.csv",
        "Agency fines",
        "Agency\u00a0fines",
        "line 2: holds the invisible character U+00A0",
    ),
    "a source left out": (
        "events/x.yml",
        '["The suit fits."]\n',
        '["The suit fits."]\n- {id: b, source: x, leaf: lawsuit, pattern: ["<sue>"], examples: ["He sued."]}\n',
        "sue: has no source, which the other records of the file have",
    ),
    "words that miss their example": ("matters/status.csv", "suit,filed", "claim,filed", "is not hit by its example"),
    "no last line end": ("timex/en.yml", '"y:YEAR"}\n', '"y:YEAR"}', "must end in exactly one line end"),
}


@pytest.fixture
def folder(tmp_path) -> Path:
    for name, content in GOOD.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def test_a_good_folder_has_no_problems(folder):
    assert check_folder(folder) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found_and_named(folder, fault):
    name, old, new, said = FAULTS[fault]
    content = GOOD[name]
    assert old in content
    (folder / name).write_bytes(content.replace(old, new).encode())
    problems = [str(problem) for problem in check_folder(folder)]
    assert any(problem.startswith(f"{name}: ") and said in problem for problem in problems), problems


def test_strict_asks_for_an_example_of_every_pattern(folder):
    assert check_folder(folder, strict=True) == []
    (folder / "events/x.yml").write_text(TRIGGERS.replace('["<sue>"]', '["<sue>", "lawsuit"]'), encoding="utf-8")
    assert check_folder(folder) == []
    assert [str(problem) for problem in check_folder(folder, strict=True)] == [
        "events/x.yml: sue: has no example for its pattern 'lawsuit'."
    ]


def test_ids_are_unique_over_files(folder):
    shutil.copy(folder / "reference/x.csv", folder / "reference/y.csv")
    problems = [str(problem) for problem in check_folder(folder)]
    assert "reference/y.csv: a-fine: stands in reference/x.csv too." in problems


def test_a_further_name_needs_a_body(folder):
    (folder / "entities").mkdir()
    row = "{},{},company,,{},https://example.org\n"
    head = "id,name,kind,jurisdictions,aliases,source\n"
    (folder / "entities/companies.csv").write_text(head + row.format("acme", "Acme", ""), encoding="utf-8")
    names = row.format("acme", "Acme", "The Works") + row.format("acne", "Acne", "The Spot")
    (folder / "entities/metonyms.csv").write_text(head + names, encoding="utf-8")
    assert [str(problem) for problem in check_folder(folder)] == [
        "entities/metonyms.csv: acne: stands in no other file of entities/."
    ]


def test_not_utf8(folder):
    (folder / "reference/z.csv").write_bytes(b"id,name\na,caf\xe9\n")
    assert "reference/z.csv: byte 13: is not UTF-8." in [str(problem) for problem in check_folder(folder)]


def test_the_command_names_file_and_record_and_fails(folder, capsys):
    assert run(["check-data", str(folder)]) == 0
    (folder / "reference/x.csv").write_text(REFERENCE.replace(",FR,", ",XX,"), encoding="utf-8")
    assert run(["check-data", str(folder)]) == 1
    assert capsys.readouterr().out.startswith("reference/x.csv: a-fine: jurisdictions 'XX'")
