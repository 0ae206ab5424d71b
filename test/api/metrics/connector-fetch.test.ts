import { describe, expect, test } from "vitest";
import { startConnectingWorld } from "../../support/connecting.ts";
import { json } from "../../support/source-server.ts";

const failing = { code: "source_unreachable", why: "status", status: 500 };

describe("a source that is due", () => {
  test("is asked at its hour, and recorded as whoever made it, of the day in the workspace's zone", async () => {
    const world = await startConnectingWorld();
    await world.connect({ segment: "EU", schedule: { every: "day", time: "00:30" } });
    await world.ask();
    expect(world.source.asked).toEqual([]);
    await world.askWhenDue();
    // 23:30 in UTC on the 2nd is the 3rd in Berlin.
    expect(new Date(world.clock.now).toISOString()).toBe("2026-03-02T23:30:00.000Z");
    const reading = { metricId: world.metricId, on: "2026-03-03", value: 261 };
    expect(await world.readings()).toEqual([
      { ...reading, segment: "EU", source: "Warehouse", recordedBy: world.ada.memberId },
    ]);
    expect(await world.listed()).toMatchObject([
      {
        ...{ state: "on", failures: 0, lastAt: "2026-03-02T23:30:00.000Z", lastOn: "2026-03-03" },
        ...{ lastValue: 261, dueAt: "2026-03-03T23:30:00.000Z" },
      },
    ]);
    await world.ask();
    expect(world.source.asked).toHaveLength(1);
  });

  test("that says the same again changes nothing, and another number corrects the day", async () => {
    const world = await startConnectingWorld();
    await world.connect({ schedule: { every: "hour", time: "00:00" } });
    const revision = async () =>
      (await world.northing.database.read("select max(revision) as r from revision"))[0]?.r;
    await world.askWhenDue();
    const once = await revision();
    await world.askWhenDue();
    expect(await revision()).toBe(once);
    world.source.answer = json({ total: 262 });
    await world.askWhenDue();
    expect(world.source.asked).toHaveLength(3);
    expect(await world.readings()).toMatchObject([{ on: "2026-03-02", value: 262 }]);
  });

  test("is asked once when the server was down for a week", async () => {
    const world = await startConnectingWorld();
    await world.connect();
    world.clock.now += 7 * 86_400_000;
    await world.ask();
    await world.ask();
    expect(await world.readings()).toMatchObject([{ on: "2026-03-09" }]);
    expect(world.source.asked).toHaveLength(1);
  });

  test("keeps no other from its turn: of twenty, those that answer are recorded", async () => {
    const world = await startConnectingWorld({
      answer: (request, response) =>
        request.url?.includes("bad") ? request.socket.destroy() : response.end('{"total":1}'),
    });
    for (let i = 0; i < 20; i += 1) {
      await world.northing.database.write([{ sql: "delete from rate_limit" }]);
      await world.connect({ name: `Source ${i}`, url: `${world.source.url}?${i % 2 ? "bad" : "good"}=${i}` });
    }
    await world.askWhenDue();
    expect(await world.readings()).toHaveLength(10);
    expect(world.source.asked).toHaveLength(20);
    const failures = (await world.listed()).map((one) => one.failures);
    expect(failures.filter((count) => count === 1)).toHaveLength(10);
  });
});

