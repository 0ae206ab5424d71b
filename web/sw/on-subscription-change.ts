import { NotSubscribed, standing } from "../push/standing.ts";
import { pushKey, pushLost, savePushSubscription } from "../store/push-api.ts";
import type { Worker } from "./scope.ts";

/**
 * The browser has replaced or dropped the subscription by itself: the server learns the new one, or that there is none
 * to be had. What it brings in the event is what its push manager holds, and may be of an older key.
 */
export async function onSubscriptionChange({ registration }: Pick<Worker, "registration">): Promise<void> {
  const key = await pushKey();
  try {
    await savePushSubscription(await standing(registration.pushManager, key, false));
  } catch (error) {
    if (!(error instanceof NotSubscribed)) throw error;
    await pushLost();
  }
}
