import { describe, expect, test } from "vitest";
import { setUpLink } from "../../../api/people/links.ts";
import { dump } from "../../support/dump.ts";
import { startWorld, tokenOf, type World } from "../../support/world.ts";

const zone = "Europe/Berlin";
const hour = 3_600_000;

async function membersCalled({ northing, ada }: World, name: string): Promise<number> {
  const found = await northing.database.read(
    "select count(*) as n from row where workspace_id = ? and kind = 'member' and body->>'name' = ?",
    [ada.workspaceId, name],
  );
  return Number(found[0]?.n);
}

async function inviteUrl({ ada }: World, terms: object = { role: "member" }): Promise<string> {
  return (await ada.at.post("/api/invites", terms)).body.url;
}

describe("joining", () => {
  test("Ada sets up the workspace, invites Ben, and both know who they are", async () => {
    const { ada, ben } = await startWorld();
    expect((await ada.at.get("/api/me")).body).toEqual({
      person: { id: ada.personId, name: "Ada" },
      device: { id: ada.deviceId, name: "Ada's phone" },
      workspaces: [{ id: ada.workspaceId, name: "Northwind", memberId: ada.memberId, role: "admin" }],
    });
    expect((await ben.at.get("/api/me")).body.workspaces[0].role).toBe("member");
    expect(ben.workspaceId).toBe(ada.workspaceId);
  });

  test("an invite says what it is for, however often and by whomever it is looked at", async () => {
    const world = await startWorld();
    const squadId = world.id();
    await world.mutate(world.ada, "squad.form", { id: squadId, name: "Podcasts" });
    const token = tokenOf(await inviteUrl(world, { role: "member", squadId, as: "pm", name: "Dan" }));
    const before = await dump(world.northing.database);
    for (const at of [world.stranger(), world.stranger(), world.cleo.at]) {
      expect((await at.post("/api/join/preview", { token })).body).toEqual({
        purpose: "invite",
        workspace: "Northwind",
        role: "member",
        squad: "Podcasts",
        name: "Dan",
        needsName: false,
      });
      expect((await at.get("/join")).status).toBe(404);
    }
    const after = await dump(world.northing.database);
    expect({ ...after, rate_limit: [] }).toEqual({ ...before, rate_limit: [] });
    const dan = await world.join("Dan", `http://x/join#${token}`, { zone });
    const [squad] = await world.northing.database.read("select body from row where kind = 'squad'");
    expect(JSON.parse(String(squad?.body)).members).toEqual([{ memberId: dan.memberId, as: "pm" }]);
  });

  test("of fifty who redeem one invite at once, exactly one becomes a member", async () => {
    const world = await startWorld();
    const token = tokenOf(await inviteUrl(world));
    const tries = Array.from({ length: 50 }, () =>
      world.stranger().post("/api/join", { token, name: "Zoe", zone }),
    );
    const statuses = (await Promise.all(tries)).map((one) => one.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status !== 200 && status !== 410 && status !== 429)).toEqual([]);
    expect(await membersCalled(world, "Zoe")).toBe(1);
    const [devices] = await world.northing.database.read(
      "select count(*) as n from device d join person p on p.id = d.person_id where p.name = 'Zoe'",
    );
    expect(devices?.n).toBe(1);
  });

  test("of two who race for the set-up link, one becomes the admin of one workspace", async () => {
    const world = await startWorld({ empty: true });
    const token = tokenOf((await setUpLink(world.northing.people)) ?? "");
    const tries = ["Ada", "Eve", "Ada", "Eve"].map((name) =>
      world.stranger().post("/api/join", { token, name, zone, workspace: { name: `${name}'s`, zone } }),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    const count = "select count(*) as n from row where kind = ?";
    for (const kind of ["workspace", "member"])
      expect((await world.northing.database.read(count, [kind]))[0]?.n).toBe(1);
  });

  test("each start prints a new set-up link, the one before it is worth nothing, and none comes after set-up", async () => {
    const world = await startWorld({ empty: true });
    const { people } = world.northing;
    const [first, second] = [(await setUpLink(people)) ?? "", (await setUpLink(people)) ?? ""];
    const answers = { name: "Ada", zone, workspace: { name: "Northwind", zone } };
    const stale = await world.stranger().post("/api/join", { token: tokenOf(first), ...answers });
    expect(stale.body.error.code).toBe("token_unusable");
    await world.join("Ada", second, answers);
    expect(await setUpLink(people)).toBeUndefined();
  });

  test("nobody sets up a server without the link that was printed", async () => {
    const { stranger, northing } = await startWorld({ empty: true });
    const before = await dump(northing.database);
    const guess = { token: "A".repeat(24), name: "Eve", zone, workspace: { name: "Mine", zone } };
    expect((await stranger().post("/api/join", guess)).status).toBe(410);
    expect({ ...(await dump(northing.database)), rate_limit: [] }).toEqual(before);
  });

  test("used, expired, withdrawn and invented links are told apart by nobody", async () => {
    const world = await startWorld();
    const { ada, clock, stranger } = world;
    const used = tokenOf(await inviteUrl(world));
    await world.join("Dan", `http://x/join#${used}`, { name: "Dan", zone });
    const withdrawn = await ada.at.post("/api/invites", { role: "member" });
    await ada.at.delete(`/api/invites/${withdrawn.body.id}`);
    const expired = tokenOf(await inviteUrl(world));
    clock.now += 7 * 24 * hour;
    const tokens = [used, tokenOf(withdrawn.body.url), expired, "A".repeat(24)];
    const said = new Set<string>();
    for (const token of tokens)
      for (const path of ["/api/join", "/api/join/preview"]) {
        const body = path === "/api/join" ? { token, name: "Eve", zone } : { token };
        const answer = await stranger().post(path, body);
        said.add(JSON.stringify([answer.status, answer.body.error]));
      }
    expect([...said]).toHaveLength(1);
    expect([...said][0]).toContain("token_unusable");
  });

  test("a link that misses something says what, and can still be used", async () => {
    const world = await startWorld();
    const token = tokenOf(await inviteUrl(world));
    const nameless = await world.stranger().post("/api/join", { token, zone });
    expect([nameless.status, nameless.body.error.field]).toEqual([400, "name"]);
    const nowhere = await world.stranger().post("/api/join", { token, name: "Zoe", zone: "Mars/Olympus" });
    expect([nowhere.status, nowhere.body.error.field]).toEqual([400, "zone"]);
    expect((await world.join("Zoe", `http://x/join#${token}`, { name: "Zoe" })).name).toBe("Zoe");
  });

  test("a redemption that died half-way is finished by the next one, without a second member", async () => {
    const world = await startWorld();
    const { northing, clock, stranger } = world;
    const token = tokenOf(await inviteUrl(world));
    const { write } = northing.database;
    northing.database.write = async (statements) => {
      if (statements.some(({ sql }) => sql.includes("insert into device"))) throw new Error("killed");
      return write(statements);
    };
    expect((await stranger().post("/api/join", { token, name: "Zoe", zone })).status).toBe(500);
    northing.database.write = write;
    expect(await membersCalled(world, "Zoe")).toBe(1);
    expect((await stranger().post("/api/join", { token, name: "Zoe", zone })).status).toBe(410);
    clock.now += 16_000;
    const zoe = await world.join("Zoe", `http://x/join#${token}`, { name: "Zoe", zone });
    expect(await membersCalled(world, "Zoe")).toBe(1);
    expect((await world.mutate(zoe, "member.rename", { memberId: zoe.memberId, name: "Zo" })).outcome).toBe(
      "applied",
    );
  });

  test("Cleo joins Ada's workspace as the same person on the same device, with a fresh session", async () => {
    const world = await startWorld();
    const { cleo } = world;
    world.clock.now += hour;
    const cookie = cleo.at.cookies.get("northing");
    const answer = await cleo.at.post("/api/join", { token: tokenOf(await inviteUrl(world)), zone });
    expect(answer.body).toMatchObject({ person: { id: cleo.personId }, device: { id: cleo.deviceId } });
    const { workspaces } = (await cleo.at.get("/api/me")).body;
    expect(workspaces.map((one: { name: string }) => one.name)).toEqual(["Elsewhere", "Northwind"]);
    expect(cleo.at.cookies.get("northing")).not.toBe(cookie);
    const stale = await world.stranger().send("/api/me", { headers: { cookie: `northing=${cookie}` } });
    expect(stale.status).toBe(401);
  });

  test("Ada does not use up Ben's invite by opening it herself", async () => {
    const world = await startWorld();
    const token = tokenOf(await inviteUrl(world));
    const answer = await world.ada.at.post("/api/join", { token, name: "Ada", zone });
    expect([answer.status, answer.body.error.code]).toEqual([409, "already_member"]);
    await world.join("Zoe", `http://x/join#${token}`, { name: "Zoe", zone });
  });

  test("somebody who was removed comes back by a new invite as a new member and the same person", async () => {
    const world = await startWorld();
    const { ada, ben } = world;
    await world.mutate(ada, "member.remove", { memberId: ben.memberId });
    expect((await ben.at.get("/api/me")).body.error.code).toBe("not_a_member");
    const answer = await ben.at.post("/api/join", { token: tokenOf(await inviteUrl(world)), zone });
    expect(answer.body.person.id).toBe(ben.personId);
    expect(answer.body.member.id).not.toBe(ben.memberId);
    expect((await ben.at.get("/api/me")).status).toBe(200);
  });
});
