// The parts of the sfnt container that we need: take a font apart, put it together, widen glyphs,
// write a name table. Simple (not composite) TrueType outlines only.

const pad4 = (buf) => Buffer.concat([buf, Buffer.alloc(-buf.length & 3)]);

function checksum(buf) {
  const padded = pad4(buf);
  let sum = 0;
  for (let i = 0; i < padded.length; i += 4) sum = (sum + padded.readUInt32BE(i)) >>> 0;
  return sum;
}

/** Map of tag to table bytes (copies). */
export function readSfnt(font) {
  const tables = new Map();
  for (let i = 0, at = 12; i < font.readUInt16BE(4); i++, at += 16) {
    const offset = font.readUInt32BE(at + 8);
    const length = font.readUInt32BE(at + 12);
    tables.set(font.toString('latin1', at, at + 4), Buffer.from(font.subarray(offset, offset + length)));
  }
  return tables;
}

export function writeSfnt(tables) {
  const tags = [...tables.keys()].sort();
  tables.get('head').writeUInt32BE(0, 8);
  const log2 = Math.floor(Math.log2(tags.length));
  const header = Buffer.alloc(12 + 16 * tags.length);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tags.length, 4);
  header.writeUInt16BE(16 << log2, 6);
  header.writeUInt16BE(log2, 8);
  header.writeUInt16BE(16 * tags.length - (16 << log2), 10);
  let offset = header.length;
  let headOffset = 0;
  const parts = [header];
  tags.forEach((tag, i) => {
    const table = tables.get(tag);
    const at = 12 + 16 * i;
    header.write(tag, at, 'latin1');
    header.writeUInt32BE(checksum(table), at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    if (tag === 'head') headOffset = offset;
    parts.push(pad4(table));
    offset += pad4(table).length;
  });
  const font = Buffer.concat(parts);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headOffset + 8);
  return font;
}

/** The vertical metrics, which must agree in all tables where a platform may look for them. */
export function metrics(tables) {
  const hhea = tables.get('hhea');
  const os2 = tables.get('OS/2');
  const m = {
    unitsPerEm: tables.get('head').readUInt16BE(18),
    ascent: hhea.readInt16BE(4),
    descent: hhea.readInt16BE(6),
    lineGap: hhea.readInt16BE(8),
    xHeight: os2.readInt16BE(86),
    capHeight: os2.readInt16BE(88),
  };
  const typo = [os2.readInt16BE(68), os2.readInt16BE(70), os2.readInt16BE(72)];
  if (typo.join() !== [m.ascent, m.descent, m.lineGap].join()) {
    throw new Error(`hhea and typo metrics differ: ${JSON.stringify(m)} ${typo}`);
  }
  return m;
}

/** The text of a name record. */
export function nameOf(tables, id) {
  const name = tables.get('name');
  const strings = name.readUInt16BE(4);
  for (let i = 0, at = 6; i < name.readUInt16BE(2); i++, at += 12) {
    if (name.readUInt16BE(at) !== 3 || name.readUInt16BE(at + 6) !== id) continue;
    const from = strings + name.readUInt16BE(at + 10);
    return Buffer.from(name.subarray(from, from + name.readUInt16BE(at + 8))).swap16().toString('utf16le');
  }
  throw new Error(`no name record ${id}`);
}

/** A name table from [[id, text], …] in order of id; Windows, Unicode, English. */
export function nameTable(records) {
  const head = Buffer.alloc(6 + 12 * records.length);
  head.writeUInt16BE(records.length, 2);
  head.writeUInt16BE(head.length, 4);
  const texts = [];
  let offset = 0;
  records.forEach(([id, text], i) => {
    const bytes = Buffer.from(text, 'utf16le').swap16();
    [3, 1, 0x409, id, bytes.length, offset].forEach((v, k) => head.writeUInt16BE(v, 6 + 12 * i + 2 * k));
    texts.push(bytes);
    offset += bytes.length;
  });
  return Buffer.concat([head, ...texts]);
}

