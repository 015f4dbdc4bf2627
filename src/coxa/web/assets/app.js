// What every page loads: the small behaviours that markup asks for by data-behaviour.
import { start } from "./attach.js";
import "./behaviours/chart.js";
import "./behaviours/print.js";
import "./behaviours/range.js";
import "./behaviours/send-on-change.js";
import "./behaviours/stepper.js";
import "../anatomy/explorer.js";
import "../diary/zone.js";
import "../library/filters.js";
import "../reminders/copy.js";
import "../offline/leaving.js";
import "../today/send-when-answered.js";
// A feature's own behaviours live in its folder: import "../today/swap.js";

start();

// Where the network goes away just now, the next page does what is left.
const background = () => import("./background.js").catch(() => {});
if (document.readyState === "complete") background();
else window.addEventListener("load", background);
