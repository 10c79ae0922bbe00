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

test("the figures of a story can be fetched from its page, before any script: as many as in its table", async () => {
  const { page, context, problems } = await open({ path: "stories/hoa-binh/", javaScriptEnabled: false });
  const links = await page.locator(".take .downloads a").evaluateAll((all) => all.map((link) => link.href));
  const files = links.map((link) => link.split("/").slice(-3).join("/"));
  assert.deepEqual(files, ["data/stories/hoa-binh.csv", "data/stories/hoa-binh.vi.csv"]);
  const [csv, vi] = await Promise.all(links.map(async (link) => (await context.request.get(link)).text()));
  assert.match(csv, /^observation,/);
  assert.match(csv, /,87\.02,/);
  assert.match(vi, /;87,02;/);
  // One fact may be printed in several places, each with a row of its own.
  const facts = new Set(csv.trim().split("\n").slice(1).map((row) => row.split(",")[0]));
  assert.equal(facts.size, await page.locator("#story table.data tbody tr").count());
  assert.deepEqual(problems, []);
});
