// Hostile input in a real browser: files that the build did not make, addresses with script.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open, screenshot, serve, settled, started } from "./harness.mjs";

/** Files to change, which a browser would otherwise run or show. */
const FILES = {
  module: "**/*.wasm",
  data: "**/data.*.json",
  script: "**/ro-so.*.js",
};

/** Adds a newline: still the same JSON, still a script, but not the file of the build. */
const tamper = async (route) => {
  const answer = await route.fetch();
  const body = Buffer.concat([await answer.body(), Buffer.from("\n")]);
  await route.fulfill({ response: answer, body, headers: { ...answer.headers(), "content-encoding": "identity" } });
};

for (const [name, address] of Object.entries(FILES)) {
  test(`a changed file is refused, and the static page stays: ${name}`, async () => {
    const { page, problems } = await open({
      before: (page) => page.route(address, tamper),
      context: { serviceWorkers: "block" },
    });
    // Without the script nothing can say so, but the page is still readable.
    if (name !== "script") await page.locator("#failed").waitFor({ timeout: 5000 });
    assert.ok(await page.locator("#static h1").isVisible());
    assert.equal(await page.locator("#app > *").count(), 0);
    assert.ok(problems.some(({ text }) => /integrity/i.test(text)), JSON.stringify(problems));
  });
}

test("an explorer that breaks off says so in its language, and the page stays", async () => {
  for (const [path, says] of [["", /dừng vì một lỗi/], ["?lang=en", /stopped because of an error/]]) {
    const { page, problems } = await open({ path });
    await started(page);
    await page.evaluate(() => scrollTo(0, 600));
    // What the module takes for granted is gone: it traps.
    await page.evaluate(() => {
      Node.prototype.insertBefore = () => {
        throw new Error("gone");
      };
    });
    await page.locator(".find").click();
    await page.keyboard.type("a");
    const notice = page.getByRole("alert").filter({ hasText: says });
    await notice.waitFor();
    const { y } = await notice.boundingBox();
    assert.ok(y >= 0 && y < 100, `in view: ${y}`);
    assert.ok(await page.locator("h1").first().isVisible());
    await screenshot(page, `stopped${path.slice(-2)}`, { fullPage: false });
    assert.ok(problems.some(({ text }) => text.includes("Rõ Số:")), JSON.stringify(problems));
  }
});

test("each file is fetched once: what was preloaded is what is checked", async () => {
  for (const headers of [{}, false]) {
    const fetched = [];
    const { page, problems } = await open({
      headers,
      before: (page) => page.on("request", (request) => fetched.push(new URL(request.url()).pathname)),
      context: { serviceWorkers: "block" },
    });
    await page.locator("#static").waitFor({ state: "detached" });
    for (const kind of [/\.wasm$/, /\/data\.\w+\.json$/, /\/ro-so\.\w+\.js$/]) {
      assert.equal(fetched.filter((path) => kind.test(path)).length, 1, String(kind));
    }
    // Playwright reports on the console that it blocks the service worker.
    assert.deepEqual(problems.filter(({ text }) => !text.includes("blocked by Playwright")), []);
  }
});

test("the headers that a host is asked to send", async () => {
  const { context, server, response } = await open();
  const page = response.headers();
  assert.equal(page["x-content-type-options"], "nosniff");
  assert.equal(page["referrer-policy"], "no-referrer");
  assert.match(page["permissions-policy"], /camera=\(\).*geolocation=\(\).*microphone=\(\)/);
  assert.match(page["content-security-policy"], /default-src 'none'.*frame-ancestors \*/);
  const get = async (path) => (await context.request.get(new URL(path, server.url).href)).headers();
  const script = await response.text().then((text) => /src="(ro-so\.\w+\.js)"/.exec(text)[1]);
  for (const path of ["", script, "data/figures.csv"]) {
    const headers = await get(path);
    assert.equal(headers["access-control-allow-origin"], "*", path);
    assert.equal(headers["cross-origin-resource-policy"], "cross-origin", path);
  }
  assert.match((await get(script))["cache-control"], /immutable/);
  // Files that keep their names are revalidated each time, above all the service worker.
  for (const path of ["", "sw.js", "ro-so.html", "manifest.webmanifest", "data/figures.csv"]) {
    assert.equal((await get(path))["cache-control"], "no-cache", path);
  }
});

