// Frames in articles: real host pages on another origin, with and without scripts, policies, sandboxes
// and ill will.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { DIST, PHONE, accessibilityProblems, open, screenshot, serve } from "./harness.mjs";

/** A story, and a comparison of 63 provinces, the heaviest there is. */
const STORY = "embed/stories/hoa-binh/";
const BARS = "embed/indicators/dti_province/";
const HOST_SCRIPT = "nhung-1.js";

// ------------------------------------------------------------------------------------ the host pages

/** What the newspaper's server answers, by path. */
const articles = new Map();
let newspaper;
let site;

before(async () => {
  site = (await serve()).url;
  const server = createServer((request, response) => {
    const { body, headers = {} } = articles.get(request.url.split("?")[0]) ?? { body: "" };
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...headers });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  newspaper = { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
  newspaper.server = server;
});

after(() => {
  newspaper.server.closeAllConnections();
  newspaper.close();
});

/** A frame, as the explorer writes its code. */
const frame = (path, { height = 600, more = "" } = {}) =>
  `<iframe title="Hình" src="${site}${path}" width="100%" height="${height}" frameborder="0" ${more}></iframe>`;
const script = () => `<script async src="${site}${HOST_SCRIPT}"></script>`;

/**
 * Opens an article with this markup in its column, `width` pixels wide. `problems` leaves out
 * requests to the site, whose origin is another one on purpose.
 */
async function article(markup, { width = 740, headers, head = "", ...options } = {}) {
  articles.set("/article", {
    headers,
    body: `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Bài</title><link rel="icon" href="data:,">${head}</head>
      <body><main><h1>Một bài báo</h1><p>Chữ trong bài.</p>${markup}<p>Chữ sau hình.</p></main></body></html>`,
  });
  const opened = await open({
    url: `${newspaper.url}article`,
    viewport: { width: width + 16, height: 900 },
    context: { serviceWorkers: "block", ...options.context },
    ...options,
  });
  const ours = new URL(site).origin;
  return {
    ...opened,
    inside: opened.page.frameLocator("iframe").first(),
    get problems() {
      return opened.problems.filter(({ kind, text }) => !(kind === "foreign" && text.includes(ours)));
    },
    asked: (pattern) => opened.requests.filter((address) => pattern.test(address)).length,
  };
}

/** Collects in `window.heard` what the frames of a page say. */
const heard = `<script>
  window.heard = [];
  addEventListener("message", (event) => heard.push({ data: event.data, origin: event.origin }));
</script>`;

const heightOf = (page, at = 0) =>
  page.locator("iframe").nth(at).evaluate((element) => element.getBoundingClientRect().height);
const contentOf = (inside) => inside.locator("html").evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
/** Scrolls a frame into view and waits until it is as high as its content. */
async function fits(page, at = 0) {
  await page.locator("iframe").nth(at).scrollIntoViewIfNeeded();
  const inside = page.frameLocator("iframe").nth(at);
  await inside.locator("h1").waitFor();
  let last;
  for (let tries = 0; tries < 40; tries++) {
    last = [await heightOf(page, at), await contentOf(inside)];
    if (last[0] === last[1]) return last[0];
    await page.waitForTimeout(100);
  }
  assert.fail(`the frame is ${last[0]} px high, what is in it ${last[1]}`);
}

const CODE = /\.wasm$|\/data\.\w+\.json$|\/ro-so\.\w+\.js$/;

/** A tap on something that asks for nothing in particular. */
const tap = (inside) => inside.locator(".finding").first().click();
/** Waits until the explorer has replaced the still page. */
const awake = (inside) => inside.locator("#static").waitFor({ state: "detached" });

// ------------------------------------------------------------------------------------- what they are

/** Every file of that name below a folder of dist/. */
function files(folder, name) {
  return readdirSync(join(DIST, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === name)
    .map((entry) => join(entry.parentPath, entry.name));
}

test("no page for frames weighs more than 30 kB, fonts apart", () => {
  const pages = ["embed", "en/embed"].flatMap((folder) => files(folder, "index.html.br"));
  assert.ok(pages.length > 40, `${pages.length} pages`);
  for (const page of pages) assert.ok(statSync(page).size <= 30_000, `${page}: ${statSync(page).size} bytes`);
});

test("a frame is one page and its fonts; picture, sentence, table, caveats and source are all there", async () => {
  for (const path of [STORY, BARS, `en/${BARS}`]) {
    const { inside, requests, problems, asked } = await article(frame(path));
    await inside.locator("h1").waitFor();
    assert.ok(await inside.locator(".finding").isVisible(), path);
    assert.ok(await inside.locator("svg.chart:visible").first().isVisible(), path);
    assert.ok(await inside.locator(".notes li").first().isVisible(), path);
    assert.ok(await inside.locator(".source").isVisible(), path);
    await inside.locator("details > table, details .twin").first().waitFor({ state: "attached" });
    const link = await inside.getByRole("link", { name: /Rõ Số/ }).evaluate((link) => [link.href, link.target]);
    assert.deepEqual(link, [`${site}${path.replace("embed/", "")}`, "_blank"]);
    assert.equal(asked(CODE), 0, path);
    const others = requests.filter((address) => address.startsWith(site) && !/\.woff2$/.test(address));
    assert.deepEqual(others, [`${site}${path}`]);
    assert.deepEqual(problems, []);
  }
});

test("at every width the picture fits the frame", async () => {
  for (const width of [288, 320, 341, 360, 375, 390, 430, 480, 600, 740, 1000]) {
    for (const path of [STORY, BARS, "embed/indicators/end_to_end_dossier_rate/"]) {
      const { page, inside, problems } = await article(frame(path) + script(), { width });
      await fits(page);
      const [content, room] = await inside.locator("html").evaluate((root) => [root.scrollWidth, innerWidth]);
      assert.ok(content <= room, `${path} at ${width}: ${content} in ${room}`);
      const seen = await inside.locator("svg.chart").evaluateAll((all) => all.filter((svg) => svg.getClientRects().length).length);
      assert.equal(seen, await inside.locator(".plot").count(), `${path} at ${width}: one drawing a plot`);
      assert.deepEqual(problems, []);
    }
  }
});

test("with JavaScript off it is read all the same", async () => {
  const { inside, problems } = await article(frame(BARS), { javaScriptEnabled: false });
  assert.ok(await inside.locator("svg.chart:visible").isVisible());
  await inside.locator("summary").last().click();
  assert.ok(await inside.locator("table").isVisible());
  assert.deepEqual(problems, []);
});

// ------------------------------------------------------------------------------------ coming to life

test("a tap brings the explorer, which takes the place of the picture without a jump", async () => {
  for (const [path, width] of [[BARS, 740], [BARS, 360], [STORY, 740], [STORY, 320]]) {
    const { page, inside, problems, asked } = await article(frame(path) + script(), {
      width,
      before: (page) =>
        page.addInitScript(() => {
          window.shift = 0;
          const count = (list) => list.getEntries().forEach((entry) => (window.shift += entry.value));
          new PerformanceObserver(count).observe({ type: "layout-shift", buffered: true });
        }),
    });
    const before = await fits(page);
    const shift = () => inside.locator("html").evaluate(() => window.shift);
    const first = await shift();
    assert.equal(asked(CODE), 0);
    await tap(inside);
    await awake(inside);
    assert.ok(await inside.locator("canvas").first().isVisible());
    const after = await fits(page);
    assert.ok(Math.abs(after - before) <= 2, `${path} at ${width}: ${before} px became ${after}`);
    assert.ok((await shift()) - first < 0.02, `${path} at ${width}: layout shift ${(await shift()) - first}`);
    assert.equal(asked(CODE), 3, "script, module and data, each once");
    assert.deepEqual(problems, []);
  }
});

test("the panel and what else comes with the explorer have all their styles", async () => {
  const { page } = await open({ path: BARS, context: { serviceWorkers: "block" } });
  await tap(page);
  await awake(page);
  await page.locator(".stage").click({ position: { x: 60, y: 200 } });
  await page.locator(".readout.pinned").waitFor();
  await page.locator("summary").last().click();
  await page.locator("table .cell").first().click();
  await page.locator("dialog.drawer[open]").waitFor();
  const names = await page.evaluate(() => [...new Set([...document.querySelectorAll("[class]")].flatMap((element) => [...element.classList]))]);
  const styles = (path) => /<style>(.*?)<\/style>/s.exec(readFileSync(join(DIST, path), "utf8"))[1];
  const [whole, part] = [styles("index.html"), styles(`${BARS}index.html`)];
  const rule = (name) => new RegExp(`\\.${name}(?![\\w-])`);
  // "settled" is for the table below a comparison on a page; a frame folds its table up.
  const missing = names.filter((name) => rule(name).test(whole) && !rule(name).test(part));
  assert.deepEqual(missing.filter((name) => name !== "settled"), []);
});

test("scrolling over it, and a press on its link, bring nothing", async () => {
  const { page, inside, asked } = await article(frame(BARS));
  await inside.locator("h1").waitFor();
  await inside.locator(".plot").hover();
  await page.mouse.wheel(0, 200);
  await inside.getByRole("link", { name: /Rõ Số/ }).evaluate((link) => {
    link.addEventListener("click", (event) => event.preventDefault());
    link.click();
  });
  await page.waitForTimeout(300);
  assert.equal(asked(CODE), 0);
});

test("with the keyboard alone: into the frame, along the bars, to where a figure is printed, and back", async () => {
  const { page, inside, problems } = await article(frame(BARS) + script());
  await fits(page);
  await page.keyboard.press("Tab");
  await awake(inside);
  const focused = await inside.locator("html").evaluate(() => document.activeElement.localName);
  assert.equal(focused, "summary", "the focus is where it was");
  const stage = inside.locator(".stage");
  await stage.focus();
  await page.keyboard.press("ArrowDown");
  assert.match(await inside.locator(".readout").innerText(), /^TP. Hồ Chí Minh/);
  await page.keyboard.press("Enter");
  await inside.locator(".readout .where").first().focus();
  await page.keyboard.press("Enter");
  const panel = inside.locator("dialog.drawer[open]");
  await panel.waitFor();
  const box = await panel.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return [top, bottom, innerHeight];
  });
  assert.ok(box[0] >= 0 && box[1] <= box[2], `the panel lies within the frame: ${box}`);
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  assert.ok(await inside.locator(".readout .where").first().evaluate((element) => element === document.activeElement), "the focus is back");
  assert.deepEqual(problems, []);
});

