// The service worker: keeps the site for use without a network. src/bin/site writes the three
// constants; everything else stays as it is here.
//
//   - Each build has its own cache. It is filled in one go when the worker is installed, and each
//     file is checked against its hash; if anything is wrong, nothing changes and the previous
//     version stays.
//   - Files have names that contain a hash of their content: they come from the cache of any build,
//     so that a page always gets the files that it was made with.
//   - Pages come from the network, or from a cache where that fails or is very slow. A page that
//     was never visited is shown by the shell, which finds everything in the data.
//   - A file that is missing from a cache or damaged in it is fetched again.

/** Hash over what this build keeps. */
const BUILD = "";
/** Paths of the files that the explorer needs, with their hashes; the shell is the first of them. */
const FILES = [["", ""]];
/** The view that each static page shows, by its folder below the root of its language. */
const VIEWS = {};

const ROOT = new URL(registration.scope);
// Several sites may share an origin, as they do on GitHub Pages; each has its caches.
const OURS = `ro-so ${ROOT.pathname} `;
const NAME = OURS + BUILD;
/** An entry that is written last: a cache without it is incomplete. */
const WHOLE = new URL("whole", ROOT).href;
/** A cached page is shown when the network has not answered for this many milliseconds. */
const PATIENCE = 4000;
/** The number of pages that are kept, the last visited ones. */
const PAGES = 60;

const pathOf = (address) => address.slice(ROOT.href.length);
const isPage = (path) => /^([^.]+\/)?$/.test(path);
/** Whether a path below the root is a page of this site, not of a site in one of its folders. */
const isOurs = (path) => {
  const folder = path.replace(/^en\//, "");
  return isPage(path) && (folder === "" || folder.startsWith("embed/") || folder in VIEWS);
};
const isHashed = (path) => /\.[0-9a-f]{10}\.[a-z0-9]+$/.test(path);
/** The address without its query: a static page is the same file for every query. */
const plain = (address) => address.split(/[?#]/)[0];

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
// The reader has asked for the new version.
addEventListener("message", (event) => event.data === "go" && skipWaiting());
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT.href)) return;
  const path = pathOf(plain(request.url));
  if (request.mode === "navigate") {
    event.respondWith(isPage(path) ? page(event, path) : fromNetwork(event).catch(() => elsewhere(path, request)));
  } else if (isHashed(path)) event.respondWith(file(event, path));
});

