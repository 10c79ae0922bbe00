// Makes www/fonts/, the .ttf files here and src/chart/widths.rs from the pinned font package. See README.md.

import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as hb from 'harfbuzzjs';
import subset from 'subset-font';
import wawoff2 from 'wawoff2';
import { equalAdvances, metrics, nameOf, nameTable, readSfnt, writeSfnt } from './sfnt.mjs';
import { CHARACTERS, DIGITS, LABELS, VIETNAMESE } from './text.mjs';

const BUDGET = 25_000; // bytes, both weights together, without the digits

const root = fileURLToPath(new URL('../../', import.meta.url));
const fonts = path.join(root, 'www/fonts');
const require = createRequire(import.meta.url);
const source = path.dirname(require.resolve('@expo-google-fonts/be-vietnam-pro/package.json'));
const WEIGHTS = [
  { weight: 400, file: '400Regular/BeVietnamPro_400Regular.ttf' },
  { weight: 600, file: '600SemiBold/BeVietnamPro_600SemiBold.ttf' },
];

const toWoff2 = async (sfnt) => Buffer.from(await wawoff2.compress(sfnt));
const fromWoff2 = async (woff2) => Buffer.from(await wawoff2.decompress(woff2));

// The subset has no ligatures (ff, fi, fl): they do not occur in Vietnamese.
const NO_LIGATURES = [new hb.Feature('liga', 0)];

function shaper(sfnt) {
  const face = new hb.Face(new hb.Blob(sfnt));
  const font = new hb.Font(face);
  const shape = (text) => {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(font, buffer, NO_LIGATURES);
    return buffer;
  };
  const sum = (a, p) => a + p.xAdvance;
  return {
    characters: new Set(face.collectUnicodes()),
    width: (text) => shape(text).getGlyphPositions().reduce(sum, 0),
    glyphs: (text) => shape(text).getGlyphInfos().map((g) => g.codepoint),
  };
}

function check(condition, message) {
  if (!condition) throw new Error(message);
}

/** Kerning only: without combining marks ccmp has nothing to act on, and the family has no locl. */
async function textFont(original) {
  const sfnt = await subset(original, CHARACTERS.join(''), {
    targetFormat: 'sfnt',
    noHinting: true,
    keepFeatures: ['kern'],
    dropTables: ['GSUB', 'GDEF'],
    preserveNameIds: [14],
  });
  return toWoff2(sfnt);
}

/** Both weights under one family name: the painter of the previews looks no further. */
function oneFamily(sfnt) {
  const tables = readSfnt(sfnt);
  const kept = [0, 2, 3, 4, 5, 6, 14].map((id) => [id, nameOf(tables, id)]);
  tables.set('name', nameTable([...kept, [1, 'Be Vietnam Pro']].sort(([a], [b]) => a - b)));
  return writeSfnt(tables);
}

/** The ten digits, all as wide as 0. */
async function digitFont(original, weight) {
  const zero = shaper(original).width('0');
  const sfnt = await subset(original, DIGITS, {
    targetFormat: 'sfnt',
    noHinting: true,
    keepFeatures: [],
    dropTables: ['GSUB', 'GPOS', 'GDEF'],
  });
  const tables = readSfnt(sfnt);
  equalAdvances(tables, zero);
  const family = 'Ro So Digits';
  const from = readSfnt(original);
  tables.set(
    'name',
    nameTable([
      [0, nameOf(from, 0)],
      [1, family],
      [2, 'Regular'],
      [3, `${family} ${weight}`],
      [4, `${family} ${weight}`],
      [5, nameOf(from, 5)],
      [6, `RoSoDigits-${weight}`],
      [14, nameOf(from, 14)],
    ]),
  );
  return toWoff2(writeSfnt(tables));
}

/**
 * Kerning as classes. Characters that kern alike share a class, one set for the left and one for
 * the right side of a pair; class 0 never kerns. Exact: every pair of the subset is shaped once.
 */
