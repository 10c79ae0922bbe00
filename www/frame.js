// What a page does in a frame of another page: it tells that page how high the frame must be to
// show all of it, in the message formats that hosts know, and listens to nothing.
const inFrame = () => {
  if (parent === self) return;
  const root = document.documentElement;
  // Older scripts of Datawrapper look for a frame whose address contains this name; newer ones look
  // for the frame that sent the message.
  const name = /['"\\]/.test(location.search) ? location.pathname : location.pathname + location.search;
  let told = 0;
  const tell = () => {
    const height = told;
    const say = (message) => parent.postMessage(message, "*"); // it holds a number, nothing that is anybody's
    say({ source: "ro-so", v: 1, type: "height", height }); // www/nhung.js
    say({ "datawrapper-height": { [name]: height } });
    say({ sentinel: "amp", type: "embed-size", height });
    say(JSON.stringify({ src: location.href, context: "iframe.resize", height })); // Medium, Embedly
  };
  const measure = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    // A frame that is not shown has no height.
    if (height < 1 || height === told) return;
    told = height;
    tell();
  };
  new ResizeObserver(measure).observe(root);
  // Chromium does not call the observer in a frame that the reader has not scrolled to yet, which
  // is when a change of height disturbs nobody.
  document.fonts.ready.then(measure);
  addEventListener("load", measure);
  // A script of the host that loads late has missed the message: it is sent again a few times while
  // the frame has another height.
  const again = (wait) =>
    setTimeout(() => {
      measure();
      if (innerHeight === told) return;
      if (told) tell();
      if (wait < 16000) again(2 * wait);
    }, wait);
  again(250);
  // What opens over the page opens near the touched place: the frame may be higher than the screen.
  const touched = (top) => root.style.setProperty("--at", `${Math.round(top)}px`);
  addEventListener("pointerdown", (event) => touched(event.clientY));
  addEventListener("keydown", ({ key, target }) => {
    if (key === "Enter") touched((target.querySelector(".band") ?? target).getBoundingClientRect().top);
  });
};
// A page of the site that its address turns into a frame; a page made for frames calls this itself.
if (/[?&]embed=1(&|$)/.test(location.search) && !document.documentElement.dataset.folder) inFrame();
