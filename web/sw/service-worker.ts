import { onNotificationClick } from "./on-notification-click.ts";
import { onPush } from "./on-push.ts";
import { onSubscriptionChange } from "./on-subscription-change.ts";
import { onSync } from "./on-sync.ts";
import type { Worker } from "./scope.ts";
import { serveShell } from "./shell.ts";

declare const self: Worker;

/** Background Sync and a changed subscription are not in the DOM library yet. */
type Waiting<T> = (event: ExtendableEvent & T) => void;
const hear = self.addEventListener.bind(self) as <T = unknown>(type: string, listener: Waiting<T>) => void;

serveShell(self.__WB_MANIFEST);

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
// A new version waits until the page asks for it, so that nothing is torn away under a form.
self.addEventListener("message", ({ data }) => void (data?.type === "SKIP_WAITING" && self.skipWaiting()));
self.addEventListener("push", (event) => event.waitUntil(onPush(event, self)));
self.addEventListener("notificationclick", (event) => event.waitUntil(onNotificationClick(event, self)));
hear("pushsubscriptionchange", (event) => event.waitUntil(onSubscriptionChange(self)));
hear<{ tag: string }>("sync", (event) => event.waitUntil(onSync(event)));
