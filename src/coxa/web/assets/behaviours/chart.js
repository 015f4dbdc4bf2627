import { behaviour } from "../attach.js";
import { described } from "../charts/options.js";
import { numbers } from "../charts/table.js";

const HEIGHT = 260;

// Draws the table that stands beside it: first column the date, every further column a line or bars.
// Who has no script, or would rather read, has the table.
behaviour("chart", async (element) => {
  const table = element.querySelector("table");
  const plot = element.querySelector(".chart__plot");
  if (!plot || !table) return;
  const { default: UPlot } = await import("uplot");
  (element.querySelector("[data-drawn]") ?? plot).hidden = false;
  const { min, max, marks } = element.dataset;
  const asked = { min: number(min), max: number(max), marks: numbers(marks), stacked: "stacked" in element.dataset };
  const draw = () => {
    const colour = (name) => getComputedStyle(element).getPropertyValue(name).trim();
    const { options, data } = described(UPlot, table, asked, colour);
    options.hooks.setCursor = [(chart) => tell(element.querySelector("[data-here]"), table, chart.cursor.idx)];
    return new UPlot({ ...options, width: plot.clientWidth, height: HEIGHT }, data, plot);
  };
  let chart = draw();
  const redraw = () => {
    chart.destroy();
    chart = draw();
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  new ResizeObserver(() => chart.setSize({ width: plot.clientWidth, height: HEIGHT })).observe(plot);
});

const number = (text) => (text === undefined ? undefined : Number(text));

/** The row under the pointer, in the table's own words. */
function tell(here, table, row) {
  if (!here) return;
  const cells = [...(table.tBodies[0].rows[row]?.cells ?? [])];
  const names = [...table.tHead.rows[0].cells];
  const told = cells.map((cell, n) => [names[n].textContent.trim(), cell.textContent.trim()]).filter(([, words]) => words);
  here.textContent = told.map(([name, words]) => `${name}: ${words}`).join(" · ");
}
