"""Where the files of ``data/`` and ``seeds/`` are, and how they are read.

In a checkout they stand beside the package; in a wheel they travel inside it. Every reader names file and record when
it complains.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from timeline.errors import DataError

_PACKAGE = Path(__file__).resolve().parent


def bundled(folder: str) -> Path:
    """The folder ``data`` or ``seeds`` as installed.

    >>> bundled("seeds").name
    'seeds'
    """
    for candidate in (_PACKAGE / "_bundle" / folder, _PACKAGE.parent / folder):
        if candidate.is_dir():
            return candidate
    raise DataError(f"The folder {folder}/ was not found beside or inside the package; reinstall timeline.")


@cache
def read_yaml(name: str) -> Any:
    """The content of ``data/NAME``; read once.

    Codes such as NO must be quoted in the file: YAML reads a bare NO as false.
    """
    path = bundled("data") / name
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError) as error:
        raise DataError(f"data/{name} cannot be read: {error}") from error


def read_csv(name: str) -> Iterator[dict[str, str]]:
    """The records of ``data/NAME``, a CSV file in UTF-8 with a header line."""
    path = bundled("data") / name
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            yield from csv.DictReader(handle)
    except (OSError, csv.Error) as error:
        raise DataError(f"data/{name} cannot be read: {error}") from error


def data_files(folder: str, suffix: str) -> list[str]:
    """Names of the files in ``data/FOLDER`` that end in ``suffix``, sorted, relative to ``data/``."""
    base = bundled("data")
    return sorted(path.relative_to(base).as_posix() for path in (base / folder).glob(f"*{suffix}"))


@cache
def read_words(name: str, record: str) -> frozenset[str]:
    """The words of the record with that id in ``data/NAME``, a YAML list of records with ``id`` and ``words``.

    >>> "against" in read_words("participants/words.yml", "linking")
    True
    """
    for row in read_yaml(name):
        if row["id"] == record:
            if not all(isinstance(word, str) for word in row["words"]):
                raise DataError(f"data/{name}, {record}: quote the words that YAML reads as true or false (on, no).")
            return frozenset(row["words"])
    raise DataError(f"data/{name} has no list {record!r}; add one.")
