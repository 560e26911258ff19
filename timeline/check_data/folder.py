"""Every file of a folder through the checks for its kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from timeline.check_data.hygiene import check_text
from timeline.check_data.problem import Problem
from timeline.check_data.rules import check_yaml
from timeline.check_data.tables import check_csv, check_over_files
from timeline.check_data.triggers import check_coverage

_CHECKS = {".csv": check_csv, ".yml": check_yaml, ".yaml": check_yaml}
_TEXTS = frozenset((*_CHECKS, ".md", ".txt"))


def check_folder(folder: str | Path, *, strict: bool = False) -> list[Problem]:
    """All problems in the knowledge files of ``folder`` (laid out like ``data/``), sorted; empty when all is well.

    Paths in the problems are relative to ``folder``. ``strict`` also asks for an example of every single trigger
    pattern, where by default one for each record will do.
    """
    base = Path(folder)
    problems = set(_problems(base))
    if strict and not problems:
        for path in sorted(base.glob("events/*.yml")):
            data = yaml.safe_load(path.read_text(encoding="utf-8"))
            problems.update(check_coverage(path.relative_to(base).as_posix(), data))
    return sorted(problems)


def _problems(base: Path) -> Iterator[Problem]:
    files = [path for path in sorted(base.rglob("*")) if path.is_file() and not _hidden(path, base)]
    if not files:
        yield Problem(str(base), "", "holds no file; give a folder laid out like data/.")
    texts: dict[str, str] = {}
    for path in files:
        if path.suffix not in _TEXTS:
            continue
        name = path.relative_to(base).as_posix()
        try:
            texts[name] = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            yield Problem(name, f"byte {error.start}", "is not UTF-8.")
        except OSError as error:
            yield Problem(name, "", f"cannot be read ({error.strerror}).")
    for name, text in texts.items():
        yield from check_text(name, text)
        check = _CHECKS.get(Path(name).suffix)
        if check is not None:
            yield from check(name, text)
    yield from check_over_files(texts)


def _hidden(path: Path, base: Path) -> bool:
    return any(part.startswith((".", "__")) for part in path.relative_to(base).parts)
