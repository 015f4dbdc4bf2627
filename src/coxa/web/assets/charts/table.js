// A chart's numbers, read from the table that stands beside it: first column the day, then the values.

/** What each column is: its name, how it is drawn ("line", "bars", "none"), its tone and the band round its first value. */
export function columnsOf(table) {
  return [...table.tHead.rows[0].cells].slice(1).map((cell, column) => ({
    name: cell.textContent.trim(),
    draw: cell.dataset.draw ?? "line",
    tone: cell.dataset.tone ?? String(column + 1),
    band: numbers(cell.dataset.band),
  }));
}

/** Seconds since 1970 of each row's day, as the day begins in UTC. */
export const timesOf = (table) => rowsOf(table).map((row) => Date.parse(row.cells[0].querySelector("time").dateTime) / 1000);

/** The values of each column, null where a cell is empty. */
export const valuesOf = (table, columns) => columns.map((_, index) => rowsOf(table).map((row) => read(row.cells[index + 1])));

/** "3.5 6.5" as numbers; an empty list for nothing. */
export const numbers = (text) => (text ?? "").split(" ").filter(Boolean).map(Number);

const rowsOf = (table) => [...table.tBodies[0].rows];

function read(cell) {
  const text = (cell.dataset.value ?? cell.textContent).trim();
  return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
}
