// A static file server for dist/, without dependencies: for looking at the site (scripts/serve) and
// for the browser tests. It does what a good static host does, and no more, so that nothing works
// here that would fail there:
//
//   - listens on 127.0.0.1 only;
//   - sends the precompressed file (`x.js.br`, `x.js.gz`) when there is one and the client takes it;
//   - applies the `_headers` file of the site, as Netlify and Cloudflare Pages do;
//   - answers a missing file with 404.html and status 404;
//   - can mount the site in a folder (`base: "/some/folder/"`), as GitHub Pages does;
//   - can send no headers of its own (`headers: false`), like hosts that know no `_headers` file;
//   - can redirect from `x.html` to `x` (`cleanUrls: true`), as Cloudflare Pages does.
//
// Otherwise it does not guess extensions, does not fall back to index.html, and sends no ETag: only
// Cache-Control says what may be cached.
//
//     node tools/server.mjs dist --port 8080 [--base /some/folder/] [--no-headers]
//
//     import { start } from "./tools/server.mjs";
//     const server = await start({ root: "dist" });   // a free port
//     server.url                                      // "http://127.0.0.1:40123/"
//     await server.close();

import { createReadStream } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const CONTENT_TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm", // required for streaming compilation
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xml": "application/xml; charset=utf-8",
  ".zip": "application/zip",
};

// In order of preference.
const ENCODINGS = [
  { name: "br", suffix: ".br" },
  { name: "gzip", suffix: ".gz" },
];

/**
 * Starts a server.
 *
 * @param {object} options
 * @param {string} options.root the folder to serve
 * @param {number} [options.port] 0, the default, takes a free one
 * @param {string} [options.base] the folder in which the site is mounted, "/" by default
 * @param {Record<string, string> | false} [options.headers] headers added to every answer, above
 *   those of `_headers`; `false` ignores `_headers`
 * @param {boolean} [options.cleanUrls] whether pages are answered without their `.html`
 * @returns {Promise<{url: string, origin: string, port: number, close: () => Promise<void>}>}
 */
export async function start({ root, port = 0, base = "/", headers = {}, cleanUrls = false }) {
  const site = {
    root: await realpath(root),
    base: `/${base}/`.replace(/\/+/g, "/"),
    extra: headers || {},
    cleanUrls,
    rules: headers === false ? [] : parseHeaders(await readOptional(join(root, "_headers"))),
  };
  const server = createServer((request, response) => {
    answer(site, request, response).catch((error) => {
      // A client that disconnects early is no failure of ours.
      if (error.code === "ERR_STREAM_PREMATURE_CLOSE" || response.destroyed) return;
      if (response.headersSent) response.destroy();
      else sendText(site, response, 500, `The server failed: ${error.message}`);
    });
  });
  await new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", done);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    url: origin + site.base,
    origin,
    port: server.address().port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(site, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return sendText(site, response, 405, "Only GET and HEAD are answered.");
  }
  // Not `new URL`: it would resolve "..", which must be refused here.
  const [rawPath, ...query] = request.url.split("?");
  let path;
  try {
    path = decodeURIComponent(rawPath);
  } catch {
    return sendText(site, response, 400, "The address is not valid UTF-8.");
  }
  if (!path.startsWith("/") || /[\0\\]/.test(path) || path.split("/").includes("..")) {
    return sendText(site, response, 400, "The address is not valid.");
  }
  const search = query.length ? `?${query.join("?")}` : "";
  if (`${path}/` === site.base) {
    response.setHeader("Location", encodeURI(site.base) + search);
    return sendText(site, response, 301, "Moved.");
  }
  if (!path.startsWith(site.base)) {
    return sendText(site, response, 404, `Nothing is here; the site is at ${site.base}`);
  }
  const inSite = `/${path.slice(site.base.length)}`;
  if (site.cleanUrls && path.endsWith(".html")) {
    response.setHeader("Location", encodeURI(path.replace(/(index)?\.html$/, "")) + search);
    return sendText(site, response, 308, "Moved.");
  }
  const file = (await findFile(site, inSite)) ?? (site.cleanUrls ? await findFile(site, `${inSite}.html`) : null);
  if (file === "folder") {
    response.setHeader("Location", encodeURI(`${path}/`) + search);
    return sendText(site, response, 301, "Moved.");
  }
  if (file) return sendFile(site, request, response, 200, file, inSite);

  const notFound = await findFile(site, "/404.html");
  if (notFound) return sendFile(site, request, response, 404, notFound, inSite);
  return sendText(site, response, 404, "Not found.");
}

