import { BarChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { COLOUR, FONT, ROW, WIDTH, done, host, rows } from "./rows.js";

// Only what bars need, as its documentation advises.
echarts.use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);
const chart = echarts.init(host, null, { width: WIDTH, height: rows.length * ROW + 40 });
chart.on("finished", done);
chart.setOption({
  animation: false,
  textStyle: { fontFamily: FONT },
  grid: { left: 150 },
  tooltip: {},
  xAxis: { type: "value", min: 0, max: 1 },
  yAxis: { type: "category", inverse: true, axisLabel: { interval: 0 }, data: rows.map((row) => row.name) },
  series: [{ type: "bar", color: COLOUR, label: { show: true, position: "right" }, data: rows.map((row) => row.value) }],
});
