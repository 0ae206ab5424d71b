import { sleep } from "./world.ts";

let waiting = 0;

/** Counts a query of a screen until its first answer; call what this gives back then, once or more. */
export function reading(): () => void {
  let answered = false;
  waiting += 1;
  return () => {
    if (!answered) waiting -= 1;
    answered = true;
  };
}

/** Resolves when the screen that stands now has been read, or after three seconds: what can wait stays out of its way. */
export async function whenRead(): Promise<void> {
  for (let looks = 0; looks < 60; looks += 1) {
    await sleep(50);
    if (waiting === 0) return;
  }
}