/** The file behind a path inside the site, `"folder"` if a slash is missing, or `null`. */
async function findFile(site, inSite) {
  const parts = inSite.split("/").filter(Boolean);
  // `_headers` configures the host; hidden files are not part of a site, except /.well-known/.
  if (inSite === "/_headers" || parts.some((it) => it.startsWith(".") && it !== ".well-known")) {
    return null;
  }
  const wanted = join(site.root, ...parts, inSite.endsWith("/") ? "index.html" : "");
  let real;
  let info;
  try {
    real = await realpath(wanted);
    info = await stat(real);
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP"].includes(error.code)) return null;
    throw error;
  }
  // A symbolic link may not lead out of the site.
  if (real !== site.root && !real.startsWith(site.root + sep)) return null;
  if (info.isDirectory()) {
    const index = await stat(join(real, "index.html")).catch(() => null);
    return index?.isFile() ? "folder" : null;
  }
  return info.isFile() ? { path: wanted, size: info.size } : null;
}

async function sendFile(site, request, response, status, file, inSite) {
  const head = {
    "Content-Type": CONTENT_TYPES[extname(file.path).toLowerCase()] ?? "application/octet-stream",
    // Unless the site says otherwise, files are revalidated, so that a new build is seen at once.
    "Cache-Control": "no-cache",
  };
  let { path, size } = file;
  const accepted = acceptedEncodings(request.headers["accept-encoding"]);
  for (const { name, suffix } of ENCODINGS) {
    const compressed = await stat(file.path + suffix).catch(() => null);
    if (!compressed?.isFile()) continue;
    head.Vary = "Accept-Encoding";
    if (path === file.path && accepted(name)) {
      head["Content-Encoding"] = name;
      path = file.path + suffix;
      size = compressed.size;
    }
  }
  head["Content-Length"] = String(size);

  response.statusCode = status;
  setHeaders(response, head, headersFor(site.rules, inSite), site.extra);
  if (request.method === "HEAD") return response.end();
  await pipeline(createReadStream(path), response);
}

function sendText(site, response, status, text) {
  response.statusCode = status;
  setHeaders(response, { "Content-Type": "text/plain; charset=utf-8" }, site.extra);
  // For HEAD, node sends only the headers.
  response.end(`${text}\n`);
}

function setHeaders(response, ...layers) {
  for (const layer of layers) {
    for (const [name, value] of Object.entries(layer)) response.setHeader(name, value);
  }
}

/** Whether an encoding is accepted, from the Accept-Encoding header: "gzip, br;q=0.8, *;q=0". */
function acceptedEncodings(header = "") {
  const weights = new Map();
  for (const part of header.toLowerCase().split(",")) {
    const [name, ...parameters] = part.split(";").map((it) => it.trim());
    const q = parameters.find((it) => it.startsWith("q="));
    if (name) weights.set(name, q ? Number(q.slice(2)) : 1);
  }
  return (name) => (weights.get(name) ?? weights.get("*") ?? 0) > 0;
}

/**
 * The rules of a `_headers` file:
 *
 *     # a comment
 *     /assets/*
 *       Cache-Control: public, max-age=31536000, immutable
 *
 * A path may contain `*` (anything) and `:name` (one segment). `! Name` takes back a header that an
 * earlier rule set.
 */
export function parseHeaders(text = "") {
  const rules = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return;
    if (!/^\s/.test(raw)) {
      rules.push({ pattern: pathPattern(line), headers: [] });
      return;
    }
    const header = /^(?:!\s*([\w-]+)|([\w-]+)\s*:\s*(.+))$/.exec(line);
    if (!header || rules.length === 0) {
      throw new Error(`_headers, line ${index + 1}: not understood: ${line}`);
    }
    rules.at(-1).headers.push({ name: (header[1] ?? header[2]).toLowerCase(), value: header[3] ?? null });
  });
  return rules;
}

function pathPattern(path) {
  const source = path
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/:[A-Za-z]\w*/g, "[^/]+");
  return new RegExp(`^${source}$`);
}

/** Applies all rules that match; a header that several of them set gets all values, with commas. */
function headersFor(rules, path) {
  const headers = {};
  for (const rule of rules) {
    if (!rule.pattern.test(path)) continue;
    for (const { name, value } of rule.headers) {
      if (value === null) delete headers[name];
      else headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
    }
  }
  return headers;
}

async function readOptional(path) {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: "string", default: "8080" },
      base: { type: "string", default: "/" },
      "no-headers": { type: "boolean", default: false },
    },
  });
  const root = resolve(positionals[0] ?? "dist");
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`"${values.port}" is not a port: give a number from 0 (a free one) to 65535.`);
  }
  let server;
  try {
    server = await start({ root, port, base: values.base, headers: values["no-headers"] ? false : {} });
  } catch (error) {
    if (error.code === "EADDRINUSE") {
      throw new Error(`Port ${port} is taken. Choose another: PORT=${port + 1} scripts/serve`);
    }
    if (error.code === "ENOENT") throw new Error(`There is no folder ${root}: build the site first.`);
    throw error;
  }
  console.log(`Serving ${root} at ${server.url}  (Ctrl+C stops)`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => server.close().then(() => process.exit(0)));
  }
}

if (process.argv[1] && fileURLToPath(import.meta.url) === (await realpath(process.argv[1]))) {
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
