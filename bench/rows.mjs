// The digital-transformation index of the 63 provinces in 2024, as rows for the other libraries.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (name) => JSON.parse(readFileSync(`${root}seeds/${name}.json`, "utf8"));
const list = (content) => (Array.isArray(content) ? content : Object.values(content).find(Array.isArray));

/** Writes the rows into a folder; returns them. */
export function writeRows(folder) {
  const called = new Map(list(read("entities")).map((entity) => [entity.id, entity.name.en ?? entity.name.vi]));
  const rows = list(read("context"))
    .filter((record) => /^dti\..*\.2024$/.test(record.id) && record.entity.startsWith("province63:"))
    .map((record) => ({ name: called.get(record.entity), value: record.quantity.value }))
    .sort((a, b) => b.value - a.value);
  if (rows.length !== 63) throw new Error(`${rows.length} provinces`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/rows.json`, JSON.stringify(rows));
  return rows;
}
