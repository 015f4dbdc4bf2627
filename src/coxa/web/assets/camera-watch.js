// A worker: from landmarks to counts and cues.
import "../camera/watch-worker.js";
