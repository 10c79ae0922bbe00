// The fonts that are used until the web font arrives: the same width over Vietnamese text and the
// same line box, so that nothing moves then. Arimo has the widths of Arial and of Liberation Sans.
// Without arguments this measures the labels of text.mjs; running text is better: node fallback.mjs
// some-text.txt …

import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import * as hb from 'harfbuzzjs';
import { metrics, readSfnt } from './sfnt.mjs';
import { LABELS } from './text.mjs';

const require = createRequire(import.meta.url);
const load = (name, file) => {
  const sfnt = fs.readFileSync(path.join(path.dirname(require.resolve(`${name}/package.json`)), file));
  const face = new hb.Face(new hb.Blob(sfnt));
  const font = new hb.Font(face);
  const width = (text) => {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(font, buffer);
    return buffer.getGlyphPositions().reduce((a, p) => a + p.xAdvance, 0) / face.upem;
  };
  return { sfnt, width };
};
const google = (name, weight, file) => load(`@expo-google-fonts/${name}`, `${weight}/${file}_${weight}.ttf`);

const OURS = {
  400: google('be-vietnam-pro', '400Regular', 'BeVietnamPro'),
  600: google('be-vietnam-pro', '600SemiBold', 'BeVietnamPro'),
};
// What devices have: Windows and Apple; Android; Linux.
const STAND_INS = [
  {
    family: 'Arial',
    400: google('arimo', '400Regular', 'Arimo'),
    600: google('arimo', '700Bold', 'Arimo'),
  },
  {
    family: 'Roboto',
    400: google('roboto', '400Regular', 'Roboto'),
    600: google('roboto', '700Bold', 'Roboto'),
  },
  {
    family: 'DejaVu Sans',
    400: load('dejavu-fonts-ttf', 'ttf/DejaVuSans.ttf'),
    600: load('dejavu-fonts-ttf', 'ttf/DejaVuSans-Bold.ttf'),
  },
];

const files = process.argv.slice(2);
const text = files.length ? files.map((f) => fs.readFileSync(f, 'utf8')).join('\n') : LABELS.join('\n');
const lines = text.normalize('NFC').split('\n').map((l) => l.trim()).filter(Boolean);
const total = (font) => lines.reduce((a, l) => a + font.width(l), 0);

// Headings are a little wider in these fonts: a heading that grew when the explorer replaces the
// static page would count as a new largest contentful paint.
const ROOM = { 400: 1, 600: 1.02 };

const percent = (x) => `${(100 * x).toFixed(1)}%`;
for (const weight of [400, 600]) {
  const font = OURS[weight];
  const { ascent, descent, lineGap, unitsPerEm } = metrics(readSfnt(font.sfnt));
  for (const standIn of STAND_INS) {
    const adjust = (ROOM[weight] * total(font)) / total(standIn[weight]);
    const em = unitsPerEm * adjust;
    console.log(
      `${standIn.family} for ${weight}: size-adjust: ${percent(adjust)}; ascent-override: ${percent(ascent / em)}; ` +
        `descent-override: ${percent(-descent / em)}; line-gap-override: ${percent(lineGap / em)};`,
    );
  }
}
