import { describe, expect, it } from "vitest";
import { startPushingWorld } from "../../support/pushing.ts";

const monday = "2026-03-09T08:00:00.000Z";

describe("the weekly nudge", () => {
  it("reaches every device of an owner at nine in their own zone, once", async () => {
    const world = await startPushingWorld();
    const keyResultId = await world.keyResult(world.ben);
    const phone = await world.subscribe(world.ben);
    await world.remind();
    world.at("2026-03-09T07:59:59.000Z");
    await world.remind();
    expect(world.messages()).toEqual([]);

    world.at(monday);
    await world.remind();
    await world.remind();
    const [message, ...others] = world.messages();
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      id: phone.id,
      title: "1 check-in due",
      body: "Trials started by heavy listeners",
      app_badge: "1",
    });
    const target = new URL(message!.navigate);
    expect(target.origin + target.pathname).toBe("http://localhost:4170/check-in");
    expect(target.searchParams.get("kr")).toBe(keyResultId);
    expect(world.service.faults).toEqual([]);
  });

  it("is one for all key results of an owner, comes again the next working day, and the week after", async () => {
    const world = await startPushingWorld();
    await world.keyResult(world.ben, "First");
    await world.keyResult(world.ben, "Second");
    await world.subscribe(world.ben);
    world.at("2026-03-06T12:00:00Z");
    await world.remind();
    for (const moment of [monday, "2026-03-09T12:00:00Z", "2026-03-12T12:00:00Z", "2026-03-16T08:00:00Z"]) {
      world.at(moment);
      await world.remind();
    }
    expect(world.messages().map((one) => [one.title, one.body])).toEqual([
      ["2 check-ins due", "First\nSecond"],
      ["2 check-ins still due", "First\nSecond"],
      ["2 check-ins due", "First\nSecond"],
    ]);
    expect(new Set(world.messages().map((one) => one.tag)).size).toBe(2);
  });

  it("carries everything a push needs: high urgency, a topic of its own, a life of a day", async () => {
    const world = await startPushingWorld();
    await world.keyResult(world.ben);
    await world.subscribe(world.ben);
    await world.remind();
    world.at(monday);
    await world.remind();
    const [received] = world.service.received;
    expect(received).toMatchObject({ urgency: "high", ttl: 86_400 });
    expect(received!.topic).toMatch(/^nudge-[0-9a-f]{20}$/);
  });

  it("comes at each member's own time and zone", async () => {
    const world = await startPushingWorld();
    await world.keyResult(world.ada, "Ada's");
    await world.keyResult(world.ben, "Ben's");
    await world.subscribe(world.ada);
    await world.subscribe(world.ben);
    await world.tell(world.ada, "member.set-zone", {
      memberId: world.ada.memberId,
      zone: "America/New_York",
    });
    await world.tell(world.ben, "member.set-preferences", {
      memberId: world.ben.memberId,
      checkInTime: "14:30",
    });
    const came: Record<string, string> = {};
    await world.remind();
    for (let minute = 0; minute < 24 * 60; minute += 15) {
      const before = world.messages().length;
      world.at(new Date(Date.parse("2026-03-09T00:00:00Z") + minute * 60_000).toISOString());
      await world.remind();
      for (const one of world
        .messages()
        .slice(before)
        .filter((one) => one.title.includes("check-in")))
        came[one.body!] = new Date(world.clock.now).toISOString();
    }
    expect(came).toEqual({ "Ben's": "2026-03-09T13:30:00.000Z", "Ada's": "2026-03-09T13:00:00.000Z" });
  });
});

