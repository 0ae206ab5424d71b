import { dropPushSubscription, pushKey, pushState, savePushSubscription } from "../store/push-api.ts";
import { currentSubscription, setWantedBy, wantedBy } from "./capability.ts";

/** Why push could not be switched on; ApiError comes through as it is. */
export class NotSubscribed extends Error {
  readonly reason: "blocked" | "dismissed" | "no-answer" | "refused";
  constructor(reason: NotSubscribed["reason"], options?: ErrorOptions) {
    super(`not subscribed: ${reason}`, options);
    this.reason = reason;
  }
}

/** A browser whose push service does not answer leaves `subscribe` pending for ever. */
const patience = 15_000;

/** Switches push on for this device. Must be called from a tap: the browser asks for permission. Throws NotSubscribed. */
export async function turnOn(personId: string): Promise<void> {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") throw new NotSubscribed(permission === "denied" ? "blocked" : "dismissed");
  await register();
  setWantedBy(personId);
}

/** Switches push off for this device, also where the server cannot be told: it hears 410 at the next message. */
export async function turnOff(): Promise<void> {
  setWantedBy(null);
  const subscription = await currentSubscription();
  if (subscription === null) return;
  await subscription.unsubscribe();
  await dropPushSubscription(subscription.endpoint).catch(() => {});
}

/**
 * At each launch: what is wanted is registered anew, because subscriptions get lost silently, and one that belongs to
 * somebody who is not signed in any more is ended. Without network or permission nothing changes.
 */
export async function keepSubscription(personId: string): Promise<void> {
  if (!("Notification" in globalThis)) return;
  const wanted = wantedBy();
  if (wanted === personId && Notification.permission === "granted") await register();
  else if (wanted !== personId) {
    await (await currentSubscription())?.unsubscribe();
    setWantedBy(null);
  }
}

async function register(): Promise<void> {
  const [key, state] = await Promise.all([pushKey(), pushState()]);
  const { pushManager } = await inTime(navigator.serviceWorker.ready);
  const subscription = await standing(pushManager, key, state === "gone");
  const { endpoint, keys } = subscription.toJSON();
  if (!endpoint || !keys?.p256dh || !keys.auth) throw new NotSubscribed("refused");
  await savePushSubscription({ endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } });
}

/**
 * The subscription there is, or a new one. One made with another key is refused by its push service, and one that the
 * push service has ended may still be held here; both must end before there is a new one.
 */
async function standing(pushManager: PushManager, key: string, gone: boolean): Promise<PushSubscription> {
  const held = await pushManager.getSubscription();
  if (held && !gone && sameKey(held.options.applicationServerKey, key)) return held;
  await held?.unsubscribe();
  const made = pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  return inTime(made).catch((cause: unknown) => {
    throw cause instanceof NotSubscribed ? cause : new NotSubscribed("refused", { cause });
  });
}

function sameKey(held: ArrayBuffer | null, key: string): boolean {
  if (held === null) return false;
  const text = btoa(String.fromCharCode(...new Uint8Array(held)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "") === key;
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new NotSubscribed("no-answer")), patience);
    work.then(done, fail).finally(() => clearTimeout(timer));
  });
}
