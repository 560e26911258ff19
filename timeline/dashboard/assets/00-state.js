/* What the page asks for, kept in one place: read from the address, written to it, handed to Dash as data of stores. */
window.TL = window.TL || {};
window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.timeline = window.dash_clientside.timeline || {};

(function (TL) {
  "use strict";
  const DAY = 86400000;
  const LISTS = ["j", "a", "r", "t", "f", "p", "s"];
  const FLAGS = ["eu", "sure", "new"];
  const LANES = ["jurisdiction", "actor", "type", "matter"];
  const TABS = ["table", "undated", "next", "issues"];

  TL.DAY = DAY;
  TL.byId = (id) => document.getElementById(id);
  TL.state = null;

  function toDay(text) {
    const ms = Date.parse(text.length <= 10 ? text + "T00:00Z" : text + ":00Z");
    return Number.isNaN(ms) ? null : ms / DAY;
  }

  function fromDay(day) {
    const hours = Math.round(day * 24);
    const text = new Date(hours * 3600000).toISOString();
    return hours % 24 ? text.slice(0, 13) : text.slice(0, 10);
  }

  function hourText(text) {
    return text.length === 13 ? text + ":00" : text;
  }

  function parseWindow(text) {
    const parts = (text || "").split("..").map((part) => toDay(hourText(part).replace(/:00$/, (m) => (part.length === 13 ? m : ""))));
    return parts.length === 2 && parts[0] !== null && parts[1] > parts[0] ? parts : null;
  }

  TL.parse = function (search) {
    const query = new URLSearchParams(search);
    const filters = { from: query.get("from") || "", to: query.get("to") || "", q: query.get("q") || "" };
    LISTS.forEach((key) => (filters[key] = query.getAll(key)));
    FLAGS.forEach((key) => (filters[key] = query.get(key) === "1"));
    const lanes = LANES.includes(query.get("lanes")) ? query.get("lanes") : "jurisdiction";
    const sort = (query.get("sort") || "").split(".");
    const cell = (query.get("cell") || "").split("~");
    let selected = {};
    if (query.get("e")) selected = { event: query.get("e") };
    else if (cell.length === 3) selected = { cell: { lane: cell[0], from: Number(cell[1]), to: Number(cell[2]) } };
    return {
      filters: filters,
      scene: { lanes: lanes, w: parseWindow(query.get("w")) },
      selected: selected,
      table: {
        tab: TABS.includes(query.get("tab")) ? query.get("tab") : "table",
        follow: query.get("follow") === "1",
        asOf: query.get("asof") || "",
        sort: sort.length === 2 && ["asc", "desc"].includes(sort[1]) ? [{ colId: sort[0], sort: sort[1] }] : [],
      },
      asked: { actor: "", open: [], whole: [] },
    };
  };

  TL.address = function (state) {
    const query = new URLSearchParams();
    LISTS.forEach((key) => state.filters[key].forEach((value) => query.append(key, value)));
    FLAGS.forEach((key) => state.filters[key] && query.set(key, "1"));
    ["from", "to", "q"].forEach((key) => state.filters[key] && query.set(key, state.filters[key]));
    if (state.scene.lanes !== "jurisdiction") query.set("lanes", state.scene.lanes);
    if (state.scene.w) query.set("w", state.scene.w.map(fromDay).join(".."));
    if (state.selected.event) query.set("e", state.selected.event);
    if (state.selected.cell) query.set("cell", [state.selected.cell.lane, state.selected.cell.from, state.selected.cell.to].join("~"));
    if (state.table.tab !== "table") query.set("tab", state.table.tab);
    if (state.table.asOf) query.set("asof", state.table.asOf);
    if (state.table.follow) query.set("follow", "1");
    if (state.table.sort.length) query.set("sort", state.table.sort[0].colId + "." + state.table.sort[0].sort);
    const text = query.toString();
    return window.location.pathname + (text ? "?" + text : "");
  };

  TL.theme = function () {
    let kept = null;
    try {
      kept = window.localStorage.getItem("timeline-theme");
    } catch (error) {
      kept = null; // storage may be switched off
    }
    if (kept === "dark" || kept === "light") return kept;
    return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  };
  document.documentElement.dataset.theme = TL.theme();

  /* How much wider this browser's font runs than the server supposes. */
  function fontScale() {
    const context = document.createElement("canvas").getContext("2d");
    context.font = "12px " + getComputedStyle(document.body).fontFamily;
    const sample = "Federal Trade Commission opened an inquiry into the handling of data";
    const supposed = [...sample].reduce((sum, c) => sum + ("iIjl.,:;'|!()[]ft r-’".includes(c) ? 0.34 : "mwMW@%—".includes(c) ? 0.88 : c !== c.toLowerCase() ? 0.68 : 0.555), 0);
    return context.measureText(sample).width / (supposed * 12);
  }

  TL.screen = function () {
    const plot = TL.byId("plot");
    const now = new Date();
    return {
      width: Math.floor(plot.clientWidth),
      height: Math.floor(plot.clientHeight),
      theme: document.documentElement.dataset.theme,
      today: Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY),
      scale: Math.round(fontScale() * 1000) / 1000,
    };
  };

  /* Change a part of the state: {filters: {...}, scene: {...}, ...}; parts not named stay. */
  TL.update = function (change, options) {
    const before = TL.state;
    const after = Object.assign({}, before);
    Object.keys(change).forEach((part) => {
      after[part] = part === "selected" ? change[part] : Object.assign({}, before[part], change[part]);
    });
    if (change.filters && !change.scene && before.scene.w === null) after.scene = Object.assign({}, before.scene);
    TL.state = after;
    Object.keys(change).forEach((part) => {
      if (TL.booted && JSON.stringify(before[part]) !== JSON.stringify(after[part])) window.dash_clientside.set_props(TL.stores[part], { data: after[part] });
    });
    const address = TL.address(after);
    if (address !== window.location.pathname + window.location.search) {
      const push = options && options.push === false ? "replaceState" : "pushState";
      window.history[push](null, "", address);
    }
    TL.paint();
    const rows = (state) => JSON.stringify([state.filters, state.table.follow, state.table.follow && state.scene.w]);
    if (rows(before) !== rows(after)) TL.refreshGrid();
  };

  TL.stores = { filters: "filters", scene: "scene", selected: "selected", table: "table-state", asked: "facet-asked" };

  TL.readAddress = function () {
    TL.state = TL.parse(window.location.search);
    if (TL.booted) Object.keys(TL.stores).forEach((part) => window.dash_clientside.set_props(TL.stores[part], { data: TL.state[part] }));
    TL.paint();
    TL.refreshGrid();
  };
  window.addEventListener("popstate", TL.readAddress);

  /* Dash may ask before React has put the page up: wait for its parts. */
  function standing() {
    const there = () => window.dash_ag_grid && ["plot", "panel-pane", "dialogs-slot"].every((id) => document.querySelector("#react-entry-point #" + id));
    return new Promise((resolve) => {
      const look = () => (there() ? resolve() : window.setTimeout(look, 8));
      look();
    });
  }

  window.dash_clientside.timeline.boot = async function () {
    await standing();
    TL.moveIn();
    TL.booted = true;
    TL.ready();
    return [TL.state.filters, TL.state.scene, TL.state.selected, TL.screen(), TL.state.table, TL.state.asked];
  };

  let lastScreen = "";
  TL.sendScreen = function () {
    const screen = TL.screen();
    const text = JSON.stringify(screen);
    if (!TL.booted || text === lastScreen || screen.width < 50) return;
    lastScreen = text;
    window.dash_clientside.set_props("screen", { data: screen });
  };

  let sizeTimer = null, sized = null;
  const sizes = new ResizeObserver(() => {
    window.clearTimeout(sizeTimer);
    sizeTimer = window.setTimeout(TL.sendScreen, 120);
  });
  TL.watchSize = function () {
    const plot = TL.byId("plot");
    if (plot === sized) return;
    sizes.disconnect();
    sized = plot;
    if (!plot) return;
    sizes.observe(plot);
    if (TL.state) TL.paint();
  };

  /* Runs once, when the page stands. */
  TL.ready = function () {
    lastScreen = JSON.stringify(TL.screen());
    TL.watchSize();
    TL.watchGrid();
    TL.paint();
  };

  /* When the server is gone or fails, the page says so and what to do; the next good answer takes it back. */
  const ask = window.fetch.bind(window);
  window.fetch = function (...request) {
    return ask(...request).then(
      (answer) => {
        trouble(answer.status >= 500 ? "The server could not answer. Reload the page; if it stays so, look at what timeline serve printed." : "");
        return answer;
      },
      (error) => {
        if (error.name !== "AbortError") trouble("The server does not answer. Is timeline serve still running? Start it again and reload the page.");
        throw error;
      }
    );
  };

  function trouble(words) {
    const line = TL.byId("trouble");
    if (!line) return;
    line.textContent = words;
    line.hidden = !words;
  }

  TL.say = function (words) {
    const line = TL.byId("say");
    if (line) line.textContent = words;
  };

  let toastTimer = null;
  TL.toast = function (words) {
    const box = TL.byId("toast");
    box.textContent = words;
    box.classList.add("shown");
    window.clearTimeout(toastTimer);
    toastTimer = window.setTimeout(() => box.classList.remove("shown"), 4000);
  };
})(window.TL);