describe("before it is sent, a nudge is judged by what is true then", () => {
  /** A nudge planned for Monday, and something that happens before it is due. */
  async function after(
    happens: (world: Awaited<ReturnType<typeof startPushingWorld>>, keyResultId: string) => Promise<void>,
  ) {
    const world = await startPushingWorld();
    const keyResultId = await world.keyResult(world.ben);
    await world.subscribe(world.ben);
    world.at("2026-03-06T12:00:00Z");
    await world.remind();
    await happens(world, keyResultId);
    world.at(monday);
    // Only what is due runs: planning has not seen what happened.
    await world.northing.reminders.work.sendDueReminders();
    await world.northing.reminders.delivery.settled();
    const lines = await world.northing.database.read(
      "select state, reason from reminder where planned_for = ?",
      [monday],
    );
    return { world, line: lines[0] };
  }

  it("nobody who is done is asked", async () => {
    const { world, line } = await after(async (world, keyResultId) => {
      const checkIn = { id: world.id(), keyResultId, value: 0.065, confidence: 7 };
      await world.tell(world.ben, "check-in.record", checkIn);
    });
    expect(line).toEqual({ state: "skipped", reason: "done" });
    expect(world.messages()).toEqual([]);
  });

  it("a check-in taken back is owed again", async () => {
    const { world } = await after(async (world, keyResultId) => {
      const checkInId = world.id();
      await world.tell(world.ben, "check-in.record", {
        id: checkInId,
        keyResultId,
        value: 0.065,
        confidence: 7,
      });
      await world.tell(world.ben, "check-in.retract", { id: world.id(), checkInId });
    });
    expect(world.messages()).toHaveLength(1);
  });

  it("somebody who is away is left alone, and whoever stands in is asked", async () => {
    const { world, line } = await after(async (world) => {
      await world.subscribe(world.ada);
      const delegate = { memberId: world.ada.memberId, untilOn: "2026-03-13" };
      await world.tell(world.ben, "member.set-delegate", { memberId: world.ben.memberId, delegate });
      await world.northing.reminders.work.planReminders();
    });
    expect(line).toBeDefined();
    const lines = await world.northing.database.read(
      "select member_id, state, reason from reminder where planned_for = ?",
      [monday],
    );
    expect(lines).toContainEqual({ member_id: world.ben.memberId, state: "skipped", reason: "away" });
    expect(lines).toContainEqual({ member_id: world.ada.memberId, state: "sent", reason: null });
    expect(world.messages().map((one) => one.body)).toEqual(["Trials started by heavy listeners"]);
  });

  it("a member who was removed hears nothing", async () => {
    const { world, line } = await after((world) =>
      world.tell(world.ada, "member.remove", { memberId: world.ben.memberId }),
    );
    expect(line).toEqual({ state: "skipped", reason: "removed" });
    expect(world.messages()).toEqual([]);
  });

  it("a cycle that is over asks for nothing", async () => {
    const { world, line } = await after(async (world) => {
      const [cycle] = await world.northing.database.read("select id from row where kind = 'cycle'");
      await world.tell(world.ada, "cycle.grade", { cycleId: String(cycle!.id) });
    });
    expect(line).toEqual({ state: "skipped", reason: "nothing-owed" });
    expect(world.messages()).toEqual([]);
  });

  it("a key result that was dropped asks for nothing", async () => {
    const { line } = await after((world, keyResultId) =>
      world.tell(world.ada, "key-result.drop", { keyResultId }),
    );
    expect(line).toEqual({ state: "skipped", reason: "nothing-owed" });
  });

  it("a key result that was reassigned asks its new owner", async () => {
    const { world, line } = await after(async (world, keyResultId) => {
      await world.subscribe(world.ada);
      await world.tell(world.ada, "key-result.reassign", { keyResultId, ownerId: world.ada.memberId });
      await world.northing.reminders.work.planReminders();
    });
    const lines = await world.northing.database.read(
      "select member_id, state from reminder where planned_for = ?",
      [monday],
    );
    expect(lines).toEqual([{ member_id: world.ada.memberId, state: "sent" }]);
    expect(line).toBeDefined();
  });

  it("a day off that was taken meanwhile moves it to the next working morning", async () => {
    const { world, line } = await after((world) =>
      world.tell(world.ben, "member.set-preferences", {
        memberId: world.ben.memberId,
        daysOff: ["2026-03-09"],
      }),
    );
    expect(line).toEqual({ state: "planned", reason: "quiet" });
    world.at("2026-03-10T06:59:00Z");
    await world.remind();
    expect(world.messages()).toEqual([]);
    world.at("2026-03-10T07:00:00Z");
    await world.remind();
    expect(world.messages()).toHaveLength(1);
  });

  it("who has switched pushes off gets none, and is told why", async () => {
    const { world, line } = await after((world) =>
      world.tell(world.ben, "member.set-preferences", {
        memberId: world.ben.memberId,
        channels: { push: false },
      }),
    );
    expect(line).toEqual({ state: "skipped", reason: "push-off" });
    const { body } = await world.ben.at.get("/api/reminders");
    expect(body.reminders[0]).toMatchObject({
      kind: "nudge",
      state: "skipped",
      reason: "push-off",
      dueAt: monday,
    });
  });
});
