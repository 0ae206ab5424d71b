import { iso } from "../../shared/time/instant.ts";
import type { MailOut } from "../channels/mail-out.ts";
import type { Database } from "../db/client.ts";
import type { Log } from "../log.ts";
import type { Observed } from "../operator/observed.ts";
import { createDelivery, type Delivery, type Recheck } from "../push/deliver.ts";
import { reportSecrets } from "../push/report-secret.ts";
import { createSender, type Sender } from "../push/send.ts";
import type { PushDeps } from "../push/subscriptions.ts";
import type { VapidKeys } from "../push/vapid.ts";
import { createPlanner } from "./plan.ts";
import type { ReportDeps } from "./reports.ts";
import { type RunDueDeps, recheck, runDue } from "./run-due.ts";
import type { Recurring } from "./schedule.ts";
import { createSnapshots } from "./snapshot.ts";
import { anyDue } from "./store.ts";
import { forgetBefore } from "./upkeep-store.ts";

export interface ReminderDeps {
  database: Database;
  now(): number;
  bytes(count: number): Uint8Array;
  /** 0 ≤ random() < 1, for jitter. */
  random(): number;
  wait(milliseconds: number): Promise<unknown>;
  /** The origin people use. */
  origin(): string;
  log: Log;
  vapid: VapidKeys;
  /** Push services the operator has added, `host` or `host:port`. */
  extraHosts: readonly string[];
  /** Where reminders leave by e-mail; absent where nothing does. */
  mail?: MailOut;
  /** Counts what is decided and what is sent. */
  observed?: Pick<Observed, "decided" | "tried">;
  /** In place of real push services; by default messages go out. */
  sender?: Sender;
}

/** Reminders and push, put together: what the schedule runs, what the routes ask, and how it ends. */
export interface Reminders {
  work: Pick<Recurring, "planReminders" | "planEvents" | "sendDueReminders" | "forgetOldLines">;
  push: PushDeps;
  reports: ReportDeps;
  delivery: Delivery;
  /** Whether what did not get through at first is still worth saying. */
  recheck: Recheck;
  /** Takes no more on; resolves when every message under way has its outcome written down. */
  stop(): Promise<void>;
}

const keptFor = 180 * 86_400_000;
/** What a stop leaves to answers that are under way; a message cut off is sent again and replaces itself. */
const grace = 2000;

export function createReminders(deps: ReminderDeps): Reminders {
  const { database, now, bytes, wait, origin, vapid, extraHosts } = deps;
  const sender = deps.sender ?? createSender({ vapid, extraHosts, now });
  const secrets = reportSecrets(vapid.privateKey);
  const snapshots = createSnapshots(database, now);
  const due: RunDueDeps = { ...deps, snapshots };
  const planner = createPlanner({ database, snapshots, now, bytes, wait });
  const delivery = createDelivery({ ...deps, sender, secrets, recheck: (ids) => recheck(ids, due) });
  return {
    work: {
      planReminders: planner.plan,
      planEvents: planner.planEvents,
      async sendDueReminders() {
        try {
          if (await anyDue(database, iso(now()))) await runDue(due, delivery.run);
        } finally {
          await delivery.run();
        }
      },
      forgetOldLines: () => forgetBefore(database, iso(now() - keptFor)),
    },
    push: { database, delivery, publicKey: vapid.publicKey, extraHosts, now, bytes, origin },
    reports: { database, now, secrets },
    delivery,
    recheck: (ids) => recheck(ids, due),
    async stop() {
      const settled = delivery.stop();
      await Promise.race([settled, wait(grace)]);
      sender.close();
      await settled;
    },
  };
}
