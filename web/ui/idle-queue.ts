/** Work that waits for its turn. */
export interface IdleQueue {
  /** At the end of the queue; what comes back takes it out again. */
  add(work: () => void): () => void;
}

/** One piece of work each time `whenIdle` says that there is time; nothing is asked for while nothing waits. */
export function createQueue(whenIdle: (next: () => void) => void): IdleQueue {
  const waiting = new Set<() => void>();
  let asked = false;

  function ask(): void {
    if (asked || waiting.size === 0) return;
    asked = true;
    whenIdle(next);
  }

  function next(): void {
    asked = false;
    const [first] = waiting;
    if (first === undefined) return;
    waiting.delete(first);
    try {
      first();
    } finally {
      ask();
    }
  }

  return {
    add(work) {
      waiting.add(work);
      ask();
      return () => void waiting.delete(work);
    },
  };
}
