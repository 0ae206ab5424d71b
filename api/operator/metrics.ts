import { monitorEventLoopDelay } from "node:perf_hooks";
import { iso } from "../../shared/time/instant.ts";
import type { Database } from "../db/client.ts";
import type { Live } from "../sync/live.ts";
import { type Gauge, gaugesIn, waitedFor } from "./metrics-store.ts";
import { exposition, type Family } from "./metrics-text.ts";
import type { Observed } from "./observed.ts";

export interface MetricsDeps {
  database: Database;
  live: Pick<Live, "count">;
  observed: Observed;
  now(): number;
}

export interface Metrics {
  /** Everything an operator may want to watch, as Prometheus reads it (text format 0.0.4). */
  text(): Promise<string>;
}

/** However often it is asked, the database is asked no more often than this. */
const keptFor = 5000;

const help: Record<string, [type: Family["type"], help: string]> = {
  reminders_due: ["gauge", "Reminders whose moment has come and that nobody has decided yet."],
  reminders_waited_seconds: ["gauge", "How long the oldest of them has waited."],
  push_waiting: ["gauge", "Messages to devices that are not settled, by state."],
  push_subscriptions: ["gauge", "Devices that take messages (on), and that did (gone)."],
  webhook_messages: ["gauge", "Messages to webhooks in the ledger, by state."],
  mails: ["gauge", "E-mails in the ledger, by state."],
  live_streams: ["gauge", "Open live streams."],
  process_resident_bytes: ["gauge", "Resident memory of the process."],
  process_heap_bytes: ["gauge", "Heap in use."],
  event_loop_lag_seconds: ["gauge", "The longest the event loop was held up since the last look."],
  reminders_decided_total: ["counter", "Reminders decided by this process, by kind, state and reason."],
  push_tries_total: ["counter", "Tries to hand a message to a push service, by outcome and reason."],
  sync_requests_total: ["counter", "Sync rounds answered, by status."],
  database_retries_total: ["counter", "Statements tried again because the database was busy."],
};

export function createMetrics({ database, live, observed, now }: MetricsDeps): Metrics {
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();
  let kept: { at: number; text: Promise<string> } | undefined;

  async function write(): Promise<string> {
    const at = now();
    const { rss, heapUsed } = process.memoryUsage();
    const held = lag.max / 1e9;
    lag.reset();
    const one = (name: string, value: number): Gauge => ({ name, labels: {}, value });
    const gauges: Gauge[] = [
      ...(await gaugesIn(database, iso(at))),
      one("reminders_waited_seconds", await waitedFor(database, at)),
      ...[one("live_streams", live.count()), one("process_resident_bytes", rss)],
      ...[one("process_heap_bytes", heapUsed), one("event_loop_lag_seconds", held)],
      ...observed.counters().map((counter) => ({ ...counter, name: `${counter.name}_total` })),
    ];
    const families = Object.entries(help).map(([name, [type, words]]): Family => {
      const samples = gauges.filter((gauge) => gauge.name === name);
      return { name, type, help: words, samples };
    });
    return exposition(families, {
      name: "push_dwell_seconds",
      help: "From the moment a reminder was due to its acceptance by a push service.",
      ...observed.dwell(),
    });
  }

  return {
    text() {
      const at = now();
      if (kept === undefined || Math.abs(at - kept.at) >= keptFor) {
        const text = write();
        kept = { at, text };
        // A database that does not answer is asked again the next time.
        text.catch(() => {
          kept = undefined;
        });
      }
      return kept.text;
    },
  };
}
