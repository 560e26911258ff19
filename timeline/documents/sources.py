"""What the user named, spelled out: folders and globs become files, each opened as a stream of plain bytes."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from timeline.documents.web import is_url
from timeline.errors import InputError

STANDARD_INPUT = "-"
#: Files that a folder is searched for; a file named by itself is read whatever its name.
SUFFIXES = frozenset(
    (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml", ".jsonl", ".ndjson")
)
_PACKED = (".gz", ".zst")
_GLOB = frozenset("*?[")
HEAD = 64 * 1024


def expand(source: str) -> list[str]:
    """The files, addresses or standard input that ``source`` stands for, in a fixed order.

    Raises :class:`InputError` when there is no such file, or nothing readable in the folder.

    >>> expand("https://example.org/news")
    ['https://example.org/news']
    """
    if source == STANDARD_INPUT or is_url(source):
        return [source]
    if not source or "\0" in source:
        raise InputError("The name of a source is empty or not a path; give a file, folder, address or -.")
    path = Path(source)
    try:
        if path.is_dir():
            return _in_folder(path, source)
        if path.exists():
            return [path.as_posix()]
        if _GLOB & set(source):
            return _in_glob(source)
    except OSError as error:
        raise _unreadable(source, error) from error
    raise InputError(f"{source} does not exist; check the path.")


def _in_folder(folder: Path, source: str) -> list[str]:
    found = sorted(path.as_posix() for path in folder.rglob("*") if _is_document(path, folder))
    if not found:
        raise InputError(f"{source} holds no document (text, Markdown, HTML, PDF, DOCX, e-mail or JSON lines).")
    return found


def _in_glob(source: str) -> list[str]:
    anchor = Path(Path(source).anchor)
    pattern = Path(source).relative_to(anchor).as_posix() if anchor.anchor else source
    try:
        matches = sorted(anchor.glob(pattern))
    except (ValueError, NotImplementedError) as error:
        raise InputError(f"{source} is not a pattern that can be searched; check the path.") from error
    found = [path.as_posix() for path in matches if path.is_file()]
    if not found:
        raise InputError(f"{source} matches no file; check the pattern.")
    return found


def _is_document(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    name = path.name.lower()
    for packed in _PACKED:
        name = name.removesuffix(packed)
    return not hidden and Path(name).suffix in SUFFIXES and path.is_file()


@contextmanager
def open_source(source: str, data: bytes | None = None) -> Iterator[tuple[io.BufferedReader, bytes]]:
    """A stream over a file, standard input or ``data`` held in memory, unpacked if it is gzip or Zstandard.

    With it come its first bytes, not consumed. Raises :class:`InputError` when it cannot be opened or unpacked.
    """
    try:
        with _raw(source, data) as raw, _unpacked(raw, source) as plain:
            yield plain, plain.peek(HEAD)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InputError(f"{source} cannot be unpacked (damaged or cut short): {error}.") from error
    except OSError as error:
        raise _unreadable(source, error) from error


@contextmanager
def _raw(source: str, data: bytes | None) -> Iterator[io.BufferedReader]:
    if data is not None:
        yield io.BufferedReader(cast(io.RawIOBase, io.BytesIO(data)), HEAD)
    elif source == STANDARD_INPUT:
        yield cast(io.BufferedReader, sys.stdin.buffer)
    else:
        with Path(source).open("rb", buffering=HEAD) as handle:
            yield cast(io.BufferedReader, handle)


@contextmanager
def _unpacked(stream: io.BufferedReader, source: str) -> Iterator[io.BufferedReader]:
    head = stream.peek(16)
    if head.startswith(b"\x1f\x8b"):
        with gzip.open(stream, "rb") as plain:
            yield io.BufferedReader(cast(io.RawIOBase, plain), HEAD)
    elif head.startswith(b"\x28\xb5\x2f\xfd"):
        try:
            import zstandard
        except ImportError as error:
            raise InputError(
                f"{source} is packed with Zstandard; install the reader: pip install 'timeline[zstd]'."
            ) from error
        try:
            with zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True) as plain:
                yield io.BufferedReader(cast(io.RawIOBase, plain), HEAD)
        except zstandard.ZstdError as error:
            raise InputError(f"{source} cannot be unpacked (damaged or cut short): {error}.") from error
    else:
        yield stream


def _unreadable(source: str, error: OSError) -> InputError:
    return InputError(f"{source} cannot be read ({error.strerror or error}); check the file and its permissions.")
