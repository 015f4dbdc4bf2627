// Hands over the pictures of a video, one at a time: while one is being looked at, no other is taken.

const WIDTH = 640; // what a model looks at is smaller still; more only costs time
const STEP_S = 1 / 20; // of a file: ten pictures in the quickest of repetitions

/**
 * Calls `look(picture, seconds, since)` for the pictures of a camera as they come, and waits for it; those that come
 * in the meantime pass by. Gives what stops that.
 */
export function eachAsItComes(video, look) {
  let stopped = false;
  const soon = () => {
    if (stopped) return;
    if (video.requestVideoFrameCallback) video.requestVideoFrameCallback(one);
    else requestAnimationFrame(one);
  };
  const one = async (now) => {
    if (stopped) return;
    if (video.videoWidth) await look(await picture(video), now / 1000, now);
    soon();
  };
  soon();
  return () => {
    stopped = true;
  };
}

/** Likewise for a file, step by step, so that a slow device misses nothing of it. `then` is called at its end. */
export function eachStep(video, look, then) {
  let stopped = false;
  const walk = async () => {
    for (let at = 0; at < video.duration && !stopped; at += STEP_S) {
      await moved(video, at);
      if (!stopped) await look(await picture(video), at, performance.now());
    }
    if (!stopped) then();
  };
  walk();
  return () => {
    stopped = true;
  };
}

function moved(video, seconds) {
  return new Promise((done) => {
    video.addEventListener("seeked", done, { once: true });
    video.currentTime = seconds;
  });
}

function picture(video) {
  const { videoWidth: wide, videoHeight: high } = video;
  if (wide <= WIDTH) return createImageBitmap(video);
  return createImageBitmap(video, { resizeWidth: WIDTH, resizeHeight: Math.round((WIDTH * high) / wide) });
}
