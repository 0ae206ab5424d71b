import { ECDH } from "node:crypto";
import { endpointAllowed, type Forget, type Subscription } from "../../shared/push/subscription.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { iso } from "../../shared/time/instant.ts";
import type { Database } from "../db/client.ts";
import { Refused } from "../errors.ts";
import type { Signed } from "../people/signed.ts";
import type { Delivery } from "./deliver.ts";
import { insertDeliveries, testsSince } from "./delivery-store.ts";
import * as store from "./subscription-store.ts";

export interface PushDeps {
  database: Database;
  delivery: Pick<Delivery, "sendNow">;
  /** The VAPID public key, base64url. */
  publicKey: string;
  extraHosts: readonly string[];
  now(): number;
  bytes(count: number): Uint8Array;
  origin(): string;
}

const testsAllowed = 5;
const testSpan = 10 * 60_000;
const testLife = 10 * 60_000;

/** Takes a device's subscription, if it leads to a known push service and its key is one. */
export async function subscribe(deps: PushDeps, signed: Signed, subscription: Subscription): Promise<void> {
  const { endpoint, keys } = subscription;
  if (!URL.canParse(endpoint) || !endpointAllowed(new URL(endpoint), deps.extraHosts))
    throw new Refused("push_endpoint_refused", { field: "endpoint" });
  if (!isPoint(keys.p256dh)) throw new Refused("invalid_request", { field: "keys.p256dh" });
  const { deviceId, personId } = signed;
  await store.saveSubscription(deps.database, { subscription, deviceId, personId, at: iso(deps.now()) });
}

/** Forgets one of a person's own subscriptions, by where it takes messages or by the device. */
export async function unsubscribe(
  { database }: PushDeps,
  { personId }: Signed,
  which: Forget,
): Promise<void> {
  if ("endpoint" in which) await store.dropSubscription(database, personId, which.endpoint);
  else await store.dropDevice(database, personId, which.deviceId);
}

/** The browser has ended this device's subscription and gives no other: its owner is told on every device. */
export async function lose({ database, now }: PushDeps, { deviceId }: Signed): Promise<void> {
  await store.endSubscription(database, deviceId, iso(now()));
}

/** Whether messages reach a device, as far as the push service has said. */
export function stateOf(deps: PushDeps, { deviceId }: Signed): Promise<"on" | "gone" | "none"> {
  return store.subscriptionState(deps.database, deviceId);
}

/** Sends a message to this device and waits for the push service's answer; the line in the ledger tells the rest. */
export async function sendTest(deps: PushDeps, { deviceId }: Signed): Promise<{ id: string }> {
  const { database, now, bytes } = deps;
  const at = now();
  const recipient = await store.recipientAt(database, deviceId);
  if (recipient === undefined) throw new Refused("not_found");
  const tests = await testsSince(database, deviceId, iso(at - testSpan));
  if (tests >= testsAllowed) throw new Refused("rate_limited", { retryAfter: testSpan / 1000 });
  const id = uuidv7(at, bytes(10));
  const page = `${deps.origin()}/me/notifications?reminder=${id}`;
  const message = {
    title: "Northing reaches this device",
    body: "Your weekly reminder will come like this.",
    navigate: page,
    tag: "test",
    lang: "en",
    actions: [],
  };
  const parts = { id, reminderId: null, round: 0, kind: "test", memberId: null, topic: "test", message };
  const urgency = "high" as const;
  const times = { plannedFor: iso(at), dueAt: iso(at), expiresAt: iso(at + testLife) };
  await database.write([insertDeliveries([{ ...parts, urgency, ...times, ...recipient }], "")]);
  const sent = await deps.delivery.sendNow(id);
  if (sent?.outcome !== "accepted") throw new Refused("push_not_sent");
  return { id };
}

/** A key of the right length may still be no point on the curve, and would fail only when it is sent to. */
function isPoint(p256dh: string): boolean {
  try {
    return ECDH.convertKey(p256dh, "prime256v1", "base64url").length > 0;
  } catch {
    return false;
  }
}
