// Every kind of page and every tab: what axe finds, what the accessibility tree holds, and whether
// anything is lost at 200 % zoom or with text set wider.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, accessibilityProblems, openApp, screenshot, started, told, tooWide } from "./harness.mjs";

/** The tabs of a comparison, with an address that opens each. */
const TABS = {
  "Xếp hạng": "?p=compare&tab=bars&i=dti_province&focus=province63:17",
  "Khoảng giá trị": "?p=compare&tab=dots&i=end_to_end_dossier_rate",
  "Theo thời gian": "?p=compare&tab=line&i=dti_province&e=region6:TDMNPB&focus=province63:17",
  "Hai mốc": "?p=compare&tab=slope&i=dti_province&e=region6:TDMNPB&time=2022..2024",
  "So với mục tiêu": "?p=compare&tab=progress&i=end_to_end_dossier_rate",
  "Hai chỉ tiêu": "?p=compare&tab=scatter&i=end_to_end_dossier_rate~dti_province",
  "Bản đồ": "?p=compare&tab=map&i=dti_province",
  "Nhiều hình nhỏ": "?p=compare&tab=multiples&i=online_handled_dossier_rate~end_to_end_dossier_rate&focus=province63:17",
  "Bảng": "?p=compare&tab=table&i=dti_province",
};

/** One page of every kind; the tabs of a page each. */
const PAGES = [
  "",
  ...Object.values(TABS),
  "?p=compare&e=ministry22",
  "?p=story&e=hoa-binh",
  "?p=story&e=targets-2025",
  "?p=story&tab=steps&e=cyber-attacks",
  "?p=place",
  "?p=place&e=province63:17",
  "?p=place&e=province34:25",
  "?p=place&e=ministry22:BNV",
  "?p=place&e=ministry25:BKHCN",
  "?p=place&e=block:provinces",
  "?p=place&e=nation",
  "?p=place&e=region6:TDMNPB",
  "?p=place&e=marker:hoang-sa",
  "?p=system",
  "?p=system&e=online-public-services",
  "?p=checks",
  "?p=checks&e=sme-programme&focus=last-digit",
  "?p=sources",
  "?p=sources&tab=systems",
  "?p=sources&tab=places",
  "?p=method",
  "?p=corrections",
  "?p=corrections&focus=online-handled.hoa-binh.2022-08",
  "?p=nowhere",
  "?p=place&e=province63:99",
];

const COLOURS = { only: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

/** Goes to each of the pages in one window, in one language; nothing that `ask` finds may be left. */
async function walk(lang, viewport, ask) {
  const { page, server, problems } = await openApp({ viewport, reducedMotion: "reduce" });
  const found = [];
  for (const path of PAGES) {
    const query = lang === "vi" ? path : `${path || "?"}&lang=${lang}`.replace("?&", "?");
    await page.goto(new URL(query, server.url).href);
    await started(page);
    for (const line of await ask(page)) found.push(`${query || "?"}: ${line}`);
  }
  assert.deepEqual(found, []);
  assert.deepEqual(problems, []);
}

for (const lang of ["vi", "en"]) {
  test(`axe finds nothing on any kind of page, on any tab, light and dark: ${lang}`, async () => {
    await walk(lang, DESKTOP, async (page) => {
      await page.emulateMedia({ colorScheme: "light" });
      // What is folded up is read too.
      await page.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
      const light = await accessibilityProblems(page);
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await accessibilityProblems(page, COLOURS);
      return [...light, ...dark.map((line) => `dark: ${line}`)];
    });
  });
}

test("every tab of a comparison is the one that its address asks for", async () => {
  for (const [name, path] of Object.entries(TABS)) {
    const { page, problems } = await openApp({ path });
    assert.equal(await told(page.locator(".tabs [aria-current]")), name, path);
    assert.deepEqual(problems, []);
  }
});

// ------------------------------------------------------------------------- the accessibility tree

/** What the browser tells those who do not see the page, in the order in which it is read. */
async function tree(page) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  await client.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (node) => [node, ...(node.childIds ?? []).flatMap((id) => (byId.has(id) ? read(byId.get(id)) : []))];
  return read(nodes[0]).filter((node) => !node.ignored).map((node) => ({
    role: node.role.value,
    name: node.name?.value.trim() ?? "",
    level: node.properties?.find(({ name }) => name === "level")?.value.value,
  }));
}

/** What is wrong with the landmarks, the headings and the names of a page. */
function untidy(nodes) {
  const found = [];
  const of = (role) => nodes.filter((node) => node.role === role);
  for (const landmark of ["banner", "main", "contentinfo"]) {
    if (of(landmark).length !== 1) found.push(`${of(landmark).length} × ${landmark}`);
  }
  const parts = of("navigation").map(({ name }) => name);
  if (!parts.includes("Các phần của trang")) found.push("the menu has no name");
  if (!parts.every(Boolean) || new Set(parts).size < parts.length) found.push(`navigation: ${parts}`);

  const headings = of("heading");
  if (headings.filter(({ level }) => level === 1).length !== 1) found.push("not one first heading");
  let before = 0;
  for (const { level, name } of headings) {
    if (!name) found.push("a heading without words");
    if (level > before + 1) found.push(`“${name}” is a heading ${level} below a ${before}`);
    before = level;
  }
  for (const role of ["button", "link", "combobox", "textbox", "region", "image", "img", "table", "listbox", "dialog"]) {
    const nameless = of(role).filter(({ name }) => !name).length;
    if (nameless > 0) found.push(`${nameless} × ${role} without a name`);
  }
  return found;
}

