// The landmarks of the last half minute, in memory and nowhere else: what a repetition is shown again from. No picture
// is among them. Pure.

const LONGEST_S = 30; // a slow repetition with a hold

export function remembering() {
  let moments = [];
  return {
    /** One more picture: its time in seconds, its landmarks, and the exercise's own angle, if it could be read. */
    add({ time, image, angle }) {
      if (moments.length && time < moments.at(-1).time) moments = []; // another film
      if (image) moments.push({ time, image, angle });
      const from = moments.findIndex((one) => one.time >= time - LONGEST_S);
      if (from > 0) moments.splice(0, from);
    },
    between: (start, end) => moments.filter(({ time }) => time >= start && time <= end),
    forget() {
      moments = [];
    },
  };
}
