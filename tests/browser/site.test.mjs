// What holds for every version of the site, whatever it shows.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DESKTOP, DIST, PHONE, open, screenshot } from "./harness.mjs";

for (const [name, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
  test(`the page loads without a problem and without a foreign request: ${name}`, async () => {
    const { page, problems, response } = await open({ viewport });
    await screenshot(page, `home-${name}`, { fullPage: false });

    assert.equal(response.status(), 200);
    assert.notEqual((await page.title()).trim(), "", "the page has a title");
    assert.match(await page.locator("html").getAttribute("lang"), /^(vi|en)\b/);
    assert.notEqual((await page.locator("h1").first().innerText()).trim(), "", "a heading is shown");
    assert.deepEqual(problems, []);
  });
}

test("it works in a folder, on a host that sends no headers of ours", async () => {
  const { page, problems } = await open({ base: "/a-user/ro-so/", headers: false });

  assert.ok(await page.locator("h1").first().isVisible());
  assert.deepEqual(problems, []);
});

test("it starts without message channels, too", async () => {
  const { page, problems } = await open({ before: (page) => page.addInitScript(() => delete window.MessageChannel) });

  await page.locator("#static").waitFor({ state: "detached" });
  assert.ok(await page.locator("#app h1").first().isVisible());
  assert.deepEqual(problems, []);
});

test("it loads again without a problem", async () => {
  const { page, problems } = await open();

  await page.reload();
  await page.waitForLoadState("networkidle");

  assert.ok(await page.locator("h1").first().isVisible());
  assert.deepEqual(problems, []);
});

test("without JavaScript the heading is there", async () => {
  const { page, problems } = await open({ javaScriptEnabled: false });
  await screenshot(page, "home-without-javascript", { fullPage: false });

  const heading = page.locator("h1").first();
  assert.ok(await heading.isVisible());
  assert.notEqual((await heading.innerText()).trim(), "");
  assert.deepEqual(problems, []);
});

test("a Content-Security-Policy is in force and allows neither inline code nor eval", async () => {
  for (const headers of [{}, false]) {
    const { page, response } = await open({ headers });

    const policies = await page
      .locator("meta[http-equiv='Content-Security-Policy' i]")
      .evaluateAll((metas) => metas.map((meta) => meta.content));
    const sent = (await response.allHeaders())["content-security-policy"];
    if (sent) policies.push(sent);

    const where = headers === false ? "on a host that sends no headers" : "with our headers";
    assert.ok(policies.length > 0, `there is a policy ${where}`);
    for (const policy of policies) {
      assert.match(policy, /\b(default-src|script-src)\b/);
      assert.doesNotMatch(policy, /'unsafe-(inline|eval)'/);
    }
  }
});

/** Words squeezed into a narrow column: more than four lines where hardly a word fits. */
function squeezed() {
  const own = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join("").trim();
  const found = [...document.querySelectorAll("body *")].filter((element) => {
    const { display, position, lineHeight } = getComputedStyle(element);
    if (own(element).length < 12 || display === "inline" || position === "absolute" || element.closest("svg, .plot, script, style")) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && width < 96 && height > 4.5 * parseFloat(lineHeight);
  });
  return found.map((element) => `${element.localName}: ${own(element).slice(0, 40)}`);
}

test("at no width, phone, tablet or desk, and not with large letters, a page is too wide or its words are squeezed", async () => {
  const folders = (name) => readdirSync(join(DIST, name), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => `${name}/${entry.name}/`);
  const places = ["province63-17", "province34-25", "ministry22-BTTTT", "region6-DBSCL", "nation"].map((id) => `places/${id}/`);
  const single = ["", "en/", "compare/", "checks/", "places/", "systems/", "sources/", "method/", "corrections/"];
  const { page, server } = await open({ javaScriptEnabled: false });
  const wrong = [];
  for (const path of [...single, ...folders("stories"), ...folders("en/stories"), ...folders("indicators"), ...places]) {
    assert.ok((await page.goto(server.url + path)).ok(), path);
    for (const width of [320, 480, 600, 768, 820, 960, 1024, 1152, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const [wide, words] = await page.evaluate(`[document.documentElement.scrollWidth - innerWidth, (${squeezed})()]`);
      if (wide > 0) wrong.push(`${path} at ${width} px is ${wide} px too wide`);
      wrong.push(...words.map((text) => `${path} at ${width} px: ${text}`));
    }
    // Letters twice as large on a phone.
    await page.setViewportSize({ width: 390, height: 800 });
    await page.evaluate('document.documentElement.style.fontSize = "200%"');
    const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    if (wide > 0) wrong.push(`${path} with large letters is ${wide} px too wide`);
  }
  assert.deepEqual(wrong, []);
});
