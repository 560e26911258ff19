"""How fast the dashboard is: ``python -m tests.benchmarks.dashboard [--rows 10000 1000000] [--peer FOLDER]``.

For each number of synthetic events: the first draw (from navigation until the timeline stands with its marks, and
until the plotting library is there, with which it can be dragged), then filters and zooms until the timeline has been
drawn anew, and what the page weighs on the wire, up to the first draw with its table and in the end. ``--peer`` shows
the same events with vis-timeline and TimelineJS from FOLDER (``npm install vis-timeline @knight-lab/timelinejs``),
served from this machine as well, each in a process that is killed when a step takes longer than 120 seconds. Times
depend on the machine and on what else runs: compare only within one run; ``--repeat`` takes turns and tells the
medians.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import signal
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.browser.support import CHROMIUM_FLAGS, chromium_path, serving
from tests.synthetic import Synthetic, make_synthetic
from timeline.dashboard import create_app
from timeline.dashboard.app import warm

_FILTERS, _PEER_FILTERS = 12, 4
_STEPS = {"first": "the first draw", "filters": "a filter", "zooms": "a zoom"}
_PATIENCE = 120_000


def _words(milliseconds: float) -> str:
    return f"over {_PATIENCE}" if math.isinf(milliseconds) else f"{milliseconds:.0f}"


@dataclass
class Result:
    """Milliseconds of each kind, kilobytes on the wire; ``failed`` says what was not reached."""

    name: str
    first: list[float] = field(default_factory=list)
    live: list[float] = field(default_factory=list)
    filters: list[float] = field(default_factory=list)
    zooms: list[float] = field(default_factory=list)
    kilobytes: str = ""
    failed: str = ""

    def row(self) -> str:
        """A line of the table."""
        first = " / ".join(_words(statistics.median(times)) for times in (self.first, self.live) if times)
        filters = zooms = "-"
        if self.filters:
            p95 = sorted(self.filters)[max(0, math.ceil(0.95 * len(self.filters)) - 1)]
            filters = f"{_words(statistics.median(self.filters))} / {_words(p95)}"
        if self.zooms:
            zooms = _words(statistics.median(self.zooms))
        return f"| {self.name} | {first or '-'} | {filters} | {zooms} | {self.kilobytes} | {self.failed}"


def measure_own(browser: Browser, address: str, result: Result) -> None:
    """The dashboard at ``address``."""
    page, sizes = _open(browser, address, "#grid .ag-row [col-id=title]")
    early = sum(sizes) / 1024
    page.locator("#plot[data-live]").wait_for()
    result.live.append(page.evaluate("() => TL.lived"))
    page.wait_for_timeout(1000)
    result.kilobytes = f"{early:.0f} / {sum(sizes) / 1024:.0f}"
    result.first.append(page.evaluate("() => TL.firstDrawn"))
    boxes = page.locator("#facet-jurisdiction [role=checkbox]")
    for number in range(_FILTERS):
        result.filters.append(_until_drawn(page, boxes.nth(number % 4).click))
    for name in ("Zoom in", "Zoom in", "Zoom in", "Zoom out", "Zoom out"):
        result.zooms.append(_until_drawn(page, page.get_by_role("button", name=name).click))
    page.context.close()


def _open(browser: Browser, address: str, ready: str) -> tuple[Page, list[int]]:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(2 * _PATIENCE)
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto(address, wait_until="commit")
    page.locator(ready).first.wait_for()
    return page, sizes


_WATCH = """() => { window.__drawn = 0; const graph = TL.graph();
    window.__figure = graph.layout.meta; graph.on('plotly_afterplot', () => {
        if (graph.layout.meta !== window.__figure && !window.__drawn) window.__drawn = performance.now(); });
    window.__start = performance.now(); }"""


def _until_drawn(page: Page, act: Callable[[], None]) -> float:
    page.evaluate(_WATCH)
    act()
    page.wait_for_function("() => window.__drawn", polling=10)
    took = page.evaluate("() => window.__drawn - window.__start")
    page.wait_for_timeout(300)
    return float(took)


_VIS_PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>vis-timeline</title>
<link rel="stylesheet" href="node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css">
<script src="node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script><div id="box"></div>
<script>
fetch("events.json").then((answer) => answer.json()).then((events) => {
  const items = new vis.DataSet(events.items), groups = new vis.DataSet(events.groups);
  let wanted = null;
  const view = new vis.DataView(items, { filter: (item) => !wanted || wanted === item.group });
  window.chart = new vis.Timeline(document.getElementById("box"), view, groups, { height: 800, stack: true });
  window.narrow = (group) => { wanted = group; view.refresh(); };
  window.chart.on("changed", () => {
    window.__changed = performance.now();
    window.__first = window.__first || window.__changed;
    document.body.dataset.ready = "yes";
  });
});
</script>"""


