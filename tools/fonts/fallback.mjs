// The values that make Arial stand in for the web font: same width over Vietnamese text, same line
// box. Arimo has the widths of Arial and of Liberation Sans. Without arguments it measures the labels
// of text.mjs; better is running text: node fallback.mjs some-text.txt …

import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import * as hb from 'harfbuzzjs';
import { metrics, readSfnt } from './sfnt.mjs';
import { LABELS } from './text.mjs';

const require = createRequire(import.meta.url);
const load = (name, file) => {
  const sfnt = fs.readFileSync(path.join(path.dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)), file));
  const face = new hb.Face(new hb.Blob(sfnt));
  const font = new hb.Font(face);
  const width = (text) => {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(font, buffer);
    return buffer.getGlyphPositions().reduce((a, p) => a + p.xAdvance, 0) / face.upem;
  };
  return { ...metrics(readSfnt(sfnt)), width };
};

const regular = load('be-vietnam-pro', '400Regular/BeVietnamPro_400Regular.ttf');
const semibold = load('be-vietnam-pro', '600SemiBold/BeVietnamPro_600SemiBold.ttf');
const arial = load('arimo', '400Regular/Arimo_400Regular.ttf');
const arialBold = load('arimo', '700Bold/Arimo_700Bold.ttf');

const files = process.argv.slice(2);
const text = files.length ? files.map((f) => fs.readFileSync(f, 'utf8')).join('\n') : LABELS.join('\n');
const lines = text.normalize('NFC').split('\n').map((l) => l.trim()).filter(Boolean);
const total = (font) => lines.reduce((a, l) => a + font.width(l), 0);

const report = (name, font, fallback) => {
  const adjust = total(font) / total(fallback);
  const percent = (x) => `${(100 * x).toFixed(1)}%`;
  const em = font.unitsPerEm * adjust;
  console.log(
    `${name}: size-adjust ${percent(adjust)}; ascent-override ${percent(font.ascent / em)}; ` +
      `descent-override ${percent(-font.descent / em)}; line-gap-override ${percent(font.lineGap / em)}`,
  );
};
report('400 over Arial', regular, arial);
report('600 over Arial Bold', semibold, arialBold);
report('600 over Arial (emboldened by the browser)', semibold, arial);
