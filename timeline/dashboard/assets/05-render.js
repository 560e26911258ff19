/* Builds elements and text nodes from the trees that the server sends: [tag, attributes, children] or text.
   Only known tags and attributes; no part of a tree is ever read as HTML. */
(function (TL) {
  "use strict";
  const TAGS = new Set(("a article aside blockquote button code dd details div dl dt h1 h2 h3 header input label li mark meter p " +
    "progress section span strong summary table tbody td th thead textarea tr ul").split(" "));
  const ATTRIBUTES = new Set(("class id for type title role tabindex open hidden placeholder autocomplete maxlength min max value " +
    "href target rel disabled").split(" "));

  function build(node) {
    if (typeof node === "string") return document.createTextNode(node);
    const [tag, attributes, children] = node;
    if (!TAGS.has(tag)) return document.createTextNode("");
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => {
      if (!ATTRIBUTES.has(name) && !/^(data|aria)-[a-z-]+$/.test(name)) return;
      if (name === "href" && !/^(https?:\/\/|#)/.test(value)) return;
      element.setAttribute(name, value);
    });
    children.forEach((child) => element.appendChild(build(child)));
    return element;
  }

  /* What had the focus keeps it, and so does each folded part its state. */
  TL.render = function (id, nodes) {
    const box = TL.byId(id);
    if (!box || !nodes) return;
    const text = JSON.stringify(nodes);
    if (box.dataset.shown === text.length + ":" + hash(text)) return;
    box.dataset.shown = text.length + ":" + hash(text);
    const held = box.contains(document.activeElement) ? document.activeElement : null;
    const sign = held && [held.dataset.act, held.dataset.value, held.dataset.facet, held.id].join("|");
    box.replaceChildren(...nodes.map(build));
    if (!held) return;
    const again = [...box.querySelectorAll("[data-act],[id]")].find((e) => [e.dataset.act, e.dataset.value, e.dataset.facet, e.id].join("|") === sign);
    if (again) again.focus({ preventScroll: true });
  };

  function hash(text) {
    let value = 0;
    for (let i = 0; i < text.length; i += 1) value = (value * 31 + text.charCodeAt(i)) | 0;
    return value;
  }

  TL.text = function (id, words) {
    const box = TL.byId(id);
    if (box && box.textContent !== words) box.textContent = words;
  };
})(window.TL);
