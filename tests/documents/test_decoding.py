"""Bytes to text: what is read, what is said about it, what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.documents.decoding import decode, normalise_newlines
from timeline.errors import InputError

WORDS = "Die Behörde verhängt eine Geldbuße von 5 € – “sofort”."


@pytest.mark.parametrize(
    ("data", "remark"),
    [
        (WORDS.encode("utf-8"), ""),
        (WORDS.encode("utf-8-sig"), ""),
        (WORDS.encode("utf-16"), ""),
        (WORDS.encode("utf-16-be"), "UTF-16-BE"),
        (WORDS.encode("utf-32"), ""),
        (WORDS.encode("cp1252"), "Windows-1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 without mark", "utf-32", "cp1252"],
)
def test_encodings(data, remark):
    text, notes = decode(data, "a.txt")
    assert text == WORDS
    assert [remark in note for note in notes] == ([True] if remark else [])


def test_declared_encoding_is_used_and_a_wrong_one_is_not():
    assert decode("Łódź".encode("iso8859-2"), "a", declared="iso-8859-2")[0] == "Łódź"
    assert decode("Łódź".encode(), "a", declared="no-such-encoding")[0] == "Łódź"
    assert decode("Łódź".encode(), "a", declared="ascii")[0] == "Łódź"


def test_a_file_cut_inside_a_character_says_so():
    text, notes = decode("Geldbuße über 5 €".encode()[:-1], "a.txt")
    assert text == "Geldbuße über 5 "
    assert "cut short" in notes[0]


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 8, b"\x7fELF\x02\x01\x01" + b"\0" * 64, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"]
)
def test_binary_is_refused_by_name(data):
    with pytest.raises(InputError, match=r"^blob\.bin holds binary data"):
        decode(data, "blob.bin")


@given(st.text())
def test_newlines_are_all_that_changes(text):
    normal = normalise_newlines(text)
    assert "\r" not in normal
    assert normal.split("\n") == text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert normalise_newlines(normal) == normal


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), min_size=1))
def test_utf8_round_trip(text):
    assert decode(text.encode(), "a")[0] == text.removeprefix("\ufeff")
