/* The table: rows asked anew when the filters change, the chosen row marked, columns chosen. */
(function (TL) {
  "use strict";
  let api = null;

  function choose(event) {
    TL.fromTable = true;
    TL.select(event);
  }

  TL.watchGrid = function () {
    window.dash_ag_grid.getApiAsync("grid").then((found) => {
      api = found;
      api.addEventListener("rowClicked", (event) => event.data && choose(event.data.event_id));
      api.addEventListener("cellKeyDown", (event) => {
        if (event.event.key === "Enter" && event.data) {
          choose(event.data.event_id);
          window.setTimeout(() => TL.byId("panel-pane").focus(), 60);
        }
      });
      api.addEventListener("sortChanged", () => {
        const sorted = api.getColumnState().find((column) => column.sort);
        const sort = sorted ? [{ colId: sorted.colId, sort: sorted.sort }] : [];
        TL.state.table = Object.assign({}, TL.state.table, { sort: sort });
        window.dash_clientside.set_props("table-state", { data: TL.state.table });
        window.history.replaceState(null, "", TL.address(TL.state));
      });
      api.addEventListener("modelUpdated", () => {
        const first = TL.byId("first-rows"); // rows to look at until the grid has its own
        if (first && (api.getRenderedNodes().some((node) => node.data) || api.getDisplayedRowCount() === 0)) first.remove();
        TL.markRow();
      });
      if (TL.state.table.sort.length) api.applyColumnState({ state: TL.state.table.sort, defaultState: { sort: null } });
      restoreColumns();
    });
  };

  TL.refreshGrid = function () {
    if (!api) return;
    api.ensureIndexVisible(0, "top");
    api.purgeInfiniteCache();
  };

  /* The row of the chosen event comes into view, unless it was chosen in the table itself. */
  TL.showRow = function (index) {
    if (!api || index === null || index === undefined) return;
    if (TL.fromTable) TL.fromTable = false;
    else if (index < api.getDisplayedRowCount()) api.ensureIndexVisible(index, "middle");
    else window.setTimeout(() => api.ensureIndexVisible(Math.min(index, api.getDisplayedRowCount() - 1), "middle"), 500);
    TL.markRow();
  };

  /* Paper holds the first rows alone, and says so. */
  window.addEventListener("beforeprint", () => {
    const note = TL.byId("print-note") || document.createElement("p"), held = 27;
    const rows = api ? api.getDisplayedRowCount() : 0;
    note.id = "print-note";
    note.textContent = rows > held ? "The first " + held + " of " + rows.toLocaleString("en") + " rows; Download has them all." : "";
    TL.byId("table-pane").appendChild(note);
  });

  TL.markRow = function () {
    if (!api || !TL.state) return;
    const wanted = TL.state.selected.event;
    api.forEachNode((node) => {
      const is = Boolean(node.data) && node.data.event_id === wanted;
      if (node.isSelected() !== is) node.setSelected(is);
    });
  };

  function shownColumns() {
    return api.getColumnState().filter((column) => !column.hide).map((column) => column.colId);
  }

  function paintColumns() {
    const shown = shownColumns();
    document.querySelectorAll("[data-act=column]").forEach((b) => b.setAttribute("aria-checked", String(shown.includes(b.dataset.value))));
  }

  TL.toggleColumn = function (name) {
    if (!api) return;
    const shown = shownColumns();
    api.setColumnsVisible([name], !shown.includes(name));
    paintColumns();
    try {
      window.localStorage.setItem("timeline-columns", JSON.stringify(shownColumns()));
    } catch (error) {
      TL.say("The columns cannot be kept for the next visit."); // storage may be switched off
    }
  };

  function restoreColumns() {
    let kept = null;
    try {
      kept = JSON.parse(window.localStorage.getItem("timeline-columns") || "null");
    } catch (error) {
      kept = null; // unreadable or switched off: the default columns
    }
    if (Array.isArray(kept) && kept.length) {
      api.applyColumnState({ state: api.getColumnState().map((c) => ({ colId: c.colId, hide: !kept.includes(c.colId) })) });
    } else if (window.innerWidth < 700) {
      api.setColumnsVisible(["event_type", "jurisdictions", "actors", "factuality", "date_basis"], false);
      api.setColumnWidths([{ key: "date_start", newWidth: 142 }]);
    }
    paintColumns();
  }
})(window.TL);