test("a tap on a row of the still picture is answered, and its panel opens near it in a high frame", async () => {
  const { page, inside } = await article(frame(BARS) + script());
  await fits(page);
  // A row far down, of the still picture.
  const row = inside.locator("svg.chart:visible text", { hasText: "Hòa Bình" }).first();
  await row.click({ force: true });
  await awake(inside);
  await inside.locator(".readout.pinned", { hasText: "Hòa Bình" }).waitFor();
  await fits(page);
  await inside.locator(".readout .where").first().click();
  const panel = inside.locator("dialog.drawer[open]");
  await panel.waitFor();
  const top = await panel.evaluate((element) => element.getBoundingClientRect().top);
  assert.match(await panel.innerText(), /Hòa Bình/);
  assert.ok(top > 300, `the panel opens ${top} px from the top of the frame`);
  assert.ok(await panel.getByRole("link").first().getAttribute("target"), "what is linked opens beside the article");
});

test("where the explorer does not come, the frame says so and keeps what it shows", async () => {
  for (const lost of ["**/ro-so.*.js", "**/*.wasm"]) {
    const { page, inside } = await article(frame(BARS) + script(), { before: (page) => page.route(lost, (route) => route.abort()) });
    await fits(page);
    await tap(inside);
    await inside.locator("#failed").waitFor();
    assert.ok(await inside.locator("svg.chart:visible").isVisible());
    await fits(page);
  }
});