Measured = Iterator[tuple[str, float | str]]


def measure_vis(browser: Browser, address: str) -> Measured:
    """vis-timeline over the same events, one lane per jurisdiction: what was measured, as (kind, value)."""
    page, sizes = _open(browser, address + "vis.html", "body[data-ready]")
    yield "first", page.evaluate("() => window.__first")
    yield "kilobytes", f"{sum(sizes) / 1024:.0f}"
    groups = page.evaluate("() => fetch('events.json').then((a) => a.json()).then((e) => e.groups.map((g) => g.id))")
    yield "step", "filters"
    for number in range(_PEER_FILTERS):
        act = f"narrow({json.dumps(None if number % 2 else groups[number % len(groups)])})"
        yield "filters", _until_changed(page, act)
    yield "step", "zooms"
    for name in ("zoomIn", "zoomIn", "zoomOut"):
        yield "zooms", _until_changed(page, f"chart.{name}(0.5, {{animation: false}})")
    page.context.close()


def _until_changed(page: Page, act: str) -> float:
    started = page.evaluate(f"() => {{ window.__changed = 0; const start = performance.now(); {act}; return start; }}")
    page.wait_for_function("() => window.__changed", polling=10)
    changed = page.evaluate("() => window.__changed")
    page.wait_for_timeout(300)
    return float(changed - started)


_STORY_PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>TimelineJS</title>
<link rel="stylesheet" href="node_modules/@knight-lab/timelinejs/dist/css/timeline.css">
<script src="node_modules/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<div id="box" style="width: 100%; height: 800px"></div>
<script>
fetch("story.json").then((answer) => answer.json()).then((story) => {
  window.chart = new TL.Timeline("box", story, { hash_bookmark: false });
  const look = () => {
    if (!document.querySelector("#box .tl-timemarker")) return window.requestAnimationFrame(look);
    window.__first = performance.now();
    document.body.dataset.ready = "yes";
  };
  look();
});
</script>"""


def measure_story(browser: Browser, address: str) -> Measured:
    """TimelineJS over the same events: what was measured, as (kind, value). It has no filters."""
    page, sizes = _open(browser, address + "story.html", "body[data-ready]")
    yield "first", page.evaluate("() => window.__first")
    yield "kilobytes", f"{sum(sizes) / 1024:.0f}"
    yield "step", "zooms"
    for act in ("zoomIn", "zoomOut"):
        took = "() => { const start = performance.now(); chart._timenav.%s(); document.body.offsetWidth; return %s; }"
        yield "zooms", float(page.evaluate(took % (act, "performance.now() - start")))
    page.context.close()


_PEERS = {"vis-timeline": measure_vis, "TimelineJS": measure_story}


def _as_peer(name: str, address: str) -> None:
    """Measure one peer in this process, a line of JSON for each figure."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(CHROMIUM_FLAGS))
        for kind, value in _PEERS[name](browser, address):
            print(json.dumps([kind, value]), flush=True)
        browser.close()


def _measure_peer(name: str, address: str, result: Result) -> None:
    """Measure a peer in a process that is killed when the next figure is not there in time: a page that is busy with
    one long step answers nobody."""
    if result.failed:
        return
    command = [sys.executable, "-m", "tests.benchmarks.dashboard", "--as-peer", name, address]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    lines: Queue[str] = Queue()
    step = "first"
    Thread(target=_read_lines, args=(process, lines), daemon=True).start()
    try:
        while line := lines.get(timeout=_PATIENCE / 1000):
            kind, value = json.loads(line)
            if kind == "step":
                step = value
            elif kind == "kilobytes":
                result.kilobytes = value
            else:
                getattr(result, kind).append(value)
        if process.wait():
            result.failed = "gave up: " + (process.stderr.read().strip().splitlines() or ["?"])[-1]  # type: ignore[union-attr]  # a pipe
    except Empty:
        getattr(result, step).append(float("inf"))
        result.failed = f"killed after {_PATIENCE / 1000:.0f} s at {_STEPS[step]}"
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _read_lines(process: subprocess.Popen[str], lines: Queue[str]) -> None:
    """Put each line into the queue, and an empty one at the end."""
    assert process.stdout is not None
    for line in process.stdout:
        lines.put(line)
    lines.put("")


