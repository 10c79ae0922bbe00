// What the pages of the other libraries share: the figures, and the moment from which a chart answers.
import rows from "../built/rows.json";

export { rows };
export const WIDTH = 740;
export const ROW = 27;
export const COLOUR = "#af5923";
export const FONT = "sans-serif";
export const host = document.getElementById("chart");

/** The chart is drawn and answers. */
export const done = () => requestAnimationFrame(() => performance.mark("usable"));
