"""The language files as data: every rule has examples it reads, and what is marked as no time is none."""

from __future__ import annotations

from typing import Any

import pytest

from timeline.errors import DataError
from timeline.knowledge import data_files, read_yaml
from timeline.timex import find_time_expressions
from timeline.timex.actions import ACTIONS
from timeline.timex.alphabet import KINDS, build_alphabet
from timeline.timex.language import load_language
from timeline.timex.patterns import classes_named, compile_pattern

LANGUAGES = [name.rsplit("/", 1)[-1].removesuffix(".yml") for name in data_files("timex", ".yml")]
RULES = [
    (language, rule)
    for language in LANGUAGES
    for level in read_yaml(f"timex/{language}.yml")["levels"]
    for rule in level
]
ANCHOR = "2024-03-14"


def ids(value: Any) -> str:
    return f"{value}" if isinstance(value, str) else str(value["id"])


def rules_read(text: str, language: str) -> set[str]:
    return {found.rule_id for found in find_time_expressions(text, ANCHOR, language)}


def test_the_languages_are_there() -> None:
    assert LANGUAGES == ["de", "en", "es", "fr", "it"]
    assert all(load_language(code).code == code for code in LANGUAGES)
    assert load_language("en-GB").code == load_language("tlh").code == "en"


@pytest.mark.parametrize(("language", "rule"), RULES, ids=ids)
def test_a_rule_reads_its_examples(language: str, rule: dict[str, Any]) -> None:
    assert rule["is"] in ACTIONS
    assert rule["is"] == "nothing" or rule["kind"] in KINDS
    if rule["is"] == "nothing":
        assert {text: rules_read(text, language) for text in rule["not_examples"]} == {
            text: set() for text in rule["not_examples"]
        }
        return
    assert rule.get("weak") or rule["examples"]
    for example in rule.get("examples", ()):
        assert rule["id"] in rules_read(example, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_has_an_id_of_its_own(language: str) -> None:
    names = [rule["id"] for code, rule in RULES if code == language]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_class_and_macro_serves_a_rule(language: str) -> None:
    data = read_yaml(f"timex/{language}.yml")
    patterns = [rule["pattern"] for level in data["levels"] for rule in level] + list(data["macros"].values())
    named = {name for pattern in patterns for name in classes_named(pattern)}
    assert data["words"].keys() - named == set()
    assert [name for name in data["macros"] if not any(f"@{name}" in pattern for pattern in patterns)] == []


def test_an_unknown_word_class_is_named() -> None:
    with pytest.raises(DataError, match="MONHT"):
        build_alphabet({"MONTH": ["May"]}, ["m:MONHT"])


@pytest.mark.parametrize("pattern", ["( a", "a )", "@NONE"])
def test_a_broken_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(DataError):
        compile_pattern(pattern, lambda atom: frozenset({1}), {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_words(language: str) -> None:
    """YAML reads a bare "on" or "no" as a truth value."""

    def leaves(value: Any) -> list[Any]:
        if isinstance(value, dict):
            return [leaf for key, item in value.items() for leaf in [key, *leaves(item)]]
        return [leaf for item in value for leaf in leaves(item)] if isinstance(value, list) else [value]

    data = read_yaml(f"timex/{language}.yml")
    assert [
        leaf for part in ("words", "cues", "relations") for leaf in leaves(data[part]) if isinstance(leaf, bool)
    ] == []
    guards = [
        word
        for _, rule in RULES
        for key in ("only_after", "not_after", "only_before", "not_before")
        for word in rule.get(key, [])
    ]
    assert all(isinstance(word, str) for word in guards)
