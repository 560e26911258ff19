"""E-mail messages (.eml): subject, sender, day and body."""

from __future__ import annotations

from datetime import date
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from timeline.documents.decoding import normalise_newlines
from timeline.documents.page import read_page
from timeline.documents.reading import Reading, checked_text
from timeline.errors import InputError
from timeline.model import Document


def read_mail(data: bytes, name: str) -> Reading:
    """The body of a message as text (HTML only where there is nothing else), published on its Date header's day."""
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        text, language = _body(message, name)
        subject, sender = str(message["subject"] or ""), str(message["from"] or "")
        published = _day(message)
        attachments = sum(1 for _ in message.iter_attachments()) if isinstance(message, EmailMessage) else 0
    except (LookupError, ValueError, TypeError, AttributeError) as error:  # hostile headers reach deep into the parser
        raise InputError(f"{name} is not an e-mail message that can be read; save its text and give that.") from error
    shown, address = parseaddr(sender)
    document = Document(
        id=name,
        text=checked_text(text, name),
        title=" ".join(subject.split()),
        publisher=shown or address,
        published=published,
        published_basis="metadata" if published else "unknown",
        language=language,
    )
    return Reading(
        document, (f"Its attachments ({attachments}) were not read; give them as files.",) if attachments else ()
    )


def _body(message: EmailMessage, name: str) -> tuple[str, str]:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return "", ""
    if part.get_content_subtype() == "html":
        page = read_page(part.get_payload(decode=True) or b"", name, declared=part.get_content_charset() or "").document  # type: ignore[arg-type]  # decoded: bytes
        return page.text, page.language
    return normalise_newlines(str(part.get_content())), ""


def _day(message: EmailMessage) -> date | None:
    header = message["date"]
    moment = getattr(header, "datetime", None)
    return moment.date() if moment else None
