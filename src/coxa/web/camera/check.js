// A check before the camera: leads through the tries of each side, and proposes what they come to.
import { phrase } from "../assets/phrases.js";
import { behaviour } from "../assets/attach.js";
import { answerOf } from "./check-answer.js";
import { boardOf } from "./check-board.js";
import { again, begin, onward, saw as seeing, turned } from "./check-flow.js";
import { voiceOf } from "./voice.js";
import { watchingIn } from "./watching.js";

const NOW = { left: phrase("Now the left side."), right: phrase("Now the right side.") };

behaviour("camera-check", (root) => {
  const page = JSON.parse(document.getElementById("check-page").textContent);
  let sides = []; // still to be measured, the one before the camera first
  let flow = null;
  let seen = null;
  let live = false;
  const watching = watchingIn(root, page.files, { starting, expected, begun, saw, ended, stopped }, "beginCheck");
  const { find } = watching;
  const voice = voiceOf(find("voice"));
  const board = boardOf(root);
  const answer = answerOf(find("answer"), { measure, empty: () => watching.stop("ready") });

  find("stop").addEventListener("click", enough);
  find("end-try").addEventListener("click", () => watching.ask("endTry"));
  find("onward").addEventListener("click", () => move(onward(flow)));
  find("again").addEventListener("click", () => move(again(flow)));
  find("back").addEventListener("click", () => watching.show("proposal"));

  function starting() {
    sides = chosen();
    voice.wake(); // a browser lets a page speak only after a tap
  }

  function expected() {
    return page.tasks[sides[0]];
  }

  function begun({ camera }) {
    live = camera;
    seen = null;
    if (!live) sides = sides.slice(0, 1); // a film shows one side
    move(begin({ live, rest_s: page.rest_s }));
  }

  function saw({ time, seen: now }) {
    if (!flow) return;
    seen = now;
    move(seeing(flow, time, seen));
    if (flow) board.show(flow, seen);
    root.dispatchEvent(new CustomEvent("check:seen", { bubbles: true, detail: { ...seen, time, stage: flow?.stage } }));
  }

  function move([next, orders]) {
    flow = next;
    orders.forEach(obey);
  }

  function obey({ type, words, number }) {
    if (type === "say") say(words);
    else if (type === "count") voice.say(String(number));
    else if (type === "over") sideOver();
    else watching.ask(type, ...(number === undefined ? [] : [number]));
  }

  async function sideOver() {
    const [side, ...rest] = sides;
    const proposal = await watching.ask("proposal");
    if (proposal.value !== null) answer.put(side, proposal, seen?.tries ?? []);
    sides = rest;
    if (!sides.length) return finish(proposal);
    await watching.expect(expected());
    move(turned({ live, rest_s: page.rest_s }, flow.time));
    say([proposal.value_words, NOW[sides[0]]].filter(Boolean).join(". "));
  }

  /** What there is by now is proposed, even if it is one try. */
  function enough() {
    sides = sides.slice(0, 1);
    if (!flow) watching.stop("ready");
    else if (flow.stage !== "over") {
      flow = { ...flow, stage: "over" };
      sideOver();
    }
  }

  /** A hold that lasts to the end of a film lasted so long at least; what runs against a clock was cut short. */
  function ended() {
    if (seen?.phase === "running" && seen.seconds_of === null) watching.ask("endTry");
    enough();
  }

  function finish({ value_words: words }) {
    if (answer.isEmpty()) {
      watching.stop("ready");
      watching.trouble("untried");
      return;
    }
    watching.stop("proposal");
    if (words) say(words);
    find("answer").querySelector("h2").focus();
  }

  function stopped() {
    flow = null;
    voice?.hush();
    find("back").hidden = answer.isEmpty();
  }

  function measure(side) {
    const choice = root.querySelector(`[name="which"][value="${side}"]`);
    if (choice) choice.checked = true;
    watching.stop("ready");
  }

  const chosen = () => {
    const choice = root.querySelector('[name="which"]:checked')?.value;
    return choice === "left" || choice === "right" ? [choice] : Object.keys(page.tasks);
  };

  function say(words) {
    board.say(words);
    voice.say(words);
  }
});
