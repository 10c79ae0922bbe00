// How a Chromium is started here: by the browser tests, the measurements and the tools that draw
// pictures.
//
//     node tools/chromium.mjs        prints where it is; fails where there is none

import { accessSync, constants, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { argv, env } from "node:process";
import { fileURLToPath } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ON_MACOS = ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome"];

/** The program that CHROMIUM names, else an installed Chromium or Chrome, else `undefined`. */
export function findChromium() {
  if (env.CHROMIUM) return env.CHROMIUM;
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const applications = ["/Applications", join(homedir(), "Applications")];
  return [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...applications.flatMap((folder) => ON_MACOS.map((path) => join(folder, path))),
  ].find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A headless Chromium without background services and without a network. */
export const launchOptions = {
  get executablePath() {
    const found = findChromium();
    if (!found) throw new Error("No Chromium or Chrome was found. If one is installed: export CHROMIUM=/path/to/chrome");
    return found;
  },
  args: [
    // As root, as in many containers, Chromium does not start with its sandbox.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    // Only this machine can be reached, so nothing depends on a network.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ],
};

if (argv[1] && fileURLToPath(import.meta.url) === realpathSync(argv[1])) {
  const found = findChromium();
  if (found) console.log(found);
  else process.exitCode = 1;
}
