// What the camera page loads on top of app.js. The two workers are bundles of their own.
import { start } from "./attach.js";
import "../camera/check.js";
import "../camera/coach.js";

start();
