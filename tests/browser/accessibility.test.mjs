// Every kind of page and every tab: what axe finds, what the accessibility tree holds, and whether
// anything is lost at 200 % zoom or with text set wider.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, PHONE, accessibilityProblems, open, openApp, screenshot, spaced, started, told, tooWide, waitForView } from "./harness.mjs";

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

/** One page of every kind, and every tab. */
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

/** Visits each page in one language; fails with all that `ask` finds. */
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
      // Folded parts are checked too.
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

/** The accessibility tree of a page, in reading order. */
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
      // Meant for screen readers.
      if (clipPath === "inset(50%)") continue;
      const hides = [overflowX, overflowY].some((value) => value === "hidden" || value === "clip");
      const over = Math.max(element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight);
      // A button or a link must contain its words, even if it does not cut them off.
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

/** WCAG 1.4.12. The policy refuses inline styles, but not a sheet that a script makes. */
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
    // The padding of the first link reaches into the margin.
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
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal((await colour(".nav a:not([aria-current])")).borderBottomColor, ground, "no line under the other pages");
    await page.locator("#search").fill("ha");
    const [marked, other] = [await colour("#found [aria-selected=true]"), await colour("#found [aria-selected=false]")];
    assert.notEqual(marked.backgroundColor, other.backgroundColor, "what is marked in a list");
    await page.keyboard.press("Escape");
    assert.ok(await page.locator(".stage canvas").isVisible());
    await screenshot(page, `map-forced-${colorScheme}`, { fullPage: false });
    assert.deepEqual(await accessibilityProblems(page), []);
    assert.deepEqual(problems, []);
  }
});

// ------------------------------------------------------------- the focus, and what is said of changes

/** The focused element: what it is, what it says, and where it is. */
const focus = (page) => page.evaluate(() => {
  const { activeElement } = document;
  const around = activeElement.closest("header, nav, main, footer, .pagefoot");
  const rows = [...(activeElement.closest("tbody")?.rows ?? [])];
  return {
    what: activeElement.localName + (activeElement.id && `#${activeElement.id}`),
    says: activeElement.textContent.trim().slice(0, 40),
    within: around && `${around.localName}.${around.className}`,
    row: rows.indexOf(activeElement.closest("tr")),
  };
});

test("what has the focus on the static page has it in the explorer", async () => {
  // The service worker would have the module at once.
  const { page, server } = await open({ path: "404.html", context: { serviceWorkers: "block" }, untouched: true });
  let letCome;
  await page.route(/\.wasm$/, async (route) => {
    await new Promise((resolve) => { letCome = resolve; });
    await route.continue();
  });
  for (const [path, selector, nth] of [
    ["", "#explore .cell", 5],
    ["", "#story .cell", 1],
    ["", ".foot a", 2],
    ["", ".pagefoot a", 0],
    ["indicators/dti_province/", ".foot a", 0],
    ["indicators/dti_province/", "#explore .tablewrap", 0],
    ["systems/online-public-services/", ".data .cell", 12],
    ["stories/hoa-binh/", ".take summary", 1],
    ["en/places/province63-17/", ".foot a", 1],
    ["checks/", ".pagefoot a", 0],
  ]) {
    const asked = page.waitForRequest(/\.wasm$/);
    await page.goto(new URL(path, server.url).href, { waitUntil: "domcontentloaded" });
    await page.locator(`#static ${selector}`).nth(nth).focus();
    await asked;
    const before = await focus(page);
    assert.notEqual(before.what, "body", `${path} ${selector}`);
    letCome();
    await started(page);
    assert.deepEqual(await focus(page), before, `${path} ${selector}`);
  }
});

test("what the reader has unfolded on the static page stays so, and nothing else unfolds", async () => {
  const { page } = await open({ path: "stories/hoa-binh/", untouched: true });
  await page.locator("#static .sums").evaluate((details) => { details.open = true; });
  await started(page);
  assert.deepEqual(await page.locator("#app details[open]").evaluateAll((all) => all.map(({ className }) => className)), ["sums"]);
});

