import { decodeMessage, messageFrom, type ShownMessage } from "../../shared/push/payload.ts";
import { reminderShown } from "../store/push-api.ts";
import { flushInWorker } from "../store/worker-round.ts";
import type { NotificationData, Worker } from "./scope.ts";

/** A push where the browser understands declarative messages: it brings the notification ready to be shown. */
type MaybeDeclarative = PushEvent & { notification?: Notification | null; appBadge?: number | null };

/**
 * Shows exactly one notification, whatever came: a push that shows nothing costs the permission. Everything else comes
 * after it and may fail.
 */
export async function onPush(event: PushEvent, worker: Worker): Promise<void> {
  const message = read(event);
  await show(message, worker);
  const { data, badge } = message;
  await Promise.allSettled([
    data && reminderShown(data.id, data.secret),
    badge !== undefined && setBadge(badge, worker),
    flushInWorker(),
  ]);
}

function read(event: MaybeDeclarative): ShownMessage {
  try {
    const { notification } = event;
    if (notification) {
      const { title, body, tag, lang, data } = notification;
      const { navigate, actions } = notification as { navigate?: unknown; actions?: unknown };
      return messageFrom({ title, body, tag, lang, data, navigate, actions }, event.appBadge);
    }
    return decodeMessage(event.data?.text());
  } catch {
    return decodeMessage(null);
  }
}

async function show({ title, body, tag, lang, navigate, actions, data }: ShownMessage, worker: Worker) {
  const kept: NotificationData = { actions, ...data, ...(navigate === undefined ? {} : { navigate }) };
  const options = {
    data: kept,
    icon: "/icons/icon-192.png",
    badge: "/icons/badge-96.png",
    actions: actions.map((one) => ({ action: one.action, title: one.title })),
    ...(body === undefined ? {} : { body }),
    ...(tag === undefined ? {} : { tag }),
    ...(lang === undefined ? {} : { lang }),
  };
  try {
    await worker.registration.showNotification(title, options);
  } catch {
    await worker.registration.showNotification(title, { data: kept });
  }
}

async function setBadge(count: number, { navigator }: Worker): Promise<void> {
  await (count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.());
}
