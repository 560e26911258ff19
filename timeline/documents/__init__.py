"""Documents in: files, folders, pages, mail and corpora become :class:`timeline.model.Document` values.

>>> read_text("Court rules\\n\\nMarch 3, 2021 - The court ruled.").published
datetime.date(2021, 3, 3)
"""

from timeline.documents.reader import read_bytes, read_documents, read_text

__all__ = ["read_bytes", "read_documents", "read_text"]
