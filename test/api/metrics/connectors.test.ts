import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { restore } from "../../../api/operator/restore.ts";
import { createOutbound } from "../../../api/outbound.ts";
import { querySecret, secret, startConnectingWorld } from "../../support/connecting.ts";
import { temporaryFolder } from "../../support/database.ts";
import { refusedAddresses, refusedHosts } from "../../support/refused-hosts.ts";
import { json, loopbackCanary } from "../../support/source-server.ts";
import { startWorld } from "../../support/world.ts";

describe("a connector that is saved", () => {
  test("is listed with everything but its secrets, and waits for its hour", async () => {
    const world = await startConnectingWorld();
    const saved = await world.connect({ segment: "EU" });
    expect(await world.listed()).toEqual([saved]);
    expect(saved).toEqual({
      ...{ id: saved.id, metricId: world.metricId, memberId: world.ada.memberId, name: "Warehouse" },
      ...{ address: world.source.url, hidden: true, headers: ["Authorization"] },
      ...{ look: { format: "json", path: "total" }, factor: 1, segment: "EU" },
      ...{ schedule: { every: "day", time: "07:00" }, state: "on", failures: 0 },
      dueAt: "2026-03-03T06:00:00.000Z",
    });
    expect(world.source.asked).toEqual([]);
  });

  test("keeps address and headers when they are left out, and only for the server they were typed for", async () => {
    const world = await startConnectingWorld();
    const { ada, draft } = world;
    const { id } = await world.connect();
    const { url: _, ...kept } = draft({ headers: [{ name: "authorization" }], name: "Lake" });
    const path = `/api/connectors/${id}`;
    expect((await ada.at.put(path, kept)).body).toMatchObject({ name: "Lake", address: world.source.url });
    await world.askWhenDue();
    expect(world.source.asked[0]).toMatchObject({ url: `/metric?key=${querySecret}` });
    expect(world.source.asked[0]?.headers).toMatchObject({ authorization: secret });
    const same = { ...kept, url: world.source.url.replace("/metric", "/other") };
    expect((await ada.at.put(path, same)).status).toBe(200);
    const other = { ...kept, url: "https://evil.example.net/" };
    const refused = { code: "invalid_request", field: "headers.authorization" };
    expect((await ada.at.put(path, other)).body.error).toMatchObject(refused);
    const trial = world.trial({ connectorId: id, url: other.url, headers: other.headers });
    expect((await ada.at.post("/api/connectors/try", trial)).body.error).toMatchObject(refused);
  });

  test("needs an address and a value for each header, a metric of this workspace, and a name of its own", async () => {
    const world = await startConnectingWorld();
    const { ada, cleo, draft } = world;
    const refused = async (changes: object) =>
      (await ada.at.post("/api/connectors", { ...draft(), ...changes })).body.error;
    expect(await refused({ url: undefined })).toMatchObject({ code: "invalid_request", field: "url" });
    const bare = { headers: [{ name: "X-Key" }] };
    expect(await refused(bare)).toMatchObject({ code: "invalid_request", field: "headers.X-Key" });
    expect(await refused({ metricId: world.id() })).toMatchObject({ code: "not_found", field: "metricId" });
    await world.connect();
    expect(await refused({})).toMatchObject({ code: "invalid_request", field: "name" });
    expect(await refused({ segment: "EU" })).toBeUndefined();
    await world.mutate(ada, "metric.retire", { metricId: world.metricId });
    expect(await refused({ name: "Lake" })).toMatchObject({ code: "not_found", field: "metricId" });
    expect((await cleo.at.post("/api/connectors", draft())).body.error).toMatchObject({ field: "metricId" });
  });

  test("is nobody's but the workspace's admins': others are told that nothing is there", async () => {
    const world = await startConnectingWorld();
    const { ben, cleo, draft } = world;
    const { id } = await world.connect();
    expect((await ben.at.get("/api/connectors")).status).toBe(403);
    expect(await world.listed(cleo)).toEqual([]);
    const path = `/api/connectors/${id}`;
    expect((await cleo.at.put(path, draft())).status).toBe(404);
    for (const deed of ["pause", "resume"]) expect((await cleo.at.post(`${path}/${deed}`)).status).toBe(404);
    expect((await cleo.at.delete(path)).status).toBe(404);
    const { url: _, ...theirs } = world.trial({ connectorId: id, headers: [] });
    const asked = await cleo.at.post("/api/connectors/try", theirs);
    expect(asked.status).toBe(404);
    expect(await world.listed()).toMatchObject([{ id, name: "Warehouse", state: "on" }]);
  });

  test("of a hundred there is one too many", async () => {
    const world = await startConnectingWorld();
    await world.connect();
    await world.northing.database.write([
      {
        sql: `insert into connector select id || n, workspace_id, member_id, metric_id, name || n, segment, look, factor,
                schedule, sealed, state, created_at, revised_at, due_at, null, null, 0, null, null, null, null, null
              from connector, (with recursive c(n) as (select 1 union all select n + 1 from c where n < 99) select n from c)`,
      },
    ]);
    expect((await world.ada.at.post("/api/connectors", world.draft({ name: "Lake" }))).status).toBe(429);
  });
});

