// Makes a workbook (Office Open XML, ECMA-376) from the JSON of a comparison. Loaded when a reader
// asks for one: src/bin/site writes the words into it, and puts it beside the site's script under
// its own name, and into the one file.
//
// Why not a library: write-excel-file, the lightest that is maintained, weighs 71 kB, starts
// workers from blob addresses, which the page's policy refuses, and would be a tenth of the one
// file. The parts of the format that are needed are here.
//
// Every text is an inline string, which no program runs as a formula; one that looks like a formula is
// marked as text too, so that it stays one when somebody edits it. Nothing here writes a formula.

/** Words by language: `workbook_words` in src/export/workbook.rs; packed in the one file. */
const WORDS = () => ({});

/** The workbook as a file. `json` is the result of `exhibit_json`. */
const workbook = async (json) => {
  const told = JSON.parse(json);
  const words = (await WORDS())[told.lang];
  const styles = new Styles();
  const sheets = [figures(told, words, styles), notes(told, words, styles), meanings(words, styles)];
  const parts = { ...frame(told, words.sheets), "xl/styles.xml": styles.xml() };
  sheets.forEach((xml, at) => { parts[`xl/worksheets/sheet${at + 1}.xml`] = xml; });
  return new Blob(await zipped(parts), { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" });
};

// ------------------------------------------------------------------------------------------- sheets

/** The rows of the comparison: numbers with the digits that were printed, dates as dates. */
const figures = ({ rows }, { columns, codes }, styles) => {
  const head = columns.map(([, heading]) => styles.text(heading, "head"));
  const body = rows.map((row) =>
    columns.map(([name]) => {
      const value = row[name];
      if (value === null) return undefined;
      if (DATES.includes(name)) return styles.date(value, name === "period_from");
      // Not known to the day, it stays text: a program would sort and print it as the last of its
      // year.
      if (name === "published" && value.length === 10) return styles.date(value);
      if (name === "value") return styles.number(value, decimals(row.step));
      if (typeof value === "number") return styles.number(value, decimals(value));
      if (typeof value === "boolean") return styles.flag(value);
      return styles.text(codes[name] ? value.split(" ").map((code) => codes[name][code] ?? code).join(", ") : value);
    }));
  const widths = columns.map(([name], at) => Math.min(48, Math.max(8, ...[head, ...body].map((cells) => (cells[at]?.width ?? 0) + 2))));
  return sheet([head, ...body], widths, { frozen: 1, filter: true });
};

const DATES = ["period_from", "period_to", "period_as_of"];

/** What is said about the figures: a heading, a text, and for a source its address. */
const notes = (told, { notes: headings, codes }, styles) => {
  const line = (name, ...texts) => [styles.text(headings[name], "strong"), ...texts.map((text) => text && styles.text(text, "wrapped"))];
  const rows = [
    line("title", told.title),
    line("finding", told.finding),
    line("measure", told.measure),
    line("verdict", told.verdict),
    ...told.reasons.map((reason) => line("reason", reason)),
    ...told.caveats.map((caveat) => line("caveat", caveat)),
    ...told.missing.map(({ reason, names }) => line("missing", `${reason} ${names.join(" · ")}`)),
    ...told.documents.map(({ cited, url }) => line("source", cited, url)),
    line("figures_of", told.figures_of),
    line("version", told.version),
    line("layer", told.layers.map((layer) => codes.layer[layer]).join(" · ")),
    line("address", told.address),
  ];
  return sheet(rows, [22, 100, 60]);
};

/** What each column means. */
const meanings = ({ columns, meaning }, styles) => {
  const head = meaning.map((heading) => styles.text(heading, "head"));
  const rows = columns.map(([name, heading, what]) => [heading, name, what].map((text) => styles.text(text, "wrapped")));
  return sheet([head, ...rows], [22, 24, 90], { frozen: 1 });
};

/** Decimals of the shortest decimal for this number: 2 for 0.01, 3 for 87.015, 0 for 100000. */
const decimals = (number) => {
  const [digits, power = "0"] = String(number).split("e");
  return Math.max(0, (digits.split(".")[1] ?? "").length - Number(power));
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Text of an element or an attribute, without the characters that XML cannot hold. */
const escaped = (text) =>
  String(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter]);

/** "A", "Z", "AA" … */
const letters = (at) => (at > 25 ? letters(Math.floor(at / 26) - 1) : "") + String.fromCharCode(65 + (at % 26));

const sheet = (rows, widths, { frozen = 0, filter = false } = {}) => {
  const cell = (cell, row, at) => cell?.xml(`${letters(at)}${row + 1}`) ?? "";
  const body = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((it, at) => cell(it, row, at)).join("")}</row>`);
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const pane = frozen ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>` : "";
  const range = filter ? `<autoFilter ref="A1:${letters(widths.length - 1)}${rows.length}"/>` : "";
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<cols>${columns.join("")}</cols><sheetData>${body.join("")}</sheetData>${range}</worksheet>`;
};

/** Cells, and the styles that they use: each is a font, a number format, and how text is treated. */
class Styles {
  #formats = [];
  #styles = [];

  #style(font, format, inside = "", quoted = false) {
    let id = 0;
    if (format) {
      if (!this.#formats.includes(format)) this.#formats.push(format);
      // Lower numbers belong to built-in formats.
      id = 164 + this.#formats.indexOf(format);
    }
    const xml = `<xf numFmtId="${id}" fontId="${font}" fillId="0" borderId="0" xfId="0"${id ? ' applyNumberFormat="1"' : ""}` +
      `${font ? ' applyFont="1"' : ""}${quoted ? ' quotePrefix="1"' : ""}${inside ? ` applyAlignment="1">${inside}</xf>` : "/>"}`;
    if (!this.#styles.includes(xml)) this.#styles.push(xml);
    // Style 0 is for cells without any.
    return this.#styles.indexOf(xml) + 1;
  }

  text(content, kind = "plain") {
    const inside = kind === "plain" ? "" : `<alignment vertical="top"${kind === "wrapped" ? ' wrapText="1"' : ""}/>`;
    const style = this.#style(kind === "head" || kind === "strong" ? 1 : 0, "", inside, /^[=+\-@\t\r]/.test(content));
    // No cell holds more.
    const text = escaped(String(content).slice(0, 32767));
    return { width: String(content).length, xml: (at) => `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>` };
  }

  number(value, places) {
    const style = this.#style(0, `#,##0${places ? `.${"0".repeat(places)}` : ""}`);
    return { width: value.toFixed(Math.min(places, 20)).length + 3, xml: (at) => `<c r="${at}" s="${style}"><v>${value}</v></c>` };
  }

  /** A date as precise as it is known: the first day that it covers, or the last. */
  date(written, isFirst) {
    const [year, month, day] = written.split("-").map(Number);
    const last = () => new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate();
    const at = Date.UTC(year, (month ?? (isFirst ? 1 : 12)) - 1, day ?? (isFirst ? 1 : last()));
    const style = this.#style(0, day ? "dd/mm/yyyy" : month ? "mm/yyyy" : "yyyy");
    // Days are counted from 30 December 1899.
    const days = (at - Date.UTC(1899, 11, 30)) / 864e5;
    return { width: 10, xml: (at) => `<c r="${at}" s="${style}"><v>${days}</v></c>` };
  }

  flag(value) {
    return { width: 6, xml: (at) => `<c r="${at}" t="b"><v>${Number(value)}</v></c>` };
  }

  xml() {
    const formats = this.#formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`);
    const font = (weight) => `<font>${weight}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
    const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
    return `${XML}<styleSheet xmlns="${MAIN}">${formats.length ? `<numFmts count="${formats.length}">${formats.join("")}</numFmts>` : ""}` +
      `<fonts count="2">${font("")}${font("<b/>")}</fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>" +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${this.#styles.length + 1}">${plain}${this.#styles.join("")}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
  }
}

/** The files around the sheets. The document's properties repeat title and address of the view. */
const frame = ({ title, finding, address, lang }, names) => {
  const type = (kind) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
  const override = (part, kind) => `<Override PartName="/${part}" ContentType="${kind}"/>`;
  const sheets = names.map((name, at) => ({ name, file: `worksheets/sheet${at + 1}.xml`, id: `rId${at + 1}` }));
  const link = (id, kind, target) => `<Relationship Id="${id}" Type="${kind}" Target="${target}"/>`;
  return {
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${override("xl/workbook.xml", type("sheet.main"))}${override("xl/styles.xml", type("styles"))}` +
      `${sheets.map(({ file }) => override(`xl/${file}`, type("worksheet"))).join("")}${override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")}</Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships">${link("rId1", `${OFFICE}/officeDocument`, "xl/workbook.xml")}` +
      `${link("rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml")}</Relationships>`,
    "docProps/core.xml": `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
      `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(finding)}</dc:subject><dc:creator>Rõ Số</dc:creator>` +
      `<dc:description>${escaped(address)}</dc:description><dc:language>${escaped(lang)}</dc:language></cp:coreProperties>`,
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>` +
      `${sheets.map(({ name, id }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="${id}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
      `${sheets.map(({ file, id }) => link(id, `${OFFICE}/worksheet`, file)).join("")}${link("rId9", `${OFFICE}/styles`, "styles.xml")}</Relationships>`,
  };
};

// ---------------------------------------------------------------------------------------------- ZIP

/** The parts of a ZIP archive (PKWARE APPNOTE 6.3). All have the same date, so that the same
    figures give the same file. */
const zipped = async (parts) => {
  const utf8 = new TextEncoder();
  const [blocks, list] = [[], []];
  let offset = 0;
  for (const [path, content] of Object.entries(parts)) {
    const [name, plain] = [utf8.encode(path), utf8.encode(content)];
    const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const packed = new Uint8Array(await new Response(stream).arrayBuffer());
    // Version 2.0, no flags, deflated, midnight of 1 January 1980, checksum, lengths, no extra field.
    const head = [[20, 2], [0, 2], [8, 2], [0, 2], [33, 2], [crc32(plain), 4], [packed.length, 4], [plain.length, 4], [name.length, 2], [0, 2]];
    const local = bytes([[0x04034b50, 4], ...head]);
    blocks.push(local, name, packed);
    // Made by version 2.0; no comment, first disk, no attributes, offset.
    list.push(bytes([[0x02014b50, 4], [20, 2], ...head, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]), name);
    offset += local.length + name.length + packed.length;
  }
  const size = list.reduce((sum, block) => sum + block.length, 0);
  const count = list.length / 2;
  return [...blocks, ...list, bytes([[0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]])];
};

/** Numbers, each in the given number of bytes, the lowest byte first. */
const bytes = (numbers) => Uint8Array.from(numbers.flatMap(([number, length]) => Array.from({ length }, (_, at) => (number >>> (8 * at)) & 255)));

const crc32 = (content) => {
  let crc = -1;
  for (const byte of content) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
};
