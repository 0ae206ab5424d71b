import { describe, expect, it } from "vitest";
import { type PushingWorld, startPushingWorld } from "../../support/pushing.ts";

const monday = "2026-03-09T08:00:00.000Z";

/** Ben's nudge, due now; Ada's too if she subscribed. */
async function due() {
  const world = await startPushingWorld();
  const keyResultId = await world.keyResult(world.ben);
  const device = await world.subscribe(world.ben);
  await world.remind();
  world.at(monday);
  return { world, keyResultId, device };
}
const ledger = async (world: PushingWorld) =>
  (
    await world.northing.database.read(
      "select state, reason, status, attempts, due_at from delivery where kind = 'nudge'",
    )
  )[0]!;
const said = async (world: PushingWorld) => {
  const { reminders } = (await world.ben.at.get("/api/reminders")).body;
  return reminders.find((one: { kind: string }) => one.kind === "nudge").state;
};
/** What came of the first nudge; the next working day another one asks again. */
const nudges = (world: PushingWorld) => world.messages().filter((one) => one.title === "1 check-in due");

describe("the ledger", () => {
  it("goes from planned to accepted, with the answer and the times", async () => {
    const { world } = await due();
    await world.remind();
    const [line] = await world.northing.database.read("select * from delivery");
    expect(line).toMatchObject({
      ...{ state: "accepted", status: 201, attempts: 1, planned_for: monday, sent_at: monday },
      ...{ accepted_at: monday, message: null, lease: null },
    });
    expect(await said(world)).toBe("sent");
  });

  it("says lost when a message was taken and never seen within its life", async () => {
    const { world } = await due();
    await world.remind();
    // The app is open on that device meanwhile, so it was not switched off.
    world.at("2026-03-09T12:00:00Z");
    await world.mutate(world.ben, "member.rename", { memberId: world.ben.memberId, name: "Benjamin" });
    expect(await said(world)).toBe("sent");
    world.at("2026-03-10T08:00:01Z");
    expect(await said(world)).toBe("lost");
  });
});

describe("when the push service", () => {
  it.each([404, 410])(
    "says %i, the subscription is over, nothing more is sent and the app says so",
    async (status) => {
      const { world } = await due();
      world.service.reply({ status });
      await world.remind();
      expect(await ledger(world)).toMatchObject({ state: "gone", status });
      expect(await said(world)).toBe("gone");
      expect((await world.ben.at.get("/api/push-subscriptions")).body).toEqual({ state: "gone" });
      world.at("2026-03-16T08:00:00Z");
      await world.remind();
      expect(world.messages()).toEqual([]);
      const [next] = (await world.ben.at.get("/api/reminders")).body.reminders;
      expect(next).toMatchObject({ state: "skipped", reason: "no-device" });
    },
  );

  it.each([408, 429, 500, 503])("says %i, the message is tried again and comes once", async (status) => {
    const { world } = await due();
    world.service.reply({ status });
    await world.remind();
    expect(await ledger(world)).toMatchObject({ state: "retry", reason: "busy", status });
    expect(await said(world)).toBe("retrying");
    world.clock.now += 120_000;
    await world.remind();
    await world.remind();
    expect(world.messages()).toHaveLength(1);
    expect(await ledger(world)).toMatchObject({ state: "accepted", attempts: 2 });
  });

  it("asks for patience, it is given that and a little more", async () => {
    const { world } = await due();
    world.service.reply({ status: 429, headers: { "Retry-After": "1800" } });
    await world.remind();
    const wait = Date.parse(String((await ledger(world)).due_at)) - Date.parse(monday);
    expect(wait).toBeGreaterThanOrEqual(1_800_000);
    expect(wait).toBeLessThan(1_900_000);
    world.clock.now += 1_799_000;
    await world.remind();
    expect(world.messages()).toEqual([]);
  });

  it("fails until the message's life ends, that is the end of it", async () => {
    const { world } = await due();
    world.service.always({ status: 503 });
    for (let hour = 0; hour < 30; hour += 1) {
      await world.remind();
      world.clock.now += 3_600_000;
    }
    expect(await ledger(world)).toMatchObject({ state: "failed", reason: "expired" });
    expect(await said(world)).toBe("failed");
    world.service.always(undefined);
    await world.remind();
    expect(nudges(world)).toEqual([]);
  });

  it("was away until the message's life had ended, it is not sent", async () => {
    const { world } = await due();
    world.service.reply({ status: 503 });
    await world.remind();
    world.at("2026-03-10T09:00:00Z");
    await world.remind();
    expect(nudges(world)).toEqual([]);
    expect(await ledger(world)).toMatchObject({ state: "failed", reason: "expired" });
  });

  it("cannot be reached, the message waits and the service is left alone for a minute", async () => {
    const { world } = await due();
    world.service.reply("reset");
    await world.remind();
    expect(await ledger(world)).toMatchObject({ state: "retry", reason: "unreachable" });
    world.clock.now += 3_600_000;
    await world.remind();
    expect(world.messages()).toHaveLength(1);
  });

  it.each([400, 401, 403])("says %i, the operator is told and the subscription stays", async (status) => {
    const { world } = await due();
    world.service.reply({ status });
    await world.remind();
    expect(await ledger(world)).toMatchObject({ state: "failed", reason: "refused", status });
    expect((await world.ben.at.get("/api/push-subscriptions")).body).toEqual({ state: "on" });
    const alert = world.logged.map((line) => JSON.parse(line)).find((line) => line.event === "push.refused");
    expect(alert).toMatchObject({ level: "error", status });
  });

  it("says 413, that is logged as a fault of ours", async () => {
    const { world } = await due();
    world.service.reply({ status: 413 });
    await world.remind();
    expect(await ledger(world)).toMatchObject({ state: "failed", reason: "too-large" });
    expect(world.logged.some((line) => line.includes('"push.failed"'))).toBe(true);
  });

  it("hangs, nobody at another one waits for it", async () => {
    const world = await startPushingWorld();
    await world.keyResult(world.ben);
    await world.keyResult(world.ada, "Ada's");
    await world.subscribe(world.ben, world.service);
    await world.subscribe(world.ada, world.other);
    await world.remind();
    world.service.always("hang");
    world.at(monday);
    await world.northing.reminders.work.sendDueReminders();
    while (world.other.received.length === 0) await new Promise(setImmediate);
    const states = await world.northing.database.read("select state from delivery order by state");
    expect(states.map((one) => one.state)).toContain("sent");
    world.service.letGo();
    await world.northing.reminders.delivery.settled();
    expect(nudges(world).map((one) => one.body)).toEqual(["Ada's"]);
  });
});

