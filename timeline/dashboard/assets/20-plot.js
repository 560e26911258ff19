/* The timeline: what lies under the pointer, the ring around what is chosen, keys, zoom by wheel and drag. */
(function (TL) {
  "use strict";
  const byId = TL.byId;
  let graph = null;
  let moving = 0; // time of the last movement by hand
  let cursor = null; // where the keys stand: {index} among marks or {lane, bin} among cells
  let afterDraw = null;
  let lastMeta = null;

  TL.graph = () => graph;
  const live = () => graph && graph._fullLayout && graph.layout && graph.layout.meta;
  /* What is drawn at the moment, by the library or before it: element, layout, axis of time, place of the plot. */
  const stage = () => live()
    ? { element: graph, layout: graph.layout, axis: graph._fullLayout.xaxis, size: graph._fullLayout._size }
    : TL.previewed || null;
  const meta = () => (stage() ? stage().layout.meta : null);
  TL.meta = meta;
  const axis = () => stage().axis;

  /* Figures are drawn plainly until the library is there. Reading it takes longer than all else, so it waits until the
     page rests, or until the hand comes near the timeline.
     A figure that arrives while the hand still moves the timeline would throw it back: the next one comes anyway. */
  const RESTS = 900;
  let newest = null, component = null, placed = false;
  window.dash_clientside.timeline.takeFigure = function (figure, parts) {
    if (!figure) return;
    newest = figure;
    if (!live() && !(TL.previewed && TL.previewed.layout.meta.key === figure.layout.meta.key)) TL.preview(figure);
    if (placed) return hand(figure);
    if (!parts || component) return;
    component = parts;
    if (wished) return placeGraph();
    const rest = window.requestIdleCallback || ((act) => window.setTimeout(act, 1));
    if (!(navigator.connection && navigator.connection.saveData)) window.setTimeout(() => rest(placeGraph, { timeout: 1500 }), RESTS);
  };

  let wished = false;
  TL.wishLibrary = function () {
    wished = true;
    placeGraph();
  };

  function placeGraph() {
    if (placed || !component || !newest) return;
    placed = true;
    const whole = Object.assign({}, component, { props: Object.assign({}, component.props, { figure: newest }) });
    window.dash_clientside.set_props("graph-place", { children: whole });
  }

  function hand(figure) {
    if (Date.now() - moving < 140) window.setTimeout(() => hand(figure), 160);
    else window.dash_clientside.set_props("timeline", { figure: figure });
  }

  TL.watchPlot = function () {
    const look = () => {
      const found = document.querySelector("#timeline .js-plotly-plot");
      TL.watchSize();
      if (!found || !found.on || found === graph) return;
      graph = found;
      graph.on("plotly_relayouting", () => { moving = Date.now(); hideTip(); TL.placeRing(); });
      graph.on("plotly_relayout", moved);
      graph.on("plotly_afterplot", drawn);
      drawn();
    };
    /* React may still change nodes for others while parts load: so the listeners stand on the document. */
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    look();
    const inPlot = (act, otherwise) => (e) => (e.target.closest && e.target.closest("#plot") ? act(e) : otherwise && otherwise(e));
    const near = (e) => !placed && e.target.closest && e.target.closest("#plot") && TL.wishLibrary();
    ["pointermove", "pointerdown", "wheel"].forEach((kind) => document.addEventListener(kind, near, { passive: true }));
    document.addEventListener("pointermove", inPlot(hover, hideTip));
    document.addEventListener("pointerdown", inPlot((e) => (pressed = [e.clientX, e.clientY]), () => (pressed = null)), true);
    document.addEventListener("pointerup", released, true); // Plotly lays a cover over the page while it drags
    document.addEventListener("keydown", (e) => e.target.id === "plot" && keys(e));
    document.addEventListener("focusout", (e) => { if (e.target.id === "plot" && !TL.movingIn) { cursor = null; hideTip(); TL.placeRing(); } });
    document.addEventListener("wheel", inPlot(() => { moving = Date.now(); }), { passive: true, capture: true });
  };

  TL.drawn = drawn;
  function drawn() {
    if (live()) {
      TL.endPreview();
      byId("plot").dataset.live = "yes";
      TL.lived = TL.lived || performance.now();
    }
    const known = meta();
    byId("plot-wait").hidden = Boolean(known);
    if (!known) return;
    byId("plot").dataset.mode = document.body.dataset.mode = known.mode;
    const range = known.range || [];
    TL.text("legend-least", range.length ? (range[0] < 1 ? "less than 1" : Math.round(range[0]).toLocaleString("en")) : "");
    TL.text("legend-most", range.length ? range[1].toLocaleString("en") + " events in a " + known.unit : "");
    TL.firstDrawn = TL.firstDrawn || performance.now();
    TL.text("window-note", known.note);
    const empty = byId("plot-empty");
    const words = known.lanes.length ? "" : known.inWindow ? "" : emptyWords();
    empty.hidden = !words;
    if (empty.textContent !== words) empty.textContent = words;
    TL.drawStrip();
    if (known !== lastMeta) {
      cursor = carriedOver(cursor, lastMeta, known);
      lastMeta = known;
    }
    TL.placeRing();
    if (afterDraw) {
      const act = afterDraw;
      afterDraw = null;
      act();
    }
  }

  /* The place of the keys, found again in what is drawn now. */
  function carriedOver(old, before, now) {
    if (!old || !before || old.index === undefined) return null;
    const item = before.items[old.index];
    const index = item ? now.items.findIndex((i) => i[0] === item[0] && i[6] === item[6]) : -1;
    return index >= 0 ? { index: index } : null;
  }

  function emptyWords() {
    const f = TL.state.filters;
    const filtered = f.j.length + f.a.length + f.t.length + f.f.length + f.p.length + f.s.length || f.from || f.to || f.q || f.new;
    if (TL.state.scene.w) return "No event lies in this window. Press “Fit all” (0) to see where they are.";
    return filtered ? "No event answers these filters. Remove one above, or clear all." : "No events yet. Add a document to see what it tells.";
  }

  let timer = null;
  function moved(change) {
    let range = null;
    if (change["xaxis.range[0]"] !== undefined) range = [change["xaxis.range[0]"], change["xaxis.range[1]"]];
    else if (change["xaxis.range"]) range = change["xaxis.range"];
    if (!range) return;
    moving = Date.now();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const [start, end] = range.map(asDays);
      TL.setWindow(start, end, { push: false });
    }, 160);
    TL.drawStrip(range.map(asDays));
    TL.placeRing();
  }

  function asDays(value) {
    if (typeof value === "number") return value / TL.DAY;
    const text = String(value).replace(" ", "T");
    return Date.parse(text.length === 10 ? text + "T00:00Z" : text + "Z") / TL.DAY;
  }

  /* ---- what lies where ---------------------------------------------------------------------------------------- */

  function place(event) {
    const box = stage().element.getBoundingClientRect();
    const size = stage().size;
    return { x: event.clientX - box.left - size.l, y: event.clientY - box.top - size.t, w: size.w, h: size.h };
  }

  /* id, title, when, what, x, y, lane, band start, band end, label start, label end, label y */
  function itemAt(at) {
    const px = (ms) => axis().l2p(ms);
    let best = null, least = 14;
    meta().items.forEach((item, index) => {
      const dy = Math.abs(at.y - item[5]);
      const dMark = Math.hypot(at.x - px(item[4]), dy);
      const inBand = item[8] > item[7] && dy < 6 && at.x >= px(item[7]) && at.x <= px(item[8]);
      const inLabel = item[10] > item[9] && Math.abs(at.y - item[11]) < 9 && at.x >= px(item[9]) && at.x <= px(item[10]);
      const distance = inLabel ? Math.min(dMark, 4) : inBand ? Math.min(dMark, 7 + dy) : dMark;
      if (distance < least) { least = distance; best = index; }
    });
    return best;
  }

  function cellAt(at) {
    const known = meta();
    const lane = known.lanes.findIndex((l) => at.y >= l.top && at.y < l.top + l.height);
    if (lane < 0 || !known.lanes[lane].cells || at.x < 0 || at.x > at.w) return null;
    const day = axis().p2l(at.x) / TL.DAY;
    const bin = known.edges.findIndex((edge, i) => day >= edge && day < known.edges[i + 1]);
    return bin >= 0 && known.possibly[lane][bin] ? { lane: lane, bin: bin } : null;
  }

  let pressed = null;
  function released(event) {
    if (!pressed || !meta() || Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > 5) return;
    pressed = null;
    const target = targetAt(place(event));
    if (target) open(target);
  }

  function targetAt(at) {
    const index = itemAt(at);
    return index === null ? cellAt(at) : { index: index };
  }

  function open(target) {
    cursor = target;
    if (target.index === undefined) openCell(target);
    else TL.select(meta().items[target.index][0]);
  }

  function hover(event) {
    if (!meta() || event.buttons || event.pointerType === "touch") return;
    const target = targetAt(place(event));
    byId("plot").classList.toggle("hit", Boolean(target));
    if (target) showTip(target, event.clientX, event.clientY);
    else hideTip();
  }

  function cellWords(cell) {
    const known = meta();
    const sure = known.surely[cell.lane][cell.bin], possible = known.possibly[cell.lane][cell.bin];
    const when = binWords(known.unit, known.edges[cell.bin]);
    const count = possible === sure ? sure.toLocaleString("en") : "surely " + sure.toLocaleString("en") + ", possibly " + possible.toLocaleString("en");
    return [known.lanes[cell.lane].label + ", " + when, count + (possible === 1 ? " event" : " events"), "Click or press Enter to list them"];
  }

  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  function binWords(unit, day) {
    const d = new Date(Math.round(day * TL.DAY)), y = d.getUTCFullYear(), m = d.getUTCMonth();
    if (unit === "day") return d.getUTCDate() + " " + MONTHS[m] + " " + y;
    if (unit === "week") return "week of " + d.getUTCDate() + " " + MONTHS[m] + " " + y;
    if (unit === "month") return MONTHS[m] + " " + y;
    if (unit === "quarter") return "quarter " + (Math.floor(m / 3) + 1) + " of " + y;
    return unit === "year" ? String(y) : "from " + y;
  }

  function targetWords(target) {
    if (target.index === undefined) return cellWords(target);
    const item = meta().items[target.index];
    return [item[1], item[2], item[3]];
  }

  function showTip(target, x, y) {
    const tip = byId("tip");
    tip.replaceChildren(...targetWords(target).map((words, i) => {
      const line = document.createElement("div");
      line.className = ["tip-title", "tip-when", "tip-what"][i];
      line.textContent = words;
      return line;
    }));
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    tip.style.left = Math.max(8, Math.min(x + 14, window.innerWidth - box.width - 8)) + "px";
    tip.style.top = (y + 18 + box.height > window.innerHeight ? y - box.height - 12 : y + 18) + "px";
  }

  function hideTip() {
    byId("tip").hidden = true;
  }

  function openCell(cell) {
    const known = meta();
    TL.list({ lane: known.lanes[cell.lane].key, from: known.edges[cell.bin], to: known.edges[cell.bin + 1] });
  }

  /* ---- the ring around the chosen event or the place of the keys ----------------------------------------------- */

  function spot(target) {
    const known = meta();
    if (target.index !== undefined) {
      const item = known.items[target.index];
      return item ? { x: axis().l2p(item[4]), y: item[5], w: 20, h: 20 } : null;
    }
    const lane = known.lanes[target.lane];
    if (!lane || !lane.cells || known.edges[target.bin + 1] === undefined) return null;
    const left = axis().l2p(known.edges[target.bin] * TL.DAY), right = axis().l2p(known.edges[target.bin + 1] * TL.DAY);
    return { x: (left + right) / 2, y: lane.top + lane.height / 2, w: right - left + 4, h: lane.height };
  }

  function chosen() {
    const known = meta();
    if (!known) return null;
    if (cursor && document.activeElement === byId("plot")) return cursor;
    const event = TL.state && TL.state.selected.event;
    if (event) {
      const index = known.items.findIndex((item) => item[0] === event);
      return index >= 0 ? { index: index } : null;
    }
    const cell = TL.state && TL.state.selected.cell;
    if (cell && known.edges) {
      const lane = known.lanes.findIndex((l) => l.key === cell.lane), bin = known.edges.indexOf(cell.from);
      return lane >= 0 && known.lanes[lane].cells && bin >= 0 ? { lane: lane, bin: bin } : null;
    }
    return null;
  }

  TL.placeRing = function () {
    const ring = byId("ring");
    const target = chosen();
    const at = target && spot(target);
    const size = at && stage().size;
    ring.hidden = !at || at.x < -4 || at.x > size.w + 4;
    if (ring.hidden) return null;
    ring.style.left = size.l + at.x - at.w / 2 + "px";
    ring.style.top = size.t + at.y - at.h / 2 + "px";
    ring.style.width = at.w + "px";
    ring.style.height = at.h + "px";
    return ring;
  };

  /* ---- keys ---------------------------------------------------------------------------------------------------- */

  function stand(target, where) {
    cursor = target;
    const words = targetWords(target);
    TL.say(words.slice(0, target.index === undefined ? 2 : 3).join(", ") + (where ? ". " + where : ""));
    const ring = TL.placeRing();
    if (!ring) return;
    ring.scrollIntoView({ block: "nearest" });
    const box = ring.getBoundingClientRect();
    showTip(target, box.left + box.width / 2, box.top + box.height / 2);
  }

  function stepMark(by) {
    const items = meta().items;
    if (!items.length) return;
    const start = cursor && cursor.index !== undefined ? cursor.index : chosen() ? chosen().index : null;
    const next = start === null || start === undefined ? (by > 0 ? 0 : items.length - 1) : start + by;
    if (next >= 0 && next < items.length) return stand({ index: next }, next + 1 + " of " + items.length + " in view");
    const [from, to] = TL.strip ? TL.strip.all : [-1e9, 1e9], [a, b] = TL.currentWindow();
    if ((by > 0 && b >= to) || (by < 0 && a <= from)) return TL.say(by > 0 ? "Last event." : "First event.");
    afterDraw = () => meta().items.length && stand({ index: by > 0 ? 0 : meta().items.length - 1 }, "");
    TL.pan(by > 0 ? 0.8 : -0.8);
  }

  /* Up and down: the nearest in time in the lane above or below, be it a mark or a cell. */
  function stepLane(by) {
    const known = meta();
    if (!cursor) return step(1);
    const now = cursor.index === undefined ? cursor.lane : known.lanes.findIndex((l) => l.index === known.items[cursor.index][6]);
    const time = cursor.index === undefined ? known.edges[cursor.bin] * TL.DAY : known.items[cursor.index][4];
    for (let lane = now + by; lane >= 0 && lane < known.lanes.length; lane += by) {
      const target = known.lanes[lane].cells ? nearestCell(lane, time) : nearestMark(known.lanes[lane].index, time);
      if (target) return stand(target, known.lanes[lane].label);
    }
  }

  function nearest(list, time, timeOf) {
    return list.length ? list.reduce((p, q) => (Math.abs(timeOf(q) - time) < Math.abs(timeOf(p) - time) ? q : p)) : null;
  }

  function nearestMark(lane, time) {
    const items = meta().items;
    const index = nearest(items.map((_, i) => i).filter((i) => items[i][6] === lane), time, (i) => items[i][4]);
    return index === null ? null : { index: index };
  }

  function nearestCell(lane, time) {
    const known = meta();
    const bin = nearest(known.possibly[lane].map((n, i) => (n ? i : -1)).filter((i) => i >= 0), time, (i) => known.edges[i] * TL.DAY);
    return bin === null ? null : { lane: lane, bin: bin };
  }

  function stepCell(by) {
    const row = meta().possibly[cursor.lane];
    let bin = cursor.bin + by;
    while (bin >= 0 && bin < row.length && !row[bin]) bin += by;
    if (row[bin]) stand({ lane: cursor.lane, bin: bin }, "");
  }

  function step(by) {
    const known = meta();
    if (cursor && cursor.index === undefined) return stepCell(by);
    if (known.items.length || !known.lanes.length) return stepMark(by);
    const lane = known.lanes.findIndex((l) => l.cells);
    const first = nearestCell(lane, by > 0 ? -1e15 : 1e15);
    if (first) stand(first, "");
  }

  function keys(event) {
    if (!meta() || event.altKey || event.metaKey || event.ctrlKey) return;
    const act = {
      ArrowRight: () => (event.shiftKey ? TL.pan(0.25) : step(1)),
      ArrowLeft: () => (event.shiftKey ? TL.pan(-0.25) : step(-1)),
      ArrowDown: () => stepLane(1),
      ArrowUp: () => stepLane(-1),
      Home: () => { cursor = null; step(1); },
      End: () => { cursor = null; step(-1); },
      Enter: () => {
        if (!cursor) return;
        open(cursor);
        window.setTimeout(() => byId("panel-pane").focus(), 60);
      },
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  document.addEventListener("keydown", function (event) {
    if (!TL.state || event.altKey || event.metaKey || event.ctrlKey) return;
    if (event.key === "Escape") {
      const menu = document.querySelector("details.menu-box[open]");
      if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
      else if (document.body.classList.contains("filters-open")) document.body.classList.remove("filters-open");
      else if (!document.querySelector("dialog[open]") && !byId("panel-pane").hidden) TL.closePanel();
      return;
    }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || document.querySelector("dialog[open]")) return;
    const kinds = ["jurisdiction", "actor", "type", "matter"];
    const act = {
      "/": () => byId("search").focus(), "?": () => byId("help-dialog").showModal(), 0: TL.fit, t: TL.today,
      "+": () => TL.zoom(0.5), "=": () => TL.zoom(0.5), "-": () => TL.zoom(2),
    }[event.key] || (/^[1-4]$/.test(event.key) && (() => TL.update({ scene: { lanes: kinds[event.key - 1] } })));
    if (!act) return;
    event.preventDefault();
    act();
  });
})(window.TL);
