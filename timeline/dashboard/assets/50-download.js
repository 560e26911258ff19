/* Files: the table's rows from the server, the picture from the browser. */
(function (TL) {
  "use strict";

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 30000);
  }

  TL.download = function (format) {
    TL.toast("Preparing the file …");
    const asked = { format: format, filters: TL.state.filters, scene: TL.state.scene, table: TL.state.table };
    fetch(TL.base() + "download", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked) })
      .then(async (answer) => {
        if (!answer.ok) throw new Error((await answer.json()).message || answer.statusText);
        const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "");
        save(await answer.blob(), name ? name[1] : "timeline-events");
        TL.toast("The file is saved.");
      })
      .catch((error) => TL.toast("The file could not be made: " + error.message));
  };

  TL.base = function () {
    const config = JSON.parse(document.getElementById("_dash-config").textContent);
    return config.requests_pathname_prefix || "/";
  };

  TL.picture = function (format) {
    const graph = TL.graph();
    if (!graph || !window.Plotly) {
      TL.wishLibrary();
      TL.toast("Preparing the picture …");
      return window.setTimeout(() => TL.picture(format), 200);
    }
    const size = { format: format, width: graph._fullLayout.width, height: graph._fullLayout.height, scale: format === "png" ? 2 : 1 };
    window.Plotly.toImage(graph, size).then((address) => {
      const comma = address.indexOf(",");
      const raw = address.slice(0, comma).includes("base64") ? atob(address.slice(comma + 1)) : decodeURIComponent(address.slice(comma + 1));
      const bytes = address.slice(0, comma).includes("base64") ? Uint8Array.from(raw, (c) => c.charCodeAt(0)) : raw;
      save(new Blob([bytes], { type: format === "png" ? "image/png" : "image/svg+xml" }), "timeline." + format);
      TL.toast("The picture is saved.");
    });
  };
})(window.TL);
