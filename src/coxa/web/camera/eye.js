// A camera or a file, looked at picture by picture. Knows of workers and of time, not of the page it serves.
import { asking } from "./asking.js";

/**
 * `files`: the addresses of what is loaded. `on.saw({ seen, image, world, size, time, since, stages })` is told of every
 * picture that was looked at (`stages`: how many milliseconds each step to here took), `on.ended()` that the file is
 * over or the camera gone, `on.failed(fault)` of the first fault. `begin` is the question by which watch-worker.js begins the analysis.
 */
export function eyeOf(files, video, on, begin = "begin") {
  let model = "lite";
  let workers = null;
  let running = null;

  /** The two workers, loaded once. Asked for when a page opens, so that Start is quick. */
  function ready() {
    workers ??= load();
    return workers;
  }

  async function load() {
    const { pose: poseAt, watch: watchAt, ...rest } = files;
    const [pose, coach] = [asking(poseAt), asking(watchAt)];
    const end = () => [pose, coach].forEach((one) => one.end());
    try {
      await Promise.all([pose.ask("start", { ...rest, model: rest[model] }), coach.ask("load", rest)]);
    } catch (fault) {
      end();
      workers = null; // the next Start tries again
      throw fault;
    }
    return { pose, coach, end };
  }

  /** Another model: what is loaded of the old one goes. */
  function use(name) {
    if (name === model) return;
    model = name;
    end();
  }

  /** Opens a source and looks at it until it ends or `stop`. Gives the source, or null if it was stopped meanwhile. */
  async function watch(open, expected) {
    stop();
    const mine = (running = { stop: () => {} });
    try {
      const [source, { pose, coach }] = await Promise.all([open(), ready()]);
      if (running !== mine) {
        source.close();
        return null;
      }
      mine.stop = source.close;
      await coach.ask(begin, expected);
      if (running !== mine) return null;
      const over = async () => {
        await mine.shown;
        if (running === mine) on.ended();
      };
      const failed = (fault) => running === mine && on.failed(fault);
      mine.begin = () => source.pictures((picture, time, since) => look(pose, coach, mine, picture, time, since), over, failed);
      mine.halt = mine.begin();
      mine.stop = () => {
        mine.halt?.();
        source.close();
      };
      return source;
    } catch (fault) {
      if (running === mine) on.failed(fault);
      return null;
    }
  }

  /** Is done when the landmarks are there: while they are being watched and shown, the next picture is looked at. */
  async function look(pose, coach, mine, picture, time, since) {
    const began = performance.now();
    const size = { width: picture.width, height: picture.height };
    try {
      const { value, ms } = await pose.timed([picture], "look", picture, 1000 * time);
      const stages = { picture: began - since, pose: ms, handed: performance.now() - began - ms };
      await mine.shown;
      if (running === mine) mine.shown = show(coach, mine, { ...value, size, time, since, stages });
    } catch (fault) {
      if (running === mine) on.failed(fault);
    }
  }

  async function show(coach, mine, what) {
    const began = performance.now();
    const { image, world, size, time, stages } = what;
    try {
      const { value: seen, ms } = await coach.timed([], "frame", time, image, world, size.width / size.height);
      stages.watching = ms;
      stages.handed += performance.now() - began - ms;
      if (running === mine) on.saw({ ...what, seen });
    } catch (fault) {
      if (running === mine) on.failed(fault);
    }
  }

  /** Something else is watched for from here on; all counts begin anew. */
  const expect = async (expected) => (await ready()).coach.ask(begin, expected);

  /** All that was seen since the last beginning, as `coxa measure --json` tells it. */
  const report = async () => (await ready()).coach.ask("report");

  /** Looks at no more pictures until `goOn`. The camera stays open. */
  function rest() {
    running?.halt?.();
    if (running) running.halt = null;
  }

  function goOn() {
    if (running?.begin && !running.halt) running.halt = running.begin();
  }

  /** Asks the analysis something of its own. */
  const ask = async (what, ...values) => (await ready()).coach.ask(what, ...values);

  function stop() {
    running?.stop();
    running = null;
  }

  /** Nothing is looked at any more, and what was loaded goes. */
  function end() {
    stop();
    workers?.then((one) => one.end()).catch(() => {});
    workers = null;
  }

  return { ready, use, watch, expect, report, ask, rest, goOn, stop, end, isOn: () => running !== null };
}
