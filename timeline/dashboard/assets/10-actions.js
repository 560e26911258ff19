/* Clicks and typing: every control carries data-act, and one listener carries it out. */
(function (TL) {
  "use strict";
  const byId = TL.byId;

  function toggled(list, value) {
    return list.includes(value) ? list.filter((v) => v !== value) : list.concat([value]);
  }

  function filter(change) {
    TL.update({ filters: change });
  }

  function remember() {
    if (byId("panel-pane").hidden) TL.opener = document.activeElement;
  }

  TL.select = function (event) {
    remember();
    TL.update({ selected: event ? { event: event } : {} });
    if (event) TL.openPanel();
  };

  TL.openPanel = function () {
    byId("panel-pane").scrollTop = 0;
  };

  TL.list = function (cell) {
    remember();
    TL.update({ selected: { cell: cell } });
    TL.openPanel();
  };

  function closePanel() {
    TL.update({ selected: {} });
    if (TL.opener && document.contains(TL.opener)) TL.opener.focus();
  }
  TL.closePanel = closePanel;

  TL.currentWindow = function () {
    if (TL.state.scene.w) return TL.state.scene.w;
    const meta = TL.meta();
    return meta ? meta.window : [18262, 20089];
  };

  TL.setWindow = function (start, end, options) {
    const span = Math.min(Math.max(end - start, 2), 200000);
    const middle = (start + end) / 2;
    TL.update({ scene: { w: [middle - span / 2, middle + span / 2] } }, options);
  };

  TL.zoom = function (factor, at) {
    const [start, end] = TL.currentWindow();
    const centre = at === undefined ? (start + end) / 2 : at;
    TL.setWindow(centre - (centre - start) * factor, centre + (end - centre) * factor);
  };

  TL.pan = function (share) {
    const [start, end] = TL.currentWindow();
    TL.setWindow(start + (end - start) * share, end + (end - start) * share);
  };

  function span(days) {
    const [start, end] = TL.currentWindow();
    const middle = (start + end) / 2;
    TL.setWindow(middle - days / 2, middle + days / 2);
  }

  TL.fit = function () {
    const strip = TL.strip;
    if (strip) TL.setWindow(strip.all[0], strip.all[1]);
  };

  TL.today = function () {
    const [start, end] = TL.currentWindow();
    const half = Math.min((end - start) / 2, 366);
    const today = TL.screen().today + 0.5;
    TL.setWindow(today - half, today + half);
  };

  const acts = {
    toggle: (b, v) => filter({ [b.dataset.facet]: toggled(TL.state.filters[b.dataset.facet], v) }),
    "toggle-many": (b, v) => {
      const key = b.dataset.facet, values = v.split(" "), now = TL.state.filters[key];
      const all = values.every((x) => now.includes(x));
      filter({ [key]: all ? now.filter((x) => !values.includes(x)) : now.concat(values.filter((x) => !now.includes(x))) });
    },
    drop: (b, v) => {
      const key = b.dataset.facet;
      if (key === "period") filter({ from: "", to: "" });
      else if (key === "q") filter({ q: "" });
      else if (key === "new") filter({ new: false });
      else filter({ [key]: TL.state.filters[key].filter((x) => x !== v) });
    },
    clear: () => filter({ j: [], a: [], r: [], t: [], f: [], p: [], s: [], from: "", to: "", q: "", new: false }),
    union: () => filter({ eu: !TL.state.filters.eu }),
    "any-role": () => filter({ r: [] }),
    "actor-role": (b, v) => filter({ a: [v], r: [b.dataset.role] }),
    surely: (b, v) => filter({ sure: v === "yes" }),
    unfold: (b, v) => TL.update({ asked: { open: toggled(TL.state.asked.open, v) } }),
    whole: (b, v) => TL.update({ asked: { whole: toggled(TL.state.asked.whole, v) } }),
    lanes: (b, v) => TL.update({ scene: { lanes: v }, selected: TL.state.selected.event ? TL.state.selected : {} }),
    zoom: (b, v) => TL.zoom(v === "in" ? 0.5 : 2),
    span: (b, v) => span(Number(v)),
    fit: () => TL.fit(),
    today: () => TL.today(),
    window: (b, v) => TL.setWindow(...v.split(",").map(Number)),
    select: (b, v) => TL.select(v),
    "close-panel": closePanel,
    tab: (b, v) => TL.update({ table: { tab: v } }),
    follow: () => TL.update({ table: { follow: !TL.state.table.follow } }),
    column: (b, v) => TL.toggleColumn(v),
    theme: () => {
      const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
      document.documentElement.dataset.theme = theme;
      try {
        window.localStorage.setItem("timeline-theme", theme);
      } catch (error) {
        TL.say("The theme cannot be kept for the next visit."); // storage may be switched off
      }
      TL.sendScreen();
      TL.drawStrip();
    },
    filters: () => {
      const open = document.body.classList.toggle("filters-open");
      document.querySelectorAll("[data-act=filters][aria-expanded]").forEach((b) => b.setAttribute("aria-expanded", String(open)));
      if (open) byId("filters-pane").querySelector("button").focus();
    },
    "copy-link": () => TL.copy(window.location.href),
    open: (b, v) => byId(v) && byId(v).showModal(),
    close: (b, v) => byId(v).close(),
    read: (b, v) => {
      window.dash_clientside.set_props("read-asked", { data: v });
      byId("reader-dialog").showModal();
    },
    "as-of-today": () => TL.update({ table: { asOf: new Date(TL.screen().today * TL.DAY).toISOString().slice(0, 10) } }),
    "add-text": () => {
      const text = byId("paste").value, published = byId("paste-date").value;
      window.dash_clientside.set_props("add-text-asked", { data: { text: text, published: published, at: Date.now() } });
    },
    "add-stop": () => window.dash_clientside.set_props("add-stop-asked", { data: TL.job }),
    download: (b, v) => TL.download(v),
    picture: (b, v) => TL.picture(v),
    subscribe: (b, v) => TL.copy(TL.subscription(v), v === "ics" ? "The calendar's address is in the clipboard: subscribe to it in your calendar." : "The feed's address is in the clipboard: add it to your feed reader."),
    "save-view": () => TL.saveView(byId("view-name").value.trim()),
    "open-view": (b, v) => TL.openView(v),
    "forget-view": (b, v) => TL.forgetView(v),
    "take-back": () => window.dash_clientside.set_props("add-back-asked", { data: Date.now() }),
  };

  TL.copy = function (text, words) {
    const done = () => TL.toast(words || "The link to this view is in the clipboard.");
    const fail = () => TL.toast("The browser keeps the clipboard closed; copy this instead: " + text);
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, fail);
    else fail();
  };

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-act]");
    document.querySelectorAll("details.menu-box[open]").forEach((box) => {
      if (!box.contains(event.target) || (button && !["column", "save-view", "forget-view"].includes(button.dataset.act))) box.open = false;
    });
    if (!button || !TL.state) return;
    if (button.getAttribute("aria-disabled") === "true") return;
    const act = acts[button.dataset.act];
    if (act) act(button, button.dataset.value || "");
  });

  document.addEventListener("mousedown", function (event) {
    if (event.target.tagName === "DIALOG") event.target.close(); // the ground around a dialog
  });

  /* Typing: wait for a pause, then ask. */
  const timers = {};
  const DATE = /^(\d{4}(-\d{2}(-\d{2})?)?)?$/;
  function period() {
    const from = byId("period-from").value.trim(), to = byId("period-to").value.trim();
    const good = DATE.test(from) && DATE.test(to);
    byId("period-error").textContent = good ? "" : "Write a year, a month or a day: 2023, 2023-05 or 2023-05-24.";
    if (good) TL.update({ filters: { from: from, to: to } }, { push: false });
  }
  const typed = {
    search: (value) => TL.update({ filters: { q: value.trim() } }, { push: false }),
    "actor-search": (value) => TL.update({ asked: { actor: value } }),
    "as-of": (value) => /^(\d{4}-\d{2}-\d{2})?$/.test(value.trim()) && TL.update({ table: { asOf: value.trim() } }, { push: false }),
    "period-from": period,
    "period-to": period,
  };
  document.addEventListener("input", function (event) {
    const act = typed[event.target.id];
    if (!act || !TL.state) return;
    window.clearTimeout(timers[event.target.id]);
    timers[event.target.id] = window.setTimeout(() => act(event.target.value), 280);
  });

  /* Bring the controls in line with the state. */
  function press(selector, test) {
    document.querySelectorAll(selector).forEach((b) => b.setAttribute("aria-pressed", String(test(b.dataset.value))));
  }
  function setInput(id, value) {
    const input = byId(id);
    if (input && document.activeElement !== input && input.value !== value) input.value = value;
  }
  TL.paint = function () {
    const state = TL.state;
    press("[data-act=lanes]", (v) => v === state.scene.lanes);
    press("[data-act=surely]", (v) => (v === "yes") === state.filters.sure);
    byId("union-counts").setAttribute("aria-checked", String(state.filters.eu));
    byId("follow").setAttribute("aria-checked", String(state.table.follow));
    setInput("search", state.filters.q);
    setInput("period-from", state.filters.from);
    setInput("period-to", state.filters.to);
    setInput("as-of", state.table.asOf);
    ["table", "undated", "next", "issues"].forEach((name) => {
      const on = name === state.table.tab;
      byId("tab-" + name).setAttribute("aria-selected", String(on));
      byId("tab-" + name).tabIndex = on ? 0 : -1;
      byId("pane-" + name).hidden = !on;
    });
    byId("table-tools").classList.toggle("gone", state.table.tab !== "table");
    const open = Boolean(state.selected.event || state.selected.cell);
    byId("panel-pane").hidden = !open;
    document.body.classList.toggle("panel-open", open);
    TL.drawStrip();
    TL.placeRing();
    TL.markRow();
  };

  /* Tabs go by arrow keys, as tabs do. */
  document.addEventListener("keydown", function (event) {
    if (event.target.getAttribute("role") !== "tab" || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const tabs = [...document.querySelectorAll("[role=tab]")];
    const next = tabs[(tabs.indexOf(event.target) + (event.key === "ArrowRight" ? 1 : tabs.length - 1)) % tabs.length];
    next.focus();
    next.click();
  });

  const take = window.dash_clientside.timeline;

  take.takeAnswer = function (answer) {
    if (!answer) return;
    TL.text("status", answer.status);
    TL.render("chips", answer.chips);
    Object.entries(answer.facets).forEach(([id, nodes]) => TL.render(id, nodes));
    Object.entries(answer.counts).forEach(([name, words]) => TL.text("count-" + name, words));
    TL.render(answer.tab === "next" ? "next" : "pane-" + answer.tab, answer.list);
    byId("as-of").placeholder = answer.asOf;
    TL.strip = answer.strip;
    TL.drawStrip();
  };

  take.takeDetails = function (details) {
    if (!details) return;
    TL.render("panel-pane", details.nodes);
    TL.showRow(details.row);
  };

  take.takeText = function (nodes) {
    if (!nodes) return;
    TL.render("reader", nodes);
    const first = byId("reader").querySelector("mark");
    if (first) first.scrollIntoView({ block: "center" });
  };

  take.takeJob = function (job) {
    const running = Boolean(job) && job.state === "running";
    const bar = byId("add-progress");
    TL.job = job && job.id;
    TL.text("add-note", (job && job.message) || "");
    bar.hidden = !running;
    byId("add-stop").hidden = !running;
    byId("add-text").disabled = running;
    if (running && job.done) {
      bar.max = job.total;
      bar.value = job.done;
    } else bar.removeAttribute("value");
    if (job && job.state === "taken back") {
      byId("add-dialog").close();
      TL.toast(job.message);
      TL.update({ filters: { new: false } });
      TL.refreshGrid();
    }
    if (!job || job.state !== "done") return;
    TL.toast(job.message);
    if (job.fresh) {
      byId("add-dialog").close();
      TL.update({ filters: { j: [], a: [], r: [], t: [], f: [], p: [], s: [], from: "", to: "", q: "", new: true }, scene: { w: null } });
    }
    TL.refreshGrid();
  };
})(window.TL);
