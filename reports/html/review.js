// Decisions without loading the page again: the answer is the finding's card, which takes the place of the old one.
"use strict";
(() => {
  const said = document.querySelector("[data-recorded]");
  if (!said) return;
  const name_kept = "crosscheck.by";
  const kept = () => { try { return localStorage.getItem(name_kept) || ""; } catch (refused) { return ""; } };

  const name = (form) => { if (!form.elements.by.value) form.elements.by.value = kept(); };
  const prepare = (form) => {
    name(form);
    // Who waits must say until when.
    const check = () => { form.elements.until.required = form.elements.choice.value === "wait"; };
    form.addEventListener("change", check);
    check();
  };
  document.querySelectorAll(".decide").forEach(prepare);

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches(".decide")) return;
    event.preventDefault();
    const data = new URLSearchParams(new FormData(form));
    if (event.submitter && event.submitter.name) data.set(event.submitter.name, event.submitter.value);
    try { if (form.elements.by.value) localStorage.setItem(name_kept, form.elements.by.value); } catch (refused) { /* not kept */ }
    said.textContent = "";
    let answer;
    try {
      answer = await fetch(form.action, { method: "POST", body: data, headers: { "X-Crosscheck-Card": "1" } });
    } catch (gone) {
      said.textContent = said.dataset.unsent;
      return;
    }
    const made = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".card");
    const card = form.closest(".card");
    if (!made || made.id !== card.id) { location.reload(); return; }
    card.replaceWith(made);
    prepare(made.querySelector(".decide"));
    document.querySelectorAll(".decide").forEach(name);
    document.dispatchEvent(new CustomEvent("crosscheck:card", { detail: { old: card, made } }));
    const next = made.querySelector(".refused") || made.querySelector("h3");
    next.tabIndex = -1;
    next.focus();
    if (answer.ok) said.textContent = said.dataset.recorded;
  });

  // 1, 2, 3 … choose in the form of the finding at hand.
  document.addEventListener("keydown", (event) => {
    if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!document.querySelector("#keys input").checked || event.target.closest("input:not([type=radio], [type=checkbox]), select, textarea")) return;
    const card = document.activeElement.closest(".card") || document.querySelector(".card.current");
    const choice = card && card.querySelectorAll(".decide [name=choice]")[Number(event.key) - 1];
    if (!choice) return;
    event.preventDefault();
    choice.click();
    choice.focus();
  });
})();
