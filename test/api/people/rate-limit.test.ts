import { expect, test } from "vitest";
import { visitor } from "../../support/visitor.ts";
import { startWorld, tokenOf, type World } from "../../support/world.ts";

const guess = (i: number) => ({ token: `guess-${String(i).padStart(20, "0")}` });

async function flood({ northing, origin }: World, tries: number, headers: Record<string, string> = {}) {
  const at = visitor(northing.app, origin, "192.0.2.66");
  const statuses: number[] = [];
  for (let i = 0; i < tries; i += 1)
    statuses.push((await at.post("/api/join/preview", guess(i), headers)).status);
  return { at, statuses };
}

test("a flood of guesses from one address is slowed down and told when to come back", async () => {
  const world = await startWorld();
  const { at, statuses } = await flood(world, 130);
  expect(statuses.slice(0, 120).every((status) => status === 410)).toBe(true);
  expect(statuses.slice(120).every((status) => status === 429)).toBe(true);
  const refused = await at.post("/api/join", guess(1));
  expect([refused.status, refused.body.error.code]).toEqual([429, "rate_limited"]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  world.clock.now += 3000;
  expect((await at.post("/api/join/preview", guess(2))).status).toBe(410);
});

test("meanwhile somebody at another address joins", async () => {
  const world = await startWorld();
  await flood(world, 130);
  const { url } = (await world.ada.at.post("/api/invites", { role: "member", name: "Zoe" })).body;
  expect((await world.join("Zoe", url)).name).toBe("Zoe");
});

test("an invented X-Forwarded-For does not make a new caller, a trusted proxy's does", async () => {
  const invented = await startWorld();
  const spoofed = await flood(invented, 125, { "x-forwarded-for": "8.8.8.8" });
  expect(spoofed.statuses.at(-1)).toBe(429);
  const again = await spoofed.at.post("/api/join/preview", guess(1), { "x-forwarded-for": "9.9.9.9" });
  expect(again.status).toBe(429);

  const behindProxy = await startWorld({ env: { TRUST_PROXY: "192.0.2.66" } });
  const proxied = await flood(behindProxy, 125, { "x-forwarded-for": "8.8.8.8" });
  expect(proxied.statuses.at(-1)).toBe(429);
  const other = await proxied.at.post("/api/join/preview", guess(1), { "x-forwarded-for": "9.9.9.9" });
  expect(other.status).toBe(410);
});

test("one link is not tried for ever from many addresses", async () => {
  const { stranger, ada } = await startWorld();
  const token = tokenOf((await ada.at.post("/api/invites", { role: "member" })).body.url);
  const statuses: number[] = [];
  for (let i = 0; i < 70; i += 1)
    statuses.push((await stranger().post("/api/join/preview", { token })).status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
});

test("a restart forgets no limit", async () => {
  const before = await startWorld();
  await flood(before, 121);
  await before.close();
  const after = await startWorld({ folder: before.env.DATA_DIR, empty: true });
  expect((await flood(after, 1)).statuses).toEqual([429]);
});

test("what has passed takes no room", async () => {
  const world = await startWorld();
  const count = async () =>
    Number((await world.northing.database.read("select count(*) as n from rate_limit"))[0]?.n);
  await flood(world, 100);
  expect(await count()).toBeGreaterThan(100);
  world.clock.now += 3_600_000;
  await flood(world, 1);
  expect(await count()).toBe(3);
});

test("guesses at a passkey are counted too", async () => {
  const { stranger } = await startWorld();
  const at = stranger();
  const statuses: number[] = [];
  for (let i = 0; i < 35; i += 1) statuses.push((await at.post("/api/passkeys/sign-in-options")).status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(5);
});
