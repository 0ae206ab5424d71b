import { reminderOpened, snoozeReminder } from "../store/push-api.ts";
import type { NotificationData, Worker } from "./scope.ts";

/** A tap leads to the card; "snooze" works without opening the app, and through its page when there is no network. */
export async function onNotificationClick(event: NotificationEvent, worker: Worker): Promise<void> {
  const { notification, action } = event;
  notification.close();
  const data = (notification.data ?? { actions: [] }) as NotificationData;
  if (action === "snooze" && data.id && (await snoozed(data.id, data.secret))) return;
  await open(addressOf(data, action, worker.location.origin), worker);
  if (data.id) await reminderOpened(data.id, data.secret).catch(() => {});
}

function snoozed(id: string, secret: string | undefined): Promise<boolean> {
  return snoozeReminder(id, secret).then(
    () => true,
    () => false,
  );
}

/** Where a tap leads, which is always within this app. */
function addressOf(data: NotificationData, action: string, origin: string): string {
  const wanted = data.actions?.find((one) => one.action === action)?.navigate ?? data.navigate ?? "/";
  if (!URL.canParse(wanted, origin)) return `${origin}/`;
  const url = new URL(wanted, origin);
  return url.origin === origin ? url.href : `${origin}/`;
}

/** The ladder: the window that shows it already, any window of ours, a new one. */
async function open(address: string, worker: Worker): Promise<void> {
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((one) => pageOf(one.url) === pageOf(address));
  if (there) {
    await there.focus();
    return;
  }
  const any = windows.find((one) => one.visibilityState === "visible") ?? windows[0];
  if (any && (await led(any, address))) return;
  await worker.clients.openWindow(address);
}

/** False where the window is not ours to lead, as one opened before this worker came to be. */
async function led(window: WindowClient, address: string): Promise<boolean> {
  try {
    const focused = await window.focus();
    return (await focused.navigate(address)) !== null;
  } catch {
    return false;
  }
}

/** An address without what only says how one came there. */
function pageOf(address: string): string {
  const url = new URL(address);
  url.searchParams.delete("reminder");
  return url.href;
}
