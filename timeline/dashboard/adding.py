"""Documents dropped or pasted into the page: read in the background, with progress, a way to stop, errors in words."""

from __future__ import annotations

import base64
import binascii
import inspect
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import uuid4

import pandas as pd

from timeline.dashboard.dataset import Dataset, make_dataset
from timeline.dashboard.filters import partial_date
from timeline.dashboard.selection import Workspace
from timeline.errors import InputError, TimelineError
from timeline.model import Document, Issue

Source = tuple[str, bytes | str]
Extraction = tuple[pd.DataFrame, pd.DataFrame, Mapping[str, Document], Sequence[Issue]]
#: Sources in, (events, evidence, documents, issues) out. It may take a keyword ``progress``, a function of
#: (done, total) that it calls after each document, and which stops it by an exception when the person asks for that.
Extract = Callable[..., Extraction]

MAX_BYTES: Final = 20_000_000
_KEPT_JOBS: Final = 20
_ADDRESS: Final = re.compile(r"https?://\S+")


class Cancelled(TimelineError):
    """The person asked to stop."""


@dataclass
class Job:
    """One addition: how far it is, and how it ended."""

    names: list[str]
    done: int = 0
    total: int = 0
    state: str = "running"
    message: str = ""
    fresh: int = 0
    stop: threading.Event = field(default_factory=threading.Event)

    def progress(self, done: int, total: int) -> None:
        """Note how far the reading is; raises :class:`Cancelled` when it was asked to stop."""
        self.done, self.total = done, total
        if self.stop.is_set():
            raise Cancelled("Stopped.")


class Additions:
    """Runs additions one after the other, and puts their events into the workspace."""

    def __init__(self, workspace: Workspace, extract: Extract, pool: ThreadPoolExecutor | None = None) -> None:
        self._workspace = workspace
        self._before = workspace.data
        self._extract = extract
        self._pool = pool or ThreadPoolExecutor(1, thread_name_prefix="timeline-add")
        self._jobs: dict[str, Job] = {}

    def start(self, sources: Sequence[Source]) -> str:
        """Begin to read ``sources``; returns the id of the job."""
        job_id = uuid4().hex
        for old in list(self._jobs)[: max(0, len(self._jobs) - _KEPT_JOBS)]:
            if self._jobs[old].state != "running":
                del self._jobs[old]
        job = self._jobs[job_id] = Job([name for name, _ in sources], total=len(sources))
        self._pool.submit(self._run, job, list(sources))
        return job_id

    def job(self, job_id: str) -> Job | None:
        """The job, if it is known."""
        return self._jobs.get(job_id)

    def stop(self, job_id: str) -> None:
        """Ask a job to stop; it does at the next document."""
        job = self._jobs.get(job_id)
        if job is not None:
            job.stop.set()

    @property
    def any(self) -> bool:
        """Whether something was added that can be taken back."""
        return self._workspace.data is not self._before

    def take_back(self) -> int:
        """Show what was there before the first addition again; returns the version."""
        forget = getattr(self._extract, "forget", None)
        if callable(forget):
            forget()
        return self._workspace.replace(self._before)

    def _run(self, job: Job, sources: list[Source]) -> None:
        try:
            takes_progress = "progress" in inspect.signature(self._extract).parameters
            result = self._extract(sources, progress=job.progress) if takes_progress else self._extract(sources)
            job.progress(job.total, job.total)
            data, fresh = merged(self._workspace.data, result)
            self._workspace.replace(data)
            job.fresh, job.state = fresh, "done"
            job.message = _outcome(fresh, len(result[0]), result[3])
        except Cancelled:
            job.state, job.message = "stopped", "Stopped; nothing was added."
        except TimelineError as error:
            job.state, job.message = "failed", str(error)
        except Exception as error:  # noqa: BLE001 - the border to code of others: the person must learn that it failed
            job.state, job.message = "failed", f"The documents could not be read ({type(error).__name__}: {error})."


def _outcome(fresh: int, found: int, issues: Sequence[Issue]) -> str:
    words = f"{fresh:,} new event{'' if fresh == 1 else 's'}"
    words += f", {found - fresh:,} already known" if found > fresh else ""
    words += f"; {len(issues):,} issue{'' if len(issues) == 1 else 's'}, see the tab" if issues else ""
    return words + "." if found or issues else "No regulatory event was found in the text."


def merged(data: Dataset, result: Extraction) -> tuple[Dataset, int]:
    """The dataset with the new events in it, and how many are new.

    Rows known under the same id, or from a document that was read again, give way to the new ones.
    """
    events, evidence, documents, issues = result
    known = set(data.events["event_id"])
    new = frozenset(events["event_id"]) - known
    gone = data.events["event_id"].isin(set(events["event_id"])) | data.events["document_id"].isin(set(documents))
    kept = data.events[~gone]
    rows = pd.concat([kept, events], ignore_index=True) if len(kept) else events
    old = data.evidence[data.evidence["event_id"].isin(set(kept["event_id"]))]
    proof = pd.concat([old, evidence], ignore_index=True) if len(old) else evidence
    return make_dataset(rows, proof, {**data.documents, **documents}, [*data.issues, *issues], new), len(new)


def decode_uploads(contents: Sequence[str], names: Sequence[str]) -> list[Source]:
    """Files as ``dcc.Upload`` sends them (data URLs in base64). Raises :class:`InputError` for a broken one."""
    sources: list[Source] = []
    for content, name in zip(contents, names, strict=True):
        try:
            raw = base64.b64decode(content.partition(",")[2], validate=True)
        except (binascii.Error, ValueError) as error:
            raise InputError(f"{name} did not arrive whole; drop it again.") from error
        if len(raw) > MAX_BYTES:
            raise InputError(
                f"{name} is larger than {MAX_BYTES // 1_000_000} MB; split it, or read it with timeline extract."
            )
        sources.append((name, raw))
    return sources


def pasted(asked: Mapping[str, Any]) -> list[Source]:
    """Pasted words as a source; its name carries the day of publication, if one was given. An address is a name alone.

    >>> pasted({"text": "The FTC sued.", "published": "2023-05-03"})
    [('pasted text (2023-05-03).txt', 'The FTC sued.')]
    """
    words, day = str(asked.get("text") or "").strip(), str(asked.get("published") or "").strip()
    if not words:
        return []
    if _ADDRESS.fullmatch(words):
        return [(words, "")]
    if not day:
        return [("pasted text.txt", words)]
    period = partial_date(day)
    if period is None or period[0] != period[1]:
        raise InputError(f"{day} is not a day; write the day of publication as 2024-01-31, or leave it empty.")
    return [(f"pasted text ({day}).txt", words)]


def job_state(additions: Additions | None, job_id: str) -> dict[str, Any]:
    """How a job stands, as JSON for the page."""
    job = additions.job(job_id) if additions else None
    if job is None:
        return {
            "state": "failed",
            "message": "This addition is not known any more; add the documents again (it takes a cookie).",
            "done": 0,
            "total": 0,
        }
    names = ", ".join(job.names)[:200]
    reading = f"Reading {job.done} of {job.total} …" if job.done else f"Reading {names} …"
    message = reading if job.state == "running" else job.message
    return {"state": job.state, "message": message, "done": job.done, "total": job.total, "fresh": job.fresh}