describe("before another try", () => {
  it("a message nobody needs any more is dropped", async () => {
    const { world, keyResultId } = await due();
    world.service.reply({ status: 503 });
    await world.remind();
    await world.tell(world.ben, "check-in.record", {
      id: world.id(),
      keyResultId,
      value: 0.07,
      confidence: 8,
    });
    world.clock.now += 600_000;
    await world.remind();
    expect(world.messages()).toEqual([]);
    expect(await ledger(world)).toMatchObject({ state: "skipped", reason: "done" });
  });

  it("a message that would come at night waits for the morning", async () => {
    const world = await startPushingWorld();
    await world.keyResult(world.ben);
    await world.subscribe(world.ben);
    await world.tell(world.ben, "member.set-preferences", {
      memberId: world.ben.memberId,
      checkInTime: "19:59",
    });
    world.at("2026-03-06T12:00:00Z");
    await world.remind();
    world.at("2026-03-09T18:59:00Z");
    world.service.reply({ status: 503 });
    await world.remind();
    world.at("2026-03-09T20:00:00Z");
    await world.remind();
    expect(await ledger(world)).toMatchObject({
      state: "retry",
      reason: "quiet",
      due_at: "2026-03-10T07:00:00.000Z",
    });
    world.at("2026-03-10T07:00:00Z");
    await world.remind();
    expect(world.messages()).toHaveLength(1);
  });

  it("a device that has unsubscribed is left alone", async () => {
    const { world, device } = await due();
    world.service.reply({ status: 503 });
    await world.remind();
    await world.ben.at.delete("/api/push-subscriptions", { endpoint: device.subscription.endpoint });
    world.clock.now += 600_000;
    await world.remind();
    expect(world.messages()).toEqual([]);
    expect(await ledger(world)).toMatchObject({ state: "gone", reason: "unsubscribed" });
  });

  it("a device that somebody else uses by now gets nothing of it, and goes on for them", async () => {
    const { world, device } = await due();
    world.service.reply({ status: 503 });
    await world.remind();
    await world.ada.at.put("/api/push-subscriptions", device.subscription);
    world.clock.now += 600_000;
    await world.remind();
    expect(world.messages().filter((one) => one.title.includes("check-in"))).toEqual([]);
    expect(await ledger(world)).toMatchObject({ state: "gone", reason: "unsubscribed" });
    expect((await world.ada.at.get("/api/push-subscriptions")).body).toEqual({ state: "on" });
  });
});

describe("what a message tells", () => {
  it.each([
    ["private", [], ["Trials", "0.07", "7%", "canary"]],
    ["titles", ["Trials"], ["0.07", "7%", "7.0%", "canary"]],
    ["full", ["Trials", "7.0%", "canary"], []],
  ] as const)("at %s", async (lockScreen, told, kept) => {
    const world = await startPushingWorld();
    world.at("2026-03-03T08:00:00Z");
    const keyResultId = await world.keyResult(world.ben);
    await world.subscribe(world.ben);
    const said = { id: world.id(), keyResultId, value: 0.07, confidence: 8, note: "canary" };
    await world.tell(world.ben, "check-in.record", said);
    await world.tell(world.ada, "workspace.set-lock-screen", { lockScreen });
    world.at("2026-03-06T12:00:00Z");
    await world.remind();
    world.at(monday);
    await world.remind();
    const received = world.service.received[0]!;
    for (const word of told) expect(received.plaintext).toContain(word);
    for (const word of kept) expect(received.plaintext).not.toContain(word);
    expect(received.body.length).toBeLessThanOrEqual(4096);
  });

  it("is what the member chose before what the workspace did", async () => {
    const { world } = await due();
    await world.tell(world.ada, "workspace.set-lock-screen", { lockScreen: "full" });
    await world.tell(world.ben, "member.set-preferences", {
      memberId: world.ben.memberId,
      lockScreen: "private",
    });
    await world.remind();
    expect(world.service.received[0]!.plaintext).not.toContain("Trials");
  });
});
