// What a reader takes away, read back: pictures, tables, a workbook, a citation; and what a reader
// brings: a picture dropped on the page opens its view, anything else is refused in plain words.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { PHONE, fileUrl, open, viewIn, viewOf } from "./harness.mjs";

const PROVINCES = "?p=compare&i=end_to_end_dossier_rate&e=province63&time=2024";
const query = (page) => new URLSearchParams(viewOf(page));

/** Opens the choices of a comparison and takes one of them. */
async function take(page, label, fold = "Tải về") {
  const choices = page.locator(".take details", { has: page.locator("summary", { hasText: fold }) });
  if (!(await choices.getAttribute("open").then((open) => open !== null))) await choices.locator("summary").click();
  // The first of several pictures for embedding.
  return choices.getByRole("button", { name: label, exact: true }).first().click();
}

/** The file that a choice gives: its name and its content. */
async function taken(page, label, fold) {
  const [download] = await Promise.all([page.waitForEvent("download"), take(page, label, fold)]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

// ------------------------------------------------------------------------------------------ readers

/** The checksum of PNG and ZIP. */
function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** The chunks of a PNG; fails where a checksum is wrong. */
function chunks(png) {
  assert.deepEqual([...png.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  const found = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    assert.equal(png.readUInt32BE(at + 8 + length), crc32(body), "the checksum of a chunk");
    found.push({ kind: body.subarray(0, 4).toString(), content: body.subarray(4) });
    at += 12 + length;
  }
  return found;
}

/** A PNG of these chunks. */
function png(chunks) {
  const parts = chunks.map(([kind, content]) => {
    const body = Buffer.concat([Buffer.from(kind), Buffer.from(content)]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length - 4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  });
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...parts]);
}

/** A picture of one pixel that says it was made from an address. */
const pictureOf = (address) =>
  png([["IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]], ["iTXt", `ro-so:view\0\0\0\0\0${address}`], ["IEND", ""]]);

/** The records of a CSV file (RFC 4180). */
function records(file, separator) {
  const rows = [[]];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}"\r\n]*))(${separator}|\r\n)`, "y");
  while (cell.lastIndex < file.length) {
    const found = cell.exec(file);
    assert.ok(found, "a cell");
    rows.at(-1).push(found[1]?.replaceAll('""', '"') ?? found[2]);
    if (found[3] === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

/** The rows of a CSV file by the names of their columns. */
function table(file, separator = ",") {
  const [names, ...rows] = records(file, separator);
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [names[at], cell])));
}

/** The parts of a ZIP archive by their paths, read by way of its directory. */
function unzipped(archive) {
  const end = archive.length - 22;
  assert.equal(archive.readUInt32LE(end), 0x06054b50);
  const parts = {};
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    assert.equal(archive.readUInt32LE(at), 0x02014b50);
    const [sum, packed, plain, name] = [16, 20, 24].map((field) => archive.readUInt32LE(at + field)).concat(archive.readUInt16LE(at + 28));
    const start = archive.readUInt32LE(at + 42);
    const path = archive.subarray(at + 46, at + 46 + name).toString();
    assert.equal(archive.readUInt32LE(start), 0x04034b50);
    const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
    const content = inflateRawSync(archive.subarray(from, from + packed));
    assert.equal(content.length, plain, path);
    assert.equal(crc32(content), sum, path);
    parts[path] = content.toString();
    at += 46 + name + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  assert.equal(at, end);
  return parts;
}

/** Runs a function in a blank page without a policy: the site's forbids markup from text. */
async function elsewhere(page, find, content) {
  const blank = await page.context().newPage();
  try {
    return await blank.evaluate(find, content);
  } finally {
    await blank.close();
  }
}

/** A workbook: the names of its sheets, and their rows of cells, each with its value and its format. */
async function workbook(page, file) {
  const parts = unzipped(file);
  return elsewhere(page, (parts) => {
    const xml = (path) => {
      const parsed = new DOMParser().parseFromString(parts[path], "application/xml");
      if (parsed.querySelector("parsererror")) throw new Error(`${path}: ${parsed.documentElement.textContent}`);
      return parsed;
    };
    // Every part is well formed.
    for (const path of Object.keys(parts)) xml(path);
    const styles = xml("xl/styles.xml");
    const codes = new Map([...styles.querySelectorAll("numFmt")].map((it) => [it.getAttribute("numFmtId"), it.getAttribute("formatCode")]));
    const formats = [...styles.querySelectorAll("cellXfs > xf")].map((it) => ({
      code: codes.get(it.getAttribute("numFmtId")),
      isText: it.getAttribute("quotePrefix") === "1",
    }));
    const links = new Map([...xml("xl/_rels/workbook.xml.rels").querySelectorAll("Relationship")].map((it) => [it.id || it.getAttribute("Id"), it.getAttribute("Target")]));
    const sheets = [...xml("xl/workbook.xml").querySelectorAll("sheet")].map((sheet) => {
      const parsed = xml(`xl/${links.get(sheet.getAttribute("r:id"))}`);
      const rows = [...parsed.querySelectorAll("row")].map((row) => {
        const cells = {};
        for (const cell of row.querySelectorAll("c")) {
          const type = cell.getAttribute("t");
          const text = cell.querySelector(type === "inlineStr" ? "t" : "v").textContent;
          const value = type === "inlineStr" ? text : type === "b" ? text === "1" : Number(text);
          cells[/^[A-Z]+/.exec(cell.getAttribute("r"))[0]] = { value, ...formats[cell.getAttribute("s") ?? 0] };
        }
        return cells;
      });
      return { name: sheet.getAttribute("name"), rows, formulas: parsed.querySelectorAll("f").length };
    });
    const core = xml("docProps/core.xml");
    const about = (name) => [...core.documentElement.children].find((it) => it.localName === name)?.textContent;
    return { sheets, title: about("title"), address: about("description"), language: about("language") };
  }, parts);
}

// ----------------------------------------------------------------------------------------- pictures

test("a picture has its size, and the address of its view inside", async () => {
  const { page, problems } = await open({ path: PROVINCES });
  for (const [label, width] of [
    ["PNG, rộng 680 điểm ảnh", 680],
    ["PNG, rộng 1.360 điểm ảnh", 1360],
    ["PNG cho điện thoại, rộng 1.080 điểm ảnh", 1080],
    ["PNG, rộng 2.040 điểm ảnh", 2040],
  ]) {
    const { name, content } = await taken(page, label);
    assert.equal(name, `ro-so-end-to-end-dossier-rate-province63-2024-${width}.png`);
    const found = chunks(content);
    assert.equal(found[0].kind, "IHDR");
    assert.equal(found[0].content.readUInt32BE(0), width);
    assert.ok(found[0].content.readUInt32BE(4) > width, "a picture with its notes is high");
    const text = found.find(({ kind }) => kind === "iTXt").content.toString();
    assert.ok(text.startsWith("ro-so:view\0\0\0\0\0"));
    assert.equal(viewIn(text.split("\0").at(-1)), viewOf(page));
    assert.equal(found.at(-1).kind, "IEND");
  }
  assert.deepEqual(problems, []);
});

test("a picture of lines parses, says what belongs to it, and is safe to open", async () => {
  const { page, problems } = await open({ path: PROVINCES });
  const { name, content } = await taken(page, "SVG");
  assert.equal(name, "ro-so-end-to-end-dossier-rate-province63-2024.svg");
  const found = await elsewhere(page, (text) => {
    const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    return {
      kind: svg.localName,
      width: svg.getAttribute("width"),
      title: svg.querySelector("title").textContent,
      about: svg.querySelector("desc").textContent,
      address: svg.querySelector("metadata").textContent,
      // Lines break between words.
      drawn: [...svg.querySelectorAll("text")].map((text) => text.textContent).join(" ").replace(/\s+/g, " "),
      active: svg.querySelectorAll("script, foreignObject, image, a, style, [onload]").length,
    };
  }, content.toString());
  assert.equal(found.kind, "svg");
  assert.equal(found.width, "680");
  assert.equal(viewIn(found.address), viewOf(page));
  assert.equal(found.active, 0);
  const spaced = (text) => text.replace(/\s+/g, " ").trim();
  const shown = async (selector) => spaced(await page.locator(selector).first().innerText());
  assert.equal(spaced(found.title), await shown("#explore h1"));
  assert.equal(spaced(found.about), await shown("#explore .finding"));
  assert.ok(found.drawn.includes(await shown("#explore h1")), "the title is drawn");
  for (const note of await page.locator("#explore .notes ol li span").allInnerTexts()) {
    assert.ok(found.drawn.includes(spaced(note)), `what to bear in mind is drawn: ${note}`);
  }
  for (const names of await page.locator("#explore .notes details p").allTextContents()) {
    const [first, second, third, ...others] = spaced(names).split(" · ");
    assert.ok(found.drawn.includes(`${first} · ${second} · ${third} và ${others.length} nơi khác`), "what is missing is drawn");
  }
  assert.match(found.drawn, /Nguồn:/);
  assert.match(found.drawn, /Kỳ số liệu: năm 2024/);
  assert.deepEqual(problems, []);
});

test("a story is taken along from its page for reading: a picture that opens it again, and a citation", async () => {
  const { page, server, problems } = await open({
    path: "stories/hoa-binh/",
    context: { permissions: ["clipboard-read", "clipboard-write"] },
  });
  const { name, content } = await taken(page, "PNG, rộng 1.360 điểm ảnh");
  assert.equal(name, "ro-so-hoa-binh-1360.png");
  const found = chunks(content);
  assert.equal(found[0].content.readUInt32BE(0), 1360);
  const headline = await page.locator("h1").innerText();
  const drawn = await taken(page, "SVG");
  assert.ok(drawn.content.toString().includes(`<title>${headline}</title>`), "the headline");

  await take(page, "Sao chép", "Trích dẫn");
  await page.locator(".take [role=status]", { hasText: "Đã sao chép trích dẫn." }).waitFor();
  const cited = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(cited.startsWith(`${headline}. `) && cited.includes("Nguồn:"), cited);
  assert.ok(cited.endsWith("/stories/hoa-binh/"), cited);

  await page.goto(new URL("?p=sources", server.url).href);
  await page.locator("#static").waitFor({ state: "detached" });
  await drop(page, content, { name });
  await page.waitForFunction((headline) => document.querySelector("h1").innerText === headline, headline);
  assert.deepEqual(problems, []);
});

// ------------------------------------------------------------------------------------------- tables

test("the table is the one on the screen, in both notations, and so is the JSON", async () => {
  const { page, problems } = await open({ path: PROVINCES });
  const shown = await page.locator("#explore table.data tbody tr").evaluateAll((rows) =>
    rows.map((row) => [row.querySelector("th").firstChild.textContent.trim(), row.querySelector("td").innerText.trim().replaceAll("\u00a0", " ")]),
  );
  assert.ok(shown.length > 10);

  const plain = await taken(page, "CSV");
  assert.equal(plain.name, "ro-so-end-to-end-dossier-rate-province63-2024.csv");
  const rows = table(plain.content.toString());
  const figures = rows.filter((row) => row.role !== "missing");
  assert.deepEqual(figures.map((row) => [row.name, row.printed.trim()]), shown);
  const first = figures[0];
  assert.match(first.value, /^\d+\.\d+$/);
  assert.equal(Number(first.low) < Number(first.value) && Number(first.value) < Number(first.high), true);
  assert.equal(first.qualifier, "exact");
  assert.match(first.publication, /\S/);
  const bound = figures.find((row) => row.qualifier === "below");
  assert.match(bound.printed, /^dưới/);

  const twin = await taken(page, "CSV cho Excel tiếng Việt");
  assert.equal(twin.name, "ro-so-end-to-end-dossier-rate-province63-2024.vi.csv");
  const text = twin.content.toString();
  assert.equal(text[0], "\ufeff");
  const vietnamese = table(text.slice(1), ";");
  assert.deepEqual(vietnamese.map((row) => row.value.replace(",", ".")), rows.map((row) => row.value));
  assert.ok(vietnamese.some((row) => /^\d+,\d+$/.test(row.value)));

  const { name, content } = await taken(page, "JSON");
  assert.equal(name, "ro-so-end-to-end-dossier-rate-province63-2024.json");
  const told = JSON.parse(content.toString());
  assert.equal(viewIn(told.address), viewOf(page));
  assert.deepEqual(told.rows.map((row) => String(row.value ?? "")), rows.map((row) => row.value));
  assert.ok(told.documents.every(({ title, published }) => title && published));
  for (const field of ["title", "finding", "verdict", "figures_of"]) assert.match(told[field], /\S/);
  assert.deepEqual(problems, []);
});

test("the table alone has no picture to be taken away, and says so", async () => {
  const { page, problems } = await open({ path: `${PROVINCES}&tab=table` });
  const { content } = await taken(page, "CSV");
  assert.ok(table(content.toString()).length > 10);
  assert.equal(await page.locator(".take").getByRole("button", { name: /PNG|SVG/ }).count(), 0);
  assert.match(await page.locator(".take").innerText(), /không có hình để tải/);
  assert.deepEqual(problems, []);
});

// ----------------------------------------------------------------------------------------- workbook

test("what makes a workbook is loaded when one is asked for", async () => {
  const { page, problems, requests } = await open({ path: PROVINCES, context: { serviceWorkers: "block" } });
  const loaded = () => requests.filter((url) => /\/xlsx\.\w+\.js$/.test(url)).length;
  assert.equal(loaded(), 0);
  await taken(page, "Excel (XLSX)");
  assert.ok(loaded() > 0);
  assert.deepEqual(problems.filter(({ text }) => !text.includes("blocked by Playwright")), []);
});

test("a workbook holds numbers as numbers, dates as dates, and all that is said of them", async () => {
  const { page, problems } = await open({ path: PROVINCES });
  const told = JSON.parse((await taken(page, "JSON")).content.toString());
  const { name, content } = await taken(page, "Excel (XLSX)");
  assert.equal(name, "ro-so-end-to-end-dossier-rate-province63-2024.xlsx");
  const found = await workbook(page, content);
  assert.equal(found.title, told.title);
  assert.equal(viewIn(found.address), viewOf(page));
  const [figures, notes, columns] = found.sheets;
  assert.deepEqual(found.sheets.map((sheet) => sheet.name), ["Số liệu", "Ghi chú", "Các cột"]);
  assert.deepEqual(found.sheets.map((sheet) => sheet.formulas), [0, 0, 0]);

  // The third sheet names the columns of the first, in their order.
  const [head, ...rows] = figures.rows;
  const names = columns.rows.slice(1).map((row) => row.B.value);
  assert.deepEqual(Object.values(head).map((cell) => cell.value), columns.rows.slice(1).map((row) => row.A.value));
  const letters = Object.keys(head);
  const cell = (row, column) => rows[row][letters[names.indexOf(column)]];
  assert.equal(rows.length, told.rows.length);
  told.rows.forEach((row, at) => {
    assert.equal(cell(at, "name").value, row.name);
    assert.equal(cell(at, "value")?.value ?? null, row.value);
    assert.equal(cell(at, "low")?.value ?? null, row.low);
    assert.equal(cell(at, "low_open")?.value ?? null, row.low_open);
    assert.equal(cell(at, "note")?.value ?? null, row.note);
    assert.equal(cell(at, "missing_because")?.value ?? null, row.missing_because);
  });
  // 68,54% was printed with two decimals, and "dưới 10%" with none.
  const exact = told.rows.findIndex((row) => row.value === 68.54);
  assert.equal(cell(exact, "value").code, "#,##0.00");
  const bound = told.rows.findIndex((row) => row.qualifier === "below" && row.step === 1);
  assert.equal(cell(bound, "value")?.value ?? null, null, "a limit is no value");
  assert.equal(cell(bound, "high").value, 10);
  assert.equal(cell(bound, "reading").value, "mốc");

  const day = (cell) => new Date(Date.UTC(1899, 11, 30) + cell.value * 864e5).toISOString().slice(0, 10);
  assert.equal(day(cell(exact, "period_from")), "2024-01-01");
  assert.equal(day(cell(exact, "period_to")), "2024-12-31");
  // Shown as precisely as it is known.
  const shown = { 4: "yyyy", 7: "mm/yyyy", 10: "dd/mm/yyyy" };
  for (const column of ["period_from", "period_to"]) {
    assert.equal(cell(exact, column).code, shown[told.rows[exact][column].length], column);
  }
  // A day of publication is a date; a year or a month alone is a text, as in the CSV.
  told.rows.forEach(({ published, published_inferred: inferred }, at) => {
    if (!published) return;
    const found = cell(at, "published");
    assert.equal(published.length === 10 ? day(found) : found.value, published);
    assert.equal(cell(at, "published_inferred").value, inferred);
  });

  const said = notes.rows.map((row) => row.B?.value);
  for (const line of [told.title, told.finding, told.verdict, told.address, ...told.reasons, ...told.caveats]) assert.ok(said.includes(line), line);
  for (const { reason, names } of told.missing) assert.ok(said.includes(`${reason} ${names.join(" · ")}`));
  for (const { cited } of told.documents) assert.ok(said.includes(cited), cited);
  assert.ok(told.documents.some((it) => it.published_inferred && it.cited.endsWith("(suy ra)")), "an inferred date says so");
  assert.deepEqual(problems, []);
});

test("a workbook speaks English where the page does", async () => {
  const { page, problems } = await open({ path: `${PROVINCES}&lang=en` });
  const { content } = await taken(page, "Excel (XLSX)", "Download");
  const found = await workbook(page, content);
  assert.deepEqual(found.sheets.map((sheet) => sheet.name), ["Figures", "Notes", "Columns"]);
  assert.equal(found.language, "en");
  assert.equal(found.sheets[0].rows[0].A.value, "Name");
  assert.deepEqual(problems, []);
});

test("nothing in a workbook is run as a formula, whatever a text begins with", async () => {
  const { page, problems } = await open({ path: PROVINCES });
  const told = JSON.parse((await taken(page, "JSON")).content.toString());
  const hostile = ["=HYPERLINK(\"https://example.org\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "<f>1+1</f>", "]]>&amp;\u0001", "x".repeat(40_000)];
  told.rows = hostile.map((name) => ({ ...told.rows[0], name, note: name }));
  told.title = hostile[0];
  const bytes = await page.evaluate(async (json) => [...new Uint8Array(await (await roSoWorkbook(json)).arrayBuffer())], JSON.stringify(told));
  const { sheets } = await workbook(page, Buffer.from(bytes));
  assert.deepEqual(sheets.map((sheet) => sheet.formulas), [0, 0, 0]);
  hostile.forEach((text, at) => {
    const { value, isText } = sheets[0].rows[at + 1].A;
    assert.equal(value, text.replace("\u0001", "").slice(0, 32767));
    assert.equal(isText, /^[=+\-@\t]/.test(text), text);
  });
  assert.equal(sheets[1].rows[0].B.isText, true);
  assert.deepEqual(problems, []);
});

test("a workbook can be had without a network", async () => {
  const { page, context } = await open({ path: PROVINCES });
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  await context.setOffline(true);
  const { content } = await taken(page, "Excel (XLSX)");
  assert.equal((await workbook(page, content)).sheets.length, 3);
});

test("the one file makes workbooks too", async () => {
  const { page, problems, requests } = await open({ url: `${fileUrl("ro-so.html")}${PROVINCES}` });
  const { content } = await taken(page, "Excel (XLSX)");
  const found = await workbook(page, content);
  assert.deepEqual(found.sheets.map((sheet) => sheet.name), ["Số liệu", "Ghi chú", "Các cột"]);
  assert.deepEqual(requests.filter((url) => !/^(file|data|blob):/.test(url)), []);
  assert.deepEqual(problems, []);
});

for (const [what, answer] of Object.entries({
  "does not arrive": (route) => route.abort(),
  "is not the file of the build": async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${await answer.text()}\n`, headers: { ...answer.headers(), "content-encoding": "identity" } });
  },
})) {
  test(`where what makes workbooks ${what}, the reader is told, and everything else works`, async () => {
    const { page } = await open({ path: PROVINCES, context: { serviceWorkers: "block" } });
    await page.route("**/xlsx.*.js", answer);
    await take(page, "Excel (XLSX)");
    const message = page.locator(".take [role=status]", { hasText: "Chưa tạo được tệp này" });
    await message.waitFor();
    assert.ok((await taken(page, "CSV")).content.length > 0);
    await message.waitFor({ state: "detached" });
    // It works again once the file arrives.
    await page.unroute("**/xlsx.*.js");
    assert.ok((await taken(page, "Excel (XLSX)")).content.length > 0);
  });
}

for (const [app, agent] of Object.entries({
  Zalo: "Mozilla/5.0 (Linux; Android 13; SM-A536E; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36 Zalo android/12110550 ZaloTheme/light ZaloLanguage/vi",
  Facebook: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21B74 [FBAN/FBIOS;FBAV/440.0.0.33.107]",
})) {
  test(`within ${app}, which saves no files, the picture is shown to be held, and sharing copies the address`, async () => {
    const { page, server, problems } = await open({
      path: `${PROVINCES}&focus=province63:17`,
      viewport: PHONE,
      context: { userAgent: agent, hasTouch: true, permissions: ["clipboard-read", "clipboard-write"] },
      before: (page) => page.addInitScript(() => delete Navigator.prototype.share),
    });
    const downloads = [];
    page.on("download", (download) => downloads.push(download.suggestedFilename()));
    await take(page, "PNG, rộng 1.360 điểm ảnh");
    const held = page.locator(".take img.held");
    await held.waitFor();
    await page.waitForFunction(() => document.querySelector(".take img.held").naturalWidth === 1360);
    assert.match(await page.locator(".take > .notsaved").innerText(), /Nhấn giữ hình/);
    // The picture for articles is shown too, although the other choices are folded up.
    await take(page, /^Tải về.*1\.360/, "Nhúng");
    await page.waitForFunction(() => document.querySelector(".take img.held")?.checkVisibility());
    const { right } = await held.evaluate((image) => image.getBoundingClientRect().toJSON());
    assert.ok(right <= PHONE.width, "it fits the phone");
    await take(page, "CSV");
    await page.locator(".take [role=status]", { hasText: "không lưu được tệp" }).waitFor();
    assert.equal(await held.count(), 0);
    assert.deepEqual(downloads, []);

    // A page is shared by its own address, which has a preview.
    await page.goto(new URL("?p=place&e=province63:17", server.url).href);
    await page.locator("#static").waitFor({ state: "detached" });
    const share = page.locator(".pagefoot").getByRole("button", { name: "Chia sẻ trang này" });
    await share.click();
    await page.locator(".pagefoot [role=status]", { hasText: "Đã sao chép địa chỉ trang." }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${server.url}places/province63-17/`);
    assert.deepEqual(problems, []);
  });
}

test("every page has a button to share; where nothing can be copied the address is there to be copied by hand", async () => {
  const { page, server, problems } = await open({
    before: (page) =>
      page.addInitScript(() => {
        delete Navigator.prototype.share;
        Object.defineProperty(navigator, "clipboard", { value: undefined });
      }),
  });
  const pages = { "": "", "?p=compare": "compare/", "?p=place": "places/", "?p=place&e=province34:25": "places/province34-25/", "?p=system": "systems/", "?p=checks": "checks/", "?p=sources": "sources/", "?p=method": "method/", "?p=corrections": "corrections/", "?p=story&e=hoa-binh": "stories/hoa-binh/", "?p=place&e=nowhere": "places/?p=place&e=nowhere" };
  for (const [path, shared] of Object.entries(pages)) {
    await page.goto(new URL(path, server.url).href);
    // Starts the explorer, whether it is cached already or not.
    await page.evaluate(() => dispatchEvent(new PointerEvent("pointerdown")));
    await page.locator("#static").waitFor({ state: "detached" });
    await page.locator(".pagefoot").getByRole("button", { name: "Chia sẻ trang này" }).click();
    const field = page.locator(".pagefoot textarea");
    await field.waitFor();
    assert.equal(await field.inputValue(), server.url + shared, path);
    assert.ok(await field.evaluate((it) => it === document.activeElement && it.selectionEnd === it.value.length), "selected");
  }
  assert.deepEqual(problems, []);
});

// ----------------------------------------------------------------------------------------- citation

test("a citation goes to the clipboard with its sources and the address", async () => {
  const { page, problems } = await open({ path: PROVINCES, context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await take(page, "Sao chép", "Trích dẫn");
  await page.locator(".take [role=status], .take ~ [role=status]", { hasText: "Đã sao chép trích dẫn." }).first().waitFor();
  const cited = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(viewIn(/http\S+$/.exec(cited)[0]), viewOf(page), cited);
  assert.match(cited, /Nguồn:/);
  assert.ok(cited.startsWith(await page.locator("#explore h1").innerText()), cited);
  assert.deepEqual(problems, []);
});

// -------------------------------------------------------------------------------------- what is dropped

/** Drops a file on the page. */
async function drop(page, content, { name = "hình.png", type = "image/png", size } = {}) {
  await page.evaluate(
    async ([base64, name, type, size]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const held = new DataTransfer();
      held.items.add(new File(size ? [bytes, new Uint8Array(size)] : [bytes], name, { type }));
      for (const kind of ["dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: held, bubbles: true, cancelable: true }));
      }
    },
    [Buffer.from(content).toString("base64"), name, type, size ?? 0],
  );
}

for (const label of ["PNG, rộng 1.360 điểm ảnh", "SVG"]) {
  test(`a picture dropped back on the page opens its view: ${label.slice(0, 3)}`, async () => {
    const { page, server, problems } = await open({ path: `${PROVINCES}&focus=province63:17` });
    const { name, content } = await taken(page, label);
    const title = await page.title();
    await page.goto(new URL("?p=sources", server.url).href);
    await page.locator("#static").waitFor({ state: "detached" });
    await page.evaluate(() => scrollTo(0, 2000));

    await drop(page, content, { name, type: label === "SVG" ? "image/svg+xml" : "image/png" });
    await page.waitForFunction((title) => document.title === title, title);
    assert.equal(query(page).get("focus"), "province63:17");
    assert.equal(query(page).get("time"), "2024");
    assert.equal(await page.evaluate(() => scrollY), 0);
    await page.goBack();
    assert.equal(query(page).get("p"), "sources");
    assert.deepEqual(problems, []);
  });
}

test("a picture dropped on a page for reading starts the explorer and opens its view", async () => {
  const { page, problems } = await open({ path: `${PROVINCES}&focus=province63:17` });
  const { name, content } = await taken(page, "SVG");
  // Where the explorer was never started: no service worker has it.
  const { page: reading } = await open({ path: "stories/hoa-binh/", untouched: true, context: { serviceWorkers: "block" } });
  assert.equal(await reading.locator("#static").count(), 1);
  await drop(reading, content, { name, type: "image/svg+xml" });
  await reading.waitForURL(/focus=province63/);
  assert.equal(await reading.title(), await page.title());
  assert.deepEqual(problems, []);
});

test("what is no picture of ours is refused in plain words, and nothing is lost", async () => {
  const { page, problems } = await open({ path: `${PROVINCES}&focus=province63:17` });
  const before = page.url();
  const note = page.locator("#main > .notice", { hasText: "không phải hình tải từ Rõ Số" });
  const pixel = png([["IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]], ["IEND", ""]]);
  const cut = pictureOf("?p=sources").subarray(0, 60);
  const long = Buffer.from(pictureOf("?p=sources"));
  long.writeUInt32BE(0xffffffff, 33);
  for (const [what, content, options] of [
    ["a picture of somebody else", pixel],
    ["a picture cut short", cut],
    ["a chunk that claims to be longer than the file", long],
    ["no text", Buffer.from([0xff, 0xfe, 0, 1, 2]), { name: "a.bin", type: "" }],
    ["nothing", Buffer.alloc(0)],
    ["a page", Buffer.from("<!doctype html><script>document.title = 'hit'</script>"), { name: "a.html", type: "text/html" }],
    ["an address that never ends", pictureOf(`?p=${"x".repeat(9000)}`)],
    ["a file larger than any picture of ours", pictureOf("?p=sources"), { size: 33_000_000 }],
  ]) {
    await page.evaluate(() => scrollTo(0, 900));
    await drop(page, content, options);
    await note.waitFor();
    assert.ok(await note.evaluate((it) => it.getBoundingClientRect().top >= 0 && it.getBoundingClientRect().bottom <= innerHeight), `${what}: the words are in sight`);
    assert.equal(page.url(), before, what);
    await note.getByRole("button").click();
    await note.waitFor({ state: "detached" });
  }
  assert.equal(await page.locator("#explore canvas").first().isVisible(), true);
  assert.deepEqual(problems, []);
});

test("an address in a picture is read like any other: script in it stays text", async () => {
  const { page, server, problems } = await open({ path: PROVINCES });
  await page.evaluate(() => (window.hits = 0));
  for (const address of [
    "javascript:hits++",
    "javascript:hits++//?p=compare",
    "https://example.org/?p=compare&i=<img src=x onerror=hits++>",
    "?p=\"><script>hits++</script>",
    "?e=%00%ff&p=place",
  ]) {
    for (const content of [pictureOf(address), Buffer.from(`<svg><metadata id="ro-so-view">${address.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</metadata></svg>`)]) {
      await drop(page, content);
      await page.waitForTimeout(60);
      assert.equal(await page.evaluate(() => window.hits), 0, address);
      assert.ok(page.url().startsWith(server.url), "it stays on the site");
      assert.equal(await page.locator("#app img, #app iframe, #app script").count(), 0, address);
      assert.ok(await page.locator("h1").first().isVisible(), address);
    }
  }
  assert.deepEqual(problems, []);
});
