// What happens in a session, as the bodies of diary entries. Pure.

export const started = (session_id, script) => ({
  kind: "session_started",
  session_id,
  origin: script.origin,
  programme_id: script.programme_id,
  planned: script.items,
});

/** A set as done in `seconds`. A hold let go early is as long as it was; repetitions ended before half of their time
 *  are those that were counted; after that the person was just quicker than the count. `exact`: the camera counted, so
 *  that the number is right in any case; `camera`: and it counted all of them. */
export function setDone(session_id, step, { seconds, exact = false, camera = false }) {
  const early = exact || seconds < step.seconds / 2;
  const counted = Math.max(1, Math.floor((step.count * seconds) / step.seconds + HARDLY));
  const held = Math.min(step.hold_s, Math.max(1, Math.round(seconds)));
  return {
    kind: "set_done",
    session_id,
    exercise_id: step.exercise_id,
    set_number: step.log_set,
    side: step.side,
    reps: step.mode === "reps" && early ? counted : step.count,
    hold_s: step.mode === "hold" ? held : step.hold_s,
    rest_s: step.rest_s,
    lowering_s: step.lowering_s,
    load_kg: step.load_kg,
    band: step.band,
    counted_by: camera ? "camera" : null,
  };
}

const HARDLY = 1e-6; // of sums of parts

export const effort = (session_id, step, left) => ({ kind: "effort_given", session_id, exercise_id: step.exercise_id, left });

export const hurt = (session_id, step, what, pain = null) => ({
  kind: "hurt_reported",
  session_id,
  exercise_id: step.exercise_id,
  what,
  pain,
});

export const changed = (session_id, step, change, to_exercise = null) => ({
  kind: "exercise_changed",
  session_id,
  exercise_id: step.exercise_id,
  change,
  to_exercise,
});

export const done = (session_id, seconds, answers = {}) => ({
  kind: "session_done",
  session_id,
  pain_now: answers.pain_now ? Number(answers.pain_now) : null,
  feels: answers.feels || null,
  seconds: Math.min(14400, Math.round(seconds)),
  note: answers.note ?? "",
});

export const corrected = (entry_id, body) => ({ kind: "corrected", entry_id, body });
