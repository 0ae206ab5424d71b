import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { parseEnv } from "../../api/env.ts";
import { httpServer } from "../../api/http-server.ts";
import { createLog } from "../../api/log.ts";
import { type Northing, openNorthing } from "../../api/northing.ts";
import { enrol, signInLink } from "../../api/people/links.ts";
import { createSender } from "../../api/push/send.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { addDays, localDate, weekdayOf } from "../../shared/time/local-date.ts";
import type { PushService } from "./push-service.ts";
import { vapidKeys } from "./pushing.ts";

export interface LiveWorld {
  origin: string;
  northing: Northing;
  /** Ben's two key results; he said something of both last week. */
  keyResults: { id: string; title: string }[];
  ben: { memberId: string; personId: string; workspaceId: string };
  /** A link that signs a browser in as Ben. */
  link(): Promise<string>;
  /** The server's clock, in milliseconds. */
  now(): number;
  /** Puts the server's clock ahead by so many minutes in all. */
  clockAt(minutesAhead: number): void;
  /** The same, and lets it plan, decide and send. */
  remindAt(minutesAhead: number): Promise<void>;
  /** Ada, a colleague, asks Ben to check in on a key result of his, at the server's moment. */
  ask(keyResultId: string): Promise<void>;
  /** Where each message to Ben's device stands, oldest first. */
  ledger(): Promise<{ kind: string; state: string; shown: boolean; opened: boolean }[]>;
  stop(): Promise<void>;
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * The built product behind a real listener, with a clock that runs and can be put forward. Ben's weekly check-in is due
 * today, a minute or two after the start, and planned; nothing is quiet.
 */
export async function startLiveWorld(service: PushService, folder: string): Promise<LiveWorld> {
  let ahead = 0;
  let port = 0;
  const now = () => Date.now() + ahead;
  const origin = () => `http://localhost:${port}`;
  const bytes = (count: number) => new Uint8Array(randomBytes(count));
  const id = (at = now()) => uuidv7(at, bytes(10));
  const env = parseEnv({
    ...{ DATA_DIR: folder, PUSH_EXTRA_HOSTS: service.host, LOG_LEVEL: "error" },
    ...{ VAPID_PUBLIC_KEY: vapidKeys.publicKey, VAPID_PRIVATE_KEY: vapidKeys.privateKey },
  });
  const northing = await openNorthing({
    ...{ env, now, bytes, origin, wait: (ms: number) => new Promise((done) => setTimeout(done, ms)) },
    log: createLog("error", now, (line) => process.stderr.write(line)),
    webRoot: fileURLToPath(new URL("../../dist/web", import.meta.url)),
    sender: createSender({ vapid: vapidKeys, extraHosts: [service.host], now, ca: service.certificate }),
  });
  const server = httpServer(getRequestListener(northing.app.fetch), origin);
  server.listen(0, "localhost");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;

  const [workspaceId, memberId, personId, cycleId, objectiveId] = [id(), id(), id(), id(), id()];
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const dueAt = now() + 120_000;
  const today = localDate(dueAt, zone);
  const dueTime = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeStyle: "short" }).format(dueAt);
  const ada = { id: id(), name: "Ada", role: "admin", zone, locale: "en" };
  // A mere member, who is told of his own check-ins only: whoever leads hears of the month on its first days.
  const ben = { ...ada, id: memberId, name: "Ben", role: "member" };
  const tell = async (at: number, who: string, name: string, args: object, server = false) => {
    const mutation = { id: id(), name, args, at: new Date(at).toISOString() };
    const [result] = await northing.sync.apply(workspaceId, { memberId: who, server }, [mutation]);
    if (result?.outcome !== "applied") throw new Error(`${name}: ${JSON.stringify(result)}`);
  };

  const start = now() - 20 * day;
  await tell(start, ada.id, "workspace.found", { id: workspaceId, name: "Waves", zone }, true);
  await tell(start, ada.id, "member.join", ada, true);
  await tell(start, ben.id, "member.join", ben, true);
  const everyDay = [1, 2, 3, 4, 5, 6, 7];
  const dueDay = weekdayOf(today);
  const rhythm = { dueDay, dueTime, openDaysBefore: 3, focusTime: "09:30", workdays: everyDay };
  await tell(start, ada.id, "workspace.set-rhythm", { rhythm });
  await tell(start, ben.id, "member.set-preferences", { memberId, quiet: { from: "00:00", to: "00:00" } });
  const span = { startsOn: addDays(today, -30), endsOn: addDays(today, 60) };
  await tell(start, ada.id, "cycle.open", { id: cycleId, name: "This quarter", ...span });
  const objective = { id: objectiveId, cycleId, title: "More listeners", exempt: { reason: "a journey" } };
  await tell(start, ada.id, "objective.draft", objective);
  const keyResults = ["Trials started by heavy listeners", "Podcast episodes finished"].map((title, i) => ({
    id: id(start + i),
    title,
  }));
  for (const one of keyResults)
    await tell(start, ada.id, "key-result.draft", {
      ...{ ...one, objectiveId, ownerId: memberId, direction: "increase", baseline: 10, target: 90 },
      unit: { label: "thousand", scale: "value", decimals: 0 },
    });
  await tell(start, ada.id, "cycle.commit", { cycleId });
  for (const one of keyResults) {
    const said = { id: id(), keyResultId: one.id, value: 42, confidence: 7 };
    await tell(now() - 8 * day, ben.id, "check-in.record", said);
  }
  await enrol(northing.people, { id: personId, name: "Ben", workspaceId, memberId });
  await northing.reminders.work.planReminders();

  return {
    origin: origin(),
    northing,
    now,
    keyResults,
    ben: { memberId, personId, workspaceId },
    link: async () => (await signInLink(northing.people, { personId, workspaceId })).url,
    clockAt(minutesAhead) {
      ahead = minutesAhead * 60_000;
    },
    ask: (keyResultId) => tell(now(), ada.id, "nudge.send", { id: id(), keyResultId }),
    async remindAt(minutesAhead) {
      const { work, delivery } = northing.reminders;
      ahead = minutesAhead * 60_000;
      await work.planReminders();
      await work.planEvents();
      await work.sendDueReminders();
      await delivery.settled();
    },
    async ledger() {
      const lines = await northing.database.read(
        "select kind, state, shown_at, opened_at from delivery order by sent_at",
      );
      return lines.map((line) => ({
        kind: String(line.kind),
        state: String(line.state),
        shown: line.shown_at !== null,
        opened: line.opened_at !== null,
      }));
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      northing.leave();
      await northing.close();
    },
  };
}
