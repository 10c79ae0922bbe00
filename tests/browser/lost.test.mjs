// 404.html: the page that a host shows for an address that leads nowhere.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, PHONE, ROOT, accessibilityProblems, open, screenshot } from "./harness.mjs";

test("an address that leads nowhere says so at any depth, and where to begin", async () => {
  for (const viewport of [undefined, PHONE]) {
    const { page, context, response, problems } = await open({ path: "no/such/page.html", viewport });
    assert.equal(response.status(), 404);
    assert.equal(await page.locator("h1").innerText(), "Không có trang này");
    assert.equal(await page.locator("h2[lang=en], [lang=en] h2").innerText(), "There is no such page");
    const links = await page.locator("a:not(.skip)").evaluateAll((links) => links.map((link) => link.href));
    assert.equal(links.length, 11);
    for (const link of links) assert.equal((await context.request.get(link)).status(), 200, link);
    assert.deepEqual(await accessibilityProblems(page), []);
    await screenshot(page, `lost-${viewport ? "phone" : "desktop"}`);
    // The 404 itself is expected.
    assert.deepEqual(problems.filter(({ text }) => !/404/.test(text)), []);
  }
});

test("where the site's folder is known it leads on to the nearest there is", async () => {
  const script = await readFile(join(ROOT, "www", "lost.js"), "utf8");
  const html = await readFile(join(DIST, "404.html"), "utf8");
  for (const [path, lang, found] of [
    ["places/hoa-binh/", "vi", "Tỉnh Hòa Bình"],
    ["en/places/ha%20noi/index.html", "en", "Hà Nội"],
    ["%ff%fe", "vi", "Có thể địa chỉ bị gõ thiếu"],
  ]) {
    const { page } = await open({
      path,
      context: { serviceWorkers: "block" },
      before: async (page) => {
        await page.route("**/lost.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
        await page.route(`**/${path}`, (route) =>
          route.fulfill({ status: 404, contentType: "text/html", body: html.replace("</head>", '<script type="module" src="/lost.js"></script></head>') }),
        );
      },
    });
    await page.waitForURL((url) => url.pathname === "/" && url.searchParams.has("p"));
    await page.locator("#static").waitFor({ state: "detached" });
    assert.equal(await page.locator("html").getAttribute("lang"), lang);
    const lost = page.locator(".lost");
    await lost.waitFor();
    assert.ok((await lost.innerText()).includes(found), await lost.innerText());
  }
});
