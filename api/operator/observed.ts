/** What has been counted since the process started: by labels, and how long messages took. Knows no names and no ids. */
export interface Observed {
  /** A reminder was decided: said, or not and why. */
  decided(kind: string, state: string, reason: string | null): void;
  /** A message to a device was tried; `seconds` from its due moment to its acceptance. */
  tried(state: string, reason: string | null, seconds?: number): void;
  synced(status: number): void;
  databaseRetried(): void;
  counters(): Counter[];
  dwell(): Histogram;
}

export interface Counter {
  name: "reminders_decided" | "push_tries" | "sync_requests" | "database_retries";
  labels: Record<string, string>;
  value: number;
}

export interface Histogram {
  /** How many took at most so many seconds, each bucket with all before it. */
  buckets: { most: number; count: number }[];
  sum: number;
  count: number;
}

const bounds = [1, 2, 5, 10, 15, 30, 60, 300, 900, 3600, 14_400];

export function createObserved(): Observed {
  const counted = new Map<string, Counter>();
  const within = bounds.map(() => 0);
  let [sum, count] = [0, 0];

  function add(name: Counter["name"], labels: Record<string, string>): void {
    const key = JSON.stringify([name, labels]);
    const known = counted.get(key) ?? { name, labels, value: 0 };
    counted.set(key, { ...known, value: known.value + 1 });
  }

  return {
    decided: (kind, state, reason) => add("reminders_decided", { kind, state, reason: reason ?? "" }),
    tried(state, reason, seconds) {
      add("push_tries", { state, reason: reason ?? "" });
      if (seconds === undefined) return;
      sum += Math.max(0, seconds);
      count += 1;
      for (const [index, most] of bounds.entries()) if (seconds <= most) within[index]! += 1;
    },
    synced: (status) => add("sync_requests", { status: String(status) }),
    databaseRetried: () => add("database_retries", {}),
    counters: () => [...counted.values()],
    dwell: () => ({ buckets: bounds.map((most, index) => ({ most, count: within[index]! })), sum, count }),
  };
}
