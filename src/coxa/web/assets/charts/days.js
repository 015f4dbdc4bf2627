// Days in the language of the page. A day is a day wherever one is: all of it is counted in UTC.
const language = () => document.documentElement.lang || "en";

const said = (options) => {
  const format = new Intl.DateTimeFormat(language(), { timeZone: "UTC", ...options });
  return (seconds) => format.format(new Date(seconds * 1000));
};

/** For the axis: "2 Mar", and where it spans years "Mar 2026". */
export function shortDay(times) {
  const year = 366 * 24 * 3600;
  return times.at(-1) - times[0] > year ? said({ month: "short", year: "numeric" }) : said({ day: "numeric", month: "short" });
}
