"""Workers that see what a test wants: no model, no Python, one repetition a second."""

LANDMARKS = """
const image = new Float32Array(132);
const at = (n, x, y) => image.set([x, y, 0, 1], 4 * n);
[[11, .45, .3], [12, .55, .3], [13, .42, .42], [14, .58, .42], [15, .42, .52], [16, .58, .52],
 [23, .47, .52], [24, .53, .52], [25, .46, .7], [26, .54, .7], [27, .46, .88], [28, .54, .88],
 [29, .46, .9], [30, .54, .9], [31, .44, .92], [32, .56, .92]].forEach((one) => at(...one));
let looks = 0;
const bent = () => {
  const now = image.slice();
  looks += 1;
  for (let n = 11; n <= 24; n += 1) now[4 * n + 1] += 0.12 * Math.abs(Math.sin(looks / 8));
  return now;
};
self.onmessage = ({ data: { what, values } }) => {
  if (what === "look") values[0].close();
  const now = bent();
  self.postMessage({ value: what === "look" ? { image: now, world: now } : null });
};
"""
# Squats for ever, each with the same fault; `reps` of them until now.
COUNTS = """
const ROUND = 1;
let [began, reps, worst] = [null, 0, null];
const seen = (time) => {
  began ??= time;
  const into = (time - began) %% ROUND;
  const now = Math.floor((time - began) / ROUND);
  const ended = now > reps && {
    start_s: time - into - ROUND, peak_s: time - into - ROUND / 2, end_s: time - into,
    side: "%(side)s", full: %(full)s, fault: "knee_in",
    words: "Point your knee over your little toe.", points: [25],
  };
  reps = now;
  const share = Math.sin((Math.PI * into) / ROUND);
  if (%(held)s) worst ??= time + 0.5;
  const hold = worst && time >= worst && {
    start_s: began, worst_s: worst, side: "%(side)s", fault: "trunk_lean",
    words: "Let the top of your head reach for the ceiling.", points: [11, 12],
  };
  return {
    view: "front", view_words: "seen from the front", angle: 100 * share, status: "seen", share,
    reps, partial: 0, ended: (!%(held)s && ended) || null, hold_s: 0, in_position: %(held)s,
    hold: (%(astray)s && hold) || null, side: "", cue: "", good: false, help: "",
  };
};
self.onmessage = ({ data: { what, values } }) => {
  if (what === "begin") [began, reps, worst] = [null, 0, null];
  self.postMessage({ value: what === "frame" ? seen(values[0]) : null });
};
"""


def look_through(
    page, *, side: str = "both", full: bool = True, held: bool = False, astray: bool = False
) -> None:
    """From here on the page's camera sees repetitions of that side, or a hold; `astray`: with a
    fault, that was worst half a second into it."""
    flags = {"full": full, "held": held, "astray": astray}
    words = {"side": side, **{name: str(on).lower() for name, on in flags.items()}}
    page.route("**/camera-pose-*.js", lambda route: answer(route, LANDMARKS))
    page.route("**/camera-watch-*.js", lambda route: answer(route, COUNTS % words))


def answer(route, script: str) -> None:
    route.fulfill(content_type="text/javascript", body=script)