// ------------------------------------------------------------------------------- sandboxes, policies

test("in a sandbox without an origin, with storage denied, on a host without our headers", async () => {
  const denied = (page) =>
    page.addInitScript(() => {
      const deny = () => {
        throw new DOMException("denied", "SecurityError");
      };
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
        Object.defineProperty(window, name, { get: deny });
      }
      Object.defineProperty(document, "cookie", { get: deny, set: deny });
    });
  for (const before of [undefined, denied]) {
    const { page, inside, problems } = await article(frame(BARS, { more: 'sandbox="allow-scripts"' }) + script(), { before });
    await fits(page);
    await tap(inside);
    await awake(inside);
    assert.ok(await inside.locator("canvas").first().isVisible());
    await fits(page);
    assert.deepEqual(problems, []);
  }
});

test("where a sandbox lets no script run, the picture stays", async () => {
  const { inside, asked } = await article(frame(STORY, { more: "sandbox" }));
  assert.ok(await inside.locator("svg.chart:visible").first().isVisible());
  assert.equal(asked(CODE), 0);
});

test("a strict policy of the host: the frame alone, and with our script", async () => {
  const own = new URL(site).origin;
  for (const [scripts, markup] of [["'none'", frame(BARS)], [own, frame(BARS) + script()]]) {
    const policy = `default-src 'none'; style-src 'none'; img-src data:; frame-src ${own}; script-src ${scripts}; require-trusted-types-for 'script'`;
    const { page, inside, problems } = await article(markup, { headers: { "Content-Security-Policy": policy } });
    await inside.locator("h1").waitFor();
    if (scripts === own) await fits(page);
    else assert.equal(await heightOf(page), 600);
    assert.equal(await page.locator("iframe").evaluate((element) => getComputedStyle(element).borderTopWidth), "0px");
    assert.deepEqual(problems, []);
  }
});

