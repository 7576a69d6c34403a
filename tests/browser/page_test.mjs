// The HTML report as its readers use it.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { attempt, dossier, draft, faults, launch, open, report, scratch, shot } from "./browser.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const shown = (page) => page.locator("[data-finding]:not([hidden])").count();
const in_view = (page, selector) => page.waitForFunction((at) => {
  const box = document.querySelector(at).getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
}, selector);

test("the report opens, asks for nothing and breaks no rule of accessibility", async (t) => {
  const url = report(scratch(t), [dossier]);
  for (const colorScheme of ["light", "dark"]) {
    const page = await open(t, browser, url, { colorScheme });
    assert.match(await page.locator("h1").textContent(), /4 contradictions in 5 articles/);
    assert.deepEqual(await faults(page), []);
    assert.deepEqual(page.wrong, []);
    await shot(page, "report-" + colorScheme);
    await page.locator("#matrix").scrollIntoViewIfNeeded();
    await page.locator("#matrix").evaluate((heading) => heading.scrollIntoView());
    await shot(page, "matrix-" + colorScheme);
  }
});

test("the filter shows what is asked for, tells how much that is, and survives a reload", async (t) => {
  const page = await open(t, browser, report(scratch(t), [dossier]));
  const all = await shown(page);
  await page.getByLabel("Verdict").selectOption("contradiction");
  assert.equal(await shown(page), 4);
  assert.match(await page.locator(".filter .shown").textContent(), new RegExp(`^4 of ${all} findings shown`));
  assert.equal(await page.locator("#agreements").isVisible(), false);
  await page.locator("select[name=f]").selectOption({ label: "Carnet techno" });
  assert.equal(await shown(page), 2);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.waitForFunction((n) => document.querySelectorAll("[data-finding]:not([hidden])").length === n, all);
  // A browser keeps what fields hold a moment after they were filled, so that a reload at once may come too early.
  for (let tries = 0; tries < 10 && (tries === 0 || (await page.getByRole("searchbox").inputValue()) === ""); ++tries) {
    await page.getByRole("searchbox").fill("SIGNATORIES 500");
    assert.equal(await shown(page), 1);
    await page.waitForTimeout(100 * tries);
    await page.reload();
  }
  assert.equal(await page.getByRole("searchbox").inputValue(), "SIGNATORIES 500");
  assert.equal(await shown(page), 1);
  await page.getByRole("searchbox").fill("no such words");
  assert.equal(await page.locator(".filter .shown").textContent(), "No finding holds these words");
  await page.keyboard.press("Escape");
  assert.equal(await shown(page), all);
});

test("a field of the matrix shows the findings of its two sources", async (t) => {
  const page = await open(t, browser, report(scratch(t), [dossier]));
  await page.locator(".matrix tbody tr").nth(1).locator("button").nth(2).click();
  const cards = page.locator(".card:not([hidden])");
  assert.equal(await cards.count(), 2);
  for (const card of await cards.all()) {
    assert.match(await card.textContent(), /Harbour Wire/);
    assert.match(await card.textContent(), /Le Fil du soir/);
  }
});

test("one click leads from a passage to its place in the article, and back", async (t) => {
  const page = await open(t, browser, report(scratch(t), [dossier]));
  const place = page.locator(".card a.place").first();
  const target = await place.getAttribute("href");
  await place.click();
  await in_view(page, target);
  assert.match(await page.locator(`${target} ~ .c`).first().textContent(), /770 employees/);
  await shot(page, "article");
  await page.locator(`${target} ~ .c`).first().click();
  assert.equal(new URL(page.url()).hash, "#f-0001");
  await in_view(page, "#h-f-0001");
});

test("all can be done by keys", async (t) => {
  const page = await open(t, browser, report(scratch(t), [dossier]));
  const current = () => page.locator(".current").evaluate((at) => at.id || at.querySelector("[id]").id);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await current(), "f-0002");
  await page.keyboard.press("k");
  assert.equal(await current(), "f-0001");
  await page.keyboard.press("a");
  await page.waitForURL(/#c-\d+$/);
  await page.keyboard.press("u");
  await page.waitForURL(/#f-0001$/);
  for (let i = 0; i < 4; ++i) await page.keyboard.press("j");
  assert.equal(await current(), "f-0005");
  await page.keyboard.press("o");
  assert.equal(await page.locator(".current").evaluate((at) => at.open), true);
  await page.keyboard.press("/");
  await page.keyboard.type("jk?");
  assert.equal(await page.getByRole("searchbox").inputValue(), "jk?");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  assert.equal(await page.locator("#keys").evaluate((at) => at.open), true);
  await page.locator("#keys input").uncheck();
  await page.locator("h1").click();
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.matches("input[type=search]")), false);
});

