// Hides findings that do not hold the words typed. Everything else works without this script.
"use strict";
(() => {
  const box = document.querySelector(".filter");
  const field = box && box.querySelector("input");
  const empty = box && box.querySelector(".empty");
  const findings = document.querySelectorAll("[data-finding]");
  if (!field || findings.length < 2) return;
  const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const texts = Array.from(findings, (finding) => folded(finding.textContent));
  const apply = () => {
    const words = folded(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    findings.forEach((finding, i) => {
      finding.hidden = !words.every((word) => texts[i].includes(word));
      shown += finding.hidden ? 0 : 1;
    });
    empty.hidden = shown > 0;
  };
  box.hidden = false;
  field.addEventListener("input", apply);
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.closest("[hidden]")) {
      field.value = "";
      apply();
      target.scrollIntoView();
    }
  });
})();
