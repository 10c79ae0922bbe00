// Drives an installed Firefox over WebDriver BiDi, as far as a smoke journey needs. Playwright has
// a patched Firefox, which would have to be downloaded, and drives an installed one with commands
// that the extended support release does not know.
//
//     FIREFOX    the browser; otherwise firefox or firefox-esr from the path

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import WebSocket from "ws";

/** The installed Firefox; `undefined` if there is none. */
export function findFirefox() {
  if (process.env.FIREFOX) return process.env.FIREFOX;
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/Applications/Firefox.app/Contents/MacOS"];
  const candidates = folders.flatMap((folder) => ["firefox", "firefox-esr"].map((name) => join(folder, name)));
  return candidates.find((path) => existsSync(path));
}

/** Firefox sends no requests of its own and asks no questions. */
const PREFERENCES = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.aboutwelcome.enabled": false,
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
};

/**
 * Starts Firefox without a window and with a new profile.
 *
 * @param {string} path the program
 * @returns {Promise<Firefox>}
 */
export async function launchFirefox(path) {
  const profile = mkdtempSync(join(tmpdir(), "ro-so-firefox-"));
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const program = spawn(path, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const address = await new Promise((found, failed) => {
    let said = "";
    program.on("error", failed);
    program.on("exit", (code) => failed(new Error(`${path} ended with ${code}: ${said}`)));
    program.stderr.on("data", (text) => {
      said += text;
      const match = said.match(/WebDriver BiDi listening on (ws:\/\/\S+)/);
      if (match) found(match[1]);
    });
  });
  const socket = new WebSocket(`${address}/session`);
  await new Promise((opened, failed) => socket.once("open", opened).once("error", failed));
  const firefox = new Firefox(program, socket, profile);
  await firefox.send("session.new", { capabilities: {} });
  const events = ["log.entryAdded", "network.fetchError", "network.responseCompleted"];
  await firefox.send("session.subscribe", { events });
  return firefox;
}

class Firefox {
  #program;
  #socket;
  #profile;
  #waiting = new Map();
  #count = 0;
  #listeners = new Set();

  constructor(program, socket, profile) {
    this.#program = program;
    this.#socket = socket;
    this.#profile = profile;
    socket.on("message", (text) => {
      const message = JSON.parse(text);
      if (message.type === "event") {
        for (const heard of this.#listeners) heard(message);
        return;
      }
      const { done, failed } = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.type === "success") done(message.result);
      else failed(new Error(`${message.error}: ${message.message}`));
    });
  }

  /** Sends a command of the protocol and returns the answer. */
  send(method, params) {
    const id = ++this.#count;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((done, failed) => this.#waiting.set(id, { done, failed }));
  }

  /** Opens a page in a tab of its own, waits until it has loaded, and wakes the explorer. */
  async open(url) {
    const { context } = await this.send("browsingContext.create", { type: "tab" });
    const page = new Page(this, context);
    this.#listeners.add((event) => page.hear(event));
    await this.send("browsingContext.navigate", { context, url, wait: "complete" });
    await page.evaluate("dispatchEvent(new PointerEvent('pointerdown')), true");
    return page;
  }

  /** Ends Firefox and removes its profile. */
  async close() {
    const ended = new Promise((done) => this.#program.once("exit", done));
    this.#program.removeAllListeners("exit");
    this.#program.once("exit", () => undefined);
    await this.send("browser.close", {}).catch(() => this.#program.kill());
    await Promise.race([ended, new Promise((done) => setTimeout(done, 5000).unref())]);
    if (this.#program.exitCode === null) this.#program.kill("SIGKILL");
    rmSync(this.#profile, { recursive: true, force: true });
  }
}

class Page {
  #firefox;
  #context;
  /** Messages on the console, uncaught errors and failed requests. */
  problems = [];

  constructor(firefox, context) {
    this.#firefox = firefox;
    this.#context = context;
  }

  /** Notes what goes wrong on this page. */
  hear({ method, params }) {
    if ((params.context ?? params.source?.context) !== this.#context) return;
    if (method === "log.entryAdded") this.problems.push(`${params.level}: ${params.text}`);
    if (method === "network.fetchError") this.problems.push(`${params.request.url}: ${params.errorText}`);
    if (method === "network.responseCompleted" && params.response.status >= 400) {
      this.problems.push(`${params.request.url}: ${params.response.status}`);
    }
  }

  /** The value of an expression in the page. */
  async evaluate(expression) {
    const answer = await this.#evaluate(`JSON.stringify(${expression}) ?? "null"`);
    return JSON.parse(answer.value);
  }

  async #evaluate(expression) {
    const { type, result, exceptionDetails } = await this.#firefox.send("script.evaluate", {
      expression,
      target: { context: this.#context },
      awaitPromise: true,
    });
    if (type === "exception") throw new Error(`${expression}: ${exceptionDetails.text}`);
    return result;
  }

  /** Waits until an expression in the page is true. */
  async until(expression, { seconds = 20 } = {}) {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
      if (await this.evaluate(`Boolean(${expression})`)) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`after ${seconds} s it is still not true that ${expression}`);
  }

  /** Clicks an element with the pointer, as a reader does. */
  async click(selector) {
    const found = `document.querySelector(${JSON.stringify(selector)})`;
    await this.#evaluate(`${found}.scrollIntoView({ block: "center" })`);
    const element = await this.#evaluate(found);
    const origin = { type: "element", element: { sharedId: element.sharedId } };
    await this.#perform({
      type: "pointer",
      id: "mouse",
      actions: [
        { type: "pointerMove", x: 0, y: 0, origin },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ],
    });
  }

  /** Types, key by key. "\ue007" is Enter. */
  async type(keys) {
    const actions = [...keys].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
    await this.#perform({ type: "key", id: "keyboard", actions });
  }

  /** Presses a key while another is held. "\ue009" is Control. */
  async chord(held, key) {
    const [down, up] = ["keyDown", "keyUp"].map((type) => (value) => ({ type, value }));
    const actions = [down(held), down(key), up(key), up(held)];
    await this.#perform({ type: "key", id: "keyboard", actions });
  }

  #perform(source) {
    return this.#firefox.send("input.performActions", { context: this.#context, actions: [source] });
  }
}
