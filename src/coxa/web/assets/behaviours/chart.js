import { behaviour } from "../attach.js";

// Draws the table that stands beside it: first column the date, every further column a line.
// Who has no script, or would rather read, has the table.
behaviour("chart", async (element) => {
  const { default: UPlot } = await import("uplot");
  const table = element.querySelector("table");
  const plot = element.querySelector(".chart__plot");
  const draw = () => new UPlot(options(element, table, plot.clientWidth), columns(table), plot);
  plot.hidden = false;
  let chart = draw();
  const redraw = () => {
    chart.destroy();
    chart = draw();
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  new ResizeObserver(() => chart.setSize({ width: plot.clientWidth, height: 260 })).observe(plot);
});

function columns(table) {
  const rows = [...table.tBodies[0].rows];
  const width = table.tHead.rows[0].cells.length;
  return Array.from({ length: width }, (_, column) => rows.map((row) => read(row.cells[column], column)));
}

function read(cell, column) {
  if (column === 0) return Date.parse(cell.querySelector("time").dateTime) / 1000;
  const text = (cell.dataset.value ?? cell.textContent).trim();
  return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
}

function options(element, table, width) {
  const colour = (name) => getComputedStyle(element).getPropertyValue(name).trim();
  const names = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
  const axis = { stroke: colour("--ink-soft"), grid: { stroke: colour("--line"), width: 1 }, font: "13px Figtree Variable" };
  const strokes = ["--do", "--care-mark", "--ink-soft"].map(colour);
  const line = (label, index) => ({
    label,
    stroke: strokes[index % strokes.length],
    dash: index === 0 ? undefined : [index * 6, 4], // not by colour alone
    width: 2.5,
    points: { size: 7 },
    spanGaps: true,
  });
  const { min, max } = element.dataset;
  return {
    width,
    height: 260,
    axes: [axis, axis],
    scales: { y: min !== undefined && max !== undefined ? { range: [Number(min), Number(max)] } : {} },
    series: [{ label: names[0], value: "{D} {MMM} {YYYY}" }, ...names.slice(1).map(line)],
  };
}
