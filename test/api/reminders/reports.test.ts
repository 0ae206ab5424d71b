import { describe, expect, it } from "vitest";
import { startPushingWorld } from "../../support/pushing.ts";

const monday = "2026-03-09T08:00:00.000Z";

/** Ben's nudge, on his phone; `report` speaks as his worker does, with or without his session. */
async function nudged() {
  const world = await startPushingWorld();
  const keyResultId = await world.keyResult(world.ben);
  await world.subscribe(world.ben);
  await world.remind();
  world.at(monday);
  await world.remind();
  const { data } = world.messages()[0]!;
  const path = (what: string) => `/api/reminders/${data.id}/${what}`;
  const state = async () => (await world.ben.at.get("/api/reminders")).body.reminders[0];
  return { world, keyResultId, path, ...data, state };
}

describe("a report on a message", () => {
  it("says that it was shown, then that it was opened; the first moment counts", async () => {
    const { world, path, state } = await nudged();
    expect((await world.ben.at.post(path("shown"), {})).status).toBe(204);
    expect(await state()).toMatchObject({ state: "shown", kind: "nudge", dueAt: monday });
    world.clock.now += 60_000;
    expect((await world.ben.at.post(path("opened"), {})).status).toBe(204);
    expect((await world.ben.at.post(path("shown"), {})).status).toBe(204);
    expect(await state()).toMatchObject({ state: "opened" });
    const [line] = await world.northing.database.read("select shown_at, opened_at from delivery");
    expect(line).toEqual({ shown_at: monday, opened_at: "2026-03-09T08:01:00.000Z" });
  });

  it("is believed without a session when it brings the message's secret", async () => {
    const { world, path, secret, state } = await nudged();
    expect((await world.stranger().post(path("shown"), { secret })).status).toBe(204);
    expect(await state()).toMatchObject({ state: "shown" });
  });

  it("by anybody else finds nothing, as does one on an id nobody knows", async () => {
    const { world, path, secret, state } = await nudged();
    const wrong = `${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`;
    const unknown = `/api/reminders/${world.id()}/shown`;
    const answers = await Promise.all([
      world.stranger().post(path("shown"), {}),
      world.stranger().post(path("shown"), { secret: wrong }),
      world.stranger().post(path("opened"), { secret: "" }),
      world.cleo.at.post(path("opened"), {}),
      world.ada.at.post(path("snooze"), { secret: wrong }),
      world.ben.at.post(unknown, {}),
      world.stranger().post(unknown, { secret }),
    ]);
    expect(new Set(answers.map((one) => one.status))).toEqual(new Set([404]));
    expect(new Set(answers.map((one) => JSON.stringify(one.body.error)))).toHaveProperty("size", 1);
    expect(await state()).toMatchObject({ state: "sent" });
  });

  it("of another shape, or from another site, is refused", async () => {
    const { world, path, secret } = await nudged();
    for (const body of [{ secret: 7 }, { secret, more: 1 }, [], { secret: "x".repeat(65) }])
      expect((await world.ben.at.post(path("shown"), body)).status).toBe(400);
    const origin = { origin: "https://attacker.example" };
    expect((await world.ben.at.post(path("shown"), {}, origin)).status).toBe(403);
    expect((await world.ben.at.get(path("shown"))).status).toBe(404);
  });
});

