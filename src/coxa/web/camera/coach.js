// The camera coach: opens a camera or a file, has every picture looked at, and shows what comes of it.
import { behaviour } from "../assets/attach.js";
import { maySleep, stayAwake } from "../session/wake-lock.js";
import { asking } from "./asking.js";
import { boardOf } from "./board.js";
import { keep, kept } from "./kept.js";
import { cameraPossible, lacking, wordsFor } from "./lacking.js";
import { drawSkeleton } from "./skeleton.js";
import { cameras, openCamera, openFile } from "./source.js";
import { voiceOf } from "./voice.js";

behaviour("coach", (root) => {
  const page = JSON.parse(document.getElementById("coach-page").textContent);
  const find = (name) => root.querySelector(`[data-${name}]`);
  const [video, canvas, model, choice] = ["video", "canvas", "model", "camera"].map(find);
  const board = boardOf(root, page);
  const voice = voiceOf(find("voice"));
  let workers = null;
  let running = null;

  if (lacking()) {
    show("lacking");
    trouble(lacking());
    return;
  }
  show("ready");
  model.value = kept("model", "lite");
  if (!cameraPossible()) trouble("insecure");
  find("start").hidden = !cameraPossible();
  ready().catch(() => {}); // what is wrong is said when it is wanted

  find("start").addEventListener("click", () => watch(() => openCamera(video, kept("camera"))));
  find("file").addEventListener("change", ({ target }) => {
    const [file] = target.files;
    if (file) watch(() => openFile(video, file));
    target.value = ""; // so that the same file can be chosen again
  });
  find("stop").addEventListener("click", () => stop("stopped"));
  model.addEventListener("change", () => {
    keep("model", model.value);
    forget();
  });
  choice.addEventListener("change", () => {
    keep("camera", choice.value);
    if (running?.camera) watch(() => openCamera(video, choice.value));
  });
  window.addEventListener("pagehide", () => stop("ready"));

  /** The two workers, loaded once; loading begins when the page opens, so that Start is quick. */
  function ready() {
    workers ??= load();
    return workers;
  }

  async function load() {
    const { pose: poseAt, watch: watchAt, ...files } = page.files;
    const [pose, coach] = [asking(poseAt), asking(watchAt)];
    const end = () => [pose, coach].forEach((one) => one.end());
    try {
      await Promise.all([pose.ask("start", { ...files, model: files[model.value] }), coach.ask("load", files)]);
    } catch (fault) {
      end();
      workers = null; // the next Start tries again
      throw fault;
    }
    return { pose, coach, end };
  }

  function forget() {
    const old = workers;
    workers = null;
    stop("ready");
    old?.then((one) => one.end()).catch(() => {});
    ready().catch(() => {});
  }

  async function watch(open) {
    stop("loading");
    voice.wake(); // a browser lets a page speak only after a tap
    const mine = (running = { stop: () => {} });
    try {
      const [source, { pose, coach }] = await Promise.all([open(), ready()]);
      if (running !== mine) return source.close();
      mine.stop = source.close;
      mine.camera = source.camera;
      await coach.ask("begin", page.expected);
      const { classList } = find("picture");
      classList.toggle("coach__picture--mirrored", source.mirrored);
      classList.toggle("coach__picture--tall", video.videoHeight > video.videoWidth);
      const halt = source.pictures(
        (picture, time, since) => look(pose, coach, mine, picture, time, since),
        () => running === mine && stop("stopped"),
      );
      mine.stop = () => {
        halt();
        source.close();
      };
      stayAwake();
      if (source.camera) offerCameras();
    } catch (fault) {
      if (running === mine) failed(fault);
    }
    return undefined;
  }

  async function look(pose, coach, mine, picture, time, since) {
    try {
      const size = { width: picture.width, height: picture.height };
      const { image, world } = await pose.give([picture], "look", picture, 1000 * time);
      if (running !== mine) return;
      drawSkeleton(canvas, image, size);
      const seen = await coach.ask("frame", time, image, world, size.width / size.height);
      if (running !== mine) return;
      if (root.dataset.part !== "watching") show("watching");
      board.show(seen);
      voice.say(seen.cue || seen.help);
      root.dispatchEvent(new CustomEvent("coach:seen", { detail: { ...seen, time, took_ms: performance.now() - since } }));
    } catch (fault) {
      if (running === mine) failed(fault);
    }
  }

  function failed(fault) {
    stop("ready");
    trouble(wordsFor(fault));
    console.warn("The camera coach stopped:", fault);
  }

  function stop(part) {
    running?.stop();
    running = null;
    maySleep();
    voice.hush();
    drawSkeleton(canvas, null, { width: 4, height: 3 });
    find("picture").classList.remove("coach__picture--mirrored", "coach__picture--tall");
    show(part);
  }

  function show(part) {
    root.dataset.part = part;
    root.querySelectorAll("[data-in]").forEach((one) => {
      one.hidden = !one.dataset.in.split(" ").includes(part);
    });
    find("trouble").replaceChildren();
  }

  function trouble(name) {
    const words = root.querySelector(`template[data-words="${name}"]`);
    find("trouble").replaceChildren(words.content.cloneNode(true));
  }

  async function offerCameras() {
    const found = await cameras();
    const options = found.map((one, at) => new Option(one.label || `Camera ${at + 1}`, one.deviceId, false, one.deviceId === kept("camera")));
    choice.replaceChildren(...options);
    choice.closest("label").hidden = found.length < 2;
  }
});
