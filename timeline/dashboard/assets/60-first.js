/* The first minute of the page: ask for the first answer, draw it into the still picture that the server sent, then start
   Dash, and move the parts of the picture into the places that React has made. */
(function (TL) {
  "use strict";
  const byId = TL.byId, MOST = 1500; // after so many milliseconds Dash is started, answer or not

  function inReact(id) {
    return document.querySelector("#react-entry-point #" + id);
  }

  function ask() {
    const state = TL.state;
    const asked = { filters: state.filters, scene: state.scene, table: state.table, asked: state.asked, screen: TL.screen() };
    return fetch(TL.base() + "first", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked) })
      .then((answer) => (answer.ok ? answer.json() : null))
      .catch(() => null); // told on the page already; Dash asks again
  }

  function show(first) {
    if (!first || TL.booted) return;
    const take = window.dash_clientside.timeline;
    take.takeAnswer(first.answer);
    take.takeFigure(first.figure);
    TL.render("pane-table", first.rows);
  }

  /* Scripts that the page holds back, run in their order; the grid's second one is fetched along with them. */
  let started = false;
  function start() {
    if (started) return;
    started = true;
    const scripts = [...document.querySelectorAll('script[type="later"][src]')].map((held) => {
      const script = document.createElement("script");
      script.async = false;
      script.src = held.getAttribute("src");
      document.body.appendChild(script);
      return script;
    });
    const soon = document.createElement("link");
    Object.assign(soon, { rel: "prefetch", href: TL.base() + "_dash-component-suites/dash_ag_grid/async-community.js" });
    document.head.appendChild(soon);
    scripts[scripts.length - 1].addEventListener("load", () => (window.renderer = new window.DashRenderer()));
  }

  const afterPaint = (act) => window.requestAnimationFrame(() => window.setTimeout(act, 0));

  /* Into React's places goes what stands in the picture, with what was typed and unfolded in the meantime. */
  TL.moveIn = function () {
    const still = byId("still");
    if (!still) return;
    const held = document.activeElement && still.contains(document.activeElement) ? document.activeElement : null;
    const scrolls = [...still.querySelectorAll(".filters, .tab-pane, .plot-scroll")].map((e) => [e.id, e.scrollTop]);
    still.querySelectorAll("[id]").forEach((place) => {
      const to = place.isConnected && inReact(place.id);
      if (!to || to.childElementCount && place.id !== "pane-table") return;
      if (place.id === "preview" || place.id === "plot-wait" || place.id === "plot-empty") to.hidden = place.hidden;
      to.append(...place.childNodes);
      ["shown", "key"].forEach((name) => place.dataset[name] && (to.dataset[name] = place.dataset[name]));
    });
    TL.movingIn = true; // what the keys stand on stays
    still.remove();
    document.body.classList.remove("waiting");
    scrolls.forEach(([id, top]) => top && byId(id) && (byId(id).scrollTop = top));
    document.querySelectorAll("template[data-slot]").forEach((template) => {
      const slot = byId(template.dataset.slot);
      if (slot && !slot.childNodes.length) slot.appendChild(template.content.cloneNode(true));
    });
    if (TL.previewed) TL.previewed.element = byId("preview");
    if (held && !document.contains(held) && held.id && byId(held.id)) byId(held.id).focus();
    else if (held && document.contains(held)) held.focus();
    TL.movingIn = false;
    if (byId("plot")) byId("plot").dataset.mode = (TL.meta() || {}).mode || "";
  };

  TL.state = TL.parse(window.location.search);
  TL.watchPlot();
  TL.paint();
  TL.paintViews();
  const late = new Promise((resolve) => window.setTimeout(resolve, MOST));
  Promise.race([ask().then(show), late]).then(() => afterPaint(start), start);
})(window.TL);
