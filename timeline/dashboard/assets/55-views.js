/* Views that a person keeps in this browser under a name: each is an address of the page. */
(function (TL) {
  "use strict";
  const KEY = "timeline-views", MOST = 50;

  function read() {
    try {
      const kept = JSON.parse(window.localStorage.getItem(KEY) || "[]");
      return Array.isArray(kept) ? kept.filter((v) => v && typeof v.name === "string" && typeof v.query === "string") : [];
    } catch (error) {
      return []; // unreadable or switched off
    }
  }

  function write(views) {
    try {
      window.localStorage.setItem(KEY, JSON.stringify(views.slice(0, MOST)));
      return true;
    } catch (error) {
      TL.toast("This browser keeps nothing for the page; copy the link instead.");
      return false;
    }
  }

  TL.saveView = function (name) {
    if (!name) {
      TL.toast("Give the view a name first.");
      return TL.byId("view-name").focus();
    }
    const others = read().filter((view) => view.name !== name);
    if (!write([{ name: name, query: window.location.search }, ...others])) return;
    TL.byId("view-name").value = "";
    TL.paintViews();
    TL.toast("Kept as “" + name + "”.");
  };

  TL.openView = function (name) {
    const view = read().find((v) => v.name === name);
    if (!view) return;
    window.history.pushState(null, "", window.location.pathname + view.query);
    TL.readAddress();
    TL.toast("“" + name + "” is open.");
  };

  TL.forgetView = function (name) {
    write(read().filter((view) => view.name !== name));
    TL.paintViews();
    TL.byId("view-name").focus();
  };

  TL.paintViews = function () {
    const views = read();
    TL.byId("views-none").hidden = views.length > 0;
    TL.render("views", views.map((v) => ["li", {}, [
      ["button", { type: "button", class: "menu-item", "data-act": "open-view", "data-value": v.name }, [v.name]],
      ["button", { type: "button", class: "button square small", "data-act": "forget-view", "data-value": v.name, "aria-label": "Forget the view " + v.name }, ["×"]],
    ]]));
  };

  /* Where a calendar or a feed reader finds what these filters let through, now and later. */
  TL.subscription = function (format) {
    const only = new URLSearchParams([...new URLSearchParams(window.location.search)].filter(([key]) => "j a r t f p s eu sure from to q".split(" ").includes(key)));
    const query = only.toString();
    return new URL(TL.base() + "events." + format, window.location.href).href + (query ? "?" + query : "");
  };
})(window.TL);
