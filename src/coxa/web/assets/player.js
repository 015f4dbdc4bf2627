// What the session player loads on top of app.js.
import { start } from "./attach.js";
import "./behaviours/ring-timer.js";
import "../session/figure.js";
import "../session/session.js";

start();