describe("what is secret in it", () => {
  test("stands in no answer, no line of the log, no file of the data folder and no backup", async () => {
    const folder = temporaryFolder();
    const world = await startConnectingWorld({ folder });
    const { ada, draft } = world;
    const texts: string[] = [];
    const hear = async (answer: Promise<{ text: string; headers: Headers }>) => {
      const { text, headers } = await answer;
      texts.push(text, JSON.stringify([...headers]));
    };
    const { id } = await world.connect();
    const trial = world.trial();
    await hear(ada.at.post("/api/connectors/try", trial));
    await hear(ada.at.put(`/api/connectors/${id}`, draft()));
    await world.askWhenDue();
    world.source.answer = (request, response) => response.writeHead(500).end(JSON.stringify(request.headers));
    await world.askWhenDue();
    await hear(ada.at.post("/api/connectors/try", trial));
    await hear(ada.at.get("/api/connectors"));
    await hear(ada.at.post("/api/connectors", { ...draft(), headers: [{ name: "a b", value: secret }] }));
    await world.northing.database.backup(join(folder, "backup.db"));
    expect(world.source.asked.at(-1)?.headers.authorization).toBe(secret);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile());
    expect(files.filter((path) => /northing\.db(-wal)?$|backup\.db$/.test(path))).toHaveLength(3);
    const everything = [...texts, ...world.logged, ...files.map((path) => readFileSync(path, "latin1"))];
    for (const one of everything)
      for (const word of [secret, querySecret, Buffer.from(secret).toString("base64").slice(0, 20)])
        expect(one.includes(word)).toBe(false);
    await ada.at.delete(`/api/connectors/${id}`);
    expect(await world.northing.database.read("select * from connector")).toEqual([]);
  });

  test("opens with the same key and id alone; with another the source stops and says so", async () => {
    const folder = temporaryFolder();
    const env = (letter: string) => ({ SECRET_KEY: letter.repeat(43) });
    const before = await startConnectingWorld({ folder, env: env("A") });
    await before.connect();
    await before.close();
    const after = await startWorld({ folder, env: env("E"), empty: true });
    after.clock.now = Date.parse("2026-03-03T06:00:00Z");
    await after.northing.recurring.find((one) => one.name === "ask due sources")?.work();
    const [row] = await after.northing.database.read("select state, failure from connector");
    expect(row).toMatchObject({ state: "paused" });
    expect(JSON.parse(String(row?.failure))).toEqual({ code: "not_recorded", why: "secrets-lost" });
    expect(before.source.asked).toEqual([]);
  });
});

test("a connector that was deleted does not come back with a backup from before", async () => {
  const folder = temporaryFolder();
  const world = await startConnectingWorld({ folder });
  const [kept, gone] = [await world.connect(), await world.connect({ name: "Lake" })];
  const backup = join(folder, "backup.db");
  await world.northing.database.backup(backup);
  await world.ada.at.delete(`/api/connectors/${gone.id}`);
  await world.close();
  const { now } = world.clock;
  await restore(world.env, backup, { now: () => now, wait: async () => {}, random: () => 0.5 });
  const again = await startWorld({ folder, empty: true });
  expect(await again.northing.database.read("select id from connector")).toEqual([{ id: kept.id }]);
});

