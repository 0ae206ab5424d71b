import {
  dropPushSubscription,
  pushKey,
  pushLost,
  pushState,
  savePushSubscription,
} from "../store/push-api.ts";
import { currentSubscription, setWantedBy, wantedBy } from "./capability.ts";
import { inTime, NotSubscribed, standing } from "./standing.ts";

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
 * somebody who is not signed in any more is ended. Where it cannot be had back, the server is told, so that the person
 * hears of it on their other devices. Without network nothing changes.
 */
export async function keepSubscription(personId: string): Promise<void> {
  if (!("Notification" in globalThis)) return;
  const wanted = wantedBy();
  if (wanted !== personId) {
    await (await currentSubscription())?.unsubscribe();
    setWantedBy(null);
  } else if (Notification.permission !== "granted") await pushLost();
  else
    await register().catch(async (error: unknown) => {
      if (error instanceof NotSubscribed && (await currentSubscription()) === null) await pushLost();
      throw error;
    });
}

async function register(): Promise<void> {
  const [key, state] = await Promise.all([pushKey(), pushState()]);
  const { pushManager } = await inTime(navigator.serviceWorker.ready);
  await savePushSubscription(await standing(pushManager, key, state === "gone"));
}