/** A simple glyph moved sideways: xMin, xMax and the first x delta change, all else stays. */
function shiftGlyph(glyph, by) {
  const contours = glyph.readInt16BE(0);
  if (contours < 0) throw new Error('composite glyph');
  let at = 10 + 2 * contours;
  const points = glyph.readUInt16BE(at - 2) + 1;
  at += 2 + glyph.readUInt16BE(at);
  const headEnd = at;
  const flags = [];
  while (flags.length < points) {
    const flag = glyph[at++];
    const times = flag & 8 ? glyph[at++] : 0;
    for (let i = 0; i <= times; i++) flags.push(flag & ~8);
  }
  let dx = 0;
  if (flags[0] & 2) dx = flags[0] & 16 ? glyph[at++] : -glyph[at++];
  else if (!(flags[0] & 16)) (dx = glyph.readInt16BE(at)), (at += 2);
  flags[0] &= ~(2 | 16);
  const first = Buffer.alloc(2);
  first.writeInt16BE(dx + by);
  const head = Buffer.from(glyph.subarray(0, headEnd));
  head.writeInt16BE(head.readInt16BE(2) + by, 2);
  head.writeInt16BE(head.readInt16BE(6) + by, 6);
  return Buffer.concat([head, Buffer.from(flags), first, glyph.subarray(at)]);
}

/**
 * Gives every glyph but .notdef the same advance and moves its outline by half of what it gained
 * or lost, so that the designer's side bearings keep their proportion. Outlines are not stretched.
 */
export function equalAdvances(tables, advance) {
  const count = tables.get('maxp').readUInt16BE(4);
  const hhea = tables.get('hhea');
  const metricsCount = hhea.readUInt16BE(34);
  const hmtx = tables.get('hmtx');
  const loca = tables.get('loca');
  const long = tables.get('head').readInt16BE(50) === 1;
  const offset = (i) => (long ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i));
  const widthOf = (i) => hmtx.readUInt16BE(4 * Math.min(i, metricsCount - 1));

  const glyphs = [];
  const newLoca = Buffer.alloc(4 * (count + 1));
  const newHmtx = Buffer.alloc(8 + 2 * (count - 2)); // .notdef, the shared advance, bearings
  let end = 0;
  const box = { xMin: Infinity, xMax: -Infinity, rsb: Infinity };
  for (let i = 0; i < count; i++) {
    let glyph = tables.get('glyf').subarray(offset(i), offset(i + 1));
    let lsb = 0;
    if (glyph.length > 0) {
      if (i > 0) glyph = shiftGlyph(glyph, Math.round((advance - widthOf(i)) / 2));
      lsb = glyph.readInt16BE(2);
      const xMax = glyph.readInt16BE(6);
      box.xMin = Math.min(box.xMin, lsb);
      box.xMax = Math.max(box.xMax, xMax);
      box.rsb = Math.min(box.rsb, (i > 0 ? advance : widthOf(0)) - xMax);
    }
    if (i < 2) {
      newHmtx.writeUInt16BE(i === 0 ? widthOf(0) : advance, 4 * i);
      newHmtx.writeInt16BE(lsb, 4 * i + 2);
    } else {
      newHmtx.writeInt16BE(lsb, 8 + 2 * (i - 2));
    }
    glyphs.push(pad4(glyph));
    end += glyphs[i].length;
    newLoca.writeUInt32BE(end, 4 * (i + 1));
  }
  tables.set('glyf', Buffer.concat(glyphs));
  tables.set('loca', newLoca);
  tables.set('hmtx', newHmtx);
  const head = tables.get('head');
  head.writeInt16BE(1, 50);
  head.writeInt16BE(box.xMin, 36);
  head.writeInt16BE(box.xMax, 40);
  hhea.writeUInt16BE(Math.max(advance, widthOf(0)), 10);
  hhea.writeInt16BE(box.xMin, 12);
  hhea.writeInt16BE(box.rsb, 14);
  hhea.writeInt16BE(box.xMax, 16);
  hhea.writeUInt16BE(2, 34);
  tables.get('OS/2').writeInt16BE(advance, 2);
}
