import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumFlags, chromiumPath, skipBrowsers } from "../support/browsers.ts";
import { type LiveWorld, startLiveWorld } from "../support/live-world.ts";
import { lookOften } from "../support/looking.ts";
import { type NotificationDaemon, startNotificationDaemon } from "../support/notification-daemon.ts";
import { type Device, type PushService, startPushService } from "../support/push-service.ts";
import { subscribeAs } from "../support/pushed-phone.ts";
import { vapidKeys } from "../support/pushing.ts";
import { removeFolder } from "../support/remove-folder.ts";
import { until } from "../support/server.ts";

/**
 * Chromium's push service cannot be ours, so two joints are replaced: what `subscribe` answers, and the last step, in
 * which what the server sent is decrypted and handed to the browser by its debugging protocol.
 */
describe.skipIf(skipBrowsers)("the weekly reminder in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "northing-reminder-"));
  const profile = mkdtempSync(join(tmpdir(), "northing-phone-"));
  let service: PushService;
  let daemon: NotificationDaemon;
  let world: LiveWorld;
  let phone: BrowserContext;
  let page: Page;
  let device: Device;
  let cdp: CDPSession;
  const errors: string[] = [];

  beforeAll(async () => {
    // A key's word that is good for half a day is judged by the clock of whoever gave it.
    service = await startPushService({ now: () => world?.now() ?? Date.now() });
    daemon = await startNotificationDaemon();
    world = await startLiveWorld(service, folder);
    device = service.device(vapidKeys.publicKey);
    phone = await chromium.launchPersistentContext(profile, {
      ...{ executablePath: chromiumPath()!, headless: true, args: chromiumFlags, hasTouch: true },
      ...{ viewport: { width: 390, height: 844 }, locale: "en-GB" },
      env: { ...(process.env as Record<string, string>), DBUS_SESSION_BUS_ADDRESS: daemon.address },
    });
    await phone.grantPermissions(["notifications", "background-sync"], { origin: world.origin });
    await phone.addInitScript(subscribeAs, { ...device.subscription, key: vapidKeys.publicKey });
    page = phone.pages()[0] ?? (await phone.newPage());
    lookOften(page);
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(await world.link());
    await page.getByRole("button", { name: "Sign in on this device" }).tap();
    await page.getByText("2 check-ins to do").first().waitFor();
  });
  afterAll(async () => {
    await phone?.close();
    await world?.stop();
    daemon?.close();
    await service?.close();
    rmSync(folder, { recursive: true, force: true });
    await removeFolder(profile);
  });

  /** Hands a text to the worker as a push. */
  async function deliver(data: string): Promise<void> {
    const registrationId = await registered;
    await cdp.send("ServiceWorker.deliverPushMessage", { origin: world.origin, registrationId, data });
  }
  let registered: Promise<string>;
  const nextMessage = async () => {
    const before = service.received.length;
    return async () => {
      await until(() => service.received.length > before, "a message at the push service");
      return service.received.at(-1)!.plaintext!;
    };
  };

  it("is turned on with one tap, and a test push is sent and shown", async () => {
    await page.goto(`${world.origin}/me/notifications`);
    await page.getByRole("button", { name: "Turn on reminders" }).tap();
    await page.getByText("Reminders reach this device").waitFor();
    cdp = await phone.newCDPSession(page);
    registered = new Promise((done) => {
      cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
        const ours = registrations.find((one) => one.scopeURL.startsWith(world.origin));
        if (ours) done(ours.registrationId);
      });
    });
    await cdp.send("ServiceWorker.enable");
    const sent = await nextMessage();
    await page.getByRole("button", { name: "Send a test" }).tap();
    await deliver(await sent());
    expect((await daemon.next()).title).toBe("Northing reaches this device");
    await page.getByText("shown", { exact: true }).waitFor();
  });

  it.each([
    "",
    "null",
    "7",
    "{",
    "<html>",
    '{"web_push":8030}',
    '{"notification":{"title":7}}',
    "\u0000\uffff",
  ])("shows something whatever comes: %j", async (garbled) => {
    const before = daemon.shown.length;
    await deliver(garbled);
    const one = await daemon.next();
    expect(one.title).toBe("Northing");
    expect(daemon.shown).toHaveLength(before + 1);
  });

  it("never leaves this app, wherever a message points", async () => {
    const notification = { title: "Lure", navigate: "https://attacker.example/", tag: "lure" };
    await deliver(JSON.stringify({ web_push: 8030, notification }));
    daemon.click(await daemon.next());
    await page.waitForURL(`${world.origin}/`);
    expect(phone.pages().map((one) => new URL(one.url()).origin)).not.toContain("https://attacker.example");
  });

  it("puts the number a message brings on the installed app's icon", async () => {
    const manifestId = `${world.origin}/`;
    const app = (method: string) => cdp.send(method as "ServiceWorker.enable", { manifestId } as never);
    // Chromium refuses while the page has not been quiet for about two seconds.
    const installed = () =>
      app("PWA.install").then(
        () => true,
        () => false,
      );
    await until(installed, "the installation");
    const notification = { title: "Seven", tag: "seven" };
    await deliver(JSON.stringify({ web_push: 8030, app_badge: 7, notification }));
    await daemon.next();
    const count = async () =>
      ((await app("PWA.getOsAppState")) as unknown as { badgeCount: number }).badgeCount;
    await until(async () => (await count()) === 7, "a badge of 7");
  });

  it("comes when due, and a trusted tap leads this window to the prefilled card", async () => {
    const sent = await nextMessage();
    await world.remindAt(3);
    await deliver(await sent());
    const nudge = await daemon.next();
    expect(nudge.title).toBe("2 check-ins due");
    expect(Object.values(nudge.actions)).toEqual(expect.arrayContaining(["Check in", "Snooze 1 h"]));
    daemon.click(nudge);
    await page.waitForURL(/\/check-in\?kr=/);
    await page.getByRole("heading", { name: "Podcast episodes finished" }).waitFor();
    expect(await page.locator("main input").first().inputValue()).toBe("42");
    await page.getByRole("button", { name: "No change" }).tap();
    await page.getByRole("heading", { name: "Trials started by heavy listeners" }).waitFor();
    await until(async () => (await world.ledger()).at(-1)?.opened === true, "the report that it was opened");
  });

  it("is snoozed from a plain address too, after asking", async () => {
    const [{ id }] = (await world.northing.database.read(
      "select id from delivery where kind = 'nudge' order by sent_at desc limit 1",
    )) as [{ id: string }];
    await page.goto(`${world.origin}/me/notifications?snooze=${id}`);
    const rounds = async () => {
      const [row] = await world.northing.database.read("select max(round) as round from reminder");
      return row?.round;
    };
    expect(await rounds()).toBe(0);
    await page.getByRole("button", { name: "Snooze for an hour" }).tap();
    await page.getByText(/^Quiet until/).waitFor();
    expect(await rounds()).toBe(1);
    const sent = await nextMessage();
    await world.remindAt(65);
    await deliver(await sent());
    expect((await daemon.next()).title).toBe("1 check-in due");
  });

  it("tells at once who asks for a check-in, and so does Today", async () => {
    const trials = world.keyResults[0]!;
    const sent = await nextMessage();
    world.clockAt(66);
    await world.ask(trials.id);
    await world.remindAt(66);
    await deliver(await sent());
    const asked = await daemon.next();
    expect(asked.title).toBe("Ada asks for a check-in");
    await page.goto(world.origin);
    await page.getByText("Ada asked you to check in").waitFor();
    await page.goto(`${world.origin}/me`);
    daemon.click(asked);
    await page.waitForURL(`${world.origin}/check-in?kr=${trials.id}`);
  });

  it("is lost where it was taken, the phone was online, and it was never shown", async () => {
    const sent = await nextMessage();
    await world.remindAt(26 * 60);
    expect(await sent()).toContain("1 check-in still due");
    world.clockAt(26 * 60 + 30);
    await page.goto(world.origin);
    const online = () =>
      world.northing.database.read(
        "select 1 from delivery where kind = 'nudge-again' and online_at is not null",
      );
    await until(async () => (await online()).length > 0, "the phone to be seen online");
    world.clockAt(52 * 60);
    await page.goto(`${world.origin}/me/notifications`);
    await page.getByText("lost", { exact: true }).waitFor();
    await page.getByText("the device was online and never showed it").waitFor();
  });

  it("is told on another device once it no longer reaches this one", async () => {
    service.forget(device.id);
    await page.getByRole("button", { name: "Send a test" }).tap();
    await page.getByText("Reminders no longer reach this device").waitFor();
    const other = await chromium.launch({ executablePath: chromiumPath()!, args: chromiumFlags });
    const desk = await other.newPage();
    await desk.goto(await world.link());
    await desk.getByRole("button", { name: "Sign in on this device" }).click();
    await desk.getByText(/^Reminders no longer reach .+Chrome/).waitFor();
    await desk.getByRole("link", { name: "See what to do" }).click();
    await desk.getByRole("button", { name: "No reminders there any more" }).click();
    await desk.getByText(/^Reminders no longer reach .+Chrome/).waitFor({ state: "detached" });
    await other.close();
  });

  it("keeps its page usable when the server is gone, and says what cannot be known", async () => {
    await world.stop();
    await page.goto(`${world.origin}/me/notifications`);
    await page.getByText("Reminders reach this device").waitFor();
    await page.getByText("The server keeps this list").waitFor();
  });

  it("had no fault anywhere", () => {
    expect(service.faults).toEqual([]);
    expect(errors.filter((one) => !/net::ERR_|Failed to load resource|EventSource/.test(one))).toEqual([]);
  });
});
