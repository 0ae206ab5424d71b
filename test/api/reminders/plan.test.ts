import { describe, expect, it } from "vitest";
import { type PushingWorld, startPushingWorld } from "../../support/pushing.ts";

const monday = "2026-03-09T08:00:00.000Z";

const planned = (world: PushingWorld) =>
  world.northing.database.read(
    "select planned_for, due_at, state from reminder where kind = 'nudge' order by planned_for",
  );
const times = async (world: PushingWorld) => (await planned(world)).map((one) => one.planned_for);

async function withBen() {
  const world = await startPushingWorld();
  const keyResultId = await world.keyResult(world.ben);
  await world.subscribe(world.ben);
  world.at("2026-03-06T12:00:00Z");
  await world.remind();
  return { world, keyResultId };
}

describe("the plan", () => {
  it("reaches two weeks ahead and grows as time passes", async () => {
    const { world } = await withBen();
    expect(await times(world)).toEqual([monday, "2026-03-16T08:00:00.000Z"]);
    world.at("2026-03-09T07:00:00Z");
    await world.remind();
    expect(await times(world)).toEqual([monday, "2026-03-16T08:00:00.000Z", "2026-03-23T08:00:00.000Z"]);
  });

  it("is the same however often it is made", async () => {
    const { world } = await withBen();
    const before = await world.northing.database.read("select id, planned_for from reminder order by id");
    world.clock.now += 3_700_000;
    await world.remind();
    expect(await world.northing.database.read("select id, planned_for from reminder order by id")).toEqual(
      before,
    );
  });

  it("follows a member into another zone, and asks once", async () => {
    const { world } = await withBen();
    await world.tell(world.ben, "member.set-zone", { memberId: world.ben.memberId, zone: "Asia/Tokyo" });
    await world.remind();
    expect(await times(world)).toEqual(["2026-03-09T00:00:00.000Z", "2026-03-16T00:00:00.000Z"]);
    world.at("2026-03-09T00:00:00Z");
    await world.remind();
    expect(world.messages()).toHaveLength(1);
    // Back west after it was sent: Monday nine o'clock comes a second time.
    await world.tell(world.ben, "member.set-zone", {
      memberId: world.ben.memberId,
      zone: "America/Los_Angeles",
    });
    world.at("2026-03-09T16:00:00Z");
    await world.remind();
    expect(world.messages()).toHaveLength(1);
  });

  it("catches up at once when a move makes the minute one that has passed", async () => {
    const { world } = await withBen();
    world.at("2026-03-09T05:00:00Z");
    await world.remind();
    await world.tell(world.ben, "member.set-zone", { memberId: world.ben.memberId, zone: "Asia/Tokyo" });
    await world.remind();
    expect(world.messages()).toHaveLength(1);
  });

  it("follows a change of the workspace's rhythm", async () => {
    const { world } = await withBen();
    const rhythm = {
      ...{ dueDay: 3, dueTime: "16:00", openDaysBefore: 3, focusTime: "09:30", workdays: [1, 2, 3, 4, 5] },
    };
    await world.tell(world.ada, "workspace.set-rhythm", { rhythm });
    await world.remind();
    expect(await times(world)).toEqual(["2026-03-11T15:00:00.000Z", "2026-03-18T15:00:00.000Z"]);
  });

  it("follows a change of a member's own time", async () => {
    const { world } = await withBen();
    await world.tell(world.ben, "member.set-preferences", {
      memberId: world.ben.memberId,
      checkInTime: "18:45",
    });
    await world.remind();
    expect((await times(world))[0]).toBe("2026-03-09T17:45:00.000Z");
  });

  it("names nobody without a running key result", async () => {
    const { world, keyResultId } = await withBen();
    await world.tell(world.ada, "key-result.drop", { keyResultId });
    await world.remind();
    expect(await planned(world)).toEqual([]);
  });

  it("asks nobody for a Monday that was over when their key result began", async () => {
    const world = await startPushingWorld();
    world.at("2026-03-09T10:00:00Z");
    await world.keyResult(world.ben);
    await world.subscribe(world.ben);
    await world.remind();
    expect((await times(world))[0]).toBe("2026-03-16T08:00:00.000Z");
    expect(world.messages()).toEqual([]);
  });
});

describe("a server that was down", () => {
  it("catches up once when it comes back in time", async () => {
    const { world } = await withBen();
    world.at("2026-03-11T12:00:00Z");
    await world.remind();
    await world.remind();
    expect(world.messages()).toHaveLength(1);
  });

  it("waits for the morning when it comes back at night", async () => {
    const { world } = await withBen();
    world.at("2026-03-10T22:00:00Z");
    await world.remind();
    expect(world.messages()).toEqual([]);
    world.at("2026-03-11T07:00:00Z");
    await world.remind();
    expect(world.messages()).toHaveLength(1);
  });

  it("does not ask for an occurrence that was missed meanwhile, and says so", async () => {
    const { world } = await withBen();
    world.at("2026-03-13T12:00:00Z");
    await world.remind();
    expect(world.messages()).toEqual([]);
    const { body } = await world.ben.at.get("/api/reminders");
    expect(body.reminders).toMatchObject([
      { kind: "nudge-again", state: "skipped", reason: "late", occurrenceOn: "2026-03-09" },
      { kind: "nudge", state: "skipped", reason: "late", dueAt: monday, occurrenceOn: "2026-03-09" },
    ]);
    expect(body.nextAt).toBe("2026-03-16T08:00:00.000Z");
  });

  it("asks once a week in the end, however its clock has jumped", async () => {
    const { world } = await withBen();
    const jumps = [
      "2026-03-09T08:00:00Z",
      "2026-03-09T07:00:00Z",
      "2026-03-08T08:00:00Z",
      "2026-03-09T09:00:00Z",
    ];
    for (const moment of [...jumps, "2036-03-09T09:00:00Z", "2026-03-09T10:00:00Z", "2026-03-16T08:30:00Z"]) {
      world.at(moment);
      await world.remind();
    }
    expect(world.messages().length).toBeLessThanOrEqual(2);
    expect(new Set(world.messages().map((one) => one.tag)).size).toBe(world.messages().length);
  });
});