async function install() {
  // Remains of an interrupted installation.
  await caches.delete(NAME);
  const cache = await caches.open(NAME);
  try {
    const answers = await Promise.all(FILES.map(([path, integrity]) => fetch(new URL(path, ROOT), { integrity })));
    const missing = answers.find((answer) => !answer.ok);
    if (missing) throw new Error(`${missing.status}: ${missing.url}`);
    // Under the name by which they are requested: some hosts redirect from "x.html" to "x".
    await Promise.all(answers.map((answer, at) => store(cache, new URL(FILES[at][0], ROOT).href, direct(answer))));
    await keepOpenPages(cache);
    await cache.put(WHOLE, new Response());
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

/** The pages that are open while a version is installed: the reader has visited them. */
async function keepOpenPages(cache) {
  const open = await clients.matchAll({ includeUncontrolled: true, type: "window" });
  const addresses = open.map((client) => plain(client.url));
  for (const address of new Set(addresses)) {
    if (!address.startsWith(ROOT.href) || !isOurs(pathOf(address))) continue;
    // At the first version the browser most likely still has the page; at a later one that would be
    // a page of the previous version. Without it the shell shows the same.
    const wanted = registration.active ? "no-cache" : "force-cache";
    await cache.add(new Request(address, { cache: wanted })).catch(() => {});
  }
}

async function activate() {
  await registration.navigationPreload?.enable();
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  // A newer version may be on its way: its cache is left alone.
  const older = names.slice(0, Math.max(0, names.indexOf(NAME)));
  let kept;
  for (const name of older) if (await (await caches.open(name)).match(WHOLE)) kept = name;
  // Tabs may still run the previous version, and ask for more of its files.
  await Promise.all(older.filter((name) => name !== kept).map((name) => caches.delete(name)));
  // So that the page of a first visit, too, keeps its files when the next version comes.
  await clients.claim();
}

/** A copy of an answer without its redirect: a browser refuses redirected answers for pages. */
const direct = (answer) => (answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer);

/** Types that are stored compressed, in less than half of the space. */
const PACKED = { json: "application/json", wasm: "application/wasm" };

async function store(cache, address, answer) {
  const type = PACKED[address.split(".").pop()];
  if (!type) return cache.put(address, answer);
  const body = answer.body.pipeThrough(new CompressionStream("gzip"));
  return cache.put(address, new Response(body, { headers: { "X-Packed": type } }));
}

/** An answer as it came, in whatever form it was stored. */
function unpacked(answer) {
  const type = answer?.headers.get("X-Packed");
  if (!type) return answer;
  const body = answer.body.pipeThrough(new DecompressionStream("gzip"));
  return new Response(body, { headers: { "Content-Type": type } });
}

/** What a cache holds at an address: in ours, else in one of another version. */
async function stored(address, isFit = () => true) {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);
  for (const name of [NAME, ...names.reverse()]) {
    const cache = await caches.open(name);
    const answer = unpacked(await cache.match(address, { ignoreVary: true }));
    if (answer && (await isFit(answer))) return answer;
  }
  return undefined;
}

/** Puts an answer into our cache, once the page has it. A full disk does not make it fail. */
function keep(event, address, answer) {
  if (!answer.ok || answer.type !== "basic" || answer.redirected) return;
  const copy = answer.clone();
  const put = async () => {
    const cache = await caches.open(NAME);
    await store(cache, address, copy);
    const pages = (await cache.keys()).filter(({ url }) => isPage(pathOf(url)));
    await Promise.all(pages.slice(0, -PAGES).map((old) => cache.delete(old)));
  };
  event.waitUntil(put().catch(() => {}));
}

async function file(event, path) {
  const { request } = event;
  const integrity = request.integrity || FILES.find(([name]) => name === path)?.[1];
  const kept = await stored(request.url, (answer) => isIntact(answer, integrity));
  if (kept) return kept;
  const answer = await fetch(request);
  keep(event, request.url, answer);
  return answer;
}

async function isIntact(answer, integrity) {
  if (!integrity) return true;
  // What cannot even be unpacked is not intact.
  const content = await answer.clone().arrayBuffer().catch(() => new ArrayBuffer(0));
  const hash = await crypto.subtle.digest("SHA-384", content);
  return integrity === `sha384-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
}

/** The browser requests a page while it starts this worker. */
const fromNetwork = async (event) => (await event.preloadResponse) ?? fetch(event.request);

async function page(event, path) {
  const { request } = event;
  const address = plain(request.url);
  const kept = await stored(address);
  const fresh = (async () => {
    const answer = await fromNetwork(event);
    if (isOurs(path)) keep(event, address, answer);
    return answer;
  })();
  event.waitUntil(fresh.catch(() => {}));
  try {
    const answer = await (kept ? Promise.race([fresh, tooLong()]) : fresh);
    if (answer.status < 500 || !kept) return answer;
  } catch {
    // No network, or one that takes too long.
  }
  return kept ?? shell(path, new URL(request.url).searchParams);
}

/** Offline, for a navigation that is not written as a page: the file of a page, or its folder
 * without the slash, leads to the page, as on a server. */
function elsewhere(path, { url }) {
  const folder = path.replace(/(^|\/)index\.html$/, "$1").replace(/[^/]$/, "$&/");
  return isPage(folder) ? Response.redirect(ROOT.href + folder + new URL(url).search) : notKept();
}

/** Says that a file for download needs a network. */
function notKept() {
  const told = "Tệp này không được giữ trong máy: hãy mở lại khi có mạng.\nThis file is not kept on the device: open it again with a network.\n";
  return new Response(told, { status: 503, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

const tooLong = () => new Promise((_, fail) => setTimeout(fail, PATIENCE));

/** The explorer for a page that is not kept. Its links begin at the root, so it is shown there. */
async function shell(path, query) {
  if (path !== "") return Response.redirect(`${ROOT.href}?${viewOf(path, query)}`);
  return (await stored(new URL(FILES[0][0], ROOT).href)) ?? Response.error();
}

/** The query that shows at the root what a static page shows. */
function viewOf(path, query) {
  const isEnglish = path.startsWith("en/");
  const all = new URLSearchParams();
  // As in the app: if the query names a page, the folder does not matter.
  if (!query.has("p")) {
    const folder = isEnglish ? path.slice(3) : path;
    // The page for a frame shows what the page of the same name shows.
    const own = folder.replace(/^embed\//, "");
    // An unknown folder is reported as not found.
    const view = VIEWS[own] ?? (own && `p=${own.slice(0, -1)}`);
    for (const [name, value] of new URLSearchParams(view)) all.set(name, value);
    if (own !== folder) all.set("embed", "1");
  }
  if (isEnglish) all.set("lang", "en");
  for (const [name, value] of query) all.set(name, value);
  return all.toString();
}
