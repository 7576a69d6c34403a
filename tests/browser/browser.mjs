// What the browser tests share: one Chromium, pages that tell when something goes wrong on them, the program.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(process.env.CROSSCHECK_MODULES);
const { chromium } = require("playwright-core");
export const axe = require("axe-core");
export const program = process.env.CROSSCHECK;
export const draft = join(process.env.CROSSCHECK_ROOT, "examples", "draft", "draft.md");
export const dossier = join(process.env.CROSSCHECK_ROOT, "examples", "board-crisis");

export const launch = () =>
  chromium.launch({ executablePath: process.env.CROSSCHECK_BROWSER, args: ["--no-sandbox", "--disable-dev-shm-usage"] });

// A folder that is gone when the test is over.
export const scratch = (t) => {
  const folder = mkdtempSync(join(tmpdir(), "crosscheck-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const run = (...words) => execFileSync(program, words, { encoding: "utf8", maxBuffer: 1 << 26 });

// Exit status and outputs of a call that may fail.
export const attempt = (...words) => {
  try {
    return { status: 0, out: run(...words) };
  } catch (failed) {
    return { status: failed.status, out: failed.stdout, err: failed.stderr };
  }
};

// The report of some paths as a page: its address.
export const report = (folder, paths, ...flags) => {
  const file = join(folder, "report.html");
  run("check", ...paths, "--html-output", file, "--quiet", ...flags);
  return pathToFileURL(file).href;
};

// A page, and all that went wrong on it: errors, refusals of its policy, requests that left the machine.
export const open = async (t, browser, url, options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  t.after(() => context.close());
  context.setDefaultTimeout(120000);  // a busy machine is no fault of the page
  const page = await context.newPage();
  page.wrong = [];
  page.on("pageerror", (error) => page.wrong.push(error.message));
  page.on("console", (message) => { if (message.type() === "error") page.wrong.push(message.text()); });
  page.on("request", (request) => {
    const address = new URL(request.url());
    if (address.protocol !== "file:" && address.hostname !== "127.0.0.1") page.wrong.push("asked for " + address);
  });
  await page.goto(url);
  return page;
};

export const shot = (page, name) => page.screenshot({ path: join(process.env.CROSSCHECK_SHOTS, name + ".png") });

// What a rule book for accessibility finds, in words.
export const faults = async (page) => {
  await page.evaluate(axe.source);
  const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.map((rule) => `${rule.id}: ${rule.help} (${rule.nodes.length}: ${rule.nodes[0].html.slice(0, 150)})`);
};

// `crosscheck review` until the test is over: its address and the process.
export const review = (t, ...words) => new Promise((resolve, reject) => {
  const child = spawn(program, ["review", "--no-browser", ...words]);
  t.after(() => { child.kill("SIGKILL"); });
  let told = "", wrong = "";
  child.stderr.on("data", (bytes) => { wrong += bytes; });
  child.stdout.on("data", (bytes) => {
    told += bytes;
    const address = told.match(/http:\/\/127\.0\.0\.1:\d+\/\w+\//);
    if (address) resolve({ url: address[0], child, told: () => told, wrong: () => wrong });
  });
  child.on("exit", (status) => reject(new Error(`review ended with ${status}: ${wrong}`)));
});