const SCRIPTS = [
  "<img src=x onerror=hit()>",
  "<script>hit()</script>",
  "\"><svg onload=hit()>",
  "'\"><iframe srcdoc=\"<script>parent.hit()</script>\">",
  "javascript:hit()",
  "</script><script>hit()</script>",
  "${hit()}{{hit()}}",
];
const PARAMETERS = ["p", "tab", "i", "e", "time", "focus", "sort", "only", "lang", "theme", "embed", "v", "<b onclick=hit()>"];

test("script in an address stays text, in every parameter", async () => {
  const { page, server, problems } = await open({
    before: async (page) => {
      await page.addInitScript(() => {
        window.hits = 0;
        window.hit = () => window.hits++;
      });
    },
  });
  const elements = () => page.locator("img, iframe, object, embed, #app script, #app [onload], #app [onerror], #app [onclick]").count();
  const addresses = SCRIPTS.flatMap((script) => {
    const all = PARAMETERS.map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(script)}`);
    return [all.join("&"), `p=compare&e=${encodeURIComponent(script)}`, `p=place&e=${encodeURIComponent(script)}`, encodeURIComponent(script)];
  });
  for (const address of addresses) {
    for (const tail of ["", `#${encodeURIComponent(SCRIPTS[0])}`]) {
      await page.goto(`${server.url}?${address}${tail}`, { waitUntil: "load" });
      await page.locator("#static").waitFor({ state: "detached" });
      assert.equal(await page.evaluate(() => window.hits), 0, address);
      assert.equal(await elements(), 0, address);
      assert.ok(await page.locator("h1").first().isVisible(), address);
      if (tail === "") assert.equal(await page.locator("a[href^='javascript:' i]").count(), 0, address);
    }
  }
  // What was not understood is shown, as text.
  await page.goto(`${server.url}?sort=${encodeURIComponent(SCRIPTS[0])}`);
  await page.locator("#static").waitFor({ state: "detached" });
  assert.ok((await page.locator("#app .notice").innerText()).includes(SCRIPTS[0]), "as text");
  assert.deepEqual(problems, []);
});

test("nobody listens to messages, and those of another origin change nothing", async () => {
  const { url } = await serve();
  const { page: opener, context, problems } = await open({
    base: "/elsewhere/",
    before: (_, context) => context.addInitScript(() => {
      window.listening = [];
      const { addEventListener } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (type, ...rest) {
        if (type === "message" && (this ?? window) === window) window.listening.push(String(rest[0]));
        return addEventListener.call(this, type, ...rest);
      };
    }),
  });
  const [page] = await Promise.all([
    context.waitForEvent("page"),
    opener.evaluate((url) => void (window.opened = window.open(url)), url),
  ]);
  await page.waitForURL(url);
  await started(page);
  await settled(page);
  assert.notEqual(new URL(page.url()).origin, new URL(opener.url()).origin);
  assert.deepEqual(await page.evaluate(() => [...window.listening, window.onmessage]), [null]);

  const before = await page.locator("#app").innerHTML();
  await page.evaluate(() => {
    window.heard = 0;
    window.addEventListener("message", () => (window.heard += 1));
  });
  const sent = await opener.evaluate(() => {
    const messages = ["go", { type: "set" }, null, [], "<img src=x onerror=alert(1)>", { "datawrapper-height": 1 }];
    for (const message of messages) window.opened.postMessage(message, "*");
    return messages.length;
  });
  await page.waitForFunction((sent) => window.heard === sent, sent);
  assert.equal(await page.locator("#app").innerHTML(), before);
  // Requests from one origin to the other are expected.
  assert.deepEqual(problems.filter(({ kind }) => kind !== "foreign"), []);
});
