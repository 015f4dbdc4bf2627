// A check before the camera as a machine of stages: into place, count down, try, rest, and again. Pure, without clock,
// page or voice: the clock is the picture's own. Every function takes a state and gives [state, orders].
// Orders: hold and go (whether a try may begin), drop (a try, by its number), say (words), count (a number, aloud only),
// over (this side is done).
import { phrase } from "../assets/phrases.js";

// Our choices, in seconds.
const COUNT_S = 5; // long enough to lie still, short enough to hold a start
const REST_S = 6; // at least so long a try's result can be read from across a room
const TURN_S = 12; // to turn round for the other side
const ALOUD = 3; // the count-down is said from here

/**
 * `live`: a camera, before which a person is led. In a film everything has happened already: nothing is waited for.
 * `rest_s` between two tries; 0: they follow each other without a pause, as repetitions do.
 */
export function begin({ live, rest_s: rest }) {
  const state = { stage: "placing", live, rest, time: 0, until: 0, span: 1, done: 0, count: null, ran: false, heard: "", dropped: false };
  return [state, holding(state)];
}

/** The same for the side that follows another: first there is time to turn. */
export function turned(setting, time) {
  const [state, orders] = begin(setting);
  return [waiting({ ...state, time }, "resting", Math.max(state.rest, TURN_S)), orders];
}

/** One more picture: its time in seconds, and what the analysis said of it. */
export function saw(state, time, seen) {
  const now = { ...state, time, dropped: state.dropped && seen.tries_done > state.done };
  if (now.dropped) return [now, []]; // the analysis has not heard of it yet
  return seen.tries_done > state.done ? tried(now, seen) : STAGES[state.stage](now, seen);
}

const STAGES = {
  placing(state, seen) {
    if (seen.phase === "running") return trying(state, [], true);
    if (!state.live || seen.phase === "getting_ready") return heard(state, seen.help || seen.words);
    return [waiting({ ...state, heard: seen.words }, "counting", COUNT_S), say(phrase("Get ready. {words}", { words: seen.words }))];
  },

  counting(state, seen) {
    if (seen.phase === "running") return trying(state, [], true);
    if (seen.phase === "getting_ready") return heard({ ...state, stage: "placing" }, seen.help);
    if (state.time >= state.until) return trying({ ...state, heard: seen.words }, [{ type: "go" }, ...say(phrase("Go. {words}", { words: seen.words }))]);
    const number = left(state);
    if (number > ALOUD || number === state.count) return [state, []];
    return [{ ...state, count: number }, [{ type: "count", number }]];
  },

  /** A try that ended and does not count is begun again, from the place. */
  trying(state, seen) {
    const running = seen.phase === "running";
    if (running || !state.ran) return heard({ ...state, ran: state.ran || running }, seen.help || seen.words);
    const [back, orders] = heard({ ...state, stage: "placing" }, seen.words);
    return [back, [...holding(state), ...orders]];
  },

  resting(state, seen) {
    if (state.live && state.time < state.until) return [state, []];
    if (isLast(seen)) return [{ ...state, stage: "over" }, [{ type: "over" }]];
    return [{ ...state, stage: "placing", heard: "" }, []];
  },

  over: (state) => [state, []],
};

const trying = (state, orders, ran = false) => [{ ...state, stage: "trying", ran, count: null }, orders];
const waiting = (state, stage, span) => ({ ...state, stage, span, until: state.time + span });

function tried(state, seen) {
  const { value_words: value, said } = seen.tries.at(-1);
  const words = [phrase("Try {n}: {value}.", { n: seen.tries_done, value }), said].filter(Boolean).join(" ");
  const now = { ...state, done: seen.tries_done };
  if (!state.rest && !isLast(seen)) return [{ ...now, heard: seen.words }, say(words)];
  const rest = isLast(seen) ? REST_S : Math.max(state.rest, REST_S);
  return [waiting(now, "resting", rest), [...holding(state), ...say(words)]];
}

const isLast = (seen) => seen.phase === "done" || seen.tries_done >= seen.tries_of;

/** No longer rest than that. */
export const onward = (state) => [state.stage === "resting" ? { ...state, until: state.time } : state, []];

/** The last try was not right: it is struck out and done again. */
export function again(state) {
  if (!state.done) return [state, []];
  const number = state.done - 1;
  const back = { ...state, stage: "placing", done: number, dropped: true, heard: "" };
  return [back, [{ type: "drop", number }, ...holding(state), ...say(phrase("Struck out. Once more."))]];
}

/** Whole seconds until the count-down or the rest is over, and the share of it that is. */
export const left = ({ until, time }) => Math.max(0, Math.ceil(until - time));
export const gone = ({ until, time, span }) => Math.min(1, Math.max(0, 1 - (until - time) / span));

/** Words that stand until there are others are said once. */
function heard(state, words) {
  return words && words !== state.heard ? [{ ...state, heard: words }, say(words)] : [state, []];
}

const holding = (state) => (state.live ? [{ type: "hold" }] : []);
const say = (words) => (words ? [{ type: "say", words }] : []);
