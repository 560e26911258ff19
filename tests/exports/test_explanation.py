"""Explanations name words, places, rules and reasons, for people and as data."""

import json

from timeline.exports.explanation import explain_event, render_explanation
from timeline.exports.records import document_record


def test_every_field_has_its_words_and_rule(run, documents):
    explained = explain_event(run[0], documents)
    mention = explained["mentions"][0]
    text = documents["news/a.txt"].text
    fields = [mention["event"], mention["date"], *mention["actors"], *mention["jurisdictions"], mention["amount"]]
    assert [text[f["start"] : f["end"]] for f in fields] == [f["words"] for f in fields]
    assert mention["event"]["rules"] == ["rule-x"]
    json.dumps(explained)


def test_rendering(run, documents):
    shown = [render_explanation(explain_event(event, documents)) for event in run]
    assert shown[0].splitlines()[0] == "ev-0001  =Ravalia fines Orinoco | <script>alert(1)</script>"
    assert '    event        fine <- "fined" [38:43]  by rule-x; actual, tense past' in shown[0]
    assert "told as past" in shown[1]
    assert "\x1b" not in "".join(shown)


def test_the_line_form_of_a_document(run, documents):
    record = document_record(documents["news/a.txt"], run)
    assert record["published"] == "2023-05-24"
    fine = record["events"][0]
    assert set(fine) == {
        "type", "spans", "start", "end", "precision", "edtf", "basis", "role", "factuality", "jurisdictions", "actors",
        "title", "confidence",
    }  # fmt: skip
    assert (fine["start"], fine["actors"], fine["jurisdictions"]) == ("2023-05-03", ["Ravalia", "Orinoco"], ["FR"])
    assert record["events"][4]["start"] is None
