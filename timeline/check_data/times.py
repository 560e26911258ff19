"""Time vocabularies: rules with ids and actions; where a rule carries examples, that it reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline.check_data.problem import Problem
from timeline.errors import DataError
from timeline.timex import find_time_expressions

_ANCHOR = "2024-03-14"


def check_times(name: str, data: Any) -> Iterator[Problem]:
    """Language and levels of rules; examples are read against the anchor 2024-03-14."""
    if not isinstance(data, dict) or not isinstance(data.get("levels"), list):
        yield Problem(name, "", "must hold levels of rules.")
        return
    language = data.get("language")
    if name.rsplit("/", maxsplit=1)[-1].split(".", maxsplit=1)[0] != language:
        yield Problem(name, "", f"has the language {language!r}, which is not its name.")
    try:
        for level in data["levels"]:
            for rule in level:
                yield from _check_rule(name, rule, str(language))
    except DataError as error:  # the engine itself refuses the vocabulary it would read the examples with
        yield Problem(name, "", f"cannot be loaded: {error}")


def _check_rule(name: str, rule: Any, language: str) -> Iterator[Problem]:
    label = str(rule.get("id", "(no id)")) if isinstance(rule, dict) else str(rule)
    if not isinstance(rule, dict) or not rule.get("id") or not rule.get("is") or not rule.get("pattern"):
        yield Problem(name, label, "needs id, is and pattern.")
        return
    for example in rule.get("examples", ()):
        if label not in _rules_of(example, language):
            yield Problem(name, label, f"does not read its example {example!r}.")
    for example in rule.get("not_examples", ()):
        if label in _rules_of(example, language):
            yield Problem(name, label, f"reads its counter-example {example!r}.")


def _rules_of(text: str, language: str) -> set[str]:
    return {found.rule_id for found in find_time_expressions(text, _ANCHOR, language)}