// ------------------------------------------------------------------------------------------- heights

test("three frames on one page have each their own height, and keep it when the page changes its width", async () => {
  const paths = [STORY, BARS, "en/embed/stories/five-provinces/"];
  const { page, problems } = await article(paths.map((path) => frame(path) + script()).join("<p>Chữ.</p>"));
  const wide = [];
  for (const at of paths.keys()) wide.push(await fits(page, at));
  assert.equal(new Set(wide).size, 3, String(wide));
  await page.setViewportSize({ width: 376, height: 800 });
  await page.waitForTimeout(300);
  const narrow = [];
  for (const at of paths.keys()) narrow.push(await fits(page, at));
  assert.notDeepEqual(narrow, wide);
  // An opened table makes its own frame higher, and no other.
  await page.frameLocator("iframe").nth(1).locator("summary").last().click();
  await page.waitForTimeout(300);
  assert.ok((await fits(page, 1)) > narrow[1] + 500);
  assert.equal(await fits(page, 0), narrow[0]);
  assert.deepEqual(problems, []);
});

test("a script of the host that comes late still learns the height", async () => {
  const { page, problems } = await article(frame(BARS));
  await page.waitForTimeout(700);
  await page.addScriptTag({ url: `${site}${HOST_SCRIPT}` });
  await fits(page);
  assert.deepEqual(problems, []);
});

test("the height is told in the forms that Datawrapper, AMP and Medium know, and then no more", async () => {
  for (const path of [`${BARS}?tab=bars&v=00000000`, "?p=compare&tab=map&i=dti_province&embed=1"]) {
    const { page, inside } = await article(`${frame(path)}<script src="${site}${HOST_SCRIPT}"></script>`, { head: heard });
    await inside.locator("h1").waitFor();
    const height = await fits(page);
    await page.waitForTimeout(1000);
    const all = await page.evaluate(() => window.heard.map(({ data }) => data));
    const last = all.slice(-4);
    const address = `${site}${path}`;
    const { pathname, search } = new URL(address);
    assert.deepEqual(last, [
      { source: "ro-so", v: 1, type: "height", height },
      { "datawrapper-height": { [pathname + search]: height } },
      { sentinel: "amp", type: "embed-size", height },
      JSON.stringify({ src: address, context: "iframe.resize", height }),
    ]);
    assert.ok(address.includes(Object.keys(last[1]["datawrapper-height"])[0]), "older scripts find the frame by its address");
    const count = all.length;
    await page.waitForTimeout(2500);
    assert.equal(await page.evaluate(() => window.heard.length), count, "nothing is said on a timer");
  }
});

/** What the two generations of Datawrapper's host script do with a message. */
const DATAWRAPPER = {
  old: `(heights) => { for (const id in heights) {
      const frame = document.getElementById("datawrapper-chart-" + id) || document.querySelector("iframe[src*='" + id + "']");
      if (frame) frame.style.height = heights[id] + "px";
    } }`,
  new: `(heights, source) => { for (const id in heights) for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === source) frame.style.height = heights[id] + "px"; }`,
};
for (const [name, act] of Object.entries(DATAWRAPPER)) {
  test(`a page with Datawrapper's ${name} script needs no other`, async () => {
    const listener = `<script>const act = ${act}; addEventListener("message", ({ data, source }) => data["datawrapper-height"] && act(data["datawrapper-height"], source));</script>`;
    const { page, problems } = await article(frame(STORY) + frame(BARS), { head: listener });
    const heights = [await fits(page, 0), await fits(page, 1)];
    assert.notEqual(heights[0], heights[1]);
    assert.deepEqual(problems, []);
  });
}

