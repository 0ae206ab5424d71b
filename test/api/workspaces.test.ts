import { expect, test } from "vitest";
import { authenticator } from "../support/authenticator.ts";
import { dump } from "../support/dump.ts";
import { addressOf, routesOf } from "../support/routes.ts";
import type { Visitor } from "../support/visitor.ts";
import { startWorld, tokenOf, type World } from "../support/world.ts";

/** An id of everything Northwind has that an address could name. */
async function northwindIds(world: World): Promise<string[]> {
  const { ada, ben, mutate, id, origin, stranger } = world;
  const cycle = id();
  await mutate(ada, "cycle.open", { id: cycle, name: "Q1", startsOn: "2026-01-01", endsOn: "2026-03-31" });
  const invite = (await ada.at.post("/api/invites", { role: "member" })).body;
  const link = (await ada.at.post("/api/devices/link")).body;
  await stranger().post("/api/join", { token: tokenOf(link.url), deviceName: "Ada's laptop" });
  const options = (await ben.at.post("/api/passkeys/registration-options")).body;
  await ben.at.post("/api/passkeys/registration", { response: authenticator(origin).create(options) });
  const [passkey] = (await ben.at.get("/api/passkeys")).body.passkeys;
  const { deviceId, memberId, workspaceId, personId } = ben;
  return [cycle, invite.id, link.id, passkey.id, deviceId, memberId, workspaceId, personId];
}

/** What a visitor hears at every route that takes an id, in a form that can be compared. */
async function hears(world: World, at: Visitor, id: string): Promise<string[]> {
  const said: string[] = [];
  for (const route of routesOf(world.northing).filter(({ path }) => path.includes(":"))) {
    const address = addressOf(route, id);
    const body = route.path.startsWith("/api/reminders") ? { secret: "AAAAAAAAAAAAAAAAAAAAAA" } : undefined;
    const answer =
      route.method === "GET"
        ? await at.get(address)
        : route.method === "POST"
          ? await at.post(address, body)
          : await at.delete(address);
    said.push(`${route.method} ${route.path} ${answer.status} ${JSON.stringify(answer.body?.error)}`);
  }
  return said;
}

test("to Cleo, whatever Northwind has is not there: no route tells its ids from invented ones", async () => {
  const world = await startWorld();
  const { cleo, northing, id } = world;
  const ids = await northwindIds(world);
  const before = await stored(northing.database);
  const nothing = await hears(world, cleo.at, id());
  expect(nothing.filter((line) => !/ (?:40[0134]|410) /.test(line))).toEqual([]);
  for (const one of ids) {
    // Limits of how often somebody may ask say nothing of what is there.
    await northing.database.write([{ sql: "delete from rate_limit", args: [] }]);
    expect(await hears(world, cleo.at, one)).toEqual(nothing);
  }
  expect(await stored(northing.database)).toEqual(before);
});

/** Everything but what a caller has left of its allowance: trying costs some of it, whatever is asked for. */
async function stored(database: World["northing"]["database"]) {
  const { rate_limit: _allowances, ...tables } = await dump(database);
  return tables;
}

test("a workspace Cleo is not in answers her like one that does not exist, at every door that takes one", async () => {
  const { ada, cleo, id } = await startWorld();
  const round = (workspaceId: string) => ({
    protocol: 1,
    deviceId: cleo.deviceId,
    workspaceId,
    now: "2026-03-02T08:00:00.000Z",
    cursor: null,
    mutations: [],
  });
  const asked = async (workspaceId: string) => {
    const answers = [
      await cleo.at.get(`/api/live?workspace=${workspaceId}`),
      await cleo.at.get(`/api/invites?workspace=${workspaceId}`),
      await cleo.at.post(`/api/invites?workspace=${workspaceId}`, { role: "admin" }),
      await cleo.at.delete(`/api/devices?member=${ada.memberId}&workspace=${workspaceId}`),
      await cleo.at.get(`/api/cycles/${id()}/rows?workspace=${workspaceId}`),
      await cleo.at.post("/api/sync", round(workspaceId)),
    ];
    return answers.map(({ status, body }) => [status, body.error]);
  };
  const foreign = await asked(ada.workspaceId);
  expect(foreign.map(([status]) => status)).toEqual(foreign.map(() => 403));
  expect(foreign.map(([, error]) => error.code)).toEqual(foreign.map(() => "not_a_member"));
  expect(await asked(id())).toEqual(foreign);
});

test("nothing Cleo pulls, lists or hears has a word of Northwind", async () => {
  const { ada, cleo, mutate } = await startWorld();
  const stream = await cleo.at.send("/api/live", {});
  await mutate(ada, "workspace.rename", { name: "Canary and Sons" });
  const round = {
    protocol: 1,
    deviceId: cleo.deviceId,
    now: "2026-03-02T08:00:00.000Z",
    cursor: null,
    mutations: [],
  };
  const texts = [
    await cleo.at.post("/api/sync", round),
    ...(await Promise.all(paths.map((path) => cleo.at.get(path)))),
  ];
  const said = texts.map((one) => one.text).join("");
  for (const word of ["Canary", "Northwind", ada.workspaceId, ada.memberId]) expect(said).not.toContain(word);
  await cleo.at.post("/api/sign-out");
  expect(await new Response(stream.body).text()).not.toContain("poke");
});

const paths = ["/api/me", "/api/devices", "/api/invites", "/api/passkeys", "/api/reminders"];