describe("a source that fails", () => {
  test("is asked again twice as late each time, is recorded when it is back, and keeps its hour then", async () => {
    const world = await startConnectingWorld();
    const answer = world.source.answer;
    world.source.answer = (_request, response) => response.writeHead(500).end();
    await world.connect();
    const waits: number[] = [];
    for (let i = 0; i < 4; i += 1) {
      await world.askWhenDue();
      const [one] = await world.listed();
      expect(one).toMatchObject({ state: "on", failures: i + 1, failure: failing });
      waits.push((Date.parse(one?.dueAt ?? "") - world.clock.now) / 60_000);
    }
    for (const [i, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(5 * 2 ** i);
      expect(wait).toBeLessThanOrEqual(5 * 2 ** i * 1.25);
    }
    world.source.answer = answer;
    await world.askWhenDue();
    const [back] = await world.listed();
    expect(back).toMatchObject({ failures: 0, lastValue: 261, dueAt: "2026-03-04T06:00:00.000Z" });
    expect(back).not.toHaveProperty("failure");
    expect(back).not.toHaveProperty("failingSince");
  });

  test("ten times over more than an hour is paused and says so, and is asked at once when somebody resumes it", async () => {
    const world = await startConnectingWorld();
    world.source.answer = (_request, response) => response.writeHead(500).end();
    const { id } = await world.connect();
    for (let i = 0; i < 9; i += 1) await world.askWhenDue();
    expect(await world.listed()).toMatchObject([{ state: "on", failures: 9 }]);
    await world.askWhenDue();
    const [paused] = await world.listed();
    expect(paused).toMatchObject({ state: "paused", failures: 10, failure: failing });
    expect(paused?.failingSince).toBe("2026-03-03T06:00:00.000Z");
    expect(paused).not.toHaveProperty("dueAt");
    world.clock.now += 30 * 86_400_000;
    await world.ask();
    expect(world.source.asked).toHaveLength(10);
    world.source.answer = json({ total: 5 });
    const resumed = await world.ada.at.post(`/api/connectors/${id}/resume`);
    expect(resumed.body).toMatchObject({ state: "on", failures: 0 });
    await world.ask();
    expect(await world.readings()).toMatchObject([{ value: 5 }]);
  });

  test("ten times within the hour is not given up yet", async () => {
    const world = await startConnectingWorld();
    world.source.answer = (_request, response) => response.writeHead(500).end();
    await world.connect();
    await world.askWhenDue();
    await world.northing.database.write([{ sql: "update connector set failures = 9" }]);
    await world.askWhenDue();
    expect(await world.listed()).toMatchObject([{ state: "on", failures: 10 }]);
  });

  test.each([
    ["text that is no number", '{"total":"many"}', { why: "not-a-number", at: "total" }],
    ["nothing that is finite", '{"total":"NaN"}', { why: "not-finite", at: "total" }],
    ["no JSON", "<html>", { why: "not-json" }],
  ])("for it says %s records nothing and tells why", async (_what, text, why) => {
    const world = await startConnectingWorld({ answer: (_request, response) => response.end(text) });
    await world.connect();
    await world.askWhenDue();
    expect(await world.listed()).toMatchObject([{ failure: { code: "source_unreadable", ...why } }]);
    expect(await world.readings()).toEqual([]);
  });
});

test("a server that stops in the middle of asking counts no failure; the next one asks anew", async () => {
  const world = await startConnectingWorld({ answer: () => {} });
  await world.connect();
  world.clock.now = Date.parse("2026-03-03T06:00:00Z");
  const asking = world.ask();
  while (world.source.asked.length === 0) await new Promise(setImmediate);
  world.northing.leave();
  await asking;
  const [row] = await world.northing.database.read(
    "select state, failures, due_at, lease_until from connector",
  );
  expect(row).toEqual({
    ...{ state: "on", failures: 0, due_at: "2026-03-03T06:00:00.000Z" },
    lease_until: "2026-03-03T06:01:00.000Z",
  });
});

describe("a source nobody may record any more", () => {
  test("is not even asked once its maker was removed, until another admin takes it over", async () => {
    const world = await startConnectingWorld();
    const { ada } = world;
    const zoe = await world.admit("admin", "Zoe");
    const made = await zoe.at.post("/api/connectors", world.draft());
    await world.mutate(ada, "member.remove", { memberId: zoe.memberId });
    await world.askWhenDue();
    const failure = { code: "not_recorded", why: "maker-removed" };
    expect(await world.listed()).toMatchObject([{ state: "paused", failure }]);
    expect(world.source.asked).toEqual([]);
    await ada.at.post(`/api/connectors/${made.body.id}/resume`);
    await world.ask();
    expect(await world.readings()).toMatchObject([{ recordedBy: ada.memberId }]);
  });

  test.each([
    ["its metric was retired", "metric_retired"],
    ["its maker only reads by now", "forbidden"],
  ])("because %s is paused with the reason", async (_what, code) => {
    const world = await startConnectingWorld();
    const zoe = await world.admit("admin", "Zoe");
    await zoe.at.post("/api/connectors", world.draft());
    if (code === "forbidden")
      await world.mutate(world.ada, "member.set-role", { memberId: zoe.memberId, role: "viewer" });
    else await world.mutate(world.ada, "metric.retire", { metricId: world.metricId });
    await world.askWhenDue();
    const failure = { code: "not_recorded", why: "refused", at: code };
    expect(await world.listed()).toMatchObject([{ state: "paused", failure }]);
    expect(await world.readings()).toEqual([]);
  });
});

describe("a source somebody changes while it is asked", () => {
  test.each(["paused", "deleted", "revised"])("and that is %s then, stays so", async (what) => {
    let release: () => void = () => {};
    const world = await startConnectingWorld({
      answer: (_request, response) => {
        release = () => response.end('{"total":1}');
      },
    });
    const { id } = await world.connect();
    world.clock.now = Date.parse("2026-03-03T06:00:00Z");
    const asking = world.ask();
    while (world.source.asked.length === 0) await new Promise(setImmediate);
    const path = `/api/connectors/${id}`;
    if (what === "paused") await world.ada.at.post(`${path}/pause`);
    else if (what === "deleted") await world.ada.at.delete(path);
    else await world.ada.at.put(path, world.draft({ name: "Lake" }));
    const before = await world.listed();
    release();
    await asking;
    expect(await world.listed()).toEqual(before);
  });
});
