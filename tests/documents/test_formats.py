"""Each format gives its text, and what it says of title, publisher, day and language."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
import zstandard

from timeline.documents import read_documents
from timeline.model import Issue

PAGE = """<!doctype html><html lang="en"><head><meta charset="{charset}"><title>Agency fines Orinoco | The Daily</title>
<meta property="og:title" content="Agency fines Orinoco"><meta property="og:site_name" content="The Daily">
{date}</head><body><nav><a href="/">Home</a> <a href="/law">Law</a></nav><article><h1>Agency fines Orinoco</h1>
<p>The agency on Monday fined Orinoco five million euros for keeping records of its customers’ journeys
without their consent.</p>
<p>The company said that it would appeal against the decision before the administrative court
within two months.</p></article>
<footer>Copyright 2031 The Daily</footer></body></html>"""


def one(path, **options):
    issues: list[Issue] = []
    documents = list(read_documents([str(path)], issues=issues, **options))
    assert len(documents) == 1, issues
    return documents[0], issues


def test_page_gives_text_title_publisher_and_day(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(
        PAGE.format(
            charset="utf-8", date='<meta property="article:published_time" content="2023-05-22T10:00:00+02:00">'
        ),
        encoding="utf-8",
    )
    document, issues = one(path)
    assert (document.title, document.publisher) == ("Agency fines Orinoco", "The Daily")
    assert (document.published, document.published_basis) == (date(2023, 5, 22), "metadata")
    assert document.language == "en"
    assert "would appeal" in document.text
    assert "Home" not in document.text
    assert issues == []


def test_page_without_a_day_has_none_whatever_the_footer_says(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(PAGE.format(charset="utf-8", date=""), encoding="utf-8")
    document, _ = one(path)
    assert (document.published, document.published_basis) == (None, "unknown")


ARTICLE = """<!doctype html><html><head><title>Fine</title>{head}</head><body><article><h1>Fine</h1>{top}
<p>The agency on Monday fined Orinoco five million euros for keeping records of journeys without consent.</p>
<p>The company said that it would appeal against the decision before the court within two months.</p></article>
<footer>{foot}</footer></body></html>"""
LINKED_DATA = '<script type="application/ld+json">{"@type": "NewsArticle", %s}</script>'
#: What a page says of its day -> the day of publication, or none.
PAGE_DATES = {
    "linked data": ({"head": LINKED_DATA % '"dateModified": "2023-06-01", "datePublished": "2023-05-22"'}, True),
    "time element": ({"top": '<time datetime="2023-05-22">22 May 2023</time>'}, True),
    "Dublin Core": ({"head": '<meta name="DC.date.issued" content="2023-05-22">'}, True),
    "in words": ({"top": '<p class="date">May 22, 2023</p>'}, True),
    "labelled": ({"top": "<p>Published: 22 May 2023</p>"}, True),
    "a year": ({"head": '<meta name="date" content="2023">'}, False),
    "a month": ({"head": '<meta property="article:published_time" content="2023-05">'}, False),
    "a change in the head": ({"head": '<meta property="article:modified_time" content="2023-05-22">'}, False),
    "a change in the footer": ({"foot": "Last updated 22 May 2023"}, False),
    "a copyright": ({"foot": "© 22 May 2023 The Daily"}, False),
    "a day in the text": (
        {"top": "<p>On 22 May 2023 the law took effect, the agency said in its decision.</p>"},
        False,
    ),
}


@pytest.mark.parametrize("name", PAGE_DATES)
def test_what_a_page_says_of_its_day(tmp_path, name):
    parts, published = PAGE_DATES[name]
    path = tmp_path / "a.html"
    path.write_text(ARTICLE.format(**{"head": "", "top": "", "foot": "", **parts}), encoding="utf-8")
    document, issues = one(path)
    assert document.published == (date(2023, 5, 22) if published else None)
    assert all("only of a change" in issue.message for issue in issues)


def test_page_in_its_own_encoding(tmp_path):
    path = tmp_path / "a.htm"
    path.write_bytes(PAGE.format(charset="windows-1252", date="").encode("cp1252"))
    document, issues = one(path)
    assert "customers’ journeys" in document.text
    assert issues == []


def test_a_fragment_of_a_page(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<p>The agency fined Orinoco on Monday.</p><p>It appealed.</p>", encoding="utf-8")
    document, _ = one(path)
    assert document.text == "The agency fined Orinoco on Monday.\n\nIt appealed.\n"


def test_pdf_lines_are_joined_and_page_furniture_dropped(tmp_path, make_pdf):
    path = tmp_path / "a.pdf"
    pages = [
        ["Official Gazette", f"Part {n}: the commis-", f"sion decided case {n}.", f"Page {n} of 3"] for n in (1, 2, 3)
    ]
    path.write_bytes(make_pdf(pages, "/Title (Decision) /CreationDate (D:20210304120000Z)"))
    document, issues = one(path)
    assert document.text.count("commission decided case ") == 3
    assert "Gazette" not in document.text
    assert "Page 2" not in document.text
    assert document.title == "Decision"
    assert document.published is None, "the day a file was made is not the day of publication"
    assert "2021-03-04" in issues[0].message


def test_pdf_paragraphs_are_reflowed(tmp_path, make_pdf):
    lines = [
        "Agency fines Orinoco",
        "The agency fined Orinoco five million euros after an in-",
        "depth inquiry into records that it kept of journeys for",
        "years without consent.",
        "The firm said that the agency had misread the law and",
        "that an in-depth review by the court would show so.",
        "3/3/2021, 1:03 PM Agency fines Orinoco",
        "https://example.org/fine 1/1",
    ]
    path = tmp_path / "a.pdf"
    path.write_bytes(make_pdf([lines]))
    document, _ = one(path)
    assert document.text.split("\n\n") == [
        "Agency fines Orinoco",
        "The agency fined Orinoco five million euros after an in-depth inquiry into records that it kept of journeys "
        "for years without consent.",
        "The firm said that the agency had misread the law and that an in-depth review by the court would show so.\n",
    ]


def test_word_paragraphs_and_title(tmp_path, make_docx):
    path = tmp_path / "a.docx"
    path.write_bytes(make_docx(["SPRINGFIELD, March 3, 2021 - The court ruled.", "Both sides appealed."], "Ruling"))
    document, _ = one(path)
    assert document.text == "SPRINGFIELD, March 3, 2021 - The court ruled.\n\nBoth sides appealed.\n"
    assert (document.title, document.published) == ("Ruling", date(2021, 3, 3))


MAIL = (
    b"From: Press Office <press@agency.example>\r\nTo: list@agency.example\r\nSubject: Agency fines\r\n Orinoco\r\n"
    b"Date: Mon, 22 May 2023 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    b"The agency today fined Orinoco.\r\n"
)


@pytest.mark.parametrize("name", ["a.eml", "saved-message"])
def test_mail(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(MAIL)
    document, _ = one(path)
    assert (document.title, document.publisher) == ("Agency fines Orinoco", "Press Office")
    assert document.published == date(2023, 5, 22)
    assert document.text == "The agency today fined Orinoco.\n"


def test_markdown_front_matter_is_metadata(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        '---\ntitle: "Court rules"\ndate: 2023-05-24\nlang: en\n---\n# Ruling\n\nThe court ruled.\n', encoding="utf-8"
    )
    document, _ = one(path)
    assert (document.title, document.published) == ("Court rules", date(2023, 5, 24))
    assert document.text.startswith("# Ruling")


RECORDS = [
    {
        "id": "a",
        "text": "The court ruled.\r\nOn Friday.",
        "published": "2023-05-24",
        "title": "T",
        "source": "S",
        "other": [1],
    },
    {"id": "b", "text": "It appealed.", "dct": "2023-05-25T00:00:00Z", "publisher": "P", "language": "EN-us"},
    {"id": "c", "text": "It did not.", "published": ""},
]


@pytest.mark.parametrize(
    ("name", "pack"),
    [("c.jsonl", bytes), ("c.jsonl.gz", gzip.compress), ("c.jsonl.zst", zstandard.compress), ("c", bytes)],
)
def test_corpus(tmp_path, name, pack):
    path: Path = tmp_path / name
    path.write_bytes(pack("\n".join(map(json.dumps, RECORDS)).encode()))
    first, second, third = read_documents([str(path)], published=date(2020, 1, 1))
    assert first.text == RECORDS[0]["text"], "offsets into a corpus are the corpus's own"
    assert (first.id, first.title, first.publisher) == ("a", "T", "S")
    assert (first.published, first.published_basis) == (date(2023, 5, 24), "corpus")
    assert (second.published, second.language) == (date(2023, 5, 25), "en")
    assert (third.published, third.published_basis) == (date(2020, 1, 1), "given")


@pytest.mark.parametrize("content", [RECORDS, RECORDS[0]], ids=["a list", "one"])
def test_json_file(tmp_path, content):
    path = tmp_path / "c.json"
    path.write_text(json.dumps(content, indent=2), encoding="utf-8")
    documents = list(read_documents([str(path)]))
    assert [document.id for document in documents] == (["a", "b", "c"] if isinstance(content, list) else ["a"])


def test_own_day_beats_the_given_one(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Published: 7 September 2022\n\nThe agency ruled.", encoding="utf-8")
    document, _ = one(path, published=date(2020, 1, 1))
    assert document.published == date(2022, 9, 7)
