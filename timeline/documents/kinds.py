"""What kind of file some first bytes begin."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

Kind = Literal["pdf", "zip", "json", "corpus", "mail", "html", "text"]

_PROLOGUE = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
_HTML = re.compile(
    rb"^" + _PROLOGUE + rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b", re.IGNORECASE | re.DOTALL
)
_MAIL = re.compile(rb"^(?:(?:[A-Z][\w-]+: [^\n]*|[ \t][^\n]*)\r?\n){2,}", re.IGNORECASE)
_MAIL_HEADER = re.compile(rb"^(?:from|subject|date|message-id|mime-version): ", re.IGNORECASE | re.MULTILINE)
_HEAD = 4096


def kind_of(head: bytes, name: str) -> Kind:
    """The kind that the first bytes show; the ending of the name decides only where they leave it open.

    >>> kind_of(b"%PDF-1.7", "report"), kind_of(b'{"id": 1}', "-"), kind_of(b"The court ruled.", "a.txt")
    ('pdf', 'corpus', 'text')
    """
    suffix = PurePosixPath(name.lower().removesuffix(".gz").removesuffix(".zst")).suffix
    start = head[:_HEAD]
    bare = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    signs: tuple[tuple[Kind, bool], ...] = (
        ("pdf", b"%PDF-" in start[:1024]),
        ("zip", start.startswith(b"PK\x03\x04")),
        ("json", suffix == ".json"),
        ("corpus", suffix in (".jsonl", ".ndjson") or (bare.startswith(b"{") and b'"' in bare[:3])),
        ("mail", suffix == ".eml" or bool(_MAIL.match(start) and len(_MAIL_HEADER.findall(start)) >= 3)),
        ("html", suffix in (".html", ".htm", ".xhtml") or bool(_HTML.match(bare))),
    )
    return next((kind for kind, shown in signs if shown), "text")