test("the keyboard's place in a chart is seen, on bars and on a map, and its beginning comes first", async () => {
  for (const [path, colorScheme] of [[TABS["Xếp hạng"], "light"], [TABS["Bản đồ"], "light"], [TABS["Bản đồ"], "dark"]]) {
    const { page, problems } = await openApp({ path, colorScheme, viewport: PHONE });
    const band = () => page.locator(".stage .band").evaluate((element) => {
      const { boxShadow, zIndex, display } = getComputedStyle(element);
      return { isRinged: boxShadow !== "none", zIndex, display };
    });
    for (let step = 0; step < 60 && !(await page.evaluate(() => document.activeElement.matches(".stage"))); step += 1) await page.keyboard.press("Tab");
    const top = await page.locator(".stage").evaluate((stage) => stage.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < PHONE.height - 100, `${path}: begins at ${top}`);
    assert.equal((await band()).display, "none");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.querySelector(".stage .band").offsetHeight > 0);
    const { isRinged, zIndex } = await band();
    assert.ok(isRinged && zIndex === "1", `${path}: ${zIndex}`);
    await screenshot(page, `keyboard-in-chart-${colorScheme}-${path.includes("map") ? "map" : "bars"}`, { fullPage: false });
    // A pointer marks a row without the ring.
    await page.locator("h1").click();
    await page.locator(".stage").hover({ position: { x: 60, y: 60 } });
    assert.equal((await band()).isRinged, false);
    assert.deepEqual(problems, []);
  }
});

