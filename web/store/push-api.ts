import type { Delivered } from "../../shared/reminders/ledger.ts";
import { call } from "../api-client.ts";

/** Online-only endpoints of push and reminders, for page and worker. Each answers data or throws ApiError. */
const segment = encodeURIComponent;

export const pushKey = async () => (await call<{ key: string }>("GET", "/api/push-key")).key;
export interface PushSubscriptionBody {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}
export const savePushSubscription = (body: PushSubscriptionBody) =>
  call<void>("PUT", "/api/push-subscriptions", body);
export const dropPushSubscription = (endpoint: string) =>
  call<void>("DELETE", "/api/push-subscriptions", { endpoint });
/** One's own device takes no more messages, and its owner needs not be told of it any more. */
export const forgetPushDevice = (deviceId: string) =>
  call<void>("DELETE", "/api/push-subscriptions", { deviceId });
/** This device's browser has ended its subscription and gives no other: every other device of the person says so. */
export const pushLost = () => call<void>("POST", "/api/push-subscriptions/lost", {});
/** Whether messages reach this device, as far as the push service has told the server. */
export const pushState = async () =>
  (await call<{ state: "on" | "gone" | "none" }>("GET", "/api/push-subscriptions")).state;
/** Sends a message to this device; its id stands in the ledger. Throws "push_not_sent". */
export const testPush = () => call<{ id: string }>("POST", "/api/push-subscriptions/test", {});

/** The last reminders of this device, or of another of one's own, with all that concerns the person. */
export const delivered = (deviceId?: string) =>
  call<Delivered>("GET", `/api/reminders${deviceId === undefined ? "" : `?device=${segment(deviceId)}`}`);
/** A worker without a session reports with the secret its message brought. */
const report = <T>(id: string, what: string, secret?: string) =>
  call<T>("POST", `/api/reminders/${segment(id)}/${what}`, secret === undefined ? {} : { secret });
export const reminderShown = (id: string, secret?: string) => report<void>(id, "shown", secret);
export const reminderOpened = (id: string, secret?: string) => report<void>(id, "opened", secret);
export const snoozeReminder = (id: string, secret?: string) =>
  report<{ until: string }>(id, "snooze", secret);
