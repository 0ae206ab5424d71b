import { type Found, numberOf } from "./connector-number.ts";

/** One step into a JSON document: the key of an object, or the place in a list, from its end when negative. */
export type Step = string | number;
/** A path that is none; `at` counts the characters before what is wrong. */
export interface PathMistake {
  at: number;
}

const most = { characters: 300, steps: 20 };
const step =
  /(?:^|\.)([\p{L}_$][\p{L}\p{N}_$-]*)|\[(-?\d{1,6})\]|\["((?:[^"\\]|\\["\\])+)"\]|\['((?:[^'\\]|\\['\\])+)'\]/uy;

/** "data.result[0].value[1]" or "$['active users'][-1]" as steps. Nothing else is understood: no wildcards, no filters. */
export function parsePath(text: string): Step[] | PathMistake {
  if (text.length > most.characters) return { at: most.characters };
  const steps: Step[] = [];
  let at = text.startsWith("$") && !/^\$[\p{L}\p{N}_$-]/u.test(text) ? 1 : 0;
  if (at === text.length) return { at };
  while (at < text.length) {
    step.lastIndex = at;
    const found = step.exec(text);
    if (found === null || steps.length === most.steps) return { at };
    const [whole, name, place, double, single] = found;
    steps.push(place === undefined ? (name ?? unescaped((double ?? single)!)) : Number(place));
    at += whole.length;
  }
  return steps;
}

/** The number a path leads to in a JSON text. Of an answer of Prometheus with several series, none is chosen. */
export function numberAt(text: string, steps: readonly Step[]): Found {
  let here: unknown;
  try {
    here = JSON.parse(text);
  } catch {
    return { unread: "not-json" };
  }
  const series = seriesIn(here, steps);
  if (series > 1) return { unread: "several", count: series };
  for (const [place, step] of steps.entries()) {
    const next = into(here, step);
    if (next === undefined) return { unread: "nothing-there", at: written(steps.slice(0, place + 1)) };
    here = next;
  }
  const found = numberOf(here);
  return "value" in found ? found : { ...found, at: written(steps) };
}

function into(here: unknown, step: Step): unknown {
  if (typeof here !== "object" || here === null) return undefined;
  if (typeof step === "number") return Array.isArray(here) ? here.at(step) : undefined;
  return !Array.isArray(here) && Object.hasOwn(here, step)
    ? (here as Record<string, unknown>)[step]
    : undefined;
}

/** How many series an answer of Prometheus' HTTP API holds where the path picks one of them by its place. */
function seriesIn(answer: unknown, [first, second, third]: readonly Step[]): number {
  if (first !== "data" || second !== "result" || typeof third !== "number") return 0;
  const data = into(answer, "data");
  const kind = into(data, "resultType");
  const result = into(data, "result");
  return (kind === "vector" || kind === "matrix") && Array.isArray(result) ? result.length : 0;
}

/** A path in the one usual spelling. */
function written(steps: readonly Step[]): string {
  const parts = steps.map((one) => {
    if (typeof one === "number") return `[${one}]`;
    return /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(one) ? `.${one}` : `[${JSON.stringify(one)}]`;
  });
  return parts.join("").replace(/^\./, "");
}

function unescaped(text: string): string {
  return text.replace(/\\(["'\\])/g, "$1");
}
