import { expect, test } from "vitest";
import { startPushingWorld } from "../../support/pushing.ts";
import { startWorld } from "../../support/world.ts";

const token = "a-token-of-22-letters!";
const env = { METRICS_TOKEN: token };
const bearer = { authorization: `Bearer ${token}` };

test("without a token in the environment there is no such page, with or without one in the request", async () => {
  const { stranger } = await startWorld();
  expect((await stranger().get("/metrics")).status).toBe(404);
  expect((await stranger().get("/metrics", bearer)).status).toBe(404);
});

test.each([
  ["none", {}],
  ["another", { authorization: `Bearer ${token}x` }],
  ["a shorter one", { authorization: `Bearer ${token.slice(0, -1)}` }],
  ["an empty one", { authorization: "Bearer " }],
  ["the right one without its scheme", { authorization: token }],
])("with %s nobody is told anything, not even an admin", async (_, headers) => {
  const { ada, stranger } = await startWorld({ env });
  for (const who of [stranger(), ada.at]) {
    const { status, text } = await who.get("/metrics", headers);
    expect(status).toBe(401);
    expect(text).not.toContain("northing_");
  }
});

test("what is due, decided, tried and accepted can be watched, and names nobody", async () => {
  const world = await startPushingWorld({ env });
  const { ben, ada, service } = world;
  await world.keyResult(ben);
  await world.subscribe(ben);
  await world.keyResult(ada, "Ada's own");
  await world.remind();
  world.at("2026-03-09T08:00:00.000Z");
  const figures = async () => {
    world.clock.now += 5000;
    const { status, text, headers } = await world.stranger().get("/metrics", bearer);
    expect([status, headers.get("content-type")]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"]);
    return text;
  };
  expect(await figures()).toMatch(/^northing_reminders_due [1-9]$/m);
  service.reply({ status: 503 });
  await world.remind();
  const busy = await figures();
  expect(busy).toMatch(/^northing_push_tries_total\{state="retry",reason="busy"\} 1$/m);
  expect(busy).toMatch(/^northing_push_waiting\{state="retry"\} 1$/m);
  expect(busy).toMatch(/^northing_reminders_decided_total\{kind="nudge",state="sent",reason=""\} 1$/m);
  expect(busy).toMatch(
    /^northing_reminders_decided_total\{kind="nudge",state="skipped",reason="no-device"\} 1$/m,
  );
  world.clock.now += 110_000;
  await world.remind();
  const done = await figures();
  expect(done).toMatch(/^northing_push_tries_total\{state="accepted",reason=""\} 1$/m);
  expect(done).toMatch(/^northing_push_dwell_seconds_bucket\{le="60"\} 0$/m);
  expect(done).toMatch(/^northing_push_dwell_seconds_bucket\{le="300"\} 1$/m);
  expect(done).toMatch(/^northing_push_dwell_seconds_count 1$/m);
  expect(done).toMatch(/^northing_push_subscriptions\{state="on"\} 1$/m);

  for (const secret of ["Ben", "Ada", "Trials", "localhost", ben.memberId, ben.workspaceId])
    expect(done).not.toContain(secret);
});

test("rounds of phones are counted by their answer, and the database is asked once in five seconds", async () => {
  const { ada, mutate, stranger, clock } = await startWorld({ env });
  const look = async () => (await stranger().get("/metrics", bearer)).text;
  await mutate(ada, "workspace.rename", { name: "Tides" });
  const first = await look();
  expect(first).toMatch(/^northing_sync_requests_total\{status="200"\} 1$/m);
  await mutate(ada, "workspace.rename", { name: "Waves" });
  expect(await look()).toBe(first);
  clock.now += 5000;
  expect(await look()).toMatch(/^northing_sync_requests_total\{status="200"\} 2$/m);
});

test("every line is one Prometheus reads: a comment, or a name with labels and a number", async () => {
  const { stranger } = await startWorld({ env });
  const { text } = await stranger().get("/metrics", bearer);
  const lines = text.trimEnd().split("\n");
  const sample = /^northing_[a-z_]+(\{([a-z]+="[^"]*",?)+\})? -?[\d.e+-]+$/;
  expect(
    lines.filter((line) => !/^# (HELP|TYPE) northing_[a-z_]+ /.test(line) && !sample.test(line)),
  ).toEqual([]);
  for (const name of [
    "live_streams",
    "process_resident_bytes",
    "event_loop_lag_seconds",
    "database_retries_total",
  ])
    expect(text).toMatch(new RegExp(`^northing_${name} [\\d.e-]+$`, "m"));
});
