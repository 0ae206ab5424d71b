import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { restore } from "../../../api/operator/restore.ts";
import { tidy } from "../../../api/people/upkeep-store.ts";
import { temporaryFolder } from "../../support/database.ts";
import { dump } from "../../support/dump.ts";
import { metricBy, program, tokenBy } from "../../support/program.ts";
import { startWorld } from "../../support/world.ts";

const day = 86_400_000;
const yesterday = { on: "2026-03-01", value: 4 };

test("Ada makes a token, sees its secret once, and finds it in the list with its last use", async () => {
  const world = await startWorld();
  const { ada, clock, stranger } = world;
  const metricId = await metricBy(world, ada, "plays");
  const made = await ada.at.post("/api/tokens", {
    ...{ name: " Warehouse ", scopes: ["readings.write"], metricIds: [metricId], days: 90 },
  });
  expect(made.body.secret).toMatch(/^northing_[\w-]{32}$/);
  const { id, secret } = made.body;
  const listed = {
    ...{ id, memberId: ada.memberId, name: "Warehouse", hint: secret.slice(0, 13) },
    ...{ scopes: ["readings.write"], metricIds: [metricId] },
    ...{ createdAt: "2026-03-02T08:00:00.000Z", expiresAt: "2026-05-31T08:00:00.000Z", lastUsedAt: null },
  };
  expect((await ada.at.get("/api/tokens")).body).toEqual({ tokens: [listed] });
  clock.now += 3_600_000;
  expect((await program(stranger(), secret).post("plays", yesterday)).status).toBe(200);
  expect((await ada.at.get("/api/tokens")).body.tokens[0].lastUsedAt).toBe("2026-03-02T09:00:00.000Z");
});

test("neither the database nor the log holds a secret", async () => {
  const world = await startWorld();
  await metricBy(world, world.ada, "plays");
  const { secret } = await tokenBy(world.ada);
  await program(world.stranger(), secret).post("plays", yesterday);
  await program(world.stranger(), `${secret}x`).post("plays", yesterday);
  const kept = JSON.stringify(await dump(world.northing.database)) + world.logged.join("");
  expect(kept).not.toContain(secret.slice("northing_".length + 4));
  const events = world.logged.map((line) => JSON.parse(line).event);
  expect(events.filter((event) => /^(api_token|readings)\./.test(event))).toEqual([
    "api_token.made",
    "readings.ingested",
  ]);
});

test("a revoked token is refused from the next request on", async () => {
  const world = await startWorld();
  const { ada, stranger } = world;
  await metricBy(world, ada, "plays");
  const { id, secret } = await tokenBy(ada);
  const warehouse = program(stranger(), secret);
  expect((await warehouse.post("plays", yesterday)).status).toBe(200);
  expect((await ada.at.delete(`/api/tokens/${id}`)).status).toBe(200);
  const refused = await warehouse.post("plays", yesterday);
  expect([refused.status, refused.body.error.code]).toEqual([401, "token_refused"]);
  expect(refused.headers.get("www-authenticate")).toBe("Bearer");
  expect((await ada.at.get("/api/tokens")).body.tokens).toEqual([]);
  expect((await ada.at.delete(`/api/tokens/${id}`)).status).toBe(404);
});

test("a token ends on its day, still stands in the list, and gives its name up", async () => {
  const world = await startWorld();
  const { ada, clock, stranger } = world;
  await metricBy(world, ada, "plays");
  const { id, secret } = await tokenBy(ada, { days: 1 });
  clock.now += day - 1;
  expect((await program(stranger(), secret).post("plays", yesterday)).status).toBe(200);
  clock.now += 1;
  expect((await program(stranger(), secret).post("plays", yesterday)).body.error.code).toBe("token_refused");
  const ids = async () => (await ada.at.get("/api/tokens")).body.tokens.map((one: { id: string }) => one.id);
  expect(await ids()).toEqual([id]);
  const again = await tokenBy(ada);
  expect(await ids()).toEqual([again.id]);
});

