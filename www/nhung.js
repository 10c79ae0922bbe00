// Rõ Số, khung nhúng · frames, version 1. Gives each frame of Rõ Số on a page the height of what is in
// it. Put it anywhere in the page, once or several times: <script async src=".../nhung-1.js"></script>.
// It may be copied to another host, changes nothing but heights, and asks for nothing.
//
// A frame says { source: "ro-so", v: 1, type: "height", height: 640 }. It is believed when
//   - the message comes from the window of a frame of this page, and from the origin in the frame's
//     address (a frame in a sandbox has none);
//   - the height is a number from 1 to 20,000.
// A frame that says a new height again and again gets four a second.
(() => {
  if (self.roSoFrames) return;
  self.roSoFrames = 1;
  const MOST = 20000;
  /** At once, and then one more every so many milliseconds. */
  const AT_ONCE = 8;
  const PAUSE = 250;
  const known = new WeakMap();

  const isFrom = (frame, origin) => {
    if (frame.sandbox.length && !frame.sandbox.contains("allow-same-origin")) return origin === "null";
    try {
      return new URL(frame.src, location.href).origin === origin;
    } catch {
      return false;
    }
  };

  const set = (frame, state) => {
    const now = performance.now();
    state.left = Math.min(AT_ONCE, state.left + (now - state.since) / PAUSE);
    state.since = now;
    if (state.left >= 1) {
      state.left -= 1;
      frame.style.height = `${state.height}px`;
    } else if (!state.timer) {
      state.timer = setTimeout(() => {
        state.timer = 0;
        set(frame, state);
      }, PAUSE);
    }
  };

  addEventListener("message", ({ data, source, origin }) => {
    if (!data || data.source !== "ro-so" || data.v !== 1 || data.type !== "height") return;
    const height = Math.ceil(data.height);
    if (typeof data.height !== "number" || !(height >= 1 && height <= MOST)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow !== source || !isFrom(frame, origin)) continue;
      const state = known.get(frame) ?? { left: AT_ONCE, since: performance.now(), timer: 0, height: 0 };
      known.set(frame, state);
      if (state.height === height) return;
      state.height = height;
      set(frame, state);
      return;
    }
  });
})();
