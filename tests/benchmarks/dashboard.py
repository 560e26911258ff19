"""How fast the dashboard is: ``python -m tests.benchmarks.dashboard [--rows 10000 1000000] [--peer FOLDER]``.

For each number of synthetic events: the first draw (navigation until the timeline stands and can be clicked, and until
it can be dragged), then filters and zooms until the timeline has been drawn anew, and what the page weighs on the wire.
``--peer`` draws the same events with vis-timeline from FOLDER (``npm install vis-timeline vis-data`` in it), served
from this machine as well. Times depend on the machine and on what else runs on it: compare only within one run.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.support import CHROMIUM_FLAGS, chromium_path, serving
from tests.synthetic import Synthetic, make_synthetic
from timeline.dashboard import create_app

_FILTERS = 12


@dataclass
class Result:
    """Milliseconds of each kind, kilobytes on the wire."""

    name: str
    first: float = 0.0
    live: float = 0.0
    filters: list[float] = field(default_factory=list)
    zooms: list[float] = field(default_factory=list)
    kilobytes: float = 0.0

    def row(self) -> str:
        """A line of the table."""
        p95 = sorted(self.filters)[max(0, round(0.95 * len(self.filters)) - 1)]
        filters = f"{statistics.median(self.filters):.0f} / {p95:.0f}"
        first = f"{self.first:.0f} / {self.live:.0f}" if self.live else f"{self.first:.0f}"
        return f"| {self.name} | {first} | {filters} | {statistics.median(self.zooms):.0f} | {self.kilobytes:.0f} |"


def measure_own(browser: Browser, table: Synthetic) -> Result:
    """The dashboard over ``table``."""
    result = Result(f"dashboard, {len(table.events):,} events")
    app = create_app(table.events, table.evidence, table.documents)
    with serving(app) as address:
        app.server.test_client().get("/_dash-layout")
        _warm(browser, address)
        page, result.live, result.kilobytes = _open(browser, address, "#plot[data-live]")
        result.first = page.evaluate("() => TL.firstDrawn")
        boxes = page.locator("#facet-jurisdiction [role=checkbox]")
        for number in range(_FILTERS):
            result.filters.append(_until_drawn(page, boxes.nth(number % 4).click))
        for name in ("Zoom in", "Zoom in", "Zoom in", "Zoom out", "Zoom out"):
            result.zooms.append(_until_drawn(page, page.get_by_role("button", name=name).click))
        page.context.close()
    return result


def _warm(browser: Browser, address: str) -> None:
    """The first visitor of a server pays for its caches; that is not what is compared."""
    page, _, _ = _open(browser, address, "#plot[data-live]")
    page.context.close()


def _open(browser: Browser, address: str, ready: str) -> tuple[Page, float, float]:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(180_000)
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    start = time.perf_counter()
    page.goto(address)
    page.locator(ready).wait_for()
    first = 1000 * (time.perf_counter() - start)
    page.wait_for_timeout(1500)
    return page, first, sum(sizes) / 1024


_WATCH = """() => { window.__drawn = 0; const graph = TL.graph();
    window.__figure = graph.layout.meta; graph.on('plotly_afterplot', () => {
        if (graph.layout.meta !== window.__figure && !window.__drawn) window.__drawn = performance.now(); });
    window.__start = performance.now(); }"""


def _until_drawn(page: Page, act: Callable[[], None]) -> float:
    page.evaluate(_WATCH)
    act()
    while not (took := page.evaluate("() => window.__drawn && window.__drawn - window.__start")):
        page.wait_for_timeout(10)
    page.wait_for_timeout(300)
    return float(took)


_PEER_PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>vis-timeline</title>
<link rel="stylesheet" href="node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css">
<script src="node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script><div id="box"></div>
<script>
fetch("events.json").then((answer) => answer.json()).then((events) => {
  const items = new vis.DataSet(events.items), groups = new vis.DataSet(events.groups);
  let wanted = null;
  const view = new vis.DataView(items, { filter: (item) => !wanted || wanted === item.group });
  window.chart = new vis.Timeline(document.getElementById("box"), view, groups, { height: 800, stack: true });
  window.narrow = (group) => { wanted = group; view.refresh(); };
  window.chart.on("changed", () => { window.__changed = performance.now(); document.body.dataset.ready = "yes"; });
});
</script>"""


def measure_peer(browser: Browser, table: Synthetic, folder: Path) -> Result:
    """vis-timeline over the same events, one lane per jurisdiction."""
    events = table.events.dropna(subset=["date_start"])
    groups = sorted({codes[0] for codes in events["jurisdictions"]})
    items = [
        {"id": row.event_id, "group": row.jurisdictions[0], "content": row.title, "start": row.date_start.isoformat()}
        for row in events.itertuples()
    ]
    result = Result(f"vis-timeline, {len(table.events):,} events")
    with TemporaryDirectory() as site:
        (Path(site) / "node_modules").symlink_to(folder.resolve() / "node_modules")
        (Path(site) / "index.html").write_text(_PEER_PAGE, encoding="utf-8")
        content = {"items": items, "groups": [{"id": g, "content": g} for g in groups]}
        (Path(site) / "events.json").write_text(json.dumps(content), encoding="utf-8")
        with _serving_files(site) as address:
            page, result.first, result.kilobytes = _open(browser, address, "body[data-ready]")
            for number in range(4):
                act = f"narrow({json.dumps(None if number % 2 else groups[number % len(groups)])})"
                result.filters.append(_until_changed(page, act))
            for name in ("zoomIn", "zoomIn", "zoomOut"):
                result.zooms.append(_until_changed(page, f"chart.{name}(0.5, {{animation: false}})"))
            page.context.close()
    return result


def _until_changed(page: Page, act: str) -> float:
    started = page.evaluate(f"() => {{ window.__changed = 0; const start = performance.now(); {act}; return start; }}")
    while not (changed := page.evaluate("() => window.__changed")):
        page.wait_for_timeout(10)
    page.wait_for_timeout(300)
    return float(changed - started)


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


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000])
    parser.add_argument("--peer", type=Path, help="a folder with node_modules/vis-timeline")
    options = parser.parse_args()
    print("| page | first draw / draggable ms | filter p50 / p95 ms | zoom p50 ms | KB |\n|---|---|---|---|---|")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(CHROMIUM_FLAGS))
        for rows in options.rows:
            table = make_synthetic(rows, sources=False)
            print(measure_own(browser, table).row(), flush=True)
            if options.peer and rows <= 10_000:
                print(measure_peer(browser, table, options.peer).row(), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
