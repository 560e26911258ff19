"""Titles and days of publication at the head of plain texts: tests/corpora/document_heads.yml, read case by case."""

from pathlib import Path

import pytest
import yaml

from timeline.documents import read_text

CASES = yaml.safe_load((Path(__file__).parents[1] / "corpora/document_heads.yml").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_head(case):
    document = read_text(case["text"], language=case.get("language"))
    assert document.published == case["published"]
    assert document.published_basis == ("text" if case["published"] else "unknown")
    if "title" in case:
        assert document.title == case["title"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The commission has fined the company and it will appeal to the court.", "en"),
        ("Die Kommission hat gegen das Unternehmen eine Geldbuße verhängt und es wird klagen.", "de"),
        ("La commission a infligé une amende à la société, qui va saisir le tribunal dans les deux mois.", "fr"),
        ("La comisión ha multado a la empresa, que va a recurrir la decisión ante los tribunales.", "es"),
        ("La commissione ha multato la società, che farà ricorso contro la decisione nei prossimi mesi.", "it"),
        ("Oui.", "en"),
    ],
)
def test_language_by_common_words(text, code):
    assert read_text(text).language == code
