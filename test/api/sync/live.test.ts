import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { expect, onTestFinished, test } from "vitest";
import { createLive } from "../../../api/sync/live.ts";
import { pokeOnCommit } from "../../../api/sync/live-pokes.ts";
import { applied, checkIn, foundCompany, openHarbour, type Person, round } from "../../support/company.ts";
import { onFile } from "../../support/database.ts";
import { openDoor } from "../../support/sync-door.ts";

const ada = { personId: "ada", deviceId: "ada's phone", workspaceId: "harbour", memberId: "ada" };
const ben = { ...ada, personId: "ben", deviceId: "ben's phone", memberId: "ben" };
const cleo = {
  ...ada,
  personId: "cleo",
  deviceId: "cleo's phone",
  workspaceId: "elsewhere",
  memberId: "cleo",
};

function listen(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  return {
    /** The next chunk as text, or "end". */
    async next() {
      const { done, value } = await reader.read();
      return done ? "end" : decoder.decode(value);
    },
    leave: () => reader.cancel(),
  };
}
const poke = (revision: number) => `event: poke\ndata: {"revision":${revision}}\n\n`;

test("everybody in a workspace hears of a commit, nobody elsewhere does", async () => {
  const live = createLive();
  const [one, two, other] = [ada, ben, cleo].map((who) => listen(live.open(who)));
  for (const stream of [one, two, other]) expect(await stream!.next()).toBe("retry: 5000\n\n");
  live.poke("harbour", 7);
  live.beat();
  expect([await one!.next(), await two!.next()]).toEqual([poke(7), poke(7)]);
  expect([await one!.next(), await other!.next()]).toEqual([": beat\n\n", ": beat\n\n"]);
});

test("a slow reader costs one number: pokes it has not read are merged into the latest", async () => {
  const live = createLive();
  const slow = listen(live.open(ada));
  for (let revision = 1; revision <= 10_000; revision += 1) live.poke("harbour", revision);
  const heard: string[] = [];
  for (let last = ""; last !== poke(10_000); heard.push(last)) last = await slow.next();
  expect(heard.length).toBeLessThanOrEqual(10);
});

test("a stream nobody reads any more is dropped after a few heartbeats", async () => {
  const live = createLive();
  live.open(ada);
  const reading = listen(live.open(ben));
  for (let beats = 0; beats < 20; beats += 1) {
    live.beat();
    await reading.next();
  }
  expect(live.count()).toBe(1);
});

test("a reader that goes away is forgotten, and a workspace without readers costs nothing", async () => {
  const live = createLive();
  const stream = listen(live.open(ada));
  expect(live.count()).toBe(1);
  await stream.leave();
  expect(live.count()).toBe(0);
  live.poke("harbour", 1);
  await live.catchUp(async () => {
    throw new Error("asked for no workspace");
  });
});

test("a revoked device's streams end, others go on", async () => {
  const live = createLive();
  const [one, two] = [ada, ben].map((who) => listen(live.open(who)));
  live.close(({ deviceId }) => deviceId === ada.deviceId);
  await one!.next();
  expect(await one!.next()).toBe("end");
  live.poke("harbour", 3);
  await two!.next();
  expect(await two!.next()).toBe(poke(3));
});

test("a person has a bounded number of streams; the oldest gives way", async () => {
  const live = createLive({ perPerson: 2 });
  const streams = [1, 2, 3].map(() => listen(live.open(ada)));
  const bens = listen(live.open(ben));
  expect(live.count()).toBe(3);
  await streams[0]!.next();
  expect(await streams[0]!.next()).toBe("end");
  live.poke("harbour", 1);
  for (const stream of [streams[1]!, streams[2]!, bens]) {
    await stream.next();
    expect(await stream.next()).toBe(poke(1));
  }
});

test("what another server has committed is poked for once", async () => {
  const live = createLive();
  const stream = listen(live.open(ada));
  await stream.next();
  const heads = [5, 5, 8, 8].map((revision) => new Map([["harbour", revision]]));
  for (const head of heads) await live.catchUp(async () => head);
  live.poke("harbour", 9);
  await live.catchUp(async () => new Map([["harbour", 9]]));
  live.beat();
  expect([await stream.next(), await stream.next(), await stream.next()]).toEqual([
    poke(8),
    poke(9),
    ": beat\n\n",
  ]);
});

test("GET /api/live pokes members after a commit and lets go of a removed one", async () => {
  const { sync, company } = await openHarbour(onFile);
  const live = createLive();
  pokeOnCommit(sync, live);
  const door = openDoor(sync, live);
  const stream = async (who: Person) => {
    const response = await door.get(who, "/api/live");
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
    return listen(response.body!);
  };
  const [adas, bens] = [await stream(company.ada), await stream(company.ben)];
  for (const one of [adas, bens]) await one.next();
  const answer = await round(sync, company.ben, [checkIn(company.keyResultIds[0]!)]);
  expect(await adas.next()).toBe(poke(answer.cursor.revision));
  expect(await bens.next()).toBe(poke(answer.cursor.revision));
  await applied(sync, company.id, { memberId: company.ada.memberId }, [
    ["member.remove", { memberId: company.ben.memberId }],
  ]);
  expect(await bens.next()).toContain("poke");
  expect(await bens.next()).toBe("end");
  expect(live.count()).toBe(1);
});

test("a phone whose connection breaks is forgotten", async () => {
  const { sync, company } = await openHarbour(onFile);
  const { app, live, headersOf } = openDoor(sync);
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const one = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(one));
  });
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/live`;
  const phone = new AbortController();
  const response = await fetch(url, { headers: headersOf(company.ben), signal: phone.signal });
  expect(await listen(response.body!).next()).toBe("retry: 5000\n\n");
  expect(live.count()).toBe(1);
  phone.abort();
  await expect.poll(() => live.count()).toBe(0);
});

test("GET /api/live is shut to strangers and to members of another workspace", async () => {
  const { sync, company } = await openHarbour(onFile);
  const other = (await foundCompany(sync)).ada;
  const door = openDoor(sync);
  expect((await door.get(undefined, "/api/live")).status).toBe(401);
  expect((await door.get(other, `/api/live?workspace=${company.id}`)).status).toBe(403);
  expect(door.live.count()).toBe(0);
});
