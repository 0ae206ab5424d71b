/**
 * Writes many small things down in few writes: what arrives while one write is under way goes together into the next.
 * `record` resolves once its own entry is stored, and rejects when that write failed.
 */
export function createRecorder<T>(write: (entries: T[]) => Promise<void>): (entry: T) => Promise<void> {
  let waiting: T[] = [];
  let next: Promise<void> | undefined;
  let running: Promise<unknown> = Promise.resolve();
  return (entry) => {
    waiting.push(entry);
    next ??= running
      .catch(() => {})
      .then(() => {
        const entries = waiting;
        waiting = [];
        next = undefined;
        const written = write(entries);
        running = written;
        return written;
      });
    return next;
  };
}
