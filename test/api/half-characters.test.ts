import { expect, test } from "vitest";
import { run } from "../../api/operator/commands.ts";
import { halfCharacterIn } from "../../shared/sync/half-character.ts";
import { dump } from "../support/dump.ts";
import { plannedNorthwind, sendFile } from "../support/importing.ts";
import { program, tokenBy } from "../support/program.ts";
import { startWorld, tokenOf } from "../support/world.ts";

/** JSON can carry half a character; the database driver ends the process when it is to give one back. */
const half = "\ud800";

test("half a character is found wherever it stands, and a whole one is none", () => {
  expect(halfCharacterIn({ a: ["🧭 ünd ناديا", { b: `x${half}` }] })).toBe("a.1.b");
  expect(halfCharacterIn({ [half]: 1 })).toBe("");
  expect(halfCharacterIn(`${half}x`)).toBe("");
  expect(halfCharacterIn({ a: "🧭", b: [1, null, true] })).toBeUndefined();
});

test("half a character in a mutation is refused alone, whoever brings it, and names its field", async () => {
  const world = await startWorld();
  const { ada, id } = world;
  const ids = await plannedNorthwind(world);
  const reading = { metricId: ids.minutes, on: "2026-02-02", value: 1, segment: half };
  const told: [name: string, args: object, field: string][] = [
    ["workspace.rename", { name: half }, "name"],
    ["member.rename", { memberId: ada.memberId, name: `a${half}` }, "name"],
    ["candidate.propose", { id: id(), name: "Streams", definition: half }, "definition"],
    ["reading.record", reading, "segment"],
    ["key-result.revise", { keyResultId: ids.start, moves: { because: half } }, "moves.because"],
  ];
  const before = await dump(world.northing.database);
  for (const [name, args, field] of told)
    expect(await world.mutate(ada, name, args)).toMatchObject({ code: "invalid_arguments", field });
  expect(await world.mutate(ada, `squad.${half}`, {})).toMatchObject({
    ...{ outcome: "rejected", code: "invalid_arguments", field: "name" },
  });
  expect({ ...(await dump(world.northing.database)), mutation: [] }).toEqual({ ...before, mutation: [] });
  expect((await ada.at.get("/api/me")).status).toBe(200);
});

test("half a character in any other request is no JSON, for people, programs and files", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  const { secret } = await tokenBy(world.ada);
  const before = { ...(await dump(world.northing.database)), rate_limit: [], api_token: [] };
  const reading = { metric: "minutes", on: "2026-02-02", value: 1, segment: half };
  expect((await sendFile(world.ada, "readings", [reading])).code).toBe("malformed_json");
  const { metric: _, ...said } = reading;
  const asked = [
    await program(world.stranger(), secret).post("minutes", said),
    await world.ada.at.post("/api/tokens", { name: half, scopes: ["readings.write"] }),
    await world.ada.at.post("/api/invites", { role: "member", name: half }),
    await world.stranger().post("/api/join", { token: "x".repeat(24), name: half }),
    await world
      .stranger()
      .post("/api/sceptic/answer", { token: "x".repeat(24), verdict: "yes", why: half, by: "Z" }),
  ];
  for (const { status, body } of asked) expect([status, body.error.code]).toEqual([400, "malformed_json"]);
  expect({ ...(await dump(world.northing.database)), rate_limit: [], api_token: [] }).toEqual(before);
  const whole = { ...said, segment: "🧭" };
  expect((await program(world.stranger(), secret).post("minutes", whole)).status).toBe(200);
});

test("half a character that an older server has stored ends nobody's requests", async () => {
  const world = await startWorld();
  const { ada, id, northing } = world;
  const [candidateId, squadId] = [id(), id()];
  await world.mutate(ada, "candidate.propose", { id: candidateId, name: "Streams", definition: "So." });
  await world.mutate(ada, "squad.form", { id: squadId, name: "Podcasts" });
  const link = (await ada.at.post("/api/sceptic-links", { candidateId })).body.url;
  const invite = (await ada.at.post("/api/invites", { role: "member", name: "Zoe", squadId })).body.url;
  const sql = `update row set body = replace(body, '"name":"', '"name":"\\ud800')`;
  await northing.database.write([{ sql }]);
  const name = `${half}Northwind`;
  expect((await ada.at.get("/api/me")).body.workspaces[0].name).toBe(name);
  const asked = await world.stranger().post("/api/sceptic/preview", { token: tokenOf(link) });
  expect(asked.body).toEqual({ company: name, name: `${half}Streams`, definition: "So." });
  const seen = await world.stranger().post("/api/join/preview", { token: tokenOf(invite) });
  expect(seen.body).toMatchObject({ workspace: name, squad: `${half}Podcasts` });
  await expect(run(northing, "reset-link", [name])).rejects.toThrow("Nobody here");
  for (const { work } of northing.recurring) await work();
  expect(world.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
