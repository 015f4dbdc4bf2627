// What no page waits for: it is loaded when the page stands.
import { start } from "./attach.js";
import "../diary/sender.js";
import "../offline/keeping.js";
import "../offline/left.js";
import "../reminders/device.js";

start();
