import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Autopush, startAutopush } from "../support/autopush.ts";
import { skipBrowsers } from "../support/browsers.ts";
import { type Firefox, startFirefox } from "../support/firefox.ts";
import { type LiveWorld, startLiveWorld } from "../support/live-world.ts";
import { type NotificationDaemon, startNotificationDaemon } from "../support/notification-daemon.ts";
import { type PushService, startPushService } from "../support/push-service.ts";
import { until } from "../support/server.ts";

/**
 * Due reminder → web-push → push service → browser → worker → desktop → trusted click → the card. Nothing in between is
 * replaced; only the push service and the desktop's notification daemon are ours.
 */
describe.skipIf(skipBrowsers)("the weekly reminder in Firefox", () => {
  const folder = mkdtempSync(join(tmpdir(), "northing-reminder-"));
  let service: PushService;
  let autopush: Autopush;
  let daemon: NotificationDaemon;
  let world: LiveWorld;
  let firefox: Firefox;

  beforeAll(async () => {
    service = await startPushService();
    autopush = await startAutopush(service);
    daemon = await startNotificationDaemon();
    world = await startLiveWorld(service, folder);
    firefox = await startFirefox({ pushServer: autopush.url, bus: daemon.address });
    await firefox.open(await world.link());
    await firefox.tap("Sign in on this device");
    await firefox.sees("2 check-ins to do");
  });
  afterAll(async () => {
    await firefox?.close();
    await world?.stop();
    daemon?.close();
    await autopush?.close();
    await service?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const subscriptions = () =>
    world.northing.database.read("select endpoint from push_subscription where gone_at is null");
  const inTab = async (path: string) => {
    let found: string | undefined;
    await until(async () => {
      const tabs = [...(await firefox.tabs())];
      found = tabs.find(([, url]) => url.startsWith(world.origin + path))?.[0];
      return found !== undefined;
    }, `a tab at ${path}`);
    return found!;
  };

  it("is turned on with one tap, and a test push comes and is known to have been shown", async () => {
    await firefox.open(`${world.origin}/me/notifications`);
    await firefox.sees("Reminders are off on this device");
    await firefox.tap("Turn on reminders");
    await firefox.sees("Reminders reach this device");
    expect(autopush.channels()).toBe(1);
    expect(await firefox.run<string>("() => document.body.innerText")).not.toContain("New version");
    await firefox.tap("Send a test");
    expect((await daemon.next()).title).toBe("Northing reaches this device");
    await until(async () => (await world.ledger())[0]?.shown === true, "the report that it was shown");
    await firefox.open(`${world.origin}/me/notifications`);
    await firefox.sees("shown");
  });

  it("comes when it is due, and a snooze from the notification brings it back an hour later", async () => {
    await world.remindAt(3);
    const first = await daemon.next();
    expect(first.title).toBe("2 check-ins due");
    expect(first.body).toContain("Trials started by heavy listeners");
    daemon.click(first, "snooze-moz");
    await until(async () => {
      const [reminder] = await world.northing.database.read("select round from reminder where round > 0");
      return reminder !== undefined;
    }, "the snooze on the server");
    await world.remindAt(65);
    expect((await daemon.next()).title).toBe("2 check-ins due");
  });

  it("leads to the prefilled card, and two taps after it is seen the check-in is saved", async () => {
    // No window of ours is open: the click has to open one.
    await firefox.open("about:blank");
    let taps = 0;
    daemon.click(daemon.shown.at(-1)!);
    taps += 1;
    const tab = await inTab("/check-in?kr=");
    await firefox.sees("Podcast episodes finished", tab);
    expect(await firefox.run<string>(`() => document.querySelector("main input").value`, tab)).toBe("42");
    await firefox.tap("No change", tab);
    taps += 1;
    await firefox.sees("Trials started by heavy listeners", tab);
    expect(taps).toBeLessThanOrEqual(3);
    const said = () =>
      world.northing.database.read(
        `select body->>'value' as value from row where kind = 'check-in' and parent_id = ?
         and body->>'at' > ?`,
        [world.keyResults[1]!.id, new Date(Date.now() - 3_600_000).toISOString()],
      );
    await until(async () => (await said()).length > 0, "the check-in on the server");
    expect(await said()).toEqual([{ value: 42 }]);
    await until(async () => (await world.ledger()).at(-1)?.opened === true, "the report that it was opened");
  });

  it("comes at once when a colleague asks for what is still owed, and leads to its card", async () => {
    world.clockAt(66);
    await world.ask(world.keyResults[0]!.id);
    await world.remindAt(66);
    const asked = await daemon.next();
    expect(asked.title).toBe("Ada asks for a check-in");
    daemon.click(asked, "check-in-moz");
    await inTab(`/check-in?kr=${world.keyResults[0]!.id}`);
  });

  it("finds its way again after the push service has forgotten this browser", async () => {
    const [before] = await subscriptions();
    autopush.forgetEverybody();
    await until(async () => {
      const [now] = await subscriptions();
      return now !== undefined && now.endpoint !== before!.endpoint;
    }, "a new subscription on the server");
    const tab = await inTab("/check-in");
    await firefox.run(`async () => { location.href = "/me/notifications"; }`, tab);
    await firefox.sees("Reminders reach this device", tab);
    await firefox.tap("Send a test", tab);
    expect((await daemon.next()).title).toBe("Northing reaches this device");
  });

  it("is turned off again, in the browser and on the server", async () => {
    const tab = await inTab("/me/notifications");
    const idle = () => firefox.run<boolean>("() => document.querySelector('[aria-busy]') === null", tab);
    await until(idle, "the end of the test, until which the buttons swallow taps");
    await firefox.tap("Turn off here", tab);
    await firefox.sees("Reminders are off on this device", tab);
    await until(async () => (await subscriptions()).length === 0, "the server to be told");
    await until(() => autopush.channels() === 0, "the browser's word to its push service");
  });

  it("had no fault anywhere: not at the push service, in the worker, or on the pages", () => {
    expect(service.faults).toEqual([]);
    expect(autopush.answers.filter((one) => one.kind === "nack" || one.code !== 100)).toEqual([]);
    expect(firefox.errors).toEqual([]);
  });
});
