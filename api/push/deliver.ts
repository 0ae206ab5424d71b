import { encodeMessage } from "../../shared/push/payload.ts";
import { isoNow } from "../../shared/time/instant.ts";
import type { Database } from "../db/client.ts";
import type { Log } from "../log.ts";
import type { Observed } from "../operator/observed.ts";
import {
  beginSending,
  type Claimed,
  claimDeliveries,
  dueOrigins,
  recordTried,
  type Tried,
} from "./delivery-store.ts";
import { createRecorder } from "./recorder.ts";
import type { ReportSecrets } from "./report-secret.ts";
import { nextTry } from "./retry.ts";
import type { Sender, Sent } from "./send.ts";

/** Whether a reminder that could not be delivered at first is still worth it. */
export type Recheck = (reminderIds: readonly string[]) => Promise<Map<string, StillDue>>;
export type StillDue = { send: true } | { skip: string } | { notBefore: string };

export interface DeliverDeps {
  database: Database;
  sender: Sender;
  secrets: ReportSecrets;
  now(): number;
  bytes(count: number): Uint8Array;
  /** 0 ≤ random() < 1, for jitter. */
  random(): number;
  log: Log;
  recheck: Recheck;
  /** Counts what became of each try. */
  observed?: Pick<Observed, "tried">;
}

export interface Delivery {
  /** Starts sending what is due. Resolves when all of it is under way, not when it is done. */
  run(): Promise<void>;
  /** Sends one delivery now; answers its outcome, or undefined when somebody else has it. */
  sendNow(id: string): Promise<Sent | undefined>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  /** Takes no more on, and resolves when nothing is under way. */
  stop(): Promise<void>;
}

const lease = 60_000;
/** Messages to one push service that are taken on at a time, and that are on their way at a time. */
const together = 128;
/** When each one times out, a whole group still ends within the lease. */
const abreast = 32;
const rest = 60_000;
/** What was decided longer ago is judged again before it is sent, also the first time. */
const fresh = 60_000;

/**
 * Sends due deliveries, each push service in a lane of its own: one that hangs delays nobody but itself, and after a
 * group that got through to nobody it is left alone for a minute.
 */
