// The filter. Everything on the page can be read without this script.
"use strict";
(() => {
  const form = document.querySelector(".filter");
  let findings = Array.from(document.querySelectorAll("[data-finding]"));
  if (!form || findings.length < 2) return;
  const said = form.querySelector(".shown");
  const figure = (n) => n.toLocaleString(document.documentElement.lang);
  const store = "crosscheck.filter." + document.title;
  const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const texts = new Map();
  const text_of = (finding) => {
    if (!texts.has(finding)) texts.set(finding, folded(finding.textContent));
    return texts.get(finding);
  };
  let pair = [];  // two sources, from the matrix

  const matches = (finding, asked, words) => {
    const { v, s, n = "", f, r, d } = finding.dataset;
    return (!asked.v || asked.v === v) && (!asked.s || asked.s === s) && (!asked.r || asked.r === r) &&
      (!asked.d || asked.d === d) && (!asked.n || n.split(" ").includes(asked.n)) &&
      (!asked.f || f.includes(" " + asked.f + " ")) && pair.every((source) => f.includes(" " + source + " ")) &&
      (words.length === 0 || words.every((word) => text_of(finding).includes(word)));
  };

  // Headings tell how many of theirs are shown; what has none to show is hidden.
  const count_in = (part, counter, filtered) => {
    const all = part.querySelectorAll("[data-finding]");
    const shown = part.querySelectorAll("[data-finding]:not([hidden])").length;
    part.hidden = shown === 0;
    counter.textContent = filtered && shown < all.length ? shown + " / " + all.length : all.length;
    if (part.matches("details") && filtered && shown > 0 && shown <= 200) part.open = true;
  };

  const apply = () => {
    const asked = Object.fromEntries(new FormData(form));
    const words = folded(asked.q).split(/\s+/).filter(Boolean);
    const filtered = Object.values(asked).some((value) => value !== "") || pair.length > 0;
    let shown = 0;
    for (const finding of findings) {
      finding.hidden = filtered && !matches(finding, asked, words);
      if (!finding.hidden) ++shown;
    }
    for (const part of document.querySelectorAll("[data-group]")) count_in(part, part.querySelector(".n"), filtered);
    for (const part of document.querySelectorAll("[data-list]")) count_in(part, part.querySelector("h2 .n"), filtered);
    for (const field of form.elements) if (field.name) field.classList.toggle("set", field.value !== "");
    said.textContent = shown === 0 ? said.dataset.none :
      said.dataset.words.replace("{n}", figure(shown)).replace("{all}", figure(findings.length));
    said.classList.toggle("empty", shown === 0);
    try { sessionStorage.setItem(store, JSON.stringify({ asked, pair })); } catch (refused) { /* not kept */ }
  };

  const clear = () => { pair = []; form.reset(); apply(); };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => { pair = []; setTimeout(apply); });

  for (const cell of document.querySelectorAll("[data-pair]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...cell.childNodes);
    cell.append(button);
    button.addEventListener("click", () => {
      form.reset();
      pair = cell.dataset.pair.split(" ");
      apply();
      document.getElementById("findings").focus();
      form.scrollIntoView();
    });
  }

  // A link to a finding that is filtered out shows it.
  window.addEventListener("hashchange", () => {
    if (form.contains(document.activeElement)) return;  // who types into the filter loses nothing
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.closest("[hidden]")) { clear(); target.scrollIntoView(); }
  });

  // A card has taken the place of another. What was just decided stays in sight until the filter is touched.
  document.addEventListener("crosscheck:card", () => {
    findings = Array.from(document.querySelectorAll("[data-finding]"));
  });

  form.hidden = false;
  try {
    const kept = JSON.parse(sessionStorage.getItem(store));
    for (const [name, value] of Object.entries(kept.asked)) form.elements[name].value = value;
    pair = kept.pair;
  } catch (nothing) { /* a first visit */ }
  apply();
  // The filter has moved what the address leads to.
  const asked_for = location.hash && document.getElementById(location.hash.slice(1));
  if (asked_for) asked_for.scrollIntoView();
  window.crosscheck = { clear };
})();
