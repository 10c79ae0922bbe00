import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from "chart.js";
import { COLOUR, ROW, WIDTH, done, host, rows } from "./rows.js";

// Only what bars need, as its documentation advises.
Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);
const canvas = document.createElement("canvas");
canvas.width = WIDTH;
canvas.height = rows.length * ROW + 40;
host.append(canvas);
new Chart(canvas, {
  type: "bar",
  data: { labels: rows.map((row) => row.name), datasets: [{ data: rows.map((row) => row.value), backgroundColor: COLOUR }] },
  options: { animation: false, responsive: false, indexAxis: "y", scales: { x: { min: 0, max: 1 }, y: { ticks: { autoSkip: false } } } },
});
done();
