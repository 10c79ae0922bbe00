import * as Plot from "@observablehq/plot";
import { COLOUR, FONT, ROW, WIDTH, done, host, rows } from "./rows.js";

host.append(
  Plot.plot({
    width: WIDTH,
    height: rows.length * ROW + 40,
    marginLeft: 150,
    style: { fontFamily: FONT, fontSize: "13px" },
    x: { domain: [0, 1], grid: true },
    y: { domain: rows.map((row) => row.name), label: null },
    marks: [
      Plot.barX(rows, { x: "value", y: "name", fill: COLOUR }),
      Plot.text(rows, { x: "value", y: "name", text: (row) => row.value.toFixed(4), textAnchor: "start", dx: 6 }),
      Plot.tip(rows, Plot.pointerY({ x: "value", y: "name" })),
    ],
  }),
);
done();
