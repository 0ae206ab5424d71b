import { expect, test } from "vitest";
import { dump } from "../../support/dump.ts";
import { startWorld, tokenOf, type World } from "../../support/world.ts";

async function asked(world: World, definition = "As counted.", name = "Total streams") {
  const candidateId = world.id();
  await world.mutate(world.ada, "candidate.propose", { id: candidateId, name, definition });
  const link = (await world.ada.at.post("/api/sceptic-links", { candidateId })).body;
  return { candidateId, link, token: tokenOf(link.url) };
}

const answer = { verdict: "unsure", why: "Because.", by: "Nadia" };

test("Cleo neither asks about, nor sees, nor revokes anything of Ada's", async () => {
  const world = await startWorld();
  const { candidateId, link, token } = await asked(world);
  const { cleo, ada } = world;
  expect((await cleo.at.post("/api/sceptic-links", { candidateId })).status).toBe(404);
  expect((await cleo.at.get("/api/sceptic-links")).body.links).toEqual([]);
  const [theirs, nobodys] = [
    await cleo.at.delete(`/api/sceptic-links/${link.id}`),
    await cleo.at.delete(`/api/sceptic-links/${world.id()}`),
  ];
  expect([theirs.status, theirs.body.error]).toEqual([nobodys.status, nobodys.body.error]);
  expect((await cleo.at.get(`/api/sceptic-links?workspace=${ada.workspaceId}`)).status).toBe(403);
  expect((await world.stranger().post("/api/sceptic/preview", { token })).status).toBe(200);
});

test("a link opens nothing but its one candidate: neither joining, nor rows, nor another link's work", async () => {
  const world = await startWorld();
  const { token, link } = await asked(world);
  const invite = tokenOf((await world.ada.at.post("/api/invites", { role: "admin" })).body.url);
  const outsider = world.stranger();
  expect((await outsider.post("/api/join", { token, name: "Eve" })).status).toBe(410);
  expect((await outsider.post("/api/sceptic/preview", { token: invite })).status).toBe(410);
  expect((await outsider.post("/api/sceptic/preview", { token: link.id.replaceAll("-", "") })).status).toBe(
    410,
  );
  for (const path of ["/api/me", "/api/sceptic-links", "/api/devices"])
    expect((await outsider.get(path)).body.error.code).toBe("signed_out");
  const { body } = await outsider.post("/api/sceptic/preview", { token });
  expect(Object.keys(body).sort()).toEqual(["company", "definition", "name"]);
});

test("no phone can speak for a sceptic, an admin's neither", async () => {
  const world = await startWorld();
  const { candidateId } = await asked(world);
  const heard = await world.mutate(world.ada, "candidate.hear", { candidateId, ...answer });
  expect([heard.outcome, heard.code]).toEqual(["rejected", "forbidden"]);
});

test("an answer that is not one changes nothing and leaves the link usable", async () => {
  const world = await startWorld();
  const { token } = await asked(world);
  const broken: [string, object][] = [
    ["verdict", { ...answer, verdict: "maybe" }],
    ["why", { ...answer, why: "  " }],
    ["why", { ...answer, why: "x".repeat(2001) }],
    ["why", { ...answer, why: "a\u0000b" }],
    ["by", { ...answer, by: "" }],
    ["by", { ...answer, by: "x".repeat(201) }],
    ["by", { ...answer, by: "Ada\nOkafor" }],
    ["by", { ...answer, by: "ada \u202e nimda" }],
    ["", { ...answer, candidateId: world.id() }],
    ["by", { verdict: "yes", why: "So." }],
  ];
  const before = await dump(world.northing.database);
  for (const [field, body] of broken) {
    const { status, body: told } = await world.stranger().post("/api/sceptic/answer", { token, ...body });
    expect([status, told.error.code, told.error.field ?? ""], JSON.stringify(body).slice(0, 60)).toEqual([
      400,
      "invalid_request",
      field,
    ]);
  }
  const huge = await world
    .stranger()
    .post("/api/sceptic/answer", { token, ...answer, why: "x".repeat(70_000) });
  expect(huge.body.error.code).toBe("too_large");
  expect({ ...(await dump(world.northing.database)), rate_limit: [] }).toEqual({ ...before, rate_limit: [] });
  expect((await world.stranger().post("/api/sceptic/answer", { token, ...answer })).status).toBe(200);
});

test("markup, quotes and every script's letters come in as the text they are, and leave as it", async () => {
  const world = await startWorld();
  const evil = `<img src=x onerror=alert(1)> "'\`; drop table row; -- \${7*7} {{7*7}} =cmd|' /C calc'!A0 مرحبا 🧭 a\nb`;
  const { candidateId, token } = await asked(world, evil, "</title><script>alert(1)</script>");
  const shown = await world.stranger().post("/api/sceptic/preview", { token });
  expect(shown.headers.get("content-type")).toMatch(/^application\/json/);
  expect(shown.body).toMatchObject({ definition: evil, name: "</title><script>alert(1)</script>" });
  const said = { verdict: "no", why: evil, by: `<b>"Nadia"</b> & ناديا` };
  expect((await world.stranger().post("/api/sceptic/answer", { token, ...said })).status).toBe(200);
  const [row] = await world.northing.database.read("select body from row where id = ?", [candidateId]);
  expect(JSON.parse(String(row?.body)).sceptic).toMatchObject(said);
});

test("another site cannot answer in a visitor's name, and one address cannot try without end", async () => {
  const world = await startWorld();
  const { token } = await asked(world);
  const outsider = world.stranger();
  const crossed = await outsider.post(
    "/api/sceptic/answer",
    { token, ...answer },
    { origin: "https://evil.example" },
  );
  expect(crossed.body.error.code).toBe("origin_refused");
  let limited = 0;
  for (let i = 0; i < 60; i += 1) {
    const guess = `guess${i}`.padEnd(24, "x");
    const { status } = await outsider.post("/api/sceptic/preview", { token: guess });
    if (status === 429) limited += 1;
  }
  expect(limited).toBe(20);
  expect((await world.stranger().post("/api/sceptic/preview", { token })).status).toBe(200);
});

test("a link held by an answer that never ended is free again, and what that answer brought in stands", async () => {
  const world = await startWorld();
  const { candidateId, link, token } = await asked(world);
  const { people, sync, database } = world.northing;
  const later = new Date(world.clock.now + 15_000).toISOString();
  await database.write([
    { sql: "update share_link set claim = 'dead', claimed_until = ? where id = ?", args: [later, link.id] },
  ]);
  expect((await world.stranger().post("/api/sceptic/answer", { token, ...answer })).status).toBe(410);
  const at = new Date(people.now()).toISOString();
  const args = { candidateId, ...answer };
  await sync.apply(world.ada.workspaceId, { memberId: link.id, server: true }, [
    { id: link.id, name: "candidate.hear", args, at },
  ]);
  world.clock.now += 16_000;
  const second = await world
    .stranger()
    .post("/api/sceptic/answer", { token, ...answer, by: "Somebody else" });
  expect(second.status).toBe(410);
  const [row] = await database.read("select body from row where id = ?", [candidateId]);
  expect(JSON.parse(String(row?.body)).sceptic.by).toBe("Nadia");
  expect((await world.ada.at.get("/api/sceptic-links")).body.links).toEqual([]);
});