function kerning(shapers, advances) {
  const side = CHARACTERS.map((a, i) =>
    CHARACTERS.map((b, j) => shapers.map((s, w) => s.width(a + b) - advances[w][i] - advances[w][j])),
  );
  const classes = (signatureOf) => {
    const zeros = CHARACTERS.map(() => shapers.map(() => 0)).join(';');
    const seen = new Map([[zeros, 0]]);
    const of = CHARACTERS.map((_, i) => {
      const signature = signatureOf(i).join(';');
      if (!seen.has(signature)) seen.set(signature, seen.size);
      return seen.get(signature);
    });
    check(seen.size <= 256, 'too many kerning classes');
    return of;
  };
  const left = classes((i) => side[i]);
  const right = classes((j) => side.map((row) => row[j]));
  const pairs = new Map();
  CHARACTERS.forEach((_, i) =>
    CHARACTERS.forEach((_, j) => {
      if (side[i][j].some((k) => k !== 0)) pairs.set((left[i] << 8) | right[j], side[i][j]);
    }),
  );
  const table = [...pairs].sort(([a], [b]) => a - b);
  return { left, right, table, of: (i, j) => pairs.get((left[i] << 8) | right[j]) ?? [0, 0] };
}

function rustChar(c) {
  if (c === '\u00a0') return "'\\u{a0}'";
  return c === "'" || c === '\\' ? `'\\${c}'` : `'${c}'`;
}

function rustStatic(doc, name, type, entries) {
  const lines = [''];
  for (const entry of entries) {
    const last = lines.length - 1;
    const longer = lines[last] === '' ? `    ${entry},` : `${lines[last]} ${entry},`;
    if ([...longer].length <= 100) lines[last] = longer;
    else lines.push(`    ${entry},`);
  }
  return `${doc.map((l) => `/// ${l}\n`).join('')}#[rustfmt::skip]\npub(super) static ${name}: &[${type}] = &[\n${lines.join('\n')}\n];\n`;
}

function rustSource(m, advances, kern) {
  const widths = (w) => CHARACTERS.map((c, i) => `(${rustChar(c)}, ${advances[w][i]})`);
  return `// Generated by tools/fonts/build.mjs; do not edit.

//! Advance widths and kerning of the two subset fonts in \`www/fonts/\`, in font units
//! ([\`UNITS_PER_EM\`] to the em). A text set in \`size\` pixels is as wide as the sum of its advances
//! and of the kerning between neighbours, times \`size / UNITS_PER_EM\`; text must be NFC.

/// Font units in one em.
pub(super) const UNITS_PER_EM: u16 = ${m.unitsPerEm};
/// From the baseline to the top of the line box.
pub(super) const ASCENT: i16 = ${m.ascent};
/// From the baseline to the bottom of the line box, negative.
pub(super) const DESCENT: i16 = ${m.descent};

${rustStatic(['Advance widths of weight 400, sorted by character.'], 'REGULAR', '(char, u16)', widths(0))}
${rustStatic(['Advance widths of weight 600, the same characters in the same order.'], 'SEMIBOLD', '(char, u16)', widths(1))}
${rustStatic(['Kerning class of each character of [`REGULAR`], by its position there, when it stands first in', 'a pair; 0 never kerns.'], 'KERN_LEFT', 'u8', kern.left)}
${rustStatic(['Kerning class when it stands second in a pair; 0 never kerns.'], 'KERN_RIGHT', 'u8', kern.right)}
${rustStatic(['Kerning: left class, right class, units at weight 400, units at weight 600. Sorted by the two', 'classes; a pair that is not listed does not kern.'], 'KERN', '(u8, u8, i16, i16)', kern.table.map(([key, [a, b]]) => `(${key >> 8}, ${key & 255}, ${a}, ${b})`))}`;
}

check(VIETNAMESE.length === 134, `${VIETNAMESE.length} Vietnamese letters`);
fs.mkdirSync(fonts, { recursive: true });
const originals = WEIGHTS.map(({ file }) => fs.readFileSync(path.join(source, file)));
const shapers = originals.map(shaper);
const advances = shapers.map((s) => CHARACTERS.map((c) => s.width(c)));
const kern = kerning(shapers, advances);
const found = originals.map((o) => metrics(readSfnt(o)));
check(JSON.stringify(found[0]) === JSON.stringify(found[1]), 'the weights differ in their metrics');

