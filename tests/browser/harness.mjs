// Shared by the browser tests: a server over dist/, one Chromium per test file, and pages that note
// everything that goes wrong on them.
//
//     import { open, screenshot } from "./harness.mjs";
//
//     test("…", async () => {
//       const { page, problems } = await open({ path: "?p=compare", viewport: PHONE });
//       …
//       await screenshot(page, "compare-phone");
//       assert.deepEqual(problems, []);
//     });
//
// Builds nothing: run `scripts/test build` first. Environment:
//
//     CHROMIUM    the browser (default: an installed Chromium or Chrome)
//     RO_SO_DIST  the folder with the site (default: dist/)
//     HEADED=1    shows the browser
//     SLOW=6      runs each page at a sixth of the speed: what passes by luck fails

import { existsSync, mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { after, afterEach } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { launchOptions } from "../../tools/chromium.mjs";
import { start } from "../../tools/server.mjs";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const DIST = resolve(ROOT, process.env.RO_SO_DIST ?? "dist");
export const SCREENS = join(ROOT, "target", "screens");

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };

// ---------------------------------------------------------------------- the server and the browser

/** Servers by their options: started at the first use, closed at the end. */
const servers = new Map();
let browser;

/**
 * The server over dist/.
 *
 * @param {object} [options]
 * @param {string} [options.base] the folder in which the site is mounted
 * @param {Record<string, string> | false} [options.headers] more headers, or `false` for a host that
 *   knows no `_headers` file
 */
export function serve({ base = "/", headers = {} } = {}) {
  if (!existsSync(join(DIST, "index.html"))) {
    throw new Error(`There is no site in ${DIST}. Build it first: scripts/test build`);
  }
  const key = JSON.stringify([base, headers]);
  if (!servers.has(key)) servers.set(key, start({ root: DIST, base, headers }));
  return servers.get(key);
}

function launch() {
  browser ??= chromium.launch({ ...launchOptions, headless: !process.env.HEADED });
  return browser;
}

/** Contexts of the test that runs; they are closed when it ends. */
const contexts = new Set();

afterEach(async () => {
  const open = [...contexts];
  contexts.clear();
  await Promise.all(open.map((context) => context.close()));
});

after(async () => {
  await (await browser?.catch(() => undefined))?.close();
  for (const server of servers.values()) await (await server).close();
});

// ---------------------------------------------------------------------------------------- addresses

/** The page that each folder of the site holds. */
const FOLDERS = { places: "place", systems: "system", stories: "story", indicators: "compare" };
const NAMES = ["p", "tab", "i", "e", "time", "focus", "sort", "only", "lang", "theme", "embed", "v"];

