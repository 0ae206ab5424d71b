import type { Retro, RetroVerdict } from "./retro.ts";

/** How numbers and days are written where the words stand. */
export interface RetroSpeech {
  input: string;
  star: string;
  /** A value of the North Star in its unit. */
  value(value: number): string;
  /** The same without its unit, for the first of two. */
  number(value: number): string;
  day(on: string): string;
}

export const verdictWords: Record<RetroVerdict, string> = {
  confirmed: "Confirmed",
  unproven: "Unproven",
  refuted: "Refuted",
};

/** Always said with a look back, whatever it found. */
export const cannotSeparate = "This cannot separate your work from everything else in the quarter.";

/** Why the verdict is what it is, in a sentence. */
export function verdictLine({ verdict, star, reached, input, sight }: Retro): string {
  if (verdict === "confirmed")
    return "They moved together: the key results got there, the input shifted, the North Star followed, and the input tends to move first.";
  if (verdict === "refuted")
    return "The input shifted and the North Star did not, although a change of that size would have been seen.";
  const weeks = `${sight.within} ${sight.within === 1 ? "week" : "weeks"}`;
  if (reached.keyResults === 0) return `Cannot tell with ${weeks}: no key result moved it.`;
  if (reached.grade === undefined) return `Cannot tell with ${weeks}: its key results have no grade yet.`;
  if (!reached.met)
    return "Cannot tell: its key results missed their targets, so it was not put to the test.";
  if (!input.shifted) return `Cannot tell with ${weeks}: the input did not shift.`;
  return star.shifted
    ? `Consistent with the input moving it, but which moves first cannot be told with ${weeks}.`
    : `Cannot tell with ${weeks}: the North Star did not shift, and might not have been seen to.`;
}

/** The four lines, each by itself and in this order; none is a verdict. */
export function retroLines(retro: Retro, speech: RetroSpeech): { question: string; answer: string }[] {
  return [
    { question: "Did the key results move?", answer: reachedLine(retro) },
    { question: `Did ${speech.input} shift?`, answer: shiftLine(retro, speech) },
    { question: `Did ${speech.star} leave its usual path?`, answer: pathLine(retro, speech) },
    { question: "Does the order fit?", answer: orderLine(retro, speech) },
    { question: "What could have been seen?", answer: sightLine(retro) },
  ];
}

function reachedLine({ reached: { met, grade, graded, keyResults } }: Retro): string {
  if (keyResults === 0) return "No key result moved this input.";
  const counted = `${graded} of ${keyResults} graded`;
  if (grade === undefined) return `${counted}: nothing can be said.`;
  return `${counted}, ${grade.toFixed(2)} weighted: ${met ? "they got there" : "they did not get there"} (0.70 counts).`;
}

function shiftLine({ input }: Retro, { day }: RetroSpeech): string {
  if (!input.shifted) return "It made no lasting shift for the better in this cycle.";
  const far = input.sigmas === undefined ? "" : `, by ${input.sigmas.toFixed(1)} times its usual scatter`;
  return `It shifted for the better from ${day(input.onset!)} on${far}.`;
}

function pathLine({ star, sight }: Retro, { value, number, day }: RetroSpeech): string {
  const shift = star.shifted ? ` It shifted for the better from ${day(star.onset!)} on.` : "";
  if (star.path === undefined || star.ended === undefined)
    return `Too few readings before the cycle to know its usual path (${sight.before} of 12).${shift}`;
  const expected = `${number(star.path.low)} to ${value(star.path.high)}`;
  const said = {
    inside: "indistinguishable from carrying on as before",
    better: "better than carrying on as before",
    worse: "worse than carrying on as before",
  }[star.against!];
  return `It ended at ${value(star.ended)}; ${expected} was to be expected: ${said}.${shift}`;
}

function orderLine({ order }: Retro, { input, star }: RetroSpeech): string {
  const weeks = `${order.readings} weeks with both`;
  switch (order.verdict) {
    case "not enough weeks":
      return `Not enough weeks: ${order.readings} of 13 with both.`;
    case "early sign":
      return `An early sign that ${input} moves ${lagOf(order.lag)} before ${star} (${weeks}).`;
    case "tends to move first":
      return `${input} tends to move first, by ${lagOf(order.lag)} (${weeks}).`;
    default:
      return `No evidence either way (${weeks}).`;
  }
}

function sightLine({ sight: { before, within, smallest } }: Retro): string {
  const weeks = `${before} readings before and ${within} in the cycle`;
  if (smallest === undefined) return `Nothing: ${weeks}.`;
  return `With ${weeks}, a lasting change of ${smallest.toFixed(1)} times the usual scatter, four times in five.`;
}

function lagOf(lag: number | undefined): string {
  return `${lag} ${lag === 1 ? "week" : "weeks"}`;
}
