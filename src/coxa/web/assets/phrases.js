// Words that a script shows or says, in the reader's language. They are written down in English and named by that;
// a page in another language brings what they are there, as JSON. Catalogs are made from `phrase` and `counted`.

const given = () => (typeof document === "undefined" ? null : document.getElementById("phrases"));
const { phrases = {}, plural = "" } = JSON.parse(given()?.textContent ?? "{}");

/** `phrase("Set {n} of {sets}", { n: 2, sets: 3 })` */
export const phrase = (text, values = {}) => filled(phrases[text] ?? text, values);

/** `counted("{n} minute", "{n} minutes", 5)`: the form that the language has for so many. */
export function counted(one, many, n, values = {}) {
  const forms = phrases[one] ?? [one, many];
  return filled(forms[form(n)] ?? forms.at(-1), { n, ...values });
}

// `plural` is the number of the form for 0, 1, 2 and so on, a digit each; without it English counts.
const form = (n) => (plural ? Number(plural[Math.min(n, plural.length - 1)]) : Number(n !== 1));

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
