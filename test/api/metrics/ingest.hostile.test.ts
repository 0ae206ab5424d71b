import { expect, test } from "vitest";
import { countUse } from "../../../api/people/rate-limit.ts";
import { doors } from "../../../shared/people/policy.ts";
import { dump } from "../../support/dump.ts";
import { metricBy, program, readingsOf, tokenBy } from "../../support/program.ts";
import { addressOf, type Route, routesOf } from "../../support/routes.ts";
import { startWorld } from "../../support/world.ts";

const reading = { on: "2026-03-01", value: 1 };

async function warehouse() {
  const world = await startWorld();
  const metricId = await metricBy(world, world.ada, "plays");
  const { secret } = await tokenBy(world.ada);
  return { ...world, world, metricId, secret, sender: program(world.stranger(), secret) };
}

test("without a good token nobody is heard, whatever else they bring", async () => {
  const { world, ada, stranger, secret, origin } = await warehouse();
  const tries: Record<string, string>[] = [
    {},
    { authorization: secret },
    { authorization: "Bearer " },
    { authorization: `Basic ${secret}` },
    { authorization: `Bearer ${secret} x` },
    { authorization: `Bearer ${secret.slice(0, -1)}` },
    { authorization: `Bearer ${secret.toUpperCase()}` },
    { authorization: "Bearer ' or 1=1 --" },
    { authorization: `Bearer ${"a".repeat(5000)}` },
    { "x-api-key": secret },
  ];
  for (const headers of tries) {
    const answer = await program(stranger()).post("plays", reading, headers);
    expect([headers, answer.status, answer.body.error.code]).toEqual([headers, 401, "token_refused"]);
  }
  // A signed-in admin's browser on our own page has no more of a say here than anybody.
  const cookie = await program(ada.at).post("plays", reading, { origin, "sec-fetch-site": "same-origin" });
  expect(cookie.status).toBe(401);
  const inQuery = await stranger().post(`/api/v1/metrics/plays/readings?token=${secret}`, reading);
  expect(inQuery.status).toBe(401);
  expect(await readingsOf(world)).toEqual([]);
});

test("what a rule refuses leaves no trace, however often it is sent", async () => {
  const { world, ada, northing, sender, metricId } = await warehouse();
  expect((await sender.post("plays", reading)).status).toBe(200);
  await world.mutate(ada, "metric.retire", { metricId });
  const stored = async () => ({ ...(await dump(northing.database)), rate_limit: [], api_token: [] });
  const before = await stored();
  for (let i = 0; i < 3; i += 1) expect((await sender.post("plays", reading)).body.error.field).toBe("key");
  expect((await sender.post("plays", [reading, { ...reading, on: "2031-01-01" }])).status).toBe(400);
  expect(await stored()).toEqual(before);
});

test("guessing is slowed down by address, and a good token from elsewhere is not", async () => {
  const { sender, stranger } = await warehouse();
  const guesser = program(stranger(), "northing_guess_guess_guess");
  const answers: number[] = [];
  for (let i = 0; i < 35; i += 1) answers.push((await guesser.post("plays", reading)).status);
  expect(answers.indexOf(429)).toBe(30);
  const held = await guesser.post("plays", reading);
  expect([held.status, held.headers.get("retry-after")]).toEqual([429, "3"]);
  expect((await sender.post("plays", reading)).status).toBe(200);
});

