// A camera that watches a session: it counts what is done in a set, and shows a repetition, or the worst of a hold, again
// while one rests.
import { phrase } from "../assets/phrases.js";
import { wordsFor } from "../camera/lacking.js";
import { lookingIn } from "../camera/looking.js";
import { exerciseIn, replayOf } from "../camera/replay.js";
import { worthSeeing } from "../camera/worth-seeing.js";
import { captionOf } from "./caption.js";
import { looked, watched, without } from "./lead.js";

const FEW = 3; // of a set went part of the way: counting those is offered
const LONGEST_S = 0.5; // between two pictures; what is missing is not held

/** `plan`: what camera:of_a_session answers. `session` can: counted, held, lead, speak, lost. */
export function countingOf(root, { files, expected }, session) {
  const smallerButton = root.querySelector("[data-smaller]");
  const player = root.querySelector("[data-part=player]");
  const eye = lookingIn(root, files, { saw, ended: () => session.lost(GONE), failed });
  const caption = captionOf(root, session.speak);
  const worth = worthSeeing();
  const replay = replayOf(root);
  let [step, work] = [null, null]; // the step that is on; the set that is on or comes next
  let task = null; // what is looked for; null where no camera tells it
  let isOpen = false;
  let mirrored = true;
  let lead = watched(0);
  let why = ""; // the clock counts
  let last = null; // what was seen last
  let set = newSet();
  let small = false; // repetitions that go part of the way count too

  async function on() {
    player.dataset.eye = "loading";
    eye.useKeptModel();
    const begunWith = taskOf(work);
    const source = await eye.watchCamera(begunWith);
    if (!source) return;
    [isOpen, task, mirrored] = [true, begunWith, source.mirrored];
    player.dataset.eye = "on";
    if (taskOf(work) !== task || !task) look();
    lead = watched(performance.now(), performance.now()); // nothing is said before it had a chance to see
    if (isWork()) set = newSet();
    draw();
  }

  function entered(now, next) {
    const [done, exercise] = [isWork() && now !== step ? step : null, nameOf(work)];
    [step, work] = [now, next];
    if (!isOpen) return;
    if (done) after(done);
    if (nameOf(work) !== exercise) look();
    if (isWork() || (step.kind === "ready" && !done)) replay.hide();
    lead = watched(performance.now(), lead.seenAt);
    caption.clear();
    why = "";
    if (isWork()) set = newSet();
    tick();
    draw();
  }

  /** Another exercise: the person is known anew. */
  function look() {
    task = taskOf(work);
    small = false;
    if (task) eye.expect(task).then(eye.goOn, failed);
    else eye.rest();
  }

  function after({ exercise_id: exercise }) {
    const again = worth.faulty();
    if (again) replay.show(again, exerciseIn(root.querySelector(`template[data-stills="${exercise}"]`)), mirrored);
    worth.forget();
  }

  function saw({ seen, image, size, time }) {
    lead = looked(lead, seen, performance.now());
    const ended = isWork() && seen.ended?.start_s >= set.began_s ? seen.ended : null;
    const hold = isWork() && seen.hold?.worst_s >= set.began_s ? seen.hold : null;
    const held_s = isWork() && seen.in_position && last?.in_position ? Math.min(LONGEST_S, time - last.time) : 0;
    last = { ...seen, time };
    worth.saw({ seen: { ...seen, ended, hold }, image, size, time });
    tick();
    caption.tell(seen);
    if (ended) repeated(ended);
    else if (held_s) session.held(held_s);
    draw();
  }

  function repeated({ full, side }) {
    if (isOne(step.side) && isOne(side) && side !== step.side && !set.sideTold) {
      set.sideTold = true;
      caption.news(OTHER_SIDE[side]);
    }
    if (full || small) session.counted(1);
    else set.part += 1;
  }

  /** Whether the camera leads; said when that changes in a set. */
  function tick() {
    if (!isOpen) return;
    const now = !isWork() ? "" : task ? without(lead, performance.now()) : "untold";
    session.lead(!now);
    if (Boolean(now) !== Boolean(why)) caption.news(now ? CLOCK[now] : AGAIN, !now);
    why = now;
    draw();
  }

  function smaller() {
    const { part } = set;
    [small, set.part] = [true, 0];
    session.counted(part);
    draw();
  }

  function draw() {
    caption.under({ clock: why || !task, view: (task && last?.view_words) ?? "", part: set.part });
    smallerButton.hidden = set.part < FEW || !isWork();
  }

  function failed(fault) {
    const notice = root.querySelector(`template[data-words="${wordsFor(fault)}"]`).content;
    const [title, text] = notice.querySelectorAll(".notice__body > p");
    session.lost(`${title.textContent}. ${text.textContent}`);
    console.warn("The camera stopped:", fault);
  }

  function off() {
    eye.stop();
    [isOpen, why, last] = [false, "", null];
    session.lead(false);
    caption.clear();
    smallerButton.hidden = true;
    replay.hide();
    worth.forget();
    delete player.dataset.eye;
  }

  function pause(paused) {
    if (!isOpen) return;
    if (paused) return eye.rest();
    lead = watched(performance.now(), performance.now()); // it has had no chance to see
    if (task) eye.goOn();
  }

  function end() {
    off();
    replay.end();
    eye.end();
  }

  const isWork = () => step?.kind === "work";
  const taskOf = (one) => (one ? expected[one.mode]?.[one.exercise_id] : null) ?? null;
  const seen = () => (isOpen && isWork() && !why && last ? last : null);

  return { on, off, entered, pause, tick, smaller, seen, end };
}

/** A set that begins now, on the clock of the pictures; `part` of its repetitions went part of the way. */
const newSet = () => ({ began_s: performance.now() / 1000, part: 0, sideTold: false });
const isOne = (side) => side === "left" || side === "right";
const nameOf = (work) => (work ? `${work.mode}:${work.exercise_id}` : "");

const OTHER_SIDE = {
  left: phrase("That was your left side. This set is for your right side."),
  right: phrase("That was your right side. This set is for your left side."),
};
const GONE = phrase("The camera is gone. The clock counts.");
const AGAIN = phrase("The camera counts again.");
const CLOCK = {
  unseen: phrase("The camera does not see you. The clock counts on."),
  still: phrase("The camera saw nothing to count for a while. The clock counts on."),
  untold: phrase("The camera cannot tell this one. The clock counts."),
};
