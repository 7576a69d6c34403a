// The keys. They can be switched off, as somebody may steer by voice or have keys of their own.
"use strict";
(() => {
  const help = document.querySelector("#keys");
  if (!help) return;
  const on = help.querySelector("input");
  help.hidden = false;
  try { on.checked = localStorage.getItem("crosscheck.keys") !== "off"; } catch (refused) { /* on */ }
  on.addEventListener("change", () => {
    try { localStorage.setItem("crosscheck.keys", on.checked ? "on" : "off"); } catch (refused) { /* not kept */ }
  });

  let current = null;
  // A row in a folded group is reached by opening the group.
  const reachable = () => Array.from(document.querySelectorAll("[data-finding]:not([hidden])"))
    .filter((finding) => { const group = finding.closest("details[data-group]"); return !group || group.open; });
  const go_to = (finding) => {
    if (!finding) return;
    if (current) current.classList.remove("current");
    current = finding;
    current.classList.add("current");
    const focused = current.querySelector("summary") || current;
    if (focused === current) current.tabIndex = -1;
    focused.focus({ preventScroll: true });
    current.scrollIntoView({ block: "nearest" });
  };
  const step = (by) => {
    const all = reachable();
    const at = all.indexOf(current);
    go_to(at < 0 ? all[by > 0 ? 0 : all.length - 1] : all[at + by]);
  };
  const actions = {
    j: () => step(1),
    k: () => step(-1),
    o: () => { const part = current && current.closest("details"); if (part) part.open = !part.open; },
    a: () => {
      const place = current && current.querySelector("a.place");
      if (!place) return;
      if (current.matches("details")) current.open = true;
      place.click();
    },
    u: () => { if (current) { location.hash = (current.id || current.querySelector("[id]").id); go_to(current); } },
    "/": () => { const field = document.querySelector(".filter input"); if (field) field.focus(); },
    Escape: () => { if (window.crosscheck) window.crosscheck.clear(); },
    "?": () => { help.open = !help.open; if (help.open) help.scrollIntoView(); help.querySelector("summary").focus(); },
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape" && typing) { typing.blur(); actions.Escape(); return; }
    if (!on.checked || typing || event.ctrlKey || event.metaKey || event.altKey || !actions[event.key]) return;
    event.preventDefault();
    actions[event.key]();
  });
  document.addEventListener("crosscheck:card", (event) => {
    if (current !== event.detail.old) return;
    current = event.detail.made;
    current.classList.add("current");
  });
  document.addEventListener("focusin", (event) => {
    const finding = event.target.closest && event.target.closest("[data-finding]");
    if (finding && finding !== current) {
      if (current) current.classList.remove("current");
      current = finding;
    }
  });
})();