@contextmanager
def _peer_site(table: Synthetic, folder: Path) -> Iterator[str]:
    """The pages of the peers with the same events, on this machine."""
    events = table.events.dropna(subset=["date_start"])
    groups = sorted({codes[0] for codes in events["jurisdictions"]})
    with TemporaryDirectory() as site:
        (Path(site) / "node_modules").symlink_to(folder.resolve() / "node_modules")
        (Path(site) / "vis.html").write_text(_VIS_PAGE, encoding="utf-8")
        (Path(site) / "story.html").write_text(_STORY_PAGE, encoding="utf-8")
        lanes = json.dumps([{"id": g, "content": g} for g in groups])
        with (
            (Path(site) / "events.json").open("w", encoding="utf-8") as items,
            (Path(site) / "story.json").open("w", encoding="utf-8") as story,
        ):
            items.write(f'{{"groups": {lanes}, "items": [')
            story.write('{"events": [')
            for number, row in enumerate(events.itertuples()):
                items.write(", " * bool(number) + json.dumps(_vis_item(row)))
                story.write(", " * bool(number) + json.dumps(_story_slide(row)))
            items.write("]}")
            story.write("]}")
        with _serving_files(site) as address:
            yield address


def _vis_item(row: Any) -> dict[str, Any]:
    return {
        "id": row.event_id,
        "group": row.jurisdictions[0],
        "content": row.title,
        "start": row.date_start.isoformat(),
    }


def _story_slide(row: Any) -> dict[str, Any]:
    day = row.date_start
    return {
        "unique_id": row.event_id,
        "group": row.jurisdiction_names[0],
        "start_date": {"year": day.year, "month": day.month, "day": day.day},
        "text": {"headline": row.title, "text": row.sentence},
    }


@contextmanager
def _serving_files(folder: str) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def _attempt(measure: Callable[[Browser, str, Result], None], browser: Browser, address: str, result: Result) -> None:
    """Measure unless it was given up before."""
    if result.failed:
        return
    try:
        measure(browser, address, result)
    except PlaywrightError as error:
        late = isinstance(error, PlaywrightTimeout)
        result.failed = f"not in {_PATIENCE / 1000:.0f} s" if late else f"gave up: {error.message.splitlines()[0]}"
        for context in browser.contexts:
            context.close()


def _compare(browser: Browser, rows: int, peer: Path | None, repeat: int) -> list[Result]:
    """All pages over ``rows`` events, taking turns."""
    table = make_synthetic(rows, sources=False)
    app = create_app(table.events, table.evidence, table.documents)
    warm(app)
    results = [Result(f"{name}, {rows:,} events") for name in ("dashboard", *_PEERS)]
    with serving(app) as own, _peer_site(table, peer) if peer else nullcontext("") as others:
        for _ in range(repeat):
            _attempt(measure_own, browser, own, results[0])
            if peer:
                for result, name in zip(results[1:], _PEERS, strict=True):
                    _measure_peer(name, others, result)
    return results if peer else results[:1]


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000])
    parser.add_argument("--peer", type=Path, help="a folder with node_modules of vis-timeline and TimelineJS")
    parser.add_argument("--repeat", type=int, default=1, help="how often each page is measured, in turns")
    parser.add_argument("--as-peer", nargs=2, metavar=("NAME", "ADDRESS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.as_peer:
        _as_peer(*options.as_peer)
        return
    print("| page | first draw / draggable ms | filter p50 / p95 ms | zoom p50 ms | KB |\n|---|---|---|---|---|")
    with sync_playwright() as playwright:
        for rows in options.rows:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(CHROMIUM_FLAGS))
            for result in _compare(browser, rows, options.peer, options.repeat):
                print(result.row(), flush=True)
            browser.close()


if __name__ == "__main__":
    main()