test("landmarks, headings and names make sense in the accessibility tree of every page", async () => {
  await walk("vi", DESKTOP, async (page) => untidy(await tree(page)));
});

test("what changes without a press of the reader's is told: results, what is shown, what was copied", async () => {
  const status = (page, scope) => page.locator(scope).getByRole("status");
  const { page: list } = await openApp({ path: "?p=place" });
  assert.equal(await told(status(list, ".filter")), "", "nothing before anything is typed");
  await list.locator("#filter").fill("quang");
  assert.match(await told(status(list, ".filter")), /^\d+ nơi phù hợp$/);

  const { page: checks } = await openApp({ path: "?p=checks" });
  await checks.locator(".tally").getByRole("link", { name: /Lệch chữ số cuối/ }).click();
  assert.match(await told(status(checks, "main")), /^Đang xem 2 trên \d+ phép tính\.$/);

  const { page: compare } = await openApp({ path: "?p=compare&tab=pie" });
  assert.match(await told(status(compare, "main").first()), /tab=pie/);
});

// ------------------------------------------------------------------------ zoom and wide text spacing

/** Elements whose own text does not fit into them and is cut off. */
function cutOff(page) {
  return page.evaluate(() => {
    const found = [];
    for (const element of document.querySelectorAll("body *")) {
      if (element.closest(".vh, .skip, svg, canvas, dialog:not([open]), select, input, textarea, .nav, .tabs, .tablewrap")) continue;
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      // Meant for those who do not see it.
      if (clipPath === "inset(50%)") continue;
      const hides = [overflowX, overflowY].some((value) => value === "hidden" || value === "clip");
      const over = Math.max(element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight);
      // A button or a link must hold its words, whatever it does with what is over.
      const holds = hides || element.matches("button, .btn, .tally a, .chip");
      if (holds && over > 1 && element.clientWidth > 0) found.push(`${element.className || element.tagName}: ${over} px`);
    }
    return found;
  });
}

/** What cannot be read, or only by scrolling sideways. */
async function lost(page) {
  const wide = await tooWide(page);
  return [...(wide > 0 ? [`${wide} px too wide`] : []), ...(await cutOff(page))];
}

/** WCAG 1.4.12. A page's policy refuses inline styles; a sheet that a script makes is none. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

test("at 200 % zoom nothing is lost and nothing scrolls sideways", async () => {
  // 1280 by 800 pixels at twice the size are 640 by 400.
  await walk("vi", { width: 640, height: 400 }, lost);
});

for (const [name, viewport] of Object.entries({ desktop: DESKTOP, phone: { width: 360, height: 740 } })) {
  test(`with wide text spacing nothing is lost: ${name}`, async () => {
    await walk("vi", viewport, async (page) => {
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets.push(sheet);
      }, SPACING);
      return lost(page);
    });
  });
}

test("on a phone the menu shows the page that one is on, wherever one comes from", async () => {
  const { page, problems } = await openApp({ path: "?p=corrections", viewport: { width: 360, height: 740 } });
  const seen = () => page.locator(".nav [aria-current]").evaluate((link) => {
    const [own, row] = [link, link.parentElement].map((element) => element.getBoundingClientRect());
    // The first of the row is set in the margin by its own padding.
    return own.left >= row.left - 13 && own.right <= row.right + 1;
  });
  assert.ok(await seen(), "opened there");
  for (const name of ["Nguồn", "Câu chuyện", "Tính lại"]) {
    await page.locator(".nav").getByRole("link", { name, exact: true }).click();
    await page.locator(".nav [aria-current]", { hasText: name }).waitFor();
    assert.ok(await seen(), name);
    assert.equal(await page.evaluate(() => scrollY), 0);
  }
  assert.deepEqual(problems, []);
});

test("in forced colours what is chosen, pressed or struck through can still be told", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const { page, problems } = await openApp({ path: TABS["Bản đồ"], colorScheme, context: { forcedColors: "active" } });
    const colour = (selector) => page.locator(selector).first().evaluate((element) => {
      const { backgroundColor, borderBottomColor, textDecorationLine } = getComputedStyle(element);
      return { backgroundColor, borderBottomColor, textDecorationLine };
    });
    const [on, off] = [await colour(".set > [aria-current]"), await colour(".set > a:not([aria-current])")];
    assert.notEqual(on.backgroundColor, off.backgroundColor, "the language that is shown");
    assert.notEqual((await colour(".nav [aria-current]")).borderBottomColor, (await colour(".nav a:not([aria-current])")).borderBottomColor);
    assert.equal((await colour(".tabs .off")).textDecorationLine, "line-through");
    assert.ok(await page.locator(".stage canvas").isVisible());
    await screenshot(page, `map-forced-${colorScheme}`, { fullPage: false });
    assert.deepEqual(await accessibilityProblems(page), []);
    assert.deepEqual(problems, []);
  }
});