describe("a message that was taken and never shown", () => {
  const used = async (world: Awaited<ReturnType<typeof nudged>>["world"], at: string) => {
    world.at(at);
    await world.ben.at.post("/api/push-subscriptions/lost", {});
  };

  it("ran out where the phone was off for all its life, however often it is online later", async () => {
    const { world, state } = await nudged();
    await used(world, "2026-03-10T09:00:00Z");
    await used(world, "2026-03-10T10:00:00Z");
    expect(await state()).toMatchObject({ state: "expired" });
  });

  it("is lost where the phone was online meanwhile, once its life is over and not before", async () => {
    const { world, state } = await nudged();
    await used(world, "2026-03-09T20:00:00Z");
    expect(await state()).toMatchObject({ state: "sent" });
    world.at("2026-03-10T08:00:01Z");
    expect(await state()).toMatchObject({ state: "lost" });
  });

  it("is not lost because the phone was online before it came", async () => {
    const { world, state } = await nudged();
    world.clock.now -= 1;
    await used(world, new Date(world.clock.now).toISOString());
    world.at("2026-03-11T08:00:00Z");
    expect(await state()).toMatchObject({ state: "expired" });
  });

  it("counts as shown when the phone says so later, as a report may be late", async () => {
    const { world, path, state } = await nudged();
    await used(world, "2026-03-09T20:00:00Z");
    world.at("2026-03-11T08:00:00Z");
    await world.ben.at.post(path("shown"), {});
    expect(await state()).toMatchObject({ state: "shown" });
  });

  it("of another device of the same person is not lost by this one's being online", async () => {
    const { world } = await nudged();
    await world.northing.database.write([
      { sql: "update delivery set device_id = ? where state = 'accepted'", args: [world.ada.deviceId] },
    ]);
    await used(world, "2026-03-09T20:00:00Z");
    expect(await world.northing.database.read("select online_at from delivery")).toEqual([
      { online_at: null },
    ]);
  });
});

describe("a snooze", () => {
  it("keeps quiet for an hour, then asks again on every device", async () => {
    const { world, path, state } = await nudged();
    const { status, body } = await world.ben.at.post(path("snooze"), {});
    expect([status, body]).toEqual([200, { until: "2026-03-09T09:00:00.000Z" }]);
    expect(await state()).toMatchObject({ state: "snoozed", snoozedUntil: body.until });
    world.at("2026-03-09T08:59:00Z");
    await world.remind();
    expect(world.messages()).toHaveLength(1);
    world.at("2026-03-09T09:00:00Z");
    await world.remind();
    await world.remind();
    const [first, second, ...more] = world.messages();
    expect(more).toEqual([]);
    expect(second!.tag).toBe(first!.tag);
    expect(second!.data.id).not.toBe(first!.data.id);
  });

  it("twice is one, and it may be snoozed again when it comes again", async () => {
    const { world, path } = await nudged();
    await world.ben.at.post(path("snooze"), {});
    world.clock.now += 600_000;
    const again = await world.ben.at.post(path("snooze"), {});
    expect(again.body).toEqual({ until: "2026-03-09T09:00:00.000Z" });
    world.at("2026-03-09T09:00:00Z");
    await world.remind();
    const { data } = world.messages()[1]!;
    const later = await world.ben.at.post(`/api/reminders/${data.id}/snooze`, {});
    expect(later.body).toEqual({ until: "2026-03-09T10:00:00.000Z" });
    world.at("2026-03-09T10:00:00Z");
    await world.remind();
    expect(world.messages()).toHaveLength(3);
  });

  it("on two devices is one", async () => {
    const world = await startPushingWorld();
    await world.keyResult(world.ben);
    await world.subscribe(world.ben);
    await world.anotherDevice(world.ben);
    await world.remind();
    world.at(monday);
    await world.remind();
    expect(world.messages()).toHaveLength(2);
    for (const { data } of world.messages()) await world.ben.at.post(`/api/reminders/${data.id}/snooze`, {});
    for (const moment of ["2026-03-09T09:00:00Z", "2026-03-09T10:00:00Z"]) {
      world.at(moment);
      await world.remind();
    }
    expect(world.messages()).toHaveLength(4);
    const [reminder] = await world.northing.database.read("select round from reminder where round > 0");
    expect(reminder).toEqual({ round: 1 });
  });

  it("asks no more when the check-in is there by then", async () => {
    const { world, path, keyResultId } = await nudged();
    await world.ben.at.post(path("snooze"), {});
    const checkIn = { id: world.id(), keyResultId, value: 0.07, confidence: 6 };
    await world.tell(world.ben, "check-in.record", checkIn);
    world.at("2026-03-09T09:00:00Z");
    await world.remind();
    expect(world.messages()).toHaveLength(1);
  });

  it("into the night ends in the morning", async () => {
    const { world, path } = await nudged();
    world.at("2026-03-09T18:30:00Z");
    await world.ben.at.post(path("snooze"), {});
    world.at("2026-03-09T19:30:00Z");
    await world.remind();
    expect(world.messages()).toHaveLength(1);
    world.at("2026-03-10T07:00:00Z");
    await world.remind();
    expect(world.messages()).toHaveLength(2);
  });

  it("never lasts beyond the occurrence", async () => {
    const { world, path } = await nudged();
    world.at("2026-03-12T22:30:00Z");
    const { body } = await world.ben.at.post(path("snooze"), {});
    expect(body).toEqual({ until: "2026-03-12T23:00:00.000Z" });
    world.at("2026-03-13T09:00:00Z");
    await world.remind();
    expect(world.messages()).toHaveLength(1);
  });
});

