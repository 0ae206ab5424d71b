import { useEffect, useState } from "react";

/** Which of `count` things is on: the next one after so many milliseconds, unless paused; and the way to go to another. */
export function useRotation(
  count: number,
  every: number,
  paused: boolean,
): [at: number, go: (to: number) => void] {
  const [at, setAt] = useState(0);
  const shown = count === 0 ? 0 : at % count;
  useEffect(() => {
    if (paused || count < 2) return;
    const timer = setTimeout(() => setAt((shown + 1) % count), every);
    return () => clearTimeout(timer);
  }, [shown, count, every, paused]);
  return [shown, (to) => setAt(count === 0 ? 0 : (to + count) % count)];
}
