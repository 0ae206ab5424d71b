import { pushKey, savePushSubscription } from "../store/push-api.ts";
import type { Worker } from "./scope.ts";

interface SubscriptionChange {
  newSubscription?: PushSubscription | null;
}

/** The browser has replaced or dropped the subscription by itself: the server learns the new one. */
export async function onSubscriptionChange(event: SubscriptionChange, worker: Worker): Promise<void> {
  const { pushManager } = worker.registration;
  const fresh =
    event.newSubscription ??
    (await pushManager.getSubscription()) ??
    (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: await pushKey() }));
  const { endpoint, keys } = fresh.toJSON();
  if (endpoint && keys?.p256dh && keys.auth)
    await savePushSubscription({ endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } });
}