test("a figure that is pinned and released is told, and the chart keeps the focus", async () => {
  const { page, problems } = await openApp({ path: TABS["Xếp hạng"] });
  const stage = page.locator(".stage");
  const said = page.locator(".readout").getByRole("status");
  assert.deepEqual(await said.allInnerTexts(), ["", ""], "how to use it is no news");
  const name = await stage.getAttribute("aria-label");
  assert.ok(name.startsWith("Biểu đồ: xếp hạng. ") && name.length < 160, name);
  const hint = await stage.evaluate((element) => document.getElementById(element.getAttribute("aria-describedby")).textContent);
  assert.match(hint, /phím mũi tên/);
  assert.equal(await page.getByText(hint).count(), 1, "it is there once");
  await stage.focus();
  await page.keyboard.press("ArrowDown");
  const best = spaced(await page.locator("#explore .data tbody th").first().textContent());
  assert.ok((await told(said.first())).startsWith(`${best}: `), best);
  await page.keyboard.press("Enter");
  await page.getByText("Đã ghim.").waitFor();
  // Whoever goes on has let go of it, so Enter pins the next one.
  await page.keyboard.press("ArrowDown");
  await page.getByText("Đã bỏ ghim.").waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("Đã ghim.").waitFor();
  await page.getByRole("button", { name: "Bỏ ghim" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Đã bỏ ghim.").waitFor();
  assert.ok(await stage.evaluate((element) => element === document.activeElement), "the chart has the focus");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await page.getByText("Không chọn số nào.").waitFor();
  assert.deepEqual(problems, []);
});

test("on a phone what gets the focus in the menu and among the tabs is seen whole, on the static page too", async () => {
  const isSeen = (page) => page.evaluate(() => {
    const [own, row] = [document.activeElement, document.activeElement.parentElement].map((element) => element.getBoundingClientRect());
    return own.left >= row.left - 13 && own.right <= row.right + 1;
  });
  const still = await open({ path: "indicators/dti_province/", viewport: PHONE, untouched: true, before: (page) => page.route(/\.wasm$/, (route) => route.abort()) });
  const live = await openApp({ path: "?p=compare&i=dti_province", viewport: PHONE });
  for (const { page } of [still, live]) {
    for (const row of [".nav", ".tabs"]) {
      const links = page.locator(`${row} a`);
      await links.first().focus();
      for (let at = 1; at < await links.count(); at += 1) {
        await page.keyboard.press("Tab");
        assert.ok(await isSeen(page), `${row} ${at}: ${(await focus(page)).says}`);
      }
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Shift+Tab");
      assert.ok(await isSeen(page), `${row}, back: ${(await focus(page)).says}`);
    }
  }
});

test("a change of the comparison is said once, and how many places fit what was typed", async () => {
  const { page, problems } = await openApp({ path: "?p=compare&i=dti_province" });
  const news = page.locator("#explore > [role=status]");
  const says = (pattern) => news.filter({ hasText: pattern }).waitFor({ state: "attached" });
  assert.equal(await news.textContent(), "");
  await page.locator(".tabs").getByRole("link", { name: "Bản đồ" }).click();
  await says(/^Bản đồ\. ./);
  await page.locator("#sort").selectOption("name");
  await says("Sắp theo: tên.");
  await page.locator("#indicator").selectOption("par_index");
  await says(spacedFinding(await told(page.locator(".finding strong"))));
  await page.goBack();

  const found = page.locator(".panel .field.full > [role=status]");
  const field = page.locator("#search");
  await field.pressSequentially("ha", { delay: 20 });
  assert.equal(await found.textContent(), "", "not with every letter");
  await found.filter({ hasText: /^\d+ kết quả/ }).waitFor({ state: "attached" });
  assert.equal(await page.locator("#found").getAttribute("tabindex"), "-1");
  await field.fill("ha noi");
  await page.keyboard.press("Enter");
  await says("Đã thêm Hà Nội.");
  await page.getByRole("button", { name: "Bỏ Hà Nội" }).click();
  await says("Đã bỏ Hà Nội.");
  assert.deepEqual(problems, []);
});

/** A finding as a pattern in which each space matches any space. */
const spacedFinding = (text) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s"));

test("whoever follows the menu with the keyboard hears the new page; with a pointer the focus stays", async () => {
  const { page, problems } = await openApp({ path: "?p=compare&i=dti_province" });
  await page.locator(".nav a").nth(5).focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await waitForView(page, /p=checks/);
  await page.waitForFunction(() => document.activeElement.localName === "h1");
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.locator(".nav").getByRole("link", { name: "Hệ thống" }).click();
  await waitForView(page, /p=system/);
  await page.waitForTimeout(100);
  assert.equal((await focus(page)).says, "Hệ thống");
  assert.deepEqual(problems, []);
});

test("the way back to another page is heard, too", async () => {
  const { page, problems } = await openApp();
  await page.locator("#stories .story h3 a").last().focus();
  await page.keyboard.press("Enter");
  await waitForView(page, /p=story/);
  await page.waitForFunction(() => document.activeElement.localName === "h1");
  await page.goBack();
  await waitForView(page, /^$/);
  await page.waitForFunction(() => document.activeElement.matches("#main h1"));
  assert.deepEqual(problems, []);
});

test("where a place is taken out the keyboard goes on with the next", async () => {
  const { page, problems } = await openApp({ path: "?p=compare&i=dti_province&e=province63:01~province63:17~province63:79" });
  const buttons = page.locator(".chip button");
  const names = await buttons.evaluateAll((all) => all.map((button) => button.getAttribute("aria-label")));
  assert.equal(names.length, 3);
  await buttons.nth(1).focus();
  for (const next of [names[2], names[0]]) {
    await page.keyboard.press("Enter");
    await page.waitForFunction((next) => document.activeElement.getAttribute("aria-label") === next, next);
  }
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "search");
  assert.deepEqual(problems, []);
});

test("every button of a table says whose figure it shows, beginning with what is seen", async () => {
  for (const [path, most] of [["?p=compare&e=province63", 10], ["?p=compare&i=dti_province", 60]]) {
    const { page } = await openApp({ path });
    await page.locator("#explore .data tbody .cell").first().waitFor();
    const rows = await page.locator("#explore .data tbody tr").evaluateAll((all) => all.map((row) => ({
      place: row.querySelector("th").firstChild.textContent,
      seen: row.querySelector(".cell .wide")?.textContent ?? row.querySelector(".cell")?.textContent,
      name: row.querySelector(".cell")?.getAttribute("aria-label") ?? row.querySelector(".cell")?.textContent,
    })));
    const named = rows.filter(({ seen }) => seen);
    assert.ok(named.length > most, `${named.length}`);
    const unclear = named.filter(({ seen, name, place }) => !name.startsWith(seen) || !(name.endsWith(place) || place.startsWith("Mục tiêu")));
    assert.deepEqual(unclear, []);
  }
});

test("rows that were chosen are marked by more than a colour", async () => {
  const { page } = await openApp({ path: "?p=compare&tab=table&i=dti_province&focus=province63:17" });
  const row = page.locator("tr[aria-current=true]");
  assert.match(await told(row.locator("th")), /^Hòa Bình/);
  assert.equal(await row.locator("th").evaluate((head) => getComputedStyle(head).fontWeight), "600");
});

test("the ring on what is chosen in a switch stands out from it", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const { page } = await openApp({ path: "?p=method", colorScheme });
    await page.locator(".find").focus();
    await page.keyboard.press("Tab");
    const contrast = await page.evaluate(() => {
      const { outlineColor, backgroundColor } = getComputedStyle(document.activeElement);
      const light = (colour) => {
        const linear = (share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
        const [red, green, blue] = colour.match(/\d+/g).map((part) => linear(part / 255));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
      };
      const [most, least] = [light(outlineColor), light(backgroundColor)].sort((a, b) => b - a);
      return most / least;
    });
    assert.ok(contrast >= 3, `${colorScheme}: ${contrast}`);
  }
});

