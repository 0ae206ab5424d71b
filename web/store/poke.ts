/** The little of an EventSource that is used. */
export interface Stream {
  readyState: number;
  addEventListener(type: string, listener: () => void): void;
  close(): void;
}

export interface PokeDeps {
  open(url: string): Stream;
  onPoke(): void;
  /** Runs `hold` once no other tab does; the lock is free again when it resolves. */
  alone(hold: () => Promise<void>, signal: AbortSignal): Promise<void>;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  random(): number;
}

/** The server beats every 25 s; a socket dead since the phone slept still says it is open. */
const liveness = 45_000;
const retryWithin = 30_000;

/**
 * Listens for pokes while the page is visible, in one tab of the browser: rows pulled there reach the other tabs by
 * live query. Never gives up. Answers how to turn it on and off.
 */
export function createPokes(deps: PokeDeps): { resume(): void; pause(): void } {
  let current: AbortController | undefined;

  async function listen(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await one(signal);
      if (!signal.aborted) await deps.sleep(deps.random() * retryWithin, signal);
    }
  }

  /** One stream, until it dies, falls silent or is no longer wanted. */
  async function one(signal: AbortSignal): Promise<void> {
    const stream = deps.open("/api/live");
    let beat = new AbortController();
    let alive = true;
    const stir = () => {
      const before = beat;
      beat = new AbortController();
      before.abort();
    };
    const end = () => {
      alive = false;
      beat.abort();
    };
    for (const type of ["open", "beat", "poke"]) stream.addEventListener(type, stir);
    stream.addEventListener("poke", deps.onPoke);
    stream.addEventListener("error", end);
    signal.addEventListener("abort", end);
    while (alive) {
      const mine = beat;
      await deps.sleep(liveness, mine.signal);
      if (mine === beat) alive = false;
    }
    signal.removeEventListener("abort", end);
    stream.close();
  }

  return {
    resume() {
      if (current) return;
      const mine = new AbortController();
      current = mine;
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