describe("the last reminders of a device", () => {
  it("are ten, newest first, with the next one that is planned", async () => {
    const world = await startPushingWorld();
    await world.subscribe(world.ben);
    for (let i = 0; i < 12; i += 1) {
      world.clock.now += 11 * 60_000;
      await world.ben.at.post("/api/push-subscriptions/test", {});
    }
    await world.keyResult(world.ben);
    await world.remind();
    const { reminders, nextAt, coming } = (await world.ben.at.get("/api/reminders")).body;
    expect(reminders).toHaveLength(10);
    expect(coming[0]).toMatchObject({ kind: "nudge", dueAt: monday, subjectId: world.ben.memberId });
    const times = reminders.map((one: { dueAt: string }) => one.dueAt);
    expect(times).toEqual([...times].sort().reverse());
    expect(nextAt).toBe(monday);
    expect((await world.cleo.at.get("/api/reminders")).body).toEqual({
      ...{ reminders: [], coming: [], heldBack: [], devices: [], mail: false },
    });
  });

  it("of another device of one's own are told too, and of somebody else's nothing is", async () => {
    const { world } = await nudged();
    const asked = `/api/reminders?device=${world.ben.deviceId}`;
    expect((await world.ben.at.get(asked)).body.reminders).toHaveLength(1);
    const nudges = (await world.ada.at.get(asked)).body.reminders.filter(
      (one: { kind: string }) => one.kind === "nudge",
    );
    expect(nudges).toEqual([]);
    const other = `/api/reminders?device=${world.ada.deviceId}`;
    expect((await world.ben.at.get(other)).body.reminders).toEqual([]);
  });

  it("name what the budget held back in the last eight days, and nobody else's", async () => {
    const { world } = await nudged();
    await world.northing.database.write([
      { sql: "update reminder set state = 'skipped', reason = 'budget' where state = 'sent'" },
    ]);
    const heldBack = async () => (await world.ben.at.get("/api/reminders")).body.heldBack;
    expect(await heldBack()).toMatchObject([{ kind: "nudge", occurrenceOn: "2026-03-09", at: monday }]);
    expect((await world.ada.at.get("/api/reminders")).body.heldBack).toEqual([]);
    world.at("2026-03-17T08:00:01Z");
    expect(await heldBack()).toEqual([]);
  });

  it("after half a year are forgotten", async () => {
    const { world } = await nudged();
    const lines = async () =>
      (
        await world.northing.database.read(
          "select 1 from delivery union all select 1 from reminder where state = 'sent'",
        )
      ).length;
    await world.northing.reminders.work.forgetOldLines();
    expect(await lines()).toBe(2);
    world.clock.now += 190 * 86_400_000;
    await world.northing.reminders.work.forgetOldLines();
    expect(await lines()).toBe(0);
  });
});
