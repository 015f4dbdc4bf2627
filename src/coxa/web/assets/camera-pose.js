// A worker: from a picture to landmarks.
import "../camera/pose-worker.js";
