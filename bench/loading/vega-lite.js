import embed from "vega-embed";
import { COLOUR, FONT, ROW, done, host, rows } from "./rows.js";

await embed(
  host,
  {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: 560,
    height: { step: ROW },
    data: { values: rows },
    encoding: {
      y: { field: "name", type: "nominal", sort: null, title: null },
      x: { field: "value", type: "quantitative", title: null, scale: { domain: [0, 1] } },
      tooltip: [{ field: "name" }, { field: "value" }],
    },
    layer: [
      { mark: { type: "bar", color: COLOUR } },
      {
        mark: { type: "text", align: "left", dx: 6 },
        encoding: { text: { field: "value", type: "quantitative", format: ".4f" } },
      },
    ],
    config: { font: FONT, axis: { labelFontSize: 13 }, text: { fontSize: 13 } },
  },
  { actions: false },
);
done();
