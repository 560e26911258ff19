/* The overview of the whole time: stacked counts, and the window as a frame that can be dragged, stretched, keyed. */
(function (TL) {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  let shown = null; // [start, end] while the hand moves it

  function make(tag, attributes, parent) {
    const node = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
    parent.appendChild(node);
    return node;
  }

  function span() {
    const data = TL.strip;
    return { from: data.start, to: data.end };
  }

  const dayAt = (share) => span().from + share * (span().to - span().from);
  const shareOf = (day) => (day - span().from) / (span().to - span().from);
  const asDate = (day) => new Date(Math.round(day * TL.DAY)).toISOString().slice(0, 10);

  function bars(svg, data, width, height) {
    const bins = data.counts[0].length;
    const totals = data.counts[0].map((_, bin) => data.counts.reduce((sum, row) => sum + row[bin], 0));
    const most = Math.max(1, ...totals);
    const tall = (n) => (n ? Math.max(1.5, (Math.sqrt(n) / Math.sqrt(most)) * (height - 4)) : 0);
    totals.forEach((total, bin) => {
      let y = height;
      data.counts.forEach((row, group) => {
        if (!row[bin]) return;
        const h = (tall(total) * row[bin]) / total;
        y -= h;
        make("rect", { x: (bin * width) / bins + 0.5, y: y, width: Math.max(width / bins - 1, 1), height: h, class: "bar-" + data.groups[group] }, svg);
      });
    });
  }

  const SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  function tick(svg, day, words, width, height) {
    const x = shareOf(day) * width;
    if (x < 20 || x > width - 20) return;
    make("line", { x1: x, x2: x, y1: 0, y2: height, class: "year-line" }, svg);
    make("text", { x: x, y: height + 11, class: "year" }, svg).textContent = words;
  }

  function months(svg, width, height) {
    const { from, to } = span();
    const step = [1, 2, 3, 6].find((s) => (to - from) / 30 / s <= width / 80) || 6;
    const first = new Date(from * TL.DAY);
    for (let month = first.getUTCMonth() + 1, year = first.getUTCFullYear(); ; month += 1) {
      const day = Date.UTC(year, month, 1) / TL.DAY, at = new Date(day * TL.DAY);
      if (day > to) return;
      if (at.getUTCMonth() % step === 0) tick(svg, day, SHORT[at.getUTCMonth()] + " " + at.getUTCFullYear(), width, height);
    }
  }

  function years(svg, width, height) {
    const { from, to } = span();
    const first = new Date(from * TL.DAY).getUTCFullYear(), last = new Date(to * TL.DAY).getUTCFullYear();
    const step = [1, 2, 5, 10, 20, 50, 100].find((s) => (last - first) / s <= Math.max(2, width / 70)) || 200;
    for (let year = Math.ceil((first + 1) / step) * step; year <= last; year += step) {
      tick(svg, Date.UTC(year, 0, 1) / TL.DAY, year, width, height);
    }
  }

  function now() {
    if (shown) return shown;
    return TL.state ? TL.currentWindow() : [TL.strip.start, TL.strip.end];
  }

  TL.drawStrip = function (window_) {
    const box = TL.byId("strip");
    if (!box || !TL.strip || !TL.state) return;
    const width = box.clientWidth, height = box.clientHeight - 14;
    if (width < 10) return;
    const key = JSON.stringify([width, TL.strip]);
    if (box.dataset.key !== key) {
      box.dataset.key = key;
      box.replaceChildren();
      const svg = make("svg", { width: width, height: height + 14, "aria-hidden": "true" }, box);
      bars(svg, TL.strip, width, height);
      if (span().to - span().from < 1100) months(svg, width, height);
      else years(svg, width, height);
      frame(box);
    }
    place(box, window_ || now());
  };

  function frame(box) {
    const pane = document.createElement("div");
    pane.className = "strip-window";
    ["from", "to"].forEach((side) => {
      const handle = document.createElement("div");
      handle.className = "strip-handle " + side;
      handle.tabIndex = 0;
      handle.setAttribute("role", "slider");
      handle.setAttribute("aria-label", side === "from" ? "Start of the window" : "End of the window");
      handle.dataset.side = side;
      handle.addEventListener("keydown", handleKeys);
      pane.appendChild(handle);
    });
    ["before", "after"].forEach((side) => {
      const shade = document.createElement("div");
      shade.className = "strip-shade " + side;
      box.appendChild(shade);
    });
    box.appendChild(pane);
  }

  function place(box, range) {
    const from = Math.min(Math.max(shareOf(range[0]), 0), 1), to = Math.min(Math.max(shareOf(range[1]), 0), 1);
    const pane = box.querySelector(".strip-window");
    pane.style.left = from * 100 + "%";
    pane.style.width = Math.max((to - from) * 100, 0.4) + "%";
    box.querySelector(".before").style.width = from * 100 + "%";
    box.querySelector(".after").style.left = to * 100 + "%";
    pane.querySelectorAll("[role=slider]").forEach((handle) => {
      const day = handle.dataset.side === "from" ? range[0] : range[1];
      handle.setAttribute("aria-valuemin", Math.round(span().from));
      handle.setAttribute("aria-valuemax", Math.round(span().to));
      handle.setAttribute("aria-valuenow", Math.round(Math.min(Math.max(day, span().from), span().to)));
      handle.setAttribute("aria-valuetext", asDate(day));
    });
  }

  function handleKeys(event) {
    const steps = { ArrowLeft: -1, ArrowRight: 1, PageDown: -10, PageUp: 10 };
    if (!(event.key in steps)) return;
    event.preventDefault();
    event.stopPropagation();
    const [start, end] = TL.currentWindow();
    const by = ((span().to - span().from) / 100) * steps[event.key];
    const side = event.currentTarget.dataset.side;
    if (side === "from") TL.setWindow(Math.min(start + by, end - 2), end);
    else TL.setWindow(start, Math.max(end + by, start + 2));
  }

  /* Drag: a handle stretches, the frame moves, elsewhere a new window is drawn out. */
  document.addEventListener("pointerdown", function (event) {
    const box = event.target.closest && event.target.closest("#strip");
    if (!box || !TL.strip || event.button) return;
    event.preventDefault();
    const area = box.getBoundingClientRect();
    const at = (e) => dayAt(Math.min(Math.max((e.clientX - area.left) / area.width, 0), 1));
    const first = at(event), [start, end] = TL.currentWindow();
    const side = event.target.dataset.side;
    const inside = event.target.closest(".strip-window");
    const move = (e) => {
      const day = at(e);
      if (side === "from") shown = [Math.min(day, end - 2), end];
      else if (side === "to") shown = [start, Math.max(day, start + 2)];
      else if (inside) shown = [start + day - first, end + day - first];
      else shown = [Math.min(first, day), Math.max(first, day)];
      TL.drawStrip(shown);
    };
    const stop = (e) => {
      document.removeEventListener("pointermove", move);
      const done = shown;
      shown = null;
      if (done && done[1] - done[0] > (span().to - span().from) / 400) TL.setWindow(done[0], done[1]);
      else if (!inside) TL.setWindow(first - (end - start) / 2, first + (end - start) / 2);
      e.preventDefault();
    };
    if (event.target.focus) event.target.focus();
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", stop, { once: true });
  });
  window.addEventListener("resize", () => TL.drawStrip());
})(window.TL);
