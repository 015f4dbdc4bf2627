// What lies behind the lines: the bands of what may be chance, and the level lines of marks.

/** A hook for uPlot that paints `bands` (low, high, colour) and `marks` (values) before anything else. */
export function behind(bands, marks, ink) {
  return (chart) => {
    const { ctx, bbox } = chart;
    const y = (value) => Math.min(Math.max(chart.valToPos(value, "y", true), bbox.top), bbox.top + bbox.height);
    ctx.save();
    for (const { low, high, colour } of bands) {
      ctx.fillStyle = colour;
      ctx.globalAlpha = bands.length > 1 ? 0.1 : 0.16;
      ctx.fillRect(bbox.left, y(high), bbox.width, y(low) - y(high));
    }
    ctx.globalAlpha = 1;
    ctx.strokeStyle = ink;
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.setLineDash([2 * devicePixelRatio, 5 * devicePixelRatio]);
    for (const mark of marks) {
      ctx.beginPath();
      ctx.moveTo(bbox.left, y(mark));
      ctx.lineTo(bbox.left + bbox.width, y(mark));
      ctx.stroke();
    }
    ctx.restore();
  };
}
