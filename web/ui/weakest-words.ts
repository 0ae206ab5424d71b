import type { Doubt, InputStanding, Paced } from "../../shared/metrics/weakest.ts";
import { capitalized } from "../../shared/words/first-letter.ts";
import { plural } from "./day.ts";

/** Why this input is the weakest, in one sentence. */
export function weakestWords({ reason }: Pick<InputStanding<Paced>, "reason">): string {
  switch (reason.by) {
    case "range":
      return "Its last reading left its usual range to the wrong side.";
    case "pace":
      return paceWords(reason.pace, reason.keyResults);
    case "drift":
      return `No key result has a pace yet, and its last ${reason.readings} readings moved the wrong way, by ${times(reason.sigmas)} its usual step.`;
    case "nothing":
      return "Nothing trails yet: no key result has a pace, and it did not move the wrong way.";
  }
}

/** Why that is only a hint; empty where it is more. */
export function doubtWords({ doubts, readings }: Pick<InputStanding<Paced>, "doubts" | "readings">): string {
  const words: Record<Doubt, string> = {
    "few-readings": readings === 0 ? "it has no reading yet" : `it has only ${plural(readings, "reading")}`,
    estimated: "it is estimated",
    silent: "its key results have not said enough yet",
  };
  const said = doubts.map((one) => words[one]);
  if (said.length === 0) return "";
  const list = said.length === 1 ? said[0] : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
  return `Take it as a hint: ${list}.`;
}

function paceWords(pace: number, keyResults: number): string {
  const share = `${Math.round(pace * 100)}% of where ${keyResults === 1 ? "it" : "they"} should be by now`;
  const who =
    keyResults === 1 ? "the key result that moves it is" : `the ${keyResults} key results that move it are`;
  return pace >= 0.9 ? `Nothing trails; even here ${who} at ${share}.` : `${capitalized(who)} at ${share}.`;
}

function times(sigmas: number): string {
  return sigmas < 1.5 ? "about" : `${Math.round(sigmas)} times`;
}
