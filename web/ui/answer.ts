import { useCallback, useEffect, useState } from "react";
import { codeOf } from "./task.ts";

/** What the server said to a question only it can answer. */
export type Answer<T> =
  | { state: "waiting" }
  | { state: "here"; value: T }
  | { state: "refused"; code: string };

/**
 * Asks once when the screen opens and again on `again()`, which keeps the old answer on screen meanwhile; with `every`
 * also so many milliseconds after each answer. `ask` throws something with a `code`; a late answer of an earlier
 * question is dropped.
 */
export function useAnswer<T>(
  ask: () => Promise<T>,
  { key = "", every }: { key?: string; every?: number | undefined } = {},
): [Answer<T>, again: () => void] {
  const [answer, setAnswer] = useState<Answer<T>>({ state: "waiting" });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (next: Answer<T>) => {
      if (!current) return;
      setAnswer(next);
      if (every !== undefined) timer = setTimeout(() => setRound((before) => before + 1), every);
    };
    ask().then(
      (value) => settle({ state: "here", value }),
      (error: unknown) => settle({ state: "refused", code: codeOf(error) }),
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, round, every]);
  return [answer, useCallback(() => setRound((before) => before + 1), [])];
}
