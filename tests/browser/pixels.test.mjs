// The canvas shows what the accepted drawings of tests/golden/ show: the chart on the canvas, at
// two pixel densities, and the drawing set by the browser are compared pixel by pixel.
//
// A canvas smooths letters and slanted edges differently, and it stands on whole pixels. So both
// are blurred by two pixels, and a pixel may have the colour of any neighbour in the other picture;
// one without such a neighbour is stray. The last test shows which differences this finds.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { DESKTOP, ROOT, open } from "./harness.mjs";

const PHONE = { width: 390, height: 844 };
/** Drawings of tests/golden/, the address of their view, and the screen on which they are that wide. */
const CHARTS = [
  ["dti-2024-vi-740", "i=dti_province&time=2024&focus=province63:17", DESKTOP],
  ["added-hoa-binh-vi-358", "i=end_to_end_dossier_rate&time=2024&focus=province63:17", PHONE],
  ["dots-ministries-vi-740", "tab=dots&i=end_to_end_dossier_rate&time=2024&e=ministry22", DESKTOP],
  ["line-break-vi-740", "tab=line&i=end_to_end_dossier_rate", DESKTOP],
  ["slope-group-vi-740", "tab=slope&i=dti_province&focus=province63:17", DESKTOP],
  ["scatter-focus-vi-358", "tab=scatter&i=par_appraisal~par_survey&focus=ministry22:BTC", PHONE],
  ["map-index-vi-740", "tab=map&i=dti_province&focus=province63:17", DESKTOP],
  ["progress-blocks-vi-740", "tab=progress&i=end_to_end_dossier_rate&e=province63:01", DESKTOP],
];
/** How many pixels may be stray: about the corner of a sign. */
const STRAY = 10;
/** Two blurred pixels differ if a channel differs by more than this, of 255. */
const UNLIKE = 50;

/** A drawing that stands alone: with its fonts and with the page's colours for its classes. */
async function dressed(page, markup) {
  const style = await page.evaluate(async (classes) => {
    const holder = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    holder.setAttribute("class", "chart");
    document.body.append(holder);
    const rules = classes.map((name) => {
      const mark = document.createElementNS("http://www.w3.org/2000/svg", "circle");
      mark.setAttribute("class", name);
      holder.append(mark);
      const { fill, stroke } = getComputedStyle(mark);
      return `.${name.split(" ").join(".")}{${name.includes("f-") ? `fill:${fill}` : `stroke:${stroke}${name.includes("ring") ? `;fill:${fill}` : ""}`}}`;
    });
    holder.remove();
    return rules.join("");
  }, [...new Set([...markup.matchAll(/ class="((?:ring )?[fs]-[a-z0-9-]+)"/g)].map((found) => found[1]))]);
  const faces = await Promise.all(
    [400, 600].map(async (weight) => {
      const font = await readFile(join(ROOT, `www/fonts/be-vietnam-pro-${weight}.woff2`));
      return `@font-face{font-family:F;font-weight:${weight};src:url(data:font/woff2;base64,${font.toString("base64")})}`;
    }),
  );
  return markup.replace(">", `><style>${faces.join("")}text{font-family:F}${style}</style>`);
}

