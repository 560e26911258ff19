/* The first drawing of a figure, in plain SVG: it stands long before the plotting library has been read, and hovering,
   clicking and keys already work on it. The library then draws the same figure over it. */
(function (TL) {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  function make(tag, attributes, parent) {
    const node = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
    parent.appendChild(node);
    return node;
  }

  function polygon(corners, radius, turn) {
    return [...Array(corners).keys()].map((i) => {
      const angle = ((turn + (360 / corners) * i) * Math.PI) / 180, r = Array.isArray(radius) ? radius[i % 2] : radius;
      return (r * Math.cos(angle)).toFixed(2) + "," + (r * Math.sin(angle)).toFixed(2);
    }).join(" ");
  }

  /* The library's shapes at its sizes: r is half the size. */
  const SHAPES = {
    square: (r) => polygon(4, r * 1.414, 45),
    diamond: (r) => polygon(4, r * 1.3, 0),
    "triangle-up": (r) => polygon(3, r * 1.15, -90),
    "triangle-down": (r) => polygon(3, r * 1.15, 90),
    hexagon: (r) => polygon(6, r, 30),
    star: (r) => polygon(10, [r * 1.2, r * 0.46], -90),
  };

  function colourAt(scale, share) {
    const at = Math.min(Math.max(share, 0), 1) * (scale.length - 1), low = Math.floor(at), part = at - low;
    const parts = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
    const a = parts(scale[low][1]), b = parts(scale[Math.min(low + 1, scale.length - 1)][1]);
    return "rgb(" + a.map((v, i) => Math.round(v + (b[i] - v) * part)).join(",") + ")";
  }

  function drawCells(trace, stage, parent) {
    trace.z.forEach((row, lane) => row.forEach((value, bin) => {
      if (value === null) return;
      const left = Math.max(stage.axis.l2p(trace.x[bin]), 0), right = Math.min(stage.axis.l2p(trace.x[bin + 1]), stage.size.w);
      if (right <= left) return;
      make("rect", { x: left + 0.5, y: trace.y[lane] + 1, width: Math.max(right - left - 1, 0.5), height: trace.y[lane + 1] - trace.y[lane] - 2,
        fill: colourAt(trace.colorscale, (value - trace.zmin) / (trace.zmax - trace.zmin)) }, parent);
    }));
  }

  function drawBands(trace, stage, parent) {
    trace.base.forEach((start, i) => {
      const left = stage.axis.l2p(start);
      make("rect", { x: left, y: trace.y[i] - trace.width[i] / 2, width: stage.axis.l2p(start + trace.x[i]) - left, height: trace.width[i],
        fill: trace.marker.color[i] }, parent);
    });
  }

  function drawMarks(trace, stage, parent) {
    const marker = trace.marker;
    trace.x.forEach((ms, i) => {
      const [name, open] = [marker.symbol[i].replace(/-open.*$/, ""), marker.symbol[i].includes("-open")];
      const r = marker.size[i] / 2;
      const style = { transform: "translate(" + stage.axis.l2p(ms) + "," + trace.y[i] + ")", opacity: marker.opacity[i],
        fill: open ? "none" : marker.color[i], stroke: open ? marker.color[i] : marker.line.color[i], "stroke-width": marker.line.width[i] };
      if (name === "x-thin") make("path", Object.assign(style, { d: "M" + -r + "," + -r + "L" + r + "," + r + "M" + r + "," + -r + "L" + -r + "," + r }), parent);
      else if (SHAPES[name]) make("polygon", Object.assign(style, { points: SHAPES[name](r) }), parent);
      else make("circle", Object.assign(style, { r: r }), parent);
      if (marker.symbol[i].endsWith("-dot")) make("circle", { transform: style.transform, opacity: style.opacity, r: 1.5, fill: marker.color[i] }, parent);
    });
  }

  function plain(text) {
    return text.replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  }

  function write(words, attributes, parent) {
    make("text", attributes, parent).textContent = plain(words);
  }

  function drawAxis(stage, layout, svg) {
    const days = (stage.range[1] - stage.range[0]) / TL.DAY, muted = layout.xaxis.tickfont.color;
    const years = days > 1500, step = years ? Math.max(1, Math.ceil(days / 365 / 9)) : [1, 2, 3, 6, 12].find((s) => days / 30 / s <= 9) || 12;
    const first = new Date(stage.range[0]);
    for (let n = 0; n < 400; n += 1) {
      const at = years ? Date.UTC(Math.ceil(first.getUTCFullYear() / step) * step + n * step, 0, 1) : Date.UTC(first.getUTCFullYear(), n * step, 1);
      if (at > stage.range[1]) return;
      if (at < stage.range[0]) continue;
      const x = stage.axis.l2p(at), day = new Date(at);
      make("line", { x1: x, x2: x, y1: 0, y2: stage.size.h, stroke: layout.xaxis.gridcolor }, svg);
      const words = years ? String(day.getUTCFullYear()) : SHORT[day.getUTCMonth()] + " " + day.getUTCFullYear();
      write(words, { x: x + 3, y: -8, fill: muted, "font-size": 11 }, svg);
    }
  }

  TL.preview = function (figure) {
    const box = TL.byId("preview"), layout = figure.layout;
    if (!box || !layout.meta) return;
    const size = { l: layout.margin.l, t: layout.margin.t, w: layout.width - layout.margin.l - layout.margin.r, h: layout.height - layout.margin.t - layout.margin.b };
    const range = layout.xaxis.range;
    const axis = {
      l2p: (ms) => ((ms - range[0]) / (range[1] - range[0])) * size.w,
      p2l: (x) => range[0] + (x / size.w) * (range[1] - range[0]),
    };
    const stage = { element: box, layout: layout, axis: axis, size: size, range: range };
    const svg = document.createElementNS(SVG, "svg");
    Object.entries({ width: layout.width, height: layout.height, "aria-hidden": "true", "font-family": layout.font.family, "font-size": 12 })
      .forEach(([name, value]) => svg.setAttribute(name, value));
    const ground = make("g", { transform: "translate(" + size.l + "," + size.t + ")" }, svg);
    layout.shapes.filter((s) => s.type === "rect").forEach((s) => make("rect", { x: 0, y: s.y0, width: size.w, height: s.y1 - s.y0, fill: s.fillcolor }, ground));
    drawAxis(stage, layout, ground);
    const [cells, bands, marks, labels] = figure.data;
    drawCells(cells, stage, ground);
    drawBands(bands, stage, ground);
    layout.shapes.filter((s) => s.type === "line" && s.x0 >= range[0] && s.x0 <= range[1]).forEach((s) =>
      make("line", { x1: axis.l2p(s.x0), x2: axis.l2p(s.x0), y1: s.y0, y2: s.y1, stroke: s.line.color, "stroke-width": 1.5, "stroke-dasharray": "3 3" }, ground));
    drawMarks(marks, stage, ground);
    labels.text.forEach((words, i) => write(words, { x: axis.l2p(labels.x[i]), y: labels.y[i] + 4,
      "text-anchor": labels.textposition[i].includes("left") ? "end" : "start", fill: labels.textfont.color, "font-size": labels.textfont.size }, ground));
    layout.annotations.forEach((a) => {
      const [name, count] = a.text.split("  <span"), line = make("text", { x: a.xshift, y: a.y + 4, "font-size": a.font.size }, ground);
      make("tspan", { fill: a.font.color }, line).textContent = plain(name);
      make("tspan", { dx: 7, fill: layout.xaxis.tickfont.color }, line).textContent = plain("<span" + count);
    });
    box.replaceChildren(svg);
    box.hidden = false;
    TL.previewed = stage;
    TL.drawn();
  };

  TL.endPreview = function () {
    if (!TL.previewed) return;
    TL.previewed = null;
    const box = TL.byId("preview");
    box.hidden = true;
    box.replaceChildren();
  };
})(window.TL);