test("the host's script believes a frame's height only, and only one that may be", async () => {
  articles.set("/liar", {
    body: `<!doctype html><link rel="icon" href="data:,"><script>
      const say = (more) => parent.postMessage({ source: "ro-so", v: 1, type: "height", ...more }, "*");
      for (const height of [0, -5, NaN, Infinity, 20001, "640", null, [640], { valueOf: 640 }]) say({ height });
      for (const more of [{ v: 2 }, { type: "state" }, { source: "other" }]) say({ height: 641, ...more });
      parent.postMessage("640", "*"); parent.postMessage(null, "*"); parent.postMessage(JSON.stringify({ source: "ro-so", v: 1, type: "height", height: 642 }), "*");
    </script>`,
  });
  const liar = `<iframe title="a" src="${newspaper.url}liar" height="300" frameborder="0"></iframe>`;
  const { page, problems } = await article(liar + script());
  await page.waitForTimeout(500);
  // From the page itself, which is no frame.
  await page.evaluate(() => postMessage({ source: "ro-so", v: 1, type: "height", height: 643 }, "*"));
  // From a frame whose document is not the one in its address.
  await page.evaluate(() => {
    const moved = document.createElement("iframe");
    Object.assign(moved, { title: "b", height: "200", src: "https://elsewhere.example/" });
    const script = `parent.postMessage({ source: "ro-so", v: 1, type: "height", height: 644 }, "*")`;
    document.body.append(moved);
    moved.contentWindow.eval(script);
  });
  await page.waitForTimeout(300);
  assert.equal(await heightOf(page, 0), 300);
  assert.deepEqual(problems.filter(({ text }) => !text.includes("elsewhere.example")), []);
});

test("a frame that floods its host changes little, and the last height stands", async () => {
  articles.set("/flood", {
    body: `<!doctype html><link rel="icon" href="data:,"><script>
      let height = 100, n = 0;
      const run = () => { for (let i = 0; i < 500; i++) parent.postMessage({ source: "ro-so", v: 1, type: "height", height: 100 + (n++ % 900) }, "*");
        if (n < 10000) setTimeout(run, 20); else parent.postMessage({ source: "ro-so", v: 1, type: "height", height: 555 }, "*"); };
      addEventListener("load", () => setTimeout(run, 300));
    </script>`,
  });
  const { page } = await article(`<iframe title="a" src="${newspaper.url}flood" height="300" frameborder="0"></iframe>${script()}`);
  await page.evaluate(() => {
    window.changes = 0;
    new MutationObserver((list) => (window.changes += list.length)).observe(document.querySelector("iframe"), { attributes: true });
  });
  await page.waitForFunction(() => document.querySelector("iframe").style.height === "555px");
  const changes = await page.evaluate(() => window.changes);
  assert.ok(changes < 30, `${changes} changes for 10,000 messages`);
});

test("a host that floods a frame moves nothing in it", async () => {
  const { page, inside, problems } = await article(frame(BARS) + script());
  const height = await fits(page);
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector("iframe");
    const shapes = [
      { source: "ro-so", v: 1, type: "height", height: 9 },
      { "datawrapper-height": { a: 9 } },
      { source: "ro-so", v: 1, type: "set-state", query: "p=checks" },
      '{"context":"iframe.resize","height":9}',
      "x".repeat(10000),
      null,
    ];
    for (let n = 0; n < 5000; n++) contentWindow.postMessage(shapes[n % shapes.length], "*");
  });
  await page.waitForTimeout(300);
  assert.equal(await fits(page), height);
  await tap(inside);
  await awake(inside);
  assert.deepEqual(problems, []);
});

// -------------------------------------------------------------------------- what the address decides

test("language and colours of the address are there before the explorer", async () => {
  const { inside, asked, problems } = await article(frame(`${BARS}?lang=en&theme=dark`));
  await inside.locator("html[lang=en]").waitFor();
  const found = await inside.locator("html").evaluate((root) => [location.pathname, root.dataset.theme, getComputedStyle(document.body).backgroundColor]);
  assert.deepEqual(found, [`/en/${BARS}`, "dark", "rgb(18, 20, 31)"]);
  assert.equal(asked(CODE), 0);
  assert.deepEqual(problems, []);
});