describe("an address nobody may have asked", () => {
  test("is refused when it is saved and when it is tried, in more than eighty spellings", async () => {
    const canary = await loopbackCanary();
    const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    const world = await startConnectingWorld({ outbound: createOutbound({ extraHosts: [], resolve }) });
    const { ada, draft } = world;
    const hosts = Object.values(refusedHosts).flat();
    const urls = [
      ...hosts.map((host) => `https://${host}:${canary.port}/`),
      ...hosts.map((host) => `https://${host}/`),
      ...refusedAddresses,
    ];
    for (const url of urls) {
      await world.northing.database.write([{ sql: "delete from rate_limit" }]);
      const save = await ada.at.post("/api/connectors", draft({ url }));
      const tried = await ada.at.post("/api/connectors/try", world.trial({ url }));
      expect(save.status, url).toBe(400);
      expect(save.body.error.field, url).toBe("url");
      if (tried.status === 200) expect(tried.body.failure.code, url).toBe("address_refused");
      else expect(tried.body.error.field, url).toBe("url");
    }
    expect(await world.listed()).toEqual([]);
    expect(canary.hits()).toBe(0);
  });

  test("is refused when it is asked, should it ever have come to be stored", async () => {
    const canary = await loopbackCanary();
    const loopback = [{ address: "127.0.0.1", family: 4 }];
    let safe = true;
    const resolve = async () => (safe ? [{ address: "8.8.8.8", family: 4 }] : loopback);
    const world = await startConnectingWorld({ outbound: createOutbound({ extraHosts: [], resolve }) });
    await world.connect({ url: "https://metrics.example.org/" });
    safe = false;
    await world.askWhenDue();
    const failure = { code: "address_refused", why: "not-public" };
    expect(await world.listed()).toMatchObject([{ state: "on", failures: 1, failure }]);
    expect(await world.readings()).toEqual([]);
    expect(canary.hits()).toBe(0);
  });
});

describe("a try", () => {
  test("answers the number that was found and the reading it would be, and records nothing", async () => {
    const world = await startConnectingWorld({ answer: json({ total: "45.2", password: "hunter2" }) });
    const tried = await world.ada.at.post("/api/connectors/try", world.trial({ factor: 0.01 }));
    expect(tried.body).toEqual({ found: 45.2, value: 0.452 });
    expect(await world.readings()).toEqual([]);
    expect(await world.listed()).toEqual([]);
  });

  test("answers why there is none, and nothing of what the source said", async () => {
    const world = await startConnectingWorld({ answer: json({ sum: "hunter2" }) });
    const ask = async (changes: Parameters<typeof world.trial>[0]) =>
      (await world.ada.at.post("/api/connectors/try", world.trial(changes))).text;
    expect(JSON.parse(await ask({}))).toEqual({
      failure: { code: "source_unreadable", why: "nothing-there", at: "total" },
    });
    const odd = await ask({ look: { format: "json", path: "sum" } });
    expect(JSON.parse(odd)).toEqual({
      failure: { code: "source_unreadable", why: "not-a-number", at: "sum" },
    });
    const prometheus = await ask({ look: { format: "prometheus", selector: "up", pick: "only" } });
    expect(JSON.parse(prometheus)).toEqual({
      failure: { code: "source_unreadable", why: "not-prometheus", at: "1" },
    });
    world.source.answer = (_request, response) => response.writeHead(403).end("hunter2");
    const forbidden = await ask({});
    expect(JSON.parse(forbidden)).toEqual({
      failure: { code: "source_unreachable", why: "status", status: 403 },
    });
    for (const text of [odd, prometheus, forbidden]) expect(text).not.toContain("hunter2");
  });

  test("may be had twenty times at once, and then every three seconds", async () => {
    const world = await startConnectingWorld();
    const trial = world.trial();
    const statuses: number[] = [];
    for (let i = 0; i < 22; i += 1)
      statuses.push((await world.ada.at.post("/api/connectors/try", trial)).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    expect(world.source.asked).toHaveLength(20);
    world.clock.now += 3000;
    expect((await world.ada.at.post("/api/connectors/try", trial)).status).toBe(200);
  });
});