/** The view of an address as one query, such as "?p=place&e=province63:17&lang=en". */
export function viewIn(address) {
  const { pathname, searchParams } = new URL(address);
  const [, english, folder, id] = /(?:^|\/)(en\/)?(?:([a-z]+)\/(?:([^/.]+)\/)?)?$/.exec(pathname) ?? [];
  const found = new Map(searchParams);
  // A query that names what to look at overrides the folder.
  if (folder && !["p", "i", "e"].some((name) => found.has(name))) {
    found.set("p", FOLDERS[folder] ?? folder);
    if (id) found.set(folder === "indicators" ? "i" : "e", folder === "places" ? id.replace("-", ":") : id);
  }
  if (english && !found.has("lang")) found.set("lang", "en");
  const pairs = NAMES.filter((name) => found.has(name)).map((name) => `${name}=${found.get(name)}`);
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

/** The view in a page's address. */
export const viewOf = (page) => viewIn(page.url());

/** Waits until the view in a page's address matches. */
export const waitForView = (page, wanted) => page.waitForURL((url) => wanted.test(viewIn(url)));

// -------------------------------------------------------------------------------------------- pages

/**
 * Opens a page of the site in a new context (own cache, own storage), and waits until it has loaded
 * and its network is quiet.
 *
 * @param {object} [options]
 * @param {string} [options.path] relative to the site, as in a link: "", "?p=compare", "embed/x/vi/"
 * @param {string} [options.url] an address instead: "file:///…"
 * @param {string} [options.base] see `serve`
 * @param {Record<string, string> | false} [options.headers] see `serve`
 * @param {(page: import("playwright-core").Page, context: import("playwright-core").BrowserContext) => Promise<void>}
 *   [options.before] runs before the page is loaded: routes, init scripts
 * @param {import("playwright-core").BrowserContextOptions} [options.context] further options of
 *   Playwright: forcedColors, hasTouch, offline, userAgent, …
 *
 * @param {boolean} [options.untouched] leaves the page untouched; otherwise the explorer is woken
 *   (`www/touch.js`)
 *
 * The others are Playwright's: viewport, colorScheme, reducedMotion, locale, javaScriptEnabled,
 * deviceScaleFactor.
 *
 * @returns {Promise<{page, context, server, response, problems: Problem[], requests: string[]}>}
 *   `problems` keeps growing: check it at the end of the test. `requests` holds all addresses that
 *   were requested.
 */
export async function open({
  path = "",
  url,
  base = "/",
  headers = {},
  viewport = DESKTOP,
  colorScheme = "light",
  reducedMotion = "no-preference",
  locale = "vi-VN",
  javaScriptEnabled = true,
  deviceScaleFactor = 1,
  before,
  context: more = {},
  untouched = false,
} = {}) {
  const server = url ? undefined : await serve({ base, headers });
  const context = await (await launch()).newContext({
    viewport,
    colorScheme,
    reducedMotion,
    locale,
    timezoneId: "Asia/Ho_Chi_Minh",
    javaScriptEnabled,
    deviceScaleFactor,
    ...more,
  });
  contexts.add(context);
  const own = url?.startsWith("http") ? new URL(url).origin : server?.origin;
  const { problems, requests } = await watch(context, { origin: own, javaScriptEnabled });
  const page = await context.newPage();
  if (process.env.SLOW) await slow(page, Number(process.env.SLOW));
  await before?.(page, context);
  const response = await page.goto(url ?? new URL(path, server.url).href, { waitUntil: "load" });
  if (!untouched && javaScriptEnabled) await wake(page);
  await settled(page);
  return { page, context, server, response, problems, requests };
}

/** Like `open`, but also waits until the app has replaced the static page. */
export async function openApp(options = {}) {
  const opened = await open(options);
  await started(opened.page);
  return opened;
}

/** Runs a page at a fraction of the processor's speed. */
export async function slow(page, rate) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** Touches a page: only that starts the explorer on a page for reading (`www/touch.js`). */
const wake = (page) => page.evaluate(() => dispatchEvent(new PointerEvent("pointerdown")));

/** Waits until the app has replaced the static page. */
export async function started(page) {
  await wake(page);
  await page.locator("#static").waitFor({ state: "detached" });
}

/** A text with plain spaces for no-break ones, as in a typed text. */
export function spaced(text) {
  return text.replaceAll("\u00a0", " ");
}

/** The text that a reader sees of an element. */
export async function told(locator) {
  return spaced(await locator.innerText());
}

/** Waits until no request is under way for half a second. */
export async function settled(page) {
  await page.waitForLoadState("networkidle");
}

/**
 * @typedef {{kind: "console" | "error" | "request" | "csp" | "foreign", text: string}} Problem
 *   console: anything that was written to the console; error: an uncaught exception; request: one
 *   that failed or was answered with 4xx or 5xx; csp: a violation of the
 *   Content-Security-Policy or of Trusted Types; foreign: a request to another origin
 */

/** Notes what goes wrong on all pages, frames and workers of a context. */
async function watch(context, { origin, javaScriptEnabled }) {
  /** @type {Problem[]} */
  const problems = [];
  const requests = [];
  const note = (kind, text) => problems.push({ kind, text });
  let closing = false;
  context.on("close", () => (closing = true));

  context.on("console", (message) => {
    const { url, lineNumber } = message.location();
    // Hints of the browser itself ("[Violation] …", "[Intervention] …") come as debug messages; a
    // page's own console.debug has a place in a script.
    if (message.type() === "debug" && !url) return;
    note("console", `${message.type()}: ${message.text()}${url ? ` (${url}:${lineNumber})` : ""}`);
  });
  context.on("weberror", (error) => note("error", error.error().stack ?? String(error.error())));

  const isForeign = (url) => {
    const { protocol } = new URL(url);
    if (protocol === "data:" || protocol === "blob:" || protocol === "about:") return false;
    if (!origin) return protocol !== "file:";
    return new URL(url).origin !== origin;
  };
  context.on("request", (request) => {
    requests.push(request.url());
    if (isForeign(request.url())) note("foreign", `${request.method()} ${request.url()}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // With JavaScript off, scripts are "blocked by policy", as the test asked for.
    if (closing || (!javaScriptEnabled && reason === "csp")) return;
    // The icon loads last; leaving the page before that aborts it.
    if (reason === "net::ERR_ABORTED" && /\/icon\.[0-9a-f]+\.svg$/.test(request.url())) return;
    note("request", `${request.url()}: ${reason}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) note("request", `${response.url()}: ${response.status()}`);
  });
  context.on("page", (page) => {
    page.on("crash", () => note("error", "the page crashed"));
    page.on("websocket", (socket) => note("foreign", `WebSocket ${socket.url()}`));
  });

  await context.exposeBinding("__reportCspViolation", (_source, text) => note("csp", text));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const place = event.sourceFile ? ` (${event.sourceFile}:${event.lineNumber})` : "";
      window.__reportCspViolation(
        `${event.effectiveDirective} blocks ${event.blockedURI}: ${event.sample}${place}`,
      );
    });
  });
  return { problems, requests };
}

// ------------------------------------------------------------------------------------------ helpers

/** The address of a file of dist/, for opening it as by a double click. */
export function fileUrl(path) {
  return pathToFileURL(join(DIST, path)).href;
}

/** Writes a picture to target/screens/, for people to look at; returns its path. */
export async function screenshot(page, name, options = {}) {
  mkdirSync(SCREENS, { recursive: true });
  const path = join(SCREENS, `${name.replace(/[^\p{L}\p{N}._-]+/gu, "-")}.png`);
  await page.screenshot({ path, fullPage: true, ...options });
  return path;
}

let axeSource;
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** How many pixels the page is wider than its window. */
export function tooWide(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/**
 * What axe-core finds against WCAG 2.2 A and AA on a page, one line for each place: "rule: what to
 * do (selector)". `only` limits it to tags, or to the rules `{ type: "rule", values: [...] }`.
 */
export async function accessibilityProblems(page, { context = undefined, rules = {}, only = WCAG } = {}) {
  axeSource ??= await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    ([within, changed, runOnly]) =>
      window.axe.run(within ?? document, { runOnly, resultTypes: ["violations"], rules: changed }),
    [context, rules, only],
  );
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help} (${node.target.join(" ")})`),
  );
}
