import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";
import { chromiumFlags, chromiumPath } from "./browsers.ts";
import { lookOften } from "./looking.ts";
import { type NotificationDaemon, startNotificationDaemon } from "./notification-daemon.ts";
import type { Device } from "./push-service.ts";
import { removeFolder } from "./remove-folder.ts";

/** A Chromium whose notifications reach a desktop of ours, and whose pushes the test hands over. */
export interface PushedPhone {
  page: Page;
  context: BrowserContext;
  daemon: NotificationDaemon;
  /** Consoles' and pages' errors. */
  errors: string[];
  /** Turns reminders on by the button on the notifications page. */
  turnOn(): Promise<void>;
  /** Hands a decrypted message to the worker as the browser's push service would. */
  deliver(data: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Chromium's push service cannot be ours, so two joints are replaced: what `subscribe` answers, and the last step, in
 * which what the server sent is decrypted and handed to the browser by its debugging protocol. It begins with a copy of
 * the kept profile.
 */
export async function openPushedPhone(
  origin: string,
  device: Device,
  vapidKey: string,
  kept: string,
): Promise<PushedPhone> {
  const profile = mkdtempSync(join(tmpdir(), "northing-phone-"));
  cpSync(kept, profile, { recursive: true });
  const daemon = await startNotificationDaemon();
  const context = await chromium.launchPersistentContext(profile, {
    ...{ executablePath: chromiumPath()!, headless: true, args: chromiumFlags, hasTouch: true },
    ...{ viewport: { width: 390, height: 844 }, locale: "en-GB", reducedMotion: "reduce" },
    env: { ...(process.env as Record<string, string>), DBUS_SESSION_BUS_ADDRESS: daemon.address },
  });
  await context.grantPermissions(["notifications", "background-sync"], { origin });
  await context.addInitScript(subscribeAs, { ...device.subscription, key: vapidKey });
  const page = context.pages()[0] ?? (await context.newPage());
  lookOften(page);
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  let cdp: CDPSession;
  let registered: Promise<string>;

  return {
    ...{ page, context, daemon, errors },
    async turnOn() {
      await page.goto(`${origin}/me/notifications`);
      await page.getByRole("button", { name: "Turn on reminders" }).tap();
      await page.getByText("Reminders reach this device").waitFor();
      cdp = await context.newCDPSession(page);
      registered = new Promise((done) => {
        cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
          const ours = registrations.find((one) => one.scopeURL.startsWith(origin));
          if (ours) done(ours.registrationId);
        });
      });
      await cdp.send("ServiceWorker.enable");
    },
    async deliver(data) {
      await cdp.send("ServiceWorker.deliverPushMessage", {
        ...{ origin, registrationId: await registered, data },
      });
    },
    async close() {
      await context.close();
      daemon.close();
      await removeFolder(profile);
    },
  };
}

/** Runs in the page: a push manager that hands out one ready-made subscription. */
export function subscribeAs({ endpoint, keys, key }: { endpoint: string; keys: object; key: string }): void {
  let held: object | null = null;
  const bytes = Uint8Array.from(atob(key.replaceAll("-", "+").replaceAll("_", "/")), (one) =>
    one.charCodeAt(0),
  );
  const made = {
    endpoint,
    options: { applicationServerKey: bytes.buffer, userVisibleOnly: true },
    toJSON: () => ({ endpoint, keys }),
    unsubscribe: async () => {
      held = null;
      return true;
    },
  };
  Object.assign(PushManager.prototype, {
    subscribe: async () => {
      held = made;
      return made;
    },
    getSubscription: async () => held ?? (localStorage.getItem("northing-push") ? made : null),
  });
}
