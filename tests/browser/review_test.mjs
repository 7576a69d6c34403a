// An editor's morning: open, filter, decide, reload, and the gate obeys.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { attempt, dossier, faults, launch, open, review, scratch, shot } from "./browser.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const gate = (file) => attempt("check", dossier, "--quiet", "--fail-on", "error", "--decisions", file).status;
const card = (page, id) => page.locator("#" + id);

test("open, filter, decide, reload, and the gate obeys", async (t) => {
  const file = join(scratch(t), "decisions.yml");
  assert.equal(gate(file), 1);
  const { url } = await review(t, dossier, "--decisions", file);
  const page = await open(t, browser, url);
  await page.locator("select[name=s]").selectOption("error");
  assert.equal(await page.locator(".card:not([hidden])").count(), 2);
  await shot(page, "review");

  const first = card(page, "f-0001");
  await first.getByLabel("Not the same thing").check();
  await first.getByLabel("Your name").fill("Claire Martin");
  await first.getByLabel("Note").fill("two head counts <b>of two days</b>");
  await first.getByRole("button", { name: "Record" }).click();
  await first.getByText("Decided by Claire Martin").waitFor();
  assert.equal(await page.locator("[data-recorded]").textContent(), "Recorded");
  assert.equal(await first.locator("b", { hasText: "of two days" }).count(), 0);
  assert.match(readFileSync(file, "utf8"), /decision: not_same/);
  assert.equal(gate(file), 1);

  // By keys: the second finding, its first side is right.
  await page.locator("h1").click();
  await first.locator("h3").click();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("3");
  const second = card(page, "f-0002");
  assert.equal(await second.locator("[value=right-0]").isChecked(), true);
  assert.equal(await second.getByLabel("Your name").inputValue(), "Claire Martin");
  await page.keyboard.press("Enter");
  await second.getByText("Decided by Claire Martin").waitFor();
  assert.equal(gate(file), 0);

  await page.reload();
  await first.getByText("Decided by Claire Martin").waitFor();
  assert.equal(await page.locator("select[name=s]").inputValue(), "error");
  await page.locator("select[name=n]").selectOption("decided");
  assert.equal(await page.locator(".card:not([hidden])").count(), 2);
  await shot(page, "review-decided");
  assert.deepEqual(await faults(page), []);

  await second.getByRole("button", { name: "Take back" }).click();
  await second.locator(".decision").waitFor({ state: "detached" });
  assert.equal(gate(file), 1);
  assert.deepEqual(page.wrong, []);
});

test("to wait needs a date, and a lapsed one stops the gate again", async (t) => {
  const file = join(scratch(t), "decisions.yml");
  const { url } = await review(t, dossier, "--decisions", file);
  const page = await open(t, browser, url);
  for (const id of ["f-0001", "f-0002"]) {
    const one = card(page, id);
    await one.getByLabel("Wait").check();
    await one.getByLabel("Your name").fill("Ibrahim Faye");
    assert.equal(await one.locator("form").evaluate((form) => form.checkValidity()), false);
    await one.locator("[name=until]").fill("2998-12-31");
    await one.getByRole("button", { name: "Record" }).click();
    await one.getByText("Decided by Ibrahim Faye").waitFor();
  }
  assert.equal(gate(file), 0);
  assert.equal(attempt("check", dossier, "--quiet", "--fail-on", "error", "--decisions", file, "--today", "2999-01-01").status, 1);
});

test("two editors: the second sees what the first decided before replacing it", async (t) => {
  const file = join(scratch(t), "decisions.yml");
  const pages = [];
  for (const name of ["Ada", "Boris"]) {
    const { url } = await review(t, dossier, "--decisions", file);
    pages.push([await open(t, browser, url), name]);
  }
  for (const [page, name] of pages) {
    const one = card(page, "f-0001");
    await one.getByLabel("real conflict").check();
    await one.getByLabel("Your name").fill(name);
    await one.getByRole("button", { name: "Record" }).click();
    await one.getByText("Decided by Ada").waitFor();
  }
  const [boris] = pages[1];
  await boris.getByText("Somebody else has decided meanwhile").waitFor();
  await shot(boris, "review-conflict");
  assert.equal(await card(boris, "f-0001").getByLabel("Your name").inputValue(), "Boris");
  await card(boris, "f-0001").getByRole("button", { name: "Record" }).click();
  await boris.getByText("Decided by Boris").waitFor();
});

test("it works without a script", async (t) => {
  const file = join(scratch(t), "decisions.yml");
  const { url } = await review(t, dossier, "--decisions", file, "--lang", "fr");
  const page = await open(t, browser, url, { javaScriptEnabled: false });
  const first = card(page, "f-0001");
  await first.getByLabel("Pas la même chose").check();
  await first.getByLabel("Votre nom").fill("Zoé");
  await first.getByRole("button", { name: "Enregistrer" }).click();
  await page.waitForURL(/#f-0001$/);
  assert.match(await first.locator(".decision").textContent(), /Zoé/);
});

test("a page of another site gets nowhere", async (t) => {
  const file = join(scratch(t), "decisions.yml");
  const { url, wrong } = await review(t, dossier, "--decisions", file);
  const page = await open(t, browser, "about:blank");
  await page.route("http://other.example/", (route) => route.fulfill({ contentType: "text/html", body: `<form method="post" action="${url}decide">
    <input name="finding" value="x"><button>go</button></form><iframe src="${url}"></iframe>` }));
  await page.goto("http://other.example/");
  const status = await page.evaluate((at) => fetch(at).then((answer) => answer.status, () => "refused"), url);
  assert.equal(status, "refused");
  const [answer] = await Promise.all([page.waitForResponse((one) => one.url().endsWith("/decide")), page.getByText("go").click()]);
  assert.equal(answer.status(), 403);
  assert.equal(wrong(), "");
});