test("it can be read without a script", async (t) => {
  const page = await open(t, browser, report(scratch(t), [dossier]), { javaScriptEnabled: false });
  assert.equal(await page.locator(".filter").isVisible(), false);
  assert.equal(await page.locator("#keys").isVisible(), false);
  assert.equal(await page.locator(".card").count(), 4);
  await page.locator(".agree summary").first().click();
  assert.equal(await page.locator(".agree .claim").first().isVisible(), true);
  await page.locator(".card a.place").first().click();
  assert.match(new URL(page.url()).hash, /^#c-\d+$/);
});

test("on a narrow screen nothing sticks out, in both languages", async (t) => {
  for (const language of ["en", "fr"]) {
    const page = await open(t, browser, report(scratch(t), [dossier], "--lang", language, "--draft", draft), { viewport: { width: 380, height: 900 } });
    assert.equal(await page.locator("html").getAttribute("lang"), language);
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(wide <= room, `${wide} of ${room}`);
    assert.deepEqual(await faults(page), []);
    await shot(page, "narrow-" + language);
  }
});

test("it prints", async (t) => {
  const page = await open(t, browser, report(scratch(t), [dossier]));
  const pdf = await page.pdf({ path: join(process.env.CROSSCHECK_SHOTS, "report.pdf"), format: "A4" });
  assert.ok(pdf.length > 10000);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".filter").isVisible(), false);
  assert.equal(await page.locator(".agree .claim").first().isVisible(), true);
});

test("nothing in an article runs", async (t) => {
  const folder = scratch(t);
  const attack = `"><img src=x onerror=hacked=1><script>hacked=1</script><svg onload=hacked=1>' onmouseover='hacked=1 </script></style></title>{{style}}`;
  mkdirSync(join(folder, "in"));
  for (const [name, figure] of [["a", 750], ["b", 770]]) {
    writeFileSync(join(folder, "in", name + ".txt"), `${attack}\n\nVelmora emploie ${figure} salariés ${attack}.\n\n${attack} a déclaré Jeanne Roux.\n`);
  }
  writeFileSync(join(folder, "in", "documents.yml"), JSON.stringify(["a", "b"].map((name) => ({
    path: name + ".txt", source: attack + name, title: attack, language: "fr", published: "2024-05-17", url: "javascript:hacked=1", dossier: attack }))));
  const page = await open(t, browser, report(folder, [join(folder, "in")]));
  assert.match(await page.locator("h1").textContent(), /^1 contradiction/);
  assert.equal(await page.locator("img, svg[onload], [onmouseover], a[href^='javascript:']").count(), 0);
  await page.locator("abbr").first().hover();
  await page.locator("select[name=f]").selectOption({ index: 1 });
  assert.equal(await page.evaluate(() => typeof hacked), "undefined");
  assert.deepEqual(page.wrong, []);
});

test("five hundred articles open and can be filtered", async (t) => {
  const folder = scratch(t);
  const towns = ["Brévannes", "Courlande", "Valmeyrac", "Ostrevent", "Pontarède"];
  mkdirSync(join(folder, "in"));
  const metadata = [];
  for (let i = 0; i < 500; ++i) {
    const event = Math.floor(i / 4), town = towns[event % 5];
    const dead = 10 + event + (i % 4 === 3 ? 2 : 0);
    writeFileSync(join(folder, "in", `n${i}.txt`), `Incendie à ${town}\n\nL'incendie de ${town} a fait ${dead} morts le ${1 + (event % 28)} mars 2024. ` +
      `Velmora ${event} emploie ${300 + event} salariés. Les dégâts sont évalués à ${2 + event} millions d'euros.\n\n« Nous avons tout perdu », a dit un habitant.\n`);
    metadata.push({ path: `n${i}.txt`, source: `Journal ${i % 4}`, language: "fr", published: `2024-03-${String(1 + (event % 28)).padStart(2, "0")}`, dossier: `e${event}` });
  }
  writeFileSync(join(folder, "in", "documents.yml"), JSON.stringify(metadata));
  const page = await open(t, browser, report(folder, [join(folder, "in")]));
  const ready = await page.evaluate(() => Math.round(performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd));
  t.diagnostic(`ready after ${ready} ms, ${await page.evaluate(() => document.getElementsByTagName("*").length)} elements`);
  await shot(page, "five-hundred");
  await page.getByLabel("Verdict").selectOption("contradiction");
  assert.equal(await shown(page), await page.locator(".card").count());
  const place = page.locator(".card a.place").last();
  const target = await place.getAttribute("href");
  await place.click();
  await in_view(page, target);
});
