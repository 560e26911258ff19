"""Word documents (DOCX), read with python-docx when it is installed."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from timeline.documents.reading import Reading, checked_text
from timeline.errors import InputError
from timeline.model import Document

_MAX_UNPACKED = 256 * 1024 * 1024


def is_word(data: bytes) -> bool:
    """Whether a ZIP archive is a Word document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def read_word(data: bytes, name: str) -> Reading:
    """Paragraphs and table cells in their order, a blank line between.

    Raises :class:`InputError` for damaged files and for those that would unpack to an enormous size.
    """
    try:
        import docx
    except ImportError as error:
        raise InputError(
            f"{name} is a Word document; install the reader with: pip install 'timeline[docx]'."
        ) from error
    from docx.opc.exceptions import OpcError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MAX_UNPACKED:
                raise InputError(
                    f"{name} would unpack to more than {_MAX_UNPACKED // 1024**2} MB; save it as text first."
                )
        document = docx.Document(io.BytesIO(data))
        text = "\n\n".join(_blocks(document)) + "\n"
        title = str(document.core_properties.title or "").strip()
    except (OpcError, SyntaxError, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise InputError(
            f"{name} is not a Word document that can be read (damaged?); save it again and retry."
        ) from error
    return Reading(Document(id=name, text=checked_text(text, name), title=title, language=""))


def _blocks(document: Any) -> list[str]:
    from docx.table import Table

    blocks: list[str] = []
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            blocks += [" | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in part.rows]
        else:
            blocks.append(part.text.strip())
    return [block for block in blocks if block.strip(" |")]