let total = 0;
for (const [w, { weight }] of WEIGHTS.entries()) {
  const missing = CHARACTERS.filter((c) => !shapers[w].characters.has(c.codePointAt(0)));
  check(missing.length === 0, `the family lacks ${missing.join(' ')}`);

  const text = await textFont(originals[w]);
  const made = shaper(await fromWoff2(text));
  check(made.characters.size === CHARACTERS.length, `${made.characters.size} characters in the subset`);
  for (const a of CHARACTERS) {
    for (const b of CHARACTERS) {
      check(made.width(a + b) === shapers[w].width(a + b), `"${a}${b}" differs from the family`);
    }
  }
  const spread = VIETNAMESE.filter((c) => made.glyphs(c.normalize('NFD')).join() !== made.glyphs(c).join());
  check(spread.length === 0, `decomposed letters are not put together: ${spread.join(' ')}`);
  check(JSON.stringify(metrics(readSfnt(await fromWoff2(text)))) === JSON.stringify(found[w]), 'metrics changed');
  fs.writeFileSync(path.join(fonts, `be-vietnam-pro-${weight}.woff2`), text);
  // The same font for src/bin/site/preview.rs; it is not part of the site.
  fs.writeFileSync(new URL(`be-vietnam-pro-${weight}.ttf`, import.meta.url), oneFamily(await fromWoff2(text)));
  total += text.length;

  const digits = await digitFont(originals[w], weight);
  const set = shaper(await fromWoff2(digits));
  check(set.characters.size === 10, 'not ten digits');
  for (const d of DIGITS) check(set.width(d) === shapers[w].width('0'), `${d} is not as wide as 0`);
  check(JSON.stringify(metrics(readSfnt(await fromWoff2(digits)))) === JSON.stringify(found[w]), 'metrics changed');
  fs.writeFileSync(path.join(fonts, `ro-so-digits-${weight}.woff2`), digits);
  console.log(`${weight}: text ${text.length} bytes, digits ${digits.length} bytes, 0 is ${set.width('0')} units`);
}
check(total <= BUDGET, `${total} bytes for both weights, more than ${BUDGET}`);
console.log(`both weights ${total} bytes, ${CHARACTERS.length} characters`);

fs.copyFileSync(path.join(source, 'LICENSE_FONT'), path.join(fonts, 'OFL.txt'));
fs.mkdirSync(path.join(root, 'src/chart'), { recursive: true });
fs.writeFileSync(path.join(root, 'src/chart/widths.rs'), rustSource(found[0], advances, kern));

const position = new Map(CHARACTERS.map((c, i) => [c, i]));
const worst = { plain: [0, ''], kerned: [0, ''] };
for (const [w, { weight }] of WEIGHTS.entries()) {
  for (const label of LABELS) {
    const at = [...label].map((c) => position.get(c));
    const plain = at.reduce((a, i) => a + advances[w][i], 0);
    const kerned = plain + at.slice(1).reduce((a, j, k) => a + kern.of(at[k], j)[w], 0);
    const shaped = shapers[w].width(label);
    for (const [key, units] of Object.entries({ plain, kerned })) {
      const error = Math.abs(units - shaped) / shaped;
      if (error > worst[key][0]) worst[key] = [error, `${label} (${weight})`];
    }
  }
}
const percent = (x) => `${(100 * x).toFixed(2)} %`;
console.log(`${LABELS.length} labels, two weights, against shaping with HarfBuzz:`);
console.log(`  advances only: largest error ${percent(worst.plain[0])} ${worst.plain[1]}`);
console.log(`  with the ${kern.table.length} kerning pairs: largest error ${percent(worst.kerned[0])} ${worst.kerned[1]}`);
check(worst.kerned[0] < 0.001, 'the kerning table does not give the shaped widths');
