// What uPlot is told: series, scales, axes and what lies behind them, from a table and the page's own colours.
import { bars, roomForBars, stacked } from "./bars.js";
import { behind } from "./behind.js";
import { shortDay } from "./days.js";
import { columnsOf, timesOf, valuesOf } from "./table.js";

const LINES = { 1: "--do", 2: "--care-mark", 3: "--ink-soft", 4: "--stretch-3" };
const BARS = { 1: "--do", 2: "--load-1", 3: "--care-mark", 4: "--ink-soft" };

/** Options and data of a chart. `asked`: min and max of the scale, level lines, whether columns are stacked. */
export function described(UPlot, table, asked, colour) {
  const columns = columnsOf(table);
  const times = timesOf(table);
  const values = valuesOf(table, columns);
  const drawn = columns.map((column, n) => ({ ...column, values: values[n] })).filter((column) => column.draw !== "none");
  const heights = asked.stacked ? stacked(drawn.map((column) => column.values)) : drawn.map((column) => column.values);
  const series = drawn.map((column) => look(UPlot, column, colour));
  const order = drawn.map((_, n) => n);
  if (asked.stacked) order.reverse(); // the top one first, so that those below cover its lower part
  return {
    data: [times, ...order.map((n) => heights[n])],
    options: {
      tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), "UTC"),
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false } },
      axes: axes(colour, times),
      scales: scales(asked, drawn, times),
      hooks: { drawClear: [behind(bandsOf(drawn, colour), asked.marks, colour("--ink-soft"))] },
      series: [{}, ...order.map((n) => series[n])],
    },
  };
}

function look(UPlot, { name, draw, tone }, colour) {
  if (draw === "bars") {
    const edge = tone === "2" ? "--do" : "--raised"; // a pale bar is seen by its edge
    return { label: name, stroke: colour(edge), width: 1, fill: colour(BARS[tone]), paths: bars(UPlot), points: { show: false } };
  }
  const stroke = colour(LINES[tone]);
  // Not by colour alone: each line has a dash of its own, and only the first one has full points.
  const dash = tone === "1" ? undefined : [(tone - 1) * 6, 4];
  return { label: name, stroke, dash, width: 2.5, points: { size: 7, fill: dash ? colour("--raised") : stroke }, spanGaps: true };
}

const bandsOf = (drawn, colour) => drawn.filter(({ band }) => band.length === 2).map(({ band: [low, high], tone }) => ({ low, high, colour: colour(LINES[tone]) }));

function axes(colour, times) {
  const line = { stroke: colour("--line"), width: 1 };
  const axis = { stroke: colour("--ink-soft"), grid: line, ticks: line, font: "13px Figtree Variable" };
  const day = shortDay(times);
  return [{ ...axis, grid: { show: false }, space: 70, size: 36, values: (_, splits) => splits.map(day) }, { ...axis, size: 46 }];
}

function scales({ min, max, marks }, drawn, times) {
  const y = {};
  if (min !== undefined) y.range = max === undefined ? (_chart, _lowest, highest) => [min, Math.max(highest * 1.08, ...marks, min + 1)] : [min, max];
  const x = { time: true };
  if (drawn.some(({ draw }) => draw === "bars")) x.range = () => roomForBars(times);
  return { x, y };
}
