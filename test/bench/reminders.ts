import { createECDH } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import { openDatabase } from "../../api/db/client.ts";
import { certificateFile } from "../support/push-service.ts";
import { serverProcess } from "../support/server.ts";
import { type Figure, figure, percentile } from "./figure.ts";
import type { Sailor } from "./fleet.ts";
import { checkIn, round } from "./phones.ts";
import { startReceiver } from "./push-receiver.ts";
import { buildReminded } from "./reminders-fleet.ts";
import { senderRatio } from "./sender-ratio.ts";

const people = 10_000;
const syncing = 20;
const patience = 180_000;

/**
 * Ten thousand people are due at one minute on one built server, which serves syncing phones meanwhile; what came is
 * counted at the push service and in the ledger. Then the sender alone, against web-push.
 */
export async function reminders(): Promise<Figure[]> {
  const receiver = await startReceiver();
  const vapid = newVapid();
  const { host, subscriptions } = await receiver.devices(people, vapid.publicKey);
  const env = {
    VAPID_PUBLIC_KEY: vapid.publicKey,
    VAPID_PRIVATE_KEY: vapid.privateKey,
    PUSH_EXTRA_HOSTS: host,
  };
  const fleet = await buildReminded(subscriptions, { ahead: 15_000, syncing, env });
  const more = { ...env, LOG_LEVEL: "error", NODE_EXTRA_CA_CERTS: certificateFile };
  const server = await serverProcess({ dataDir: fleet.dataDir, env: more });
  try {
    await server.start();
    const load = startSyncing(server.origin, fleet.sailors, fleet.dueAt);
    await sleep(fleet.dueAt - Date.now() - 2000);
    const memory = watchMemory(server.pid());
    const deadline = fleet.dueAt + patience;
    while ((await receiver.count()) < people && Date.now() < deadline) await sleep(250);
    const latencies = await load.stop();
    const growth = memory.stop();
    // What is still to come twice would come now.
    await sleep(3000);
    const came = await receiver.report();
    await server.stop();
    await checkLedger(fleet.dataDir);
    if (came.faults.length > 0) throw new Error(`refused or unreadable: ${came.faults[0]}`);
    if (came.times.length !== people || came.devices !== people || came.messages !== people)
      throw new Error(
        `${came.times.length} messages, ${came.messages} of their own, to ${came.devices} devices`,
      );
    const after = came.times.map((at) => (at - fleet.dueAt) / 1000);
    const ratio = await senderRatio(receiver, subscriptions.slice(0, 1000), {
      ...{ vapid, ca: readFileSync(certificateFile, "utf8"), host },
    });
    return [
      figure("reminders-10000-p50", percentile(after, 0.5), "s after due"),
      figure("reminders-10000-p95", percentile(after, 0.95), "s after due", "≤ 30"),
      figure("reminders-10000-max", Math.max(...after), "s after due", "≤ 60"),
      figure("reminders-10000-sync-p95", percentile(latencies, 0.95), "ms", "≤ 300"),
      figure("reminders-10000-sync-max", Math.max(...latencies), "ms"),
      figure("reminders-10000-syncs", latencies.length, "rounds"),
      figure("reminders-10000-memory", growth, "MB", "≤ 150"),
      ...ratio,
    ];
  } catch (error) {
    console.error(server.output());
    throw error;
  } finally {
    await server.dispose();
    rmSync(fleet.dataDir, { recursive: true, force: true });
    receiver.stop();
  }
}

/** As a phone does: a connection that broke is no answer, and the same round is sent once more. */
async function patientRound(...asked: Parameters<typeof round>): ReturnType<typeof round> {
  return round(...asked).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ECONNRESET") return round(...asked);
    throw error;
  });
}

/** Phones that check in and pull once a second each; answers how long rounds took from the due moment on. */
function startSyncing(origin: string, sailors: readonly Sailor[], from: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: syncing });
  const latencies: number[] = [];
  let stopped = false;
  const phones = sailors.map(async (sailor, index) => {
    let { cursor } = await patientRound(origin, agent, sailor, [], null);
    await sleep((index * 1000) / sailors.length);
    while (!stopped) {
      const began = Date.now();
      const answer = await patientRound(origin, agent, sailor, [checkIn(sailor)], cursor);
      if (answer.results[0]?.outcome !== "applied") throw new Error("a check-in was refused meanwhile");
      cursor = answer.cursor;
      const took = Date.now() - began;
      if (began >= from) latencies.push(took);
      await sleep(Math.max(0, 1000 - took));
    }
  });
  const all = Promise.all(phones);
  // Told by `stop`; until then it is nobody's.
  all.catch(() => {});
  return {
    async stop() {
      stopped = true;
      await all;
      return latencies;
    },
  };
}

/** How much the resident memory of a process rises above what it is now, in MB. */
function watchMemory(pid: number) {
  const resident = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
  const before = resident();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, resident());
  }, 100);
  return {
    stop() {
      clearInterval(timer);
      return most - before;
    },
  };
}

/** Each said once, and each message taken at the first try. */
async function checkLedger(dataDir: string): Promise<void> {
  const url = `file:${join(dataDir, "northing.db")}`;
  const database = await openDatabase({ url, wait: sleep, random: Math.random, log: () => {} });
  const [row] = await database.read(
    `select (select count(*) from reminder where kind = 'focus' and state = 'sent') as said,
       (select count(*) from delivery where state = 'accepted' and attempts = 1) as accepted,
       (select count(*) from delivery) as messages`,
  );
  await database.close();
  if (row?.said !== people || row.accepted !== people || row.messages !== people)
    throw new Error(`the ledger holds ${JSON.stringify(row)}`);
}

function newVapid() {
  const ecdh = createECDH("prime256v1");
  const publicKey = ecdh.generateKeys("base64url");
  const scalar = Buffer.from(ecdh.getPrivateKey("hex").padStart(64, "0"), "hex");
  return { subject: "mailto:ops@example.org", publicKey, privateKey: scalar.toString("base64url") };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}
