// A picture in a page and the eye that looks at it: opened from a camera or a file, drawn over, wiped at the end.
import { eyeOf } from "./eye.js";
import { kept } from "./kept.js";
import { drawSkeleton } from "./skeleton.js";
import { openCamera, openFile } from "./source.js";

const BLANK = { width: 4, height: 3 };

/**
 * In `root` stand data-picture and, within it, data-video and data-canvas. `on` and `analysis` as eye.js has them;
 * `on.saw(what, began)` comes when the skeleton is drawn, and is told when that began. While a source is open the picture
 * has data-mirrored where the camera faces the person, and data-tall where it is higher than wide.
 */
export function lookingIn(root, files, on, analysis) {
  const [picture, video, canvas] = ["picture", "video", "canvas"].map((name) => root.querySelector(`[data-${name}]`));
  const eye = eyeOf(files, video, { ...on, saw }, analysis);

  function saw(what) {
    const began = performance.now();
    drawSkeleton(canvas, what.image, what.size);
    on.saw(what, began);
  }

  /** As eye.js's `watch`. */
  async function watch(open, expected) {
    const source = await eye.watch(open, expected);
    if (source) shape(source.mirrored, video.videoHeight > video.videoWidth);
    return source;
  }

  function stop() {
    eye.stop();
    wipe();
  }

  function end() {
    eye.end();
    wipe();
  }

  function wipe() {
    drawSkeleton(canvas, null, BLANK);
    shape(false, false);
  }

  function shape(mirrored, tall) {
    picture.toggleAttribute("data-mirrored", mirrored);
    picture.toggleAttribute("data-tall", tall);
  }

  const { ready, expect, ask, rest, goOn, isOn } = eye;
  return {
    ...{ ready, expect, ask, rest, goOn, isOn },
    /** The camera that was chosen on this device. */
    watchCamera: (expected) => watch(() => openCamera(video, kept("camera")), expected),
    watchFile: (file, expected) => watch(() => openFile(video, file), expected),
    useKeptModel: () => eye.use(kept("model", "lite")),
    stop,
    end,
  };
}
