import { iso } from "../shared/time/instant.ts";
export type Level = "debug" | "info" | "warn" | "error";

/** What a log line may carry: facts and ids. Never a body, a token, an endpoint or a note. */
type Facts = Record<string, string | number | boolean | null | undefined>;

export type Log = Record<Level, (event: string, facts?: Facts) => void>;

const levels: Level[] = ["debug", "info", "warn", "error"];

/**
 * One JSON object a line: `at` (UTC), `level`, `event`, then the facts. JSON keeps line breaks in values from
 * starting a line of their own; the two separators it leaves bare are escaped as well.
 */
export function createLog(least: Level, now: () => number, write: (line: string) => void): Log {
  const speak =
    (level: Level) =>
    (event: string, facts: Facts = {}) => {
      if (levels.indexOf(level) < levels.indexOf(least)) return;
      const line = JSON.stringify({ at: iso(now()), level, event, ...facts });
      write(`${line.replace(/[\u007f-\u009f\u2028\u2029]/g, escaped)}\n`);
    };
  return { debug: speak("debug"), info: speak("info"), warn: speak("warn"), error: speak("error") };
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