/** How many differing pixels have no match near the same place in the other picture. */
async function strays(page, drawing, canvas, density) {
  return page.evaluate(
    async ([drawing, canvas, density, unlike]) => {
      const load = async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        // The fonts of a drawing load a moment after it.
        await new Promise((resolve) => setTimeout(resolve, 200));
        return image;
      };
      const painted = await load(canvas);
      const drawn = await load(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`);
      const { width, height } = painted;
      const [wide, tall] = drawing.match(/viewBox="0 0 ([\d.]+) ([\d.]+)"/).slice(1).map(Number);
      if (Math.round(wide * density) !== width || Math.round(tall * density) !== height) {
        return `${wide} × ${tall} at ${density}, painted on ${width} × ${height}`;
      }
      /** Each colour channel on white, blurred over five by five pixels. */
      const blurred = (image, size) => {
        const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
        context.fillStyle = "#fff";
        context.fillRect(0, 0, width, height);
        context.drawImage(image, 0, 0, ...size);
        const { data } = context.getImageData(0, 0, width, height);
        return [0, 1, 2].map((part) => {
          const plane = new Float32Array(width * height);
          for (let at = 0; at < plane.length; at += 1) plane[at] = data[4 * at + part];
          const along = (from, step, count, length) => {
            const to = new Float32Array(from.length);
            for (let line = 0; line < count; line += 1) {
              const start = line * (step === 1 ? width : 1);
              for (let at = 0; at < length; at += 1) {
                let [sum, n] = [0, 0];
                for (let by = Math.max(0, at - 2); by <= Math.min(length - 1, at + 2); by += 1, n += 1) {
                  sum += from[start + by * step];
                }
                to[start + at * step] = sum / n;
              }
            }
            return to;
          };
          return along(along(plane, 1, height, width), width, width, height);
        });
      };
      const a = blurred(painted, [width, height]);
      const b = blurred(drawn, [wide * density, tall * density]);
      const differ = (one, other, at, to) => [0, 1, 2].some((part) => Math.abs(one[part][at] - other[part][to]) > unlike);
      const lonely = (one, other, x, y) => {
        for (let to = Math.max(0, y - 1); to <= Math.min(height - 1, y + 1); to += 1) {
          for (let across = Math.max(0, x - 1); across <= Math.min(width - 1, x + 1); across += 1) {
            if (!differ(one, other, y * width + x, to * width + across)) return false;
          }
        }
        return true;
      };
      let count = 0;
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const at = y * width + x;
          if (differ(a, b, at, at) && (lonely(a, b, x, y) || lonely(b, a, x, y))) count += 1;
        }
      }
      return count;
    },
    [drawing, canvas, density, UNLIKE],
  );
}

/** The canvas of a view as a picture, and the accepted drawing in the colours of its page. */
async function both(name, query, viewport, deviceScaleFactor) {
  const { page, context } = await open({ path: `?p=compare&${query}`, viewport, deviceScaleFactor });
  const canvas = await page.locator(".stage canvas").evaluate((canvas) => canvas.toDataURL());
  const markup = await readFile(join(ROOT, `tests/golden/${name}.svg`), "utf8");
  const drawing = await dressed(page, markup.replace(/\n/g, ""));
  // A page without a policy, where pictures may come from data URLs.
  const bench = await context.newPage();
  return { drawing, canvas, bench };
}

for (const density of [1, 2]) {
  test(`at ${density} device pixels to a pixel the canvas shows the accepted drawing`, async () => {
    const found = [];
    for (const [name, query, viewport] of CHARTS) {
      const { drawing, canvas, bench } = await both(name, query, viewport, density);
      const stray = await strays(bench, drawing, canvas, density);
      if (process.env.TELL) console.log(`${name} at ${density}: ${stray}`);
      if (!(stray <= STRAY)) found.push(`${name}: ${stray}`);
      await bench.context().close();
    }
    assert.deepEqual(found, []);
  });
}

test("on screens of 320, 640 and 1280 px the charts have the widths of the accepted drawings", async () => {
  for (const [width, wanted] of [[320, 288], [640, 480], [1280, 740]]) {
    const { page } = await open({ path: "?p=compare", viewport: { width, height: 800 } });
    const found = await page.locator(".stage canvas").evaluate((canvas) => canvas.getBoundingClientRect().width);
    assert.equal(found, wanted, `at ${width}`);
  }
});

test("a label three pixels off, a missing mark and another colour are found", async () => {
  for (const density of [1, 2]) {
    const [name, query, viewport] = CHARTS[0];
    const { drawing, canvas, bench } = await both(name, query, viewport, density);
    const spoilt = {
      "a label moved": drawing.replace(/<text x="([\d.]+)"([^>]*)>0,7118/, (_, x, rest) => `<text x="${Number(x) + 3}"${rest}>0,7118`),
      "a number of the axis missing": drawing.replace(/<text[^>]*>0,50<\/text>/, ""),
      "a bar missing": drawing.replace(/<rect [^>]*height="15"[^>]*class="f-cat-2"[^>]*\/>/, ""),
      "another colour": drawing.replaceAll("rgb(175, 89, 35)", "rgb(35, 89, 175)"),
      "a name missing": drawing.replace(/<text[^>]*>Hải Phòng<\/text>/, ""),
    };
    for (const [what, changed] of Object.entries(spoilt)) {
      assert.notEqual(changed, drawing, `${what}: nothing was changed`);
      const stray = await strays(bench, changed, canvas, density);
      if (process.env.TELL) console.log(`${what} at ${density}: ${stray}`);
      assert.ok(stray > STRAY, `${what} at ${density} is not found: ${stray}`);
    }
    await bench.context().close();
  }
});
