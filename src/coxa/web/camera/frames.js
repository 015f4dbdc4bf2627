// Hands over the pictures of a video: of a camera the newest there is, of a file each one, step by step.

const WIDTH = 640; // what a model looks at is smaller still; more only costs time
const [TRIES, APART_MS] = [20, 50]; // our choice: a second for a picture that is not there yet
const STEP_S = 1 / 20; // of a file: ten pictures in the quickest of repetitions

/**
 * Calls `look(picture, seconds, since)` for the pictures of a camera as they come, one after the other; `since` is when
 * the camera took it, in milliseconds of the page's clock. While one is looked at, the newest waits, so that the next
 * begins at once; older ones pass by. Gives what stops that.
 */
export function eachAsItComes(video, look) {
  let stopped = false;
  let looking = false;
  let waiting = null;
  const soon = () => {
    if (stopped) return;
    if (video.requestVideoFrameCallback) video.requestVideoFrameCallback(one);
    else requestAnimationFrame(one);
  };
  const one = async (now, about) => {
    if (stopped) return;
    if (video.videoWidth) await take(about?.captureTime ?? now).catch(() => {}); // the next one may be fit
    soon();
  };
  const take = async (since) => {
    const newest = { picture: await picture(video), since };
    drop();
    waiting = newest;
    if (stopped) drop();
    else if (!looking) goThrough();
  };
  const goThrough = async () => {
    looking = true;
    while (waiting) {
      const { picture, since } = waiting;
      waiting = null;
      await look(picture, since / 1000, since);
    }
    looking = false;
  };
  const drop = () => {
    waiting?.picture.close();
    waiting = null;
  };
  soon();
  return () => {
    stopped = true;
    drop();
  };
}

/**
 * Goes through a file step by step, so that a slow device misses nothing of it; while one picture is looked at, the
 * next is sought. `then` is called at the end, `failed` with a fault that ends it before.
 */
export function eachStep(video, look, then, failed) {
  let stopped = false;
  const walk = async () => {
    let looked = Promise.resolve();
    for (let at = 0; at < video.duration && !stopped; at += STEP_S) {
      await moved(video, at);
      const taken = await picture(video);
      await looked;
      if (stopped) taken.close();
      else looked = look(taken, at, performance.now());
    }
    await looked;
    if (!stopped) then();
  };
  walk().catch((fault) => !stopped && failed(fault));
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

/** A busy browser may say that it has arrived before the picture is there. */
async function picture(video) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await bitmapOf(video);
    } catch (fault) {
      if (tries === TRIES) throw fault;
      await new Promise((done) => setTimeout(done, APART_MS));
    }
  }
}

function bitmapOf(video) {
  const { videoWidth: wide, videoHeight: high } = video;
  if (wide <= WIDTH) return createImageBitmap(video);
  return createImageBitmap(video, { resizeWidth: WIDTH, resizeHeight: Math.round((WIDTH * high) / wide) });
}
