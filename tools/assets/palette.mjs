import { readFile } from "node:fs/promises";

const LINE = /^(\w+)\s*=\s*("(?:[^"\\]*)"|true|false|-?\d+(?:\.\d+)?)\s*(?:#.*)?$/;

/** Lets a script import a table of plain values, as the figure's palette is: the page and the stills read one file. */
export const tables = {
  name: "tables",
  setup(build) {
    build.onLoad({ filter: /\.toml$/ }, async ({ path }) => ({
      contents: JSON.stringify(parsed(await readFile(path, "utf8"), path)),
      loader: "json",
      watchFiles: [path],
    }));
  },
};

/** Sections of names and plain values, which is all that is read; anything else of TOML is refused by its line. */
export function parsed(text, path) {
  const whole = {};
  let section = whole;
  text.split("\n").forEach((raw, at) => {
    const line = raw.trim();
    if (!line || line.startsWith("#")) return;
    const header = /^\[([\w.]+)\]$/.exec(line);
    const pair = LINE.exec(line);
    if (header) section = within(whole, header[1].split("."));
    else if (pair) section[pair[1]] = JSON.parse(pair[2]);
    else throw new Error(`${path}:${at + 1}: "${line}" must be a [section] or name = "text", a number, true or false`);
  });
  return whole;
}

const within = (whole, names) => names.reduce((one, name) => (one[name] ??= {}), whole);
