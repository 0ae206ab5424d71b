export interface PokeDeps {
  /** Follows the stream; resolves when it ends. Never rejects. */
  follow(heard: (text: string) => void, signal: AbortSignal): Promise<void>;
  onPoke(): void;
  /** Runs `hold` once no other tab does; the lock is free again when it resolves. */
  alone(hold: () => Promise<void>, signal: AbortSignal): Promise<void>;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  random(): number;
}

/** The server beats every 25 s; a socket that died while the phone slept still says it is open. */
const liveness = 45_000;
const retryWithin = 10_000;

/**
 * Listens for pokes while the page is visible, in one tab of the browser: rows pulled there reach the other tabs by
 * live query. Never gives up. Not an EventSource, which hides the server's heartbeats and so can't tell a dead one.
 */
export function createPokes(deps: PokeDeps): { resume(): void; pause(): void } {
  let current: AbortController | undefined;

  async function listen(wanted: AbortSignal): Promise<void> {
    while (!wanted.aborted) {
      await one(wanted);
      await deps.sleep(deps.random() * retryWithin, wanted);
    }
  }

  /** One stream, until it ends, falls silent or is no longer wanted. */
  async function one(wanted: AbortSignal): Promise<void> {
    const over = new AbortController();
    const end = () => over.abort();
    let silence = new AbortController();
    let tail = "";
    // What was poked since the last stream, or since the page's first round, went unheard.
    let missed = true;
    const heard = (text: string) => {
      silence.abort();
      tail += text;
      if (missed || tail.includes("event: poke")) deps.onPoke();
      missed = false;
      tail = tail.slice(tail.lastIndexOf("\n") + 1);
    };
    wanted.addEventListener("abort", end);
    const ended = deps.follow(heard, over.signal).then(end);
    while (!over.signal.aborted) {
      silence = new AbortController();
      await Promise.race([deps.sleep(liveness, silence.signal), ended]);
      if (!silence.signal.aborted) end();
    }
    silence.abort();
    wanted.removeEventListener("abort", end);
  }

  return {
    resume() {
      if (current) return;
      const mine = new AbortController();
      current = mine;
      // Rejects only when it was called off while it waited for the lock.
      deps.alone(() => listen(mine.signal), mine.signal).catch(() => {});
    },
    pause() {
      current?.abort();
      current = undefined;
    },
  };
}

/** Holds a lock for as long as the work lasts; where there are no locks every tab listens for itself. */
export async function aloneInBrowser(hold: () => Promise<void>, signal: AbortSignal): Promise<void> {
  if (!("locks" in navigator)) return hold();
  await navigator.locks.request("northing-live", { signal }, hold);
}
