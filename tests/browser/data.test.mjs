// Downloading the dataset: the links on the page of sources lead to files of the right kind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./harness.mjs";

const FILES = {
  "data/figures.csv": "text/csv; charset=utf-8",
  "data/figures.vi.csv": "text/csv; charset=utf-8",
  "data/observations.json": "application/json; charset=utf-8",
  "data/context.json": "application/json; charset=utf-8",
  "data/datapackage.json": "application/json; charset=utf-8",
  "data/indicators.csv": "text/csv; charset=utf-8",
  "data/DATA-TERMS.md": "text/markdown; charset=utf-8",
};

const PAGES = {
  "the app": { path: "?p=sources" },
  "the app, in English": { path: "?p=sources&lang=en" },
  "a static page in a folder": { path: "en/sources/", base: "/a-user/ro-so/", javaScriptEnabled: false },
};

for (const [name, options] of Object.entries(PAGES)) {
  test(`the dataset can be fetched from ${name}`, async () => {
    const { page, context, server, problems } = await open(options);

    const links = page.locator("main a[href*='data/']:visible");
    const addresses = await links.evaluateAll((all) => all.map((link) => link.href));
    assert.deepEqual(addresses, Object.keys(FILES).map((file) => new URL(file, server.url).href));
    for (const [file, type] of Object.entries(FILES)) {
      const response = await context.request.get(new URL(file, server.url).href);
      assert.equal(response.status(), 200, file);
      assert.equal(response.headers()["content-type"], type, file);
      // Its name is the same in every build.
      assert.equal(response.headers()["cache-control"], "no-cache", file);
    }
    assert.deepEqual(problems, []);
  });
}

test("the descriptor names files that are there, whole", async () => {
  const { context, server } = await open({ path: "?p=sources" });
  const get = async (file) => context.request.get(new URL(`data/${file}`, server.url).href);

  const { resources, licenses } = await (await get("datapackage.json")).json();
  assert.ok(resources.length >= 12);
  for (const { path, bytes } of resources) {
    const response = await get(path);
    assert.equal(response.status(), 200, path);
    assert.equal((await response.body()).length, bytes, path);
  }
  assert.equal((await get(licenses[0].path)).status(), 200);
});
