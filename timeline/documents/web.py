"""Pages from the web, fetched politely: one request, a size and a time limit, plain errors."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from dataclasses import dataclass

from timeline.documents.reading import MAX_BYTES, too_large
from timeline.errors import InputError

_SECONDS = 30
_AGENT = "timeline/0.1 (regulatory event timeline; one page at a user's request)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent: the bytes, the address after redirects, the media type and encoding it named."""

    data: bytes
    url: str
    media_type: str
    charset: str


def is_url(source: str) -> bool:
    """Whether ``source`` is a web address rather than a path.

    >>> is_url("https://example.org/news"), is_url("notes.txt")
    (True, False)
    """
    return source.lower().startswith(("http://", "https://"))


def fetch(url: str) -> Fetched:
    """The page at ``url``. Raises :class:`InputError` that says what the server or the network answered."""
    try:
        request = urllib.request.Request(url, headers={"User-Agent": _AGENT, "Accept": "text/html,*/*;q=0.8"})
        with urllib.request.urlopen(request, timeout=_SECONDS) as response:
            data = response.read(MAX_BYTES + 1)
            headers = response.headers
            fetched = Fetched(data, response.geturl(), headers.get_content_type(), headers.get_content_charset() or "")
    except urllib.error.HTTPError as error:
        error.close()
        raise InputError(
            f"{url} answered {error.code} {error.reason}; check the address or save the page as a file."
        ) from error
    except TimeoutError as error:
        raise InputError(
            f"{url} did not answer within {_SECONDS} seconds; try again or save the page as a file."
        ) from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        raise InputError(f"{url} cannot be fetched ({reason}); check the address and the network.") from error
    if len(data) > MAX_BYTES:
        raise too_large(url)
    return fetched