test("light as the article asks, whatever the reader's device prefers", async () => {
  const { inside } = await article(frame(`${BARS}?theme=light`), { colorScheme: "dark" });
  const paper = () => inside.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  assert.equal(await paper(), "rgb(255, 255, 255)");
  await tap(inside);
  await awake(inside);
  assert.equal(await paper(), "rgb(255, 255, 255)");
});

test("the frame says when the figures are no longer those of the article", async () => {
  for (const path of [STORY, BARS]) {
    const html = readFileSync(join(DIST, path, "index.html"), "utf8");
    const version = /data-v="([0-9a-f]{8})"/.exec(html)[1];
    for (const [v, isNews] of [[version, false], ["0badf00d", true]]) {
      const { page, inside, problems } = await article(frame(`${path}?v=${v}`) + script());
      await fits(page);
      const note = inside.getByText("Số liệu đã đổi từ khi bài viết này dùng hình");
      assert.equal(await note.isVisible(), isNews, `${path} ${v}`);
      await tap(inside);
      await awake(inside);
      assert.equal(await note.isVisible(), isNews, `${path} ${v}, live`);
      assert.deepEqual(problems, []);
    }
  }
});

test("a table that was chosen is open in its frame", async () => {
  const { inside, problems } = await article(frame("embed/?p=compare&tab=table&i=dti_province&embed=1") + script());
  await awake(inside);
  await inside.locator("details .data tbody th").first().waitFor();
  assert.ok((await inside.locator("details .data tbody tr:visible").count()) > 60);
  assert.deepEqual(problems, []);
});

test("an address that asks for more than was made starts the explorer at once", async () => {
  for (const path of [
    "embed/?p=compare&tab=map&i=dti_province&embed=1",
    `${BARS}?tab=map`,
    "?p=compare&tab=map&i=dti_province&embed=1",
  ]) {
    const { page, inside, problems } = await article(frame(path) + script());
    await awake(inside);
    const height = await fits(page);
    assert.ok(height > 500, `${path}: ${height}`);
    assert.match(await inside.locator("canvas").first().evaluate((canvas) => canvas.closest(".stage").ariaLabel), /Biểu đồ/);
    assert.equal(await inside.locator("header .nav").count(), 0, "no menu");
    const link = await inside.locator("a.opens").getAttribute("href");
    assert.equal(link, `${site}indicators/dti_province/?p=compare&tab=map&i=dti_province`, path);
    assert.deepEqual(problems, []);
  }
});

// ------------------------------------------------------------------------------- people and printers

test("nothing bars anybody: both themes, still and live", async () => {
  for (const theme of ["light", "dark"]) {
    for (const path of [STORY, BARS]) {
      // Alone in its window, where axe can look at all of it.
      const { page } = await open({ path: `${path}?theme=${theme}`, viewport: PHONE, context: { serviceWorkers: "block" } });
      assert.deepEqual(await accessibilityProblems(page), [], `${path} ${theme}, still`);
      await tap(page);
      await awake(page);
      assert.deepEqual(await accessibilityProblems(page), [], `${path} ${theme}, live`);
    }
  }
});

test("printed, it is light and complete, without what only a screen can do", async () => {
  const { page, inside } = await article(frame(`${BARS}?theme=dark`) + script());
  await fits(page);
  await page.emulateMedia({ media: "print" });
  assert.equal(await inside.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor), "rgb(255, 255, 255)");
  assert.ok(await inside.locator("svg.chart:visible").isVisible());
  assert.ok(await inside.locator(".source").isVisible());
  assert.equal(await inside.locator(".readout").isVisible(), false);
  await fits(page);
});

test("printed, a live chart keeps every colour and the order of the screen", async () => {
  for (const query of ["i=dti_province&tab=map", "i=dti_province&tab=line&e=province63:01~province63:22~province63:48~province63:79~province63:17", "tab=dots"]) {
    const { page, inside } = await article(frame(`embed/?p=compare&${query}&embed=1`) + script());
    await awake(inside);
    await page.emulateMedia({ media: "print" });
    const marks = inside.locator(".vector [class]");
    await inside.locator(".vector text").first().waitFor();
    const bare = await marks.evaluateAll((all) =>
      all
        .filter((mark) => {
          const { fill, stroke } = getComputedStyle(mark);
          const names = [...mark.classList];
          return names.some((name) => (name.startsWith("f-") && fill === "rgb(0, 0, 0)") || (name.startsWith("s-") && stroke === "none"));
        })
        .map((mark) => mark.getAttribute("class")),
    );
    assert.deepEqual([...new Set(bare)], [], query);
    const top = (selector) => inside.locator(selector).first().evaluate((element) => element.getBoundingClientRect().top);
    assert.ok((await top(".vector")) < (await top(".notes")), `${query}: the chart before what is to be read`);
  }
});

