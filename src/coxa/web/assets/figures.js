// What pages with a figure that moves load on top of app.js. three.js comes later, by itself, where it is wanted.
import { start } from "./attach.js";
import "../anatomy/posed.js";
import "../figures/viewer.js";

start();
