// What every page loads: partial pages by htmx, and the small behaviours that markup asks for by data-behaviour.
import "./htmx.js";
import { start } from "./attach.js";
import "./behaviours/chart.js";
import "./behaviours/print.js";
import "./behaviours/range.js";
import "./behaviours/send-on-change.js";
import "./behaviours/stepper.js";
import "../anatomy/explorer.js";
import "../diary/sender.js";
import "../diary/zone.js";
import "../library/filters.js";
import "../today/send-when-answered.js";
// A feature's own behaviours live in its folder: import "../today/swap.js";

start();
