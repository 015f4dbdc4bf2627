// The part of a page in which a camera or a file is watched: starting, stopping, choosing, and what is in the way.
import { phrase } from "../assets/phrases.js";
import { maySleep, stayAwake } from "../session/wake-lock.js";
import { keep, kept } from "./kept.js";
import { cameraPossible, lacking, wordsFor } from "./lacking.js";
import { lookingIn } from "./looking.js";
import { cameras } from "./source.js";

/**
 * `on.starting()` is told of the tap that starts, `on.expected()` gives what is to be watched for. `on.begun(source)` is
 * told of a source that has opened, `on.saw` of every picture as by eye.js and when its drawing began, `on.ended()`
 * that the file is over or the camera gone, `on.stopped()` of every stop.
 * `analysis` is eye.js's `begin`. What stands in the page only now and then names its parts: data-in="ready watching".
 */
export function watchingIn(root, files, on, analysis) {
  const find = (name) => root.querySelector(`[data-${name}]`);
  const [model, choice] = ["model", "camera"].map(find);
  const eye = lookingIn(root, files, { saw, ended: on.ended, failed }, analysis);
  let fromCamera = false;

  if (lacking()) {
    show("lacking");
    trouble(lacking());
  } else ready();

  function ready() {
    show("ready");
    model.value = kept("model", "lite");
    if (!cameraPossible()) trouble("insecure");
    eye.useKeptModel();
    eye.ready().catch(() => {}); // what is wrong is said when it is wanted

    find("start").addEventListener("click", () => watch(eye.watchCamera));
    find("file").addEventListener("change", ({ target }) => {
      const [file] = target.files;
      if (file) watch((expected) => eye.watchFile(file, expected));
      target.value = ""; // so that the same file can be chosen again
    });
    model.addEventListener("change", () => {
      keep("model", model.value);
      eye.useKeptModel();
      stop("ready");
      eye.ready().catch(() => {});
    });
    choice.addEventListener("change", () => {
      keep("camera", choice.value);
      if (fromCamera && eye.isOn()) watch(eye.watchCamera);
    });
    window.addEventListener("pagehide", () => stop("ready"));
  }

  async function watch(open) {
    stop("loading");
    on.starting?.();
    const source = await open(on.expected());
    if (!source) return;
    fromCamera = source.camera;
    stayAwake();
    on.begun?.(source);
    if (fromCamera) offerCameras();
  }

  function saw(what, began) {
    if (root.dataset.part !== "watching") show("watching");
    on.saw(what, began);
  }

  function failed(fault) {
    stop("ready");
    trouble(wordsFor(fault));
    console.warn("The camera stopped:", fault);
  }

  function stop(part) {
    eye.stop();
    maySleep();
    on.stopped?.();
    show(part);
  }

  function show(part) {
    root.dataset.part = part;
    root.querySelectorAll("[data-in]").forEach((one) => {
      one.hidden = !one.dataset.in.split(" ").includes(part);
    });
    if (!cameraPossible()) find("start").hidden = true;
    find("trouble").replaceChildren();
  }

  function trouble(name) {
    const words = root.querySelector(`template[data-words="${name}"]`);
    find("trouble").replaceChildren(words.content.cloneNode(true));
  }

  async function offerCameras() {
    const found = await cameras();
    const options = found.map((one, at) => new Option(one.label || phrase("Camera {n}", { n: at + 1 }), one.deviceId, false, one.deviceId === kept("camera")));
    choice.replaceChildren(...options);
    choice.closest("label").hidden = found.length < 2;
  }

  return { find, stop, show, trouble, ask: eye.ask, expect: eye.expect, isOn: eye.isOn };
}