test("two tokens in use never share a name, for readings are told apart by it", async () => {
  const { ada } = await startWorld();
  const { id } = await tokenBy(ada);
  const terms = { name: "warehouse", scopes: ["readings.write"] };
  const twin = await ada.at.post("/api/tokens", terms);
  expect([twin.status, twin.body.error]).toEqual([
    409,
    { code: "name_taken", message: "That name is in use.", field: "name" },
  ]);
  const race = ["a", "b", "c", "d"].map(() => ada.at.post("/api/tokens", { ...terms, name: "race" }));
  expect((await Promise.all(race)).map((one) => one.status).sort()).toEqual([200, 409, 409, 409]);
  await ada.at.delete(`/api/tokens/${id}`);
  expect((await ada.at.post("/api/tokens", terms)).status).toBe(200);
});

test("what a token cannot be is refused with its field", async () => {
  const world = await startWorld();
  const { ada, cleo, id } = world;
  const theirs = await metricBy(world, cleo, "plays");
  const wrong: [terms: object, status: number, field: string][] = [
    [{ name: "" }, 400, "name"],
    [{ name: "   " }, 400, "name"],
    [{ name: "a\nb" }, 400, "name"],
    [{ name: "x".repeat(81) }, 400, "name"],
    [{ name: "check-in" }, 400, "name"],
    [{ scopes: [] }, 400, "scopes"],
    [{ scopes: ["admin"] }, 400, "scopes.0"],
    [{ metricIds: [] }, 400, "metricIds"],
    [{ metricIds: [theirs] }, 404, "metricIds.0"],
    [{ metricIds: [id()] }, 404, "metricIds.0"],
    [{ days: 0 }, 400, "days"],
    [{ days: 1.5 }, 400, "days"],
    [{ days: 4000 }, 400, "days"],
  ];
  for (const [terms, status, field] of wrong) {
    const made = await ada.at.post("/api/tokens", { name: "n", scopes: ["readings.write"], ...terms });
    expect([terms, made.status, made.body.error.field]).toEqual([terms, status, field]);
  }
  expect((await ada.at.get("/api/tokens")).body.tokens).toEqual([]);
});

test("Cleo neither sees, ends nor makes a token of Ada's workspace; Ben none at all", async () => {
  const { ada, ben, cleo, id } = await startWorld();
  const token = await tokenBy(ada);
  expect((await cleo.at.get("/api/tokens")).body.tokens).toEqual([]);
  const [theirs, nobodys] = [
    await cleo.at.delete(`/api/tokens/${token.id}`),
    await cleo.at.delete(`/api/tokens/${id()}`),
  ];
  expect([theirs.status, theirs.body.error]).toEqual([404, nobodys.body.error]);
  const at = `/api/tokens?workspace=${ada.workspaceId}`;
  expect((await cleo.at.post(at, { name: "n", scopes: ["readings.write"] })).body.error.code).toBe(
    "not_a_member",
  );
  expect((await ben.at.get("/api/tokens")).body.error.code).toBe("forbidden");
  expect((await ada.at.get("/api/tokens")).body.tokens).toHaveLength(1);
});

test("a restored database does not bring a revoked token back", async () => {
  const folder = temporaryFolder();
  const world = await startWorld({ folder });
  await metricBy(world, world.ada, "plays");
  const kept = await tokenBy(world.ada, { name: "kept" });
  const lost = await tokenBy(world.ada, { name: "lost" });
  const backup = join(temporaryFolder(), "backup.db");
  await world.northing.database.backup(backup);
  await world.ada.at.delete(`/api/tokens/${lost.id}`);
  await world.close();
  expect(readFileSync(join(folder, "revocations.jsonl"), "utf8")).toContain(lost.id);
  copyFileSync(backup, join(folder, "copy.db"));
  await restore(world.env, join(folder, "copy.db"), {
    now: () => world.clock.now,
    wait: async () => {},
    random: () => 0.5,
  });
  const after = await startWorld({ folder, empty: true });
  const asked = (secret: string) => program(after.stranger(), secret).post("plays", yesterday);
  expect((await asked(kept.secret)).status).toBe(200);
  expect((await asked(lost.secret)).body.error.code).toBe("token_refused");
});

test("a token revoked long ago is forgotten", async () => {
  const { ada, northing, clock } = await startWorld();
  const { id } = await tokenBy(ada);
  await tokenBy(ada, { name: "lasting" });
  await ada.at.delete(`/api/tokens/${id}`);
  await tidy(northing.database, clock.now + 399 * day);
  expect(await northing.database.read("select name from api_token")).toHaveLength(2);
  await tidy(northing.database, clock.now + 401 * day);
  expect(await northing.database.read("select name from api_token")).toEqual([{ name: "lasting" }]);
});
