"use strict";
(() => {
  const field = (id) => document.getElementById(id);
  const rows = [...document.querySelectorAll("tbody tr")];
  const marks = [...document.querySelectorAll(".picture g[data-event]")];
  const counted = document.querySelector(".picture") && marks.length < rows.filter((row) => row.dataset.first || row.dataset.last).length;
  const has = (list, wanted) => list.split("|").includes(wanted);

  /* Whether the actor asked for, or any, has the role asked for. */
  function inRole(data, want) {
    return data.parties.split("|").some((party) => party.startsWith(want.role + "=") && (!want.actor || party === want.role + "=" + want.actor));
  }

  function shown(row, want) {
    const data = row.dataset;
    const undated = !data.first && !data.last;
    if (undated && !want.undated) return false;
    if (!undated && want.since && data.last && data.last < want.since) return false;
    if (!undated && want.until && data.first && data.first > want.until) return false;
    if (want.type && data.type !== want.type) return false;
    if (want.jurisdiction && !has(data.codes, want.jurisdiction)) return false;
    if (want.actor && !has(data.actors, want.actor)) return false;
    if (want.role && !inRole(data, want)) return false;
    return !want.words || row.textContent.toLowerCase().includes(want.words);
  }

  function update() {
    const want = {
      words: field("words").value.trim().toLowerCase(),
      type: field("type").value,
      jurisdiction: field("jurisdiction").value,
      actor: field("actor").value,
      role: field("role").value,
      since: field("since").value,
      until: field("until").value,
      undated: field("undated").checked,
    };
    let kept = 0;
    let undated = 0;
    for (const row of rows) {
      const keep = shown(row, want);
      row.hidden = !keep;
      kept += keep;
      undated += keep && !row.dataset.first && !row.dataset.last;
    }
    const gone = new Set(rows.filter((row) => row.hidden).map((row) => row.id));
    for (const mark of marks) mark.classList.toggle("gone", gone.has(mark.dataset.event));
    const note = counted && kept < rows.length ? " The lanes of counts in the picture hold all." : "";
    field("count").textContent = `${kept} of ${rows.length} events shown, ${undated} of them without a date.${note}`;
  }

  const form = field("filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", update);
  form.addEventListener("reset", () => setTimeout(update));
  update();
})();
