// What only a build that knows its address has, here in a folder of a host. `scripts/test address`
// makes it from the last build and passes the address in RO_SO_SITE_URL.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { DIST, open, serve } from "../browser/harness.mjs";

const ADDRESS = process.env.RO_SO_SITE_URL;
const BASE = new URL(ADDRESS).pathname;

/** The file below dist/ that an address, whole or from the root of the host, names. */
function fileOf(address) {
  const { href, pathname } = new URL(address, ADDRESS);
  assert.ok(href.startsWith(ADDRESS), `${address} leads out of ${ADDRESS}`);
  return pathname.slice(BASE.length).replace(/(^|\/)$/, "$1index.html");
}

const read = (file, encoding) => readFile(join(DIST, file), encoding);

/** The elements of a page with that name, each as an object of its attributes. */
function elements(html, name) {
  const unescaped = (text) =>
    text.replace(/&(amp|lt|gt|quot);/g, (_, mark) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[mark]);
  return [...html.matchAll(new RegExp(`<${name} ([^>]*)>`, "g"))].map(([, attributes]) =>
    Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, unescaped(value)])));
}

/** Every file below dist/, with `/` between the parts of its path. */
const FILES = readdirSync(DIST, { recursive: true }).map((file) => file.replaceAll("\\", "/"));

/** By each address in the site map: the addresses of both languages, and the text of the page. */
const map = new Map();
const pages = new Map();

before(async () => {
  // A page without the site's policy, which forbids making documents from text.
  const empty = (page) => page.route("**/data/", (route) => route.fulfill({ contentType: "text/html", body: "" }));
  const { page } = await open({ base: BASE, path: "data/", before: empty });
  const found = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "application/xml");
    if (parsed.querySelector("parsererror")) return parsed.querySelector("parsererror").textContent;
    return [...parsed.querySelectorAll("urlset > url")].map((url) => [
      url.querySelector("loc").textContent,
      Object.fromEntries([...url.getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "link")]
        .map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")])),
    ]);
  }, await read("sitemap.xml", "utf8"));
  assert.ok(Array.isArray(found), `sitemap.xml: ${found}`);
  for (const [address, languages] of found) {
    assert.ok(!map.has(address), `${address} stands twice in the site map`);
    map.set(address, languages);
    pages.set(address, await read(fileOf(address), "utf8"));
  }
});

test("the site map names every page, with both its languages", () => {
  const written = FILES.filter((file) => /(^|\/)index\.html$/.test(file) && !/^(en\/)?embed\//.test(file));
  assert.deepEqual([...map.keys()].map(fileOf).sort(), written.sort());
  assert.ok(map.size > 100, `${map.size} pages`);
  for (const [address, { vi, en, ...others }] of map) {
    assert.ok([vi, en].includes(address), `${address} is not one of its own languages`);
    assert.equal(en, ADDRESS + "en/" + vi.slice(ADDRESS.length));
    assert.deepEqual(map.get(address === vi ? en : vi), { vi, en }, address);
    assert.deepEqual(others, {});
  }
});

test("every page says its address, and that of its other language", () => {
  for (const [address, html] of pages) {
    const links = elements(html, "link");
    const of = (rel) => links.filter((link) => link.rel === rel);
    assert.deepEqual(of("canonical").map((link) => link.href), [address]);
    const languages = of("alternate").filter((link) => link.hreflang).map((link) => [link.hreflang, link.href]);
    assert.deepEqual(Object.fromEntries(languages), map.get(address), address);
    const said = elements(html, "meta").find((meta) => meta.property === "og:url");
    assert.equal(said?.content, address);
    for (const [, block] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
      const data = JSON.parse(block);
      assert.equal(data.url, address);
      assert.ok(FILES.includes(fileOf(data.distribution[0].contentUrl)), address);
    }
  }
});

test("every page has a preview of the size that it says", async () => {
  const pictures = new Set();
  for (const [address, html] of pages) {
    const said = Object.fromEntries(elements(html, "meta").map((meta) => [meta.property ?? meta.name, meta.content]));
    assert.deepEqual([said["og:image:width"], said["og:image:height"]], ["1200", "630"], address);
    assert.equal(said["twitter:card"], "summary_large_image");
    assert.ok(said["og:image:alt"], address);
    pictures.add(said["og:image"]);
  }
  assert.ok(pictures.size > 10, `${pictures.size} pictures`);
  for (const picture of pictures) {
    const png = await read(fileOf(picture));
    assert.equal(png.toString("latin1", 1, 4), "PNG", picture);
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630], picture);
  }
});

test("oEmbed answers lie where the pages say, and name a frame that there is", async () => {
  const { origin } = await serve({ base: BASE });
  const linked = new Set();
  for (const html of pages.values()) {
    const links = elements(html, "link").filter((link) => link.type === "application/json+oembed");
    for (const { href } of links) linked.add(href);
  }
  assert.deepEqual([...linked].map(fileOf).sort(), FILES.filter((file) => file.endsWith("/oembed.json")).sort());
  assert.ok(linked.size > 10, `${linked.size} answers`);
  for (const href of linked) {
    const response = await fetch(origin + new URL(href).pathname);
    assert.equal(response.status, 200, href);
    assert.match(response.headers.get("content-type"), /^application\/json/);
    const answer = await response.json();
    assert.equal(answer.type, "rich");
    assert.equal(answer.version, "1.0");
    assert.equal(answer.provider_url, ADDRESS);
    const [{ src, title }] = elements(answer.html, "iframe");
    assert.equal(title, answer.title);
    assert.equal(fileOf(src).replace("index.html", "oembed.json"), fileOf(href));
    const frame = await read(fileOf(src), "utf8");
    const [canonical] = elements(frame, "link").filter((link) => link.rel === "canonical");
    assert.ok(map.has(canonical.href), `${src} is a part of ${canonical.href}`);
  }
});

test("404.html leads back into the folder, from any depth", async () => {
  const html = await read("404.html", "utf8");
  // One link skips to the content of the page itself.
  const links = elements(html, "a").map((link) => link.href).filter((href) => !href.startsWith("#"));
  assert.equal(links.length, 11);
  for (const link of links) assert.ok(map.has(new URL(link, ADDRESS).href), link);
  const [{ src, integrity }] = elements(html, "script");
  const hash = createHash("sha384").update(await read(fileOf(src))).digest("base64");
  assert.equal(integrity, `sha384-${hash}`);

  for (const [path, lang, found] of [
    ["places/hoa-binh/", "vi", "Tỉnh Hòa Bình"],
    ["en/no/such/ha%20noi/index.html", "en", "Hà Nội"],
  ]) {
    const { page, problems } = await open({ base: BASE, path, context: { serviceWorkers: "block" } });
    await page.waitForURL((url) => url.pathname === BASE && url.searchParams.has("p"));
    await page.locator("#static").waitFor({ state: "detached" });
    assert.equal(await page.locator("html").getAttribute("lang"), lang);
    const lost = page.locator(".lost");
    await lost.waitFor();
    assert.ok((await lost.innerText()).includes(found), await lost.innerText());
    // The 404 is expected, going on aborts what the page still fetches, and Playwright reports that
    // it blocks the service worker.
    assert.deepEqual(problems.filter(({ text }) => !/404|net::ERR_ABORTED|blocked by Playwright/.test(text)), []);
  }
});
