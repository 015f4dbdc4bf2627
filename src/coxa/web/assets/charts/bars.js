// Bars of one week each; several columns stand on top of each other.
const WEEK_S = 7 * 24 * 3600;

/** Values as they are drawn: each column on top of those before it. */
export function stacked(values) {
  const below = values[0]?.map(() => 0) ?? [];
  return values.map((column) => column.map((value, row) => (below[row] += value ?? 0)));
}

/** A path builder for bars that are a share of a week wide. */
export const bars = (UPlot) => UPlot.paths.bars({ size: [0.62, 44, 2], radius: 0.18 });

/** Half a week of room at either end, so that no bar is cut. */
export const roomForBars = (times) => [times[0] - WEEK_S / 2, times.at(-1) + WEEK_S / 2];