export function createDelivery(deps: DeliverDeps): Delivery {
  const { database, sender, secrets, now, log } = deps;
  const lanes = new Map<string, Promise<void>>();
  const restsUntil = new Map<string, number>();
  const record = createRecorder<Tried>((tried) => recordTried(database, tried));
  let stopped = false;
  const instant = (later = 0) => isoNow({ now }, later);
  const claim = async (which: { origin: string; limit: number } | { id: string }) => {
    const mine = Buffer.from(deps.bytes(12)).toString("base64url");
    const held = { lease: mine, leaseUntil: instant(lease), now: instant() };
    return { lease: mine, claimed: await claimDeliveries(database, which, held) };
  };

  async function drive(origin: string): Promise<void> {
    while (!stopped) {
      const { lease, claimed } = await claim({ origin, limit: together });
      if (claimed.length === 0) return;
      const sent = await sendAll(claimed, lease);
      const unreachable = sent.filter((one) => one.outcome === "retry" && one.reason === "unreachable");
      if (sent.length > 0 && unreachable.length === sent.length) {
        restsUntil.set(origin, now() + rest);
        log.warn("push.unreachable", { origin, messages: sent.length });
        return;
      }
      // That was all; what comes due from now on finds a lane of its own.
      if (claimed.length < together) return;
    }
  }

  /** Fewer come back than were claimed: what is no longer wanted is not sent. */
  async function sendAll(claimed: readonly Claimed[], lease: string): Promise<Sent[]> {
    const wanted = await stillWanted(claimed, lease);
    if (wanted.length === 0) return [];
    const ids = wanted.map((one) => one.id);
    const begun = await beginSending(database, ids, lease, instant());
    const left = wanted.filter((one) => begun.has(one.id));
    const tries: { sent: Sent; recorded: Promise<void> }[] = [];
    const sendNext = async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift())
        tries.push(await sendOne(one, lease));
    };
    await Promise.all(Array.from({ length: Math.min(abreast, left.length) }, sendNext));
    await Promise.all(tries.map((one) => one.recorded));
    return tries.map((one) => one.sent);
  }

  async function stillWanted(claimed: readonly Claimed[], lease: string): Promise<Claimed[]> {
    const stale = instant(-fresh);
    const isAgain = (one: Claimed) => one.attempts > 0 || one.dueAt < stale;
    const again = claimed.flatMap((one) => (isAgain(one) && one.reminderId ? [one.reminderId] : []));
    const answers = again.length > 0 ? await deps.recheck([...new Set(again)]) : new Map<string, StillDue>();
    const wanted: Claimed[] = [];
    const drop = (one: Claimed, state: Tried["state"], reason: string | null, dueAt: string | null = null) =>
      record({ id: one.id, lease, state, reason, status: null, at: instant(), dueAt });
    for (const one of claimed) {
      const answer = one.reminderId && isAgain(one) ? answers.get(one.reminderId) : undefined;
      if (one.subscription === undefined) await drop(one, "gone", "unsubscribed");
      else if (one.expiresAt <= instant()) await drop(one, "failed", "expired");
      else if (answer && "skip" in answer) await drop(one, "skipped", answer.skip);
      else if (answer && "notBefore" in answer) await drop(one, "retry", "quiet", answer.notBefore);
      else wanted.push(one);
    }
    return wanted;
  }

  /** Writing down what became of it need not be waited for before the next one goes. */
  async function sendOne(one: Claimed, lease: string): Promise<{ sent: Sent; recorded: Promise<void> }> {
    const ttl = Math.max(1, Math.floor((Date.parse(one.expiresAt) - now()) / 1000));
    const payload = encodeMessage({ ...one.message, data: { id: one.id, secret: secrets.of(one.id) } });
    const sent = await sender.send(one.subscription!, {
      payload,
      topic: one.topic,
      ttl,
      urgency: one.urgency,
    });
    alert(one, sent);
    const after =
      sent.outcome === "retry" ? nextTry({ ...one, now: now() }, sent.retryAfter, deps.random) : null;
    const expired = after === undefined;
    const reason = expired ? "expired" : "reason" in sent ? sent.reason : null;
    const state = expired ? "failed" : sent.outcome;
    const recorded = record({
      id: one.id,
      lease,
      state,
      reason,
      status: sent.status ?? null,
      at: instant(),
      dueAt: after ?? null,
    });
    // A write that fails is told by whoever waits for the group.
    recorded.catch(() => {});
    const waited = (now() - Date.parse(one.plannedFor)) / 1000;
    deps.observed?.tried(state, reason, state === "accepted" ? waited : undefined);
    return { sent, recorded };
  }

  /** What only the operator can put right, or what is a fault of ours, is said loudly; endpoints stay out of the log. */
  function alert(one: Claimed, sent: Sent): void {
    if (sent.outcome !== "failed") return;
    const facts = { deliveryId: one.id, origin: one.origin, reason: sent.reason, status: sent.status };
    if (sent.reason === "refused")
      log.error("push.refused", { ...facts, advice: "check VAPID_SUBJECT and the VAPID keys" });
    else log.error("push.failed", facts);
  }

  const settled = async () => {
    while (lanes.size > 0) await Promise.all(lanes.values());
  };
  return {
    async run() {
      for (const origin of await dueOrigins(database, instant())) {
        if (stopped || lanes.has(origin) || (restsUntil.get(origin) ?? 0) > now()) continue;
        const lane = drive(origin)
          .catch((error: Error) => log.error("push.lane_failed", { origin, error: error.name }))
          .finally(() => lanes.delete(origin));
        lanes.set(origin, lane);
      }
    },
    async sendNow(id) {
      const { lease, claimed } = await claim({ id });
      const [sent] = await sendAll(claimed, lease);
      return sent;
    },
    settled,
    stop() {
      stopped = true;
      return settled();
    },
  };
}
