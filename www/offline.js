// Appended to www/boot.js in the site, not in the one file: keeps the site for use without a
// network (sw.js), and tells the reader when a new version waits.
const keepForOffline = async () => {
  // In another page's frame, and on a disk, there is nothing to keep.
  const isEmbed = self !== top || /[?&]embed=1/.test(`${location.search}&${document.documentElement.dataset.view}`);
  if (isEmbed || !location.protocol.startsWith("http")) return;
  const address = new URL("sw.js", import.meta.url).href;
  // The one policy that the page may make: it gives only this address.
  const types = self.trustedTypes?.createPolicy("ro-so", { createScriptURL: () => address });
  const registration = await navigator.serviceWorker.register(types?.createScriptURL("") ?? address);
  const news = document.getElementById("news");
  // Pages come from the network: this one may already belong to the version that waits.
  const isOfWaiting = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(`ro-so ${new URL(registration.scope).pathname} `));
    const newest = await caches.open(names.at(-1));
    const own = [import.meta.url, ...["module", "data"].map((id) => document.getElementById(id)?.href ?? import.meta.url)];
    const kept = await Promise.all(own.map((address) => newest.match(address, { ignoreVary: true })));
    return kept.every(Boolean);
  };
  const tell = async () => {
    // Without an active version there is none to replace.
    news.hidden = !(registration.waiting && registration.active) || (await isOfWaiting());
  };
  news.querySelector("button").addEventListener("click", () => {
    // Another tab has already asked for it.
    if (!registration.waiting) location.reload();
    // Only this tab is reloaded; others go on with what they have.
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    registration.waiting?.postMessage("go");
  });
  const watch = () => registration.installing?.addEventListener("statechange", tell);
  registration.addEventListener("updatefound", watch);
  // The browser may have found it while the explorer started.
  watch();
  tell();
};
// Where storage is denied the site works without offline use.
started.then(keepForOffline).catch(() => {});
