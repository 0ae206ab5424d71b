import { expect, test } from "vitest";
import { startWorld, tokenOf } from "../../support/world.ts";

test("Ada sees the invites that are open and can withdraw one", async () => {
  const { ada, stranger } = await startWorld();
  const made = (
    await ada.at.post("/api/invites", { role: "viewer", name: "Vera", email: "vera@example.com" })
  ).body;
  expect(made.expiresAt).toBe("2026-03-09T08:00:00.000Z");
  expect((await ada.at.get("/api/invites")).body.invites).toEqual([
    {
      id: made.id,
      createdAt: "2026-03-02T08:00:00.000Z",
      expiresAt: made.expiresAt,
      role: "viewer",
      name: "Vera",
      email: "vera@example.com",
    },
  ]);
  expect((await ada.at.delete(`/api/invites/${made.id}`)).status).toBe(200);
  expect((await ada.at.get("/api/invites")).body.invites).toEqual([]);
  expect((await stranger().post("/api/join", { token: tokenOf(made.url) })).status).toBe(410);
  expect((await ada.at.delete(`/api/invites/${made.id}`)).status).toBe(404);
});

test("an invite carries its token in the fragment, and no list shows it again", async () => {
  const { ada, origin } = await startWorld();
  const { url } = (await ada.at.post("/api/invites", { role: "member" })).body;
  expect(url).toMatch(new RegExp(`^${origin}/join#[\\w-]{24}$`));
  expect((await ada.at.get("/api/invites")).text).not.toContain(tokenOf(url));
});

test("the role and the squad of an invite are Ada's word, whatever the one who joins sends", async () => {
  const world = await startWorld();
  const { url } = (await world.ada.at.post("/api/invites", { role: "viewer" })).body;
  const pushy = await world.stranger().post("/api/join", { token: tokenOf(url), name: "Eve", role: "admin" });
  expect(pushy.status).toBe(400);
  const eve = await world.join("Eve", url, { name: "Eve" });
  expect((await eve.at.get("/api/me")).body.workspaces[0].role).toBe("viewer");
});

test("nobody is invited into a squad that is not there, nor into another workspace's", async () => {
  const { ada, cleo, mutate, id } = await startWorld();
  const squadId = id();
  await mutate(cleo, "squad.form", { id: squadId, name: "Elsewhere's own" });
  for (const squad of [squadId, id()]) {
    const answer = await ada.at.post("/api/invites", { role: "member", squadId: squad });
    expect([answer.status, answer.body.error]).toEqual([
      404,
      { code: "not_found", message: "There is nothing here.", field: "squadId" },
    ]);
  }
});

test("Cleo neither sees nor withdraws Ada's invites", async () => {
  const { ada, cleo, stranger, id } = await startWorld();
  const made = (await ada.at.post("/api/invites", { role: "member" })).body;
  expect((await cleo.at.get("/api/invites")).body.invites).toEqual([]);
  const [theirs, nobodys] = [
    await cleo.at.delete(`/api/invites/${made.id}`),
    await cleo.at.delete(`/api/invites/${id()}`),
  ];
  expect([theirs.status, theirs.body.error]).toEqual([nobodys.status, nobodys.body.error]);
  const [foreign, invented] = [
    await cleo.at.get(`/api/invites?workspace=${ada.workspaceId}`),
    await cleo.at.get(`/api/invites?workspace=${id()}`),
  ];
  expect([foreign.status, foreign.body.error]).toEqual([403, invented.body.error]);
  expect((await stranger().post("/api/join/preview", { token: tokenOf(made.url) })).status).toBe(200);
});

test("an admin who becomes a member can invite nobody from then on", async () => {
  const world = await startWorld();
  const second = await world.admit("admin", "Bob");
  expect((await second.at.post("/api/invites", { role: "member" })).status).toBe(200);
  await world.mutate(world.ada, "member.set-role", { memberId: second.memberId, role: "member" });
  expect((await second.at.post("/api/invites", { role: "member" })).body.error.code).toBe("forbidden");
});

test("whoever is an admin in two workspaces says which one is meant", async () => {
  const world = await startWorld();
  const { ada, cleo } = world;
  const { url } = (await ada.at.post("/api/invites", { role: "admin" })).body;
  await cleo.at.post("/api/join", { token: tokenOf(url) });
  const unsaid = await cleo.at.post("/api/invites", { role: "member" });
  expect([unsaid.status, unsaid.body.error.field]).toEqual([400, "workspace"]);
  await cleo.at.post(`/api/invites?workspace=${ada.workspaceId}`, { role: "member" });
  expect((await ada.at.get("/api/invites")).body.invites).toHaveLength(1);
  expect((await cleo.at.get(`/api/invites?workspace=${cleo.workspaceId}`)).body.invites).toEqual([]);
});
