// Lighthouse over some pages, as a phone on a slow network sees them. Prints one line of JSON a page.
//   node run.mjs CHROMIUM COOKIE ADDRESS...
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const [executablePath, cookie, ...addresses] = process.argv.slice(2);
const CATEGORIES = ["performance", "accessibility", "best-practices"];
const ARGUMENTS = [
  "--no-sandbox", "--disable-background-networking", "--no-first-run", "--use-gl=angle", "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

for (const address of addresses) console.log(JSON.stringify(await measured(address)));

/** Each page in a browser that has never been here: nothing is in its cache, no worker waits. */
async function measured(address) {
  const browser = await puppeteer.launch({ executablePath, args: ARGUMENTS, headless: true });
  try {
    const [name, value] = cookie.split("=");
    await browser.setCookie({ name, value, domain: new URL(address).hostname, path: "/", httpOnly: true, sameSite: "Strict" });
    const page = await browser.newPage();
    // Else it would clear the cookie that lets in.
    const flags = { logLevel: "error", onlyCategories: CATEGORIES, disableStorageReset: true };
    const { lhr } = await lighthouse(address, flags, undefined, page);
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    return summary(lhr);
  } finally {
    await browser.close();
  }
}

/** Scores of 0-100, what weighed on them, and what came over the network before the page was still. */
function summary({ requestedUrl, finalDisplayedUrl, categories, audits }) {
  const loadedAt = audits.metrics.details.items[0].observedLoad; // both in milliseconds since the navigation
  const failing = Object.values(audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== "informative");
  return {
    address: requestedUrl,
    shown: finalDisplayedUrl,
    scores: Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((categories[name].score ?? 0) * 100)])),
    largest_paint_ms: Math.round(audits["largest-contentful-paint"].numericValue),
    blocked_ms: Math.round(audits["total-blocking-time"].numericValue),
    shift: audits["cumulative-layout-shift"].numericValue,
    loaded: audits["network-requests"].details.items.map((one) => ({
      url: one.url,
      bytes: one.transferSize,
      kind: one.resourceType,
      after_load: one.networkRequestTime > loadedAt,
    })),
    failing: failing.map(({ id, score, displayValue }) => ({ id, score, displayValue })),
  };
}
