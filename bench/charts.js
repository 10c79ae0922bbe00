// The page of charts.mjs: each library draws the same 63 names, bars and values, 740 px wide,
// without movement, into its own place. `window.sample(name)` draws once and returns how long it
// took.

import init, { Bars } from "./built/charts.js";

const WIDTH = 740;
const ROW = 27;
const COLOUR = "#af5923";
const FONT = "'Be Vietnam Pro', sans-serif";

const rows = await (await fetch("built/rows.json")).json();
await init();
await Promise.all([document.fonts.load(`13px ${FONT}`), document.fonts.load(`600 13px ${FONT}`)]);
const names = rows.map((row) => row.name);
const values = Float64Array.from(rows, (row) => row.value);
const label = (value) => value.toFixed(4);
const bars = new Bars(names, values);

function canvasIn(host) {
  const canvas = document.createElement("canvas");
  host.append(canvas);
  return canvas;
}

const specification = {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  width: 560,
  height: { step: ROW },
  data: { values: rows },
  encoding: {
    y: { field: "name", type: "nominal", sort: null, title: null },
    x: { field: "value", type: "quantitative", title: null, scale: { domain: [0, 1] } },
  },
  layer: [
    { mark: { type: "bar", height: 15, color: COLOUR } },
    {
      mark: { type: "text", align: "left", dx: 6, fontWeight: 600 },
      encoding: { text: { field: "value", type: "quantitative", format: ".4f" } },
    },
  ],
  config: { font: FONT, axis: { labelFontSize: 13 }, text: { fontSize: 13 } },
};
const compiled = vega.parse(vegaLite.compile(specification).spec);

function vegaIn(host, parsed, renderer) {
  const view = new vega.View(parsed, { renderer }).initialize(host).run();
  return () => view.finalize();
}

// Chart.js has no labels of its own.
const labels = {
  id: "labels",
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    ctx.font = `600 13px ${FONT}`;
    ctx.fillStyle = "#161a33";
    ctx.textBaseline = "middle";
    chart.getDatasetMeta(0).data.forEach((bar, at) => ctx.fillText(label(values[at]), bar.x + 6, bar.y));
  },
};

/** The canvas of "drawn anew". */
let kept;
/** Each draws into an element and may return what clears up afterwards. */
const libraries = {
  "Rõ Số": (host) => {
    bars.draw(canvasIn(host), WIDTH, devicePixelRatio);
  },
  // As in the explorer, where a new chart is drawn on the existing canvas.
  "Rõ Số, drawn anew": (host) => {
    kept ??= document.createElement("canvas");
    host.append(kept);
    bars.draw(kept, WIDTH, devicePixelRatio);
  },
  "Observable Plot": (host) => {
    const plot = Plot.plot({
      width: WIDTH,
      height: rows.length * ROW + 40,
      marginLeft: 150,
      style: { fontFamily: FONT, fontSize: "13px" },
      x: { domain: [0, 1], grid: true },
      y: { domain: names, label: null },
      marks: [
        Plot.barX(rows, { x: "value", y: "name", fill: COLOUR, insetTop: 6, insetBottom: 6 }),
        Plot.text(rows, { x: "value", y: "name", text: (row) => label(row.value), textAnchor: "start", dx: 6, fontWeight: 600 }),
      ],
    });
    host.append(plot);
  },
  "Vega-Lite, canvas": (host) => vegaIn(host, vega.parse(vegaLite.compile(specification).spec), "canvas"),
  "Vega-Lite, compiled before, canvas": (host) => vegaIn(host, compiled, "canvas"),
  "Vega-Lite, SVG": (host) => vegaIn(host, vega.parse(vegaLite.compile(specification).spec), "svg"),
  "Chart.js": (host) => {
    const canvas = canvasIn(host);
    canvas.width = WIDTH;
    canvas.height = rows.length * ROW + 40;
    const chart = new Chart(canvas, {
      type: "bar",
      data: { labels: names, datasets: [{ data: [...values], backgroundColor: COLOUR, barThickness: 15 }] },
      options: {
        indexAxis: "y",
        animation: false,
        responsive: false,
        events: [],
        font: { family: FONT, size: 13 },
        plugins: { legend: { display: false }, tooltip: { enabled: false } },
        scales: { x: { min: 0, max: 1 }, y: { ticks: { autoSkip: false, font: { family: FONT, size: 13 } } } },
      },
      plugins: [labels],
    });
    return () => chart.destroy();
  },
};

window.libraries = Object.keys(libraries);

const painted = new MessageChannel();
const place = document.getElementById("place");

/** Milliseconds of the call itself, and until its frame is handed over for display. */
window.sample = (name) =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const host = document.createElement("div");
      host.className = "host";
      place.append(host);
      const began = performance.now();
      const clear = libraries[name](host);
      // Charts made of elements have still to be laid out.
      host.getBoundingClientRect();
      const call = performance.now() - began;
      painted.port1.onmessage = () => {
        const frame = performance.now() - began;
        clear?.();
        host.remove();
        resolve({ call, frame });
      };
      painted.port2.postMessage(0);
    });
  });

/** Milliseconds to find the row under the pointer and to put the band under it: our charts only. */
window.hovers = () => {
  const host = document.createElement("div");
  host.className = "host";
  const band = document.createElement("div");
  band.className = "band";
  host.append(band);
  place.append(host);
  bars.draw(canvasIn(host), WIDTH, devicePixelRatio);
  const times = [];
  for (let at = 0; at < 2000; at += 1) {
    const began = performance.now();
    bars.hover(band, 300, (at * 37) % 1700);
    band.getBoundingClientRect();
    times.push(performance.now() - began);
  }
  host.remove();
  return times;
};

/** Draws one and leaves it there, to be looked at. */
window.show = (name) => {
  const host = document.createElement("div");
  host.className = "host";
  place.replaceChildren(host);
  libraries[name](host);
};