test("on a phone what leads elsewhere has room for a finger", async () => {
  const { page } = await openApp({ path: "?p=sources", viewport: PHONE });
  const small = await page.locator(".downloads a, .foot a, [rel~=external]").evaluateAll((links) => links
    .filter((link) => link.offsetParent && link.getClientRects()[0].height < 40)
    .map((link) => `${link.textContent}: ${link.getClientRects()[0].height}`));
  assert.deepEqual(small, []);
  assert.equal(await tooWide(page), 0);
});

test("with more contrast asked for, rules and washed words are darker, light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const { page } = await openApp({ path: "?p=method", colorScheme, context: { contrast: "more" } });
    const [rule, rule2, ink, ink3] = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return ["--rule", "--rule-2", "--ink", "--ink-3"].map((name) => style.getPropertyValue(name));
    });
    assert.deepEqual([rule, ink3], [rule2, ink], colorScheme);
  }
});

test("everything that can be pressed stands in a part of the page that has a name or a role", async () => {
  const { page } = await openApp({ path: "?p=checks" });
  const outside = await page.locator("a[href]:visible, button:visible").evaluateAll((all) => all
    .filter((one) => !one.matches(".skip") && !one.closest("header, main, footer, nav, section[aria-label]"))
    .map((one) => one.textContent));
  assert.deepEqual(outside, []);
});

test("in the panel of codes nothing is said twice, and every button says of what it is", async () => {
  const { page } = await openApp({ path: "?p=compare&i=dti_province" });
  await page.locator(".take summary", { hasText: "Nhúng" }).click();
  const nodes = await tree(page);
  for (const label of ["Ngôn ngữ trong bài", "Nền trong bài"]) {
    assert.deepEqual(nodes.filter(({ name }) => name === label).map(({ role }) => role), ["group"]);
  }
  const names = nodes.filter(({ role, name }) => role === "button" && /^(Tải về|Sao chép) ?: /.test(name)).map(({ name }) => name);
  assert.ok(names.length >= 6, names.join());
  assert.equal(new Set(names).size, names.length, names.join());
});

test("whoever comes to an address that leads nowhere can go to the content at once", async () => {
  const { page } = await open({ path: "404.html", untouched: true });
  await page.keyboard.press("Tab");
  assert.deepEqual(await page.evaluate(() => [document.activeElement.className, document.activeElement.hash]), ["skip", "#main"]);
});