test("a token that asks too often is held back by itself, and large requests count for more", async () => {
  const { northing, world, stranger, clock } = await warehouse();
  const { id, secret } = await tokenBy(world.ada, { name: "busy" });
  const busy = program(stranger(), secret);
  const many = Array.from({ length: 5000 }, (_, i) => ({
    on: new Date(Date.UTC(2010, 0, 1 + i)).toISOString().slice(0, 10),
    value: 1,
  }));
  // Of an allowance of 300, five are left after a request that counts for ten.
  await countUse(northing.people, id, 285);
  expect((await busy.post("plays", many)).status).toBe(200);
  const statuses: number[] = [];
  for (let i = 0; i < 6; i += 1) statuses.push((await busy.post("plays", reading)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  const held = await busy.post("plays", reading);
  expect([held.body.error.code, held.headers.get("retry-after")]).toEqual(["rate_limited", "1"]);
  const other = program(stranger(), (await tokenBy(world.ada, { name: "calm" })).secret);
  expect((await other.post("plays", reading)).status).toBe(200);
  clock.now += 1000;
  expect((await busy.post("plays", reading)).status).toBe(200);
});

test("a token opens no other route, and no other workspace", async () => {
  const { northing, world, stranger, secret, sender, cleo, id } = await warehouse();
  await metricBy(world, cleo, "theirs");
  expect((await sender.post("theirs", reading)).status).toBe(404);
  const before = await dump(northing.database);
  const isOpen = ({ door }: Route) =>
    door !== undefined && (doors[door] as readonly string[]).includes("anyone");
  for (const route of routesOf(northing).filter((one) => !isOpen(one) && one.door !== "sign-out")) {
    const answer = await stranger().send(addressOf(route, id()), {
      method: route.method,
      headers: { authorization: `Bearer ${secret}`, cookie: `northing=${secret}` },
    });
    const said = `${route.method} ${route.path}`;
    expect([said, [401, 403].includes(answer.status)]).toEqual([said, true]);
    await answer.body?.cancel();
  }
  expect(await dump(northing.database)).toEqual(before);
});

test("a token limited to one metric answers 404 for another, like one for a key nobody has", async () => {
  const { world, ada, metricId, stranger } = await warehouse();
  await metricBy(world, ada, "other");
  const { secret } = await tokenBy(ada, { name: "narrow", metricIds: [metricId] });
  const narrow = program(stranger(), secret);
  expect((await narrow.post("plays", reading)).status).toBe(200);
  const [named, nobodys] = [await narrow.post("other", reading), await narrow.post("nothing", reading)];
  expect([named.status, named.body.error]).toEqual([404, nobodys.body.error]);
  for (const key of [
    "' or 1=1 --",
    "plays'--",
    "%",
    "PLAYS",
    "../plays",
    "plays\u0000",
    "π",
    "a".repeat(4000),
  ])
    expect((await narrow.post(key, reading)).status, key).toBe(404);
});

test("a token does what its maker may do now, and nothing once they are gone", async () => {
  const world = await startWorld();
  const bob = await world.admit("admin", "Bob");
  const [kept] = [await metricBy(world, bob, "kept"), await metricBy(world, world.ada, "plays")];
  const sender = program(world.stranger(), (await tokenBy(bob)).secret);
  expect((await sender.post("plays", reading)).status).toBe(200);
  await world.mutate(world.ada, "member.set-role", { memberId: bob.memberId, role: "member" });
  const demoted = await sender.post("plays", { ...reading, value: 2 });
  expect([demoted.status, demoted.body.error.code]).toEqual([403, "forbidden"]);
  // A steward's own metric is still theirs to keep.
  expect((await sender.post("kept", reading)).status).toBe(200);
  await world.mutate(world.ada, "metric.revise", { metricId: kept, stewardId: world.ada.memberId });
  await world.mutate(world.ada, "member.set-role", { memberId: bob.memberId, role: "viewer" });
  expect((await sender.post("kept", reading)).status).toBe(403);
  await world.mutate(world.ada, "member.remove", { memberId: bob.memberId });
  expect((await sender.post("plays", reading)).body.error.code).toBe("token_refused");
});

test("bodies that are no JSON, too large, too deep or too many are refused, and nothing changes", async () => {
  const { northing, stranger, secret, sender } = await warehouse();
  await sender.post("plays", reading);
  const content = async () => (await dump(northing.database)).row;
  const before = await content();
  const json = "application/json";
  const bodies: [body: string, status: number, type: string | undefined][] = [
    ["{}", 415, "text/plain"],
    ["{}", 415, "application/x-www-form-urlencoded"],
    ["{}", 415, "text/plain; application/json"],
    ["", 400, json],
    ["{", 400, json],
    ['{"on":"2026-03-01","value":NaN}', 400, json],
    ['{"on":"2026-03-01","value":1e999}', 400, json],
    ["[]", 400, json],
    ["null", 400, json],
    ['"2026-03-01"', 400, json],
    ["[".repeat(50_000) + "]".repeat(50_000), 400, json],
    [JSON.stringify({ ...reading, note: "x".repeat(3_000_000) }), 413, json],
    [JSON.stringify(Array.from({ length: 5001 }, () => reading)), 413, json],
    ['{"__proto__":{"on":"2026-03-01"},"value":1}', 400, json],
  ];
  for (const [body, status, type] of bodies) {
    const answer = await program(stranger(), secret).post("plays", body, { "content-type": type ?? "" });
    expect([body.slice(0, 40), answer.status]).toEqual([body.slice(0, 40), status]);
  }
  expect(await content()).toEqual(before);
});

test("a body that trickles in without end is cut off at its limit, and nobody without a token makes us read one", async () => {
  const { stranger, secret } = await warehouse();
  let read = 0;
  const endless = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 65_536;
        if (read > 64 * 1024 * 1024) controller.close();
        else controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
  const send = (authorization: string) =>
    stranger().send("/api/v1/metrics/plays/readings", {
      ...{ method: "POST", body: endless(), duplex: "half" },
      headers: { "content-type": "application/json", authorization },
    } as RequestInit & { headers: Record<string, string> });
  expect((await send("Bearer northing_nobodys_nobodys")).status).toBe(401);
  expect(read).toBeLessThan(1024 * 1024);
  expect((await send(`Bearer ${secret}`)).status).toBe(413);
  expect(read).toBeLessThan(4 * 1024 * 1024);
});

test("a hundred of the same at once are stored once, and only one of them says it changed anything", async () => {
  const { world, sender, northing } = await warehouse();
  const readings = [reading, { on: "2026-02-28", value: 7, segment: "iOS" }];
  const answers = await Promise.all(Array.from({ length: 100 }, () => sender.post("plays", readings)));
  expect(answers.map((one) => one.status)).toEqual(answers.map(() => 200));
  expect(answers.reduce((sum, one) => sum + one.body.changed, 0)).toBe(2);
  expect(await readingsOf(world)).toHaveLength(2);
  expect(await northing.database.read("select 1 from row_history where kind = 'reading'")).toEqual([]);
});

test("another site's page is told nothing that would let it send a token", async () => {
  const { stranger, secret } = await warehouse();
  const path = "/api/v1/metrics/plays/readings";
  const preflight = await stranger().send(path, {
    method: "OPTIONS",
    headers: {
      origin: "https://evil.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type",
    },
  });
  const posted = await stranger().post(path, reading, {
    origin: "https://evil.example",
    authorization: `Bearer ${secret}`,
  });
  for (const { headers } of [preflight, posted])
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  expect(preflight.status).toBe(403);
});