// ----------------------------------------------------------------------------------- codes to be had

/** Chooses a code of the panel and gives what was copied. */
async function copied(page, label) {
  await page.evaluate(() => {
    window.copied = undefined;
    navigator.clipboard.writeText = async (text) => void (window.copied = text);
  });
  await page.locator(".unfolded .acts", { hasText: label }).getByRole("button").click();
  await page.waitForFunction(() => window.copied);
  return page.evaluate(() => window.copied);
}

test("the codes that are offered work in an article as they are", async () => {
  const { page, problems } = await open({ path: "indicators/dti_province/" });
  await awake(page);
  await page.locator(".take summary", { hasText: "Nhúng" }).click();
  await screenshot(page, "embed-codes", { fullPage: false });
  const auto = await copied(page, "tự chỉnh chiều cao");
  const plain = await copied(page, "không cần tập lệnh");
  assert.match(plain, /src="[^"]*\/embed\/indicators\/dti_province\/\?tab=bars&amp;theme=light&amp;v=[0-9a-f]{8}"/);
  assert.doesNotMatch(plain, /<script|style=/);
  assert.match(plain, /<\/iframe><p>Nguồn: .*<a href="[^"]*indicators\/dti_province\/[^"]*">.*, Rõ Số<\/a><\/p>$/);
  const figure = await copied(page, "Hình tĩnh trong mã HTML");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Nền tối" }).last().click();
  assert.match(await copied(page, "không cần tập lệnh"), /\/en\/embed\/indicators\/dti_province\/\?tab=bars&amp;theme=dark&amp;v=/);
  assert.deepEqual(problems, []);

  const framed = await article(auto);
  await fits(framed.page);
  assert.equal(await framed.inside.locator("#changed").isVisible(), false);
  assert.equal(framed.asked(CODE), 0);
  assert.deepEqual(framed.problems, []);

  const policy = "default-src 'none'; style-src 'none'; img-src data:; script-src 'none'";
  for (const width of [320, 700]) {
    const still = await article(figure, { width, headers: { "Content-Security-Policy": policy } });
    const drawn = await still.page.evaluate(() => document.querySelector("figure svg").getBoundingClientRect().width);
    assert.equal(drawn, 328, "letters are as large as they were drawn");
    assert.match(await still.page.locator("figcaption").innerText(), /Nguồn/);
    assert.deepEqual(await accessibilityProblems(still.page, { context: "figure" }), []);
    await screenshot(still.page, `embed-figure-${width}`);
    assert.deepEqual(still.problems, []);
  }
});

test("a comparison that was changed, and a story, have codes too", async () => {
  const { page } = await open({ path: "?p=compare&i=dti_province&focus=province63:17&tab=dots", context: { serviceWorkers: "block" } });
  await awake(page);
  await page.locator(".take summary", { hasText: "Nhúng" }).click();
  const changed = await copied(page, "không cần tập lệnh");
  assert.match(changed, /\/embed\/\?p=compare&amp;tab=dots&amp;i=dti_province&amp;focus=province63:17&amp;theme=light&amp;embed=1&amp;v=[0-9a-f]{8}"/);
  const framed = await article(changed);
  await awake(framed.inside);
  assert.equal(await framed.inside.locator("#changed").isVisible(), false);
  assert.deepEqual(framed.problems, []);

  // A page for reading, which loads the explorer when it is touched.
  await page.goto(`${site}stories/hoa-binh/`);
  await page.locator(".take summary", { hasText: "Nhúng" }).click();
  await awake(page);
  const story = await copied(page, "không cần tập lệnh");
  assert.match(story, /\/embed\/stories\/hoa-binh\/\?theme=light&amp;v=[0-9a-f]{8}"/);
  const told = await article(story);
  await told.inside.locator("h1").waitFor();
  assert.equal(await told.inside.locator("#changed").isVisible(), false);
  assert.deepEqual(told.problems, []);
});
