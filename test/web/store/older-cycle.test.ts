import { expect, test } from "vitest";
import type { Narrowing } from "../../../shared/search/remembered.ts";
import { applied, newId } from "../../support/company.ts";
import { rowId } from "../../support/device.ts";
import { runCycle } from "../../support/phone.ts";
import { startWorld, tokenOf, type World } from "../../support/world.ts";
import { startBrowser } from "./browser.ts";

/** Two cycles that are closed, a blocker in the older one, and Ben's new phone. */
async function twoQuartersLater() {
  const server = await startWorld();
  const old = await runCycle(server);
  const keyResultId = old.keyResults[0]!;
  const say = (mutations: [string, object][], memberId = server.ada.memberId) =>
    applied(server.northing.sync, server.ada.workspaceId, { memberId }, mutations);
  const note = "Autoplay doubled the canary finishes.";
  const checkIn = { id: rowId(server), keyResultId, value: 40, confidence: 6, note };
  await say([["check-in.record", checkIn]], server.ben.memberId);
  const end = (cycleId: string): [string, object][] => [
    ["cycle.grade", { cycleId }],
    ["cycle.close", { cycleId }],
  ];
  const cycleId = newId();
  const [objectiveId, nextId] = [newId(), newId()];
  const unit = { label: "min", scale: "value", decimals: 0 };
  await say([
    ...end(old.cycleId),
    ["cycle.open", { id: cycleId, name: "Q2", startsOn: "2026-04-01", endsOn: "2026-06-30" }],
    ["objective.draft", { id: objectiveId, cycleId, title: "Be missed when silent" }],
    [
      "key-result.draft",
      {
        ...{ id: nextId, objectiveId, ownerId: server.ben.memberId, title: "Listening stays", unit },
        ...{ direction: "increase", baseline: 0, target: 10 },
        moves: { metricId: old.metricId, because: "who stays listens for longer" },
      },
    ],
    ["cycle.commit", { cycleId }],
    ...end(cycleId),
  ]);
  return { server, old, cycleId, note, keyResultId, say };
}

async function phoneOf(server: World) {
  const browser = await startBrowser(server.stranger(), server.origin);
  const page = await browser.open();
  await page.session.join(tokenOf(await server.linkFor(server.ben)));
  const store = {
    ...(await import("../../../web/store/older-cycle.ts")),
    ...(await import("../../../web/store/search.ts")),
  };
  const held = async () => {
    const past = await page.signedIn.currentPhone()!.db.read(store.pastCycles);
    return Object.fromEntries(past.map((one) => [one.cycle.name, one.held]));
  };
  let looks = 0;
  const find = async (words: string[], narrowing: Narrowing = {}) => {
    looks += 1;
    return (await store.memoryAt(`look ${looks}`)).find(words, narrowing).hits;
  };
  return { browser, page, ...store, held, find };
}

test("an older cycle comes when it is opened, and is read and searched offline afterwards", async () => {
  const { server, old, keyResultId } = await twoQuartersLater();
  const phone = await phoneOf(server);
  expect(await phone.held()).toEqual({ Q1: "away", Q2: "here" });
  expect(await phone.find(["canary"])).toEqual([]);

  phone.browser.online = false;
  await expect(phone.bringCycle(old.cycleId)).rejects.toMatchObject({ code: "offline" });
  expect(await phone.held()).toMatchObject({ Q1: "away" });

  phone.browser.online = true;
  const told: number[] = [];
  await phone.bringCycle(old.cycleId, (rows) => told.push(rows));
  expect(told.at(-1)).toBeGreaterThanOrEqual(3);
  expect(await phone.held()).toEqual({ Q1: "here", Q2: "here" });

  phone.browser.online = false;
  const [found] = await phone.find(["canary"], { cycleId: old.cycleId, memberId: server.ben.memberId });
  expect(found).toMatchObject({ as: "check-in", leads: { kind: "key-result", id: keyResultId } });
});

test("opened again it brings what changed since and no more, and a page of another history is not kept", async () => {
  const { server, old } = await twoQuartersLater();
  const phone = await phoneOf(server);
  await phone.bringCycle(old.cycleId);
  const told: number[] = [];
  await phone.bringCycle(old.cycleId, (rows) => told.push(rows));
  expect(told).toEqual([0]);

  const { db } = phone.page.signedIn.currentPhone()!;
  const forgotten = phone.bringCycle(old.cycleId, () => {});
  await db.write((tx) => tx.meta.put("generation", 99));
  await expect(forgotten).rejects.toMatchObject({ code: "unreadable" });
});

test("a row that is gone on the server goes here too, and a newer one here stays", async () => {
  const { server, old, keyResultId } = await twoQuartersLater();
  const phone = await phoneOf(server);
  await phone.bringCycle(old.cycleId);
  const { keepOlder } = await import("../../../web/sync/older-cycle.ts");
  const { db } = phone.page.signedIn.currentPhone()!;
  const about = { cycleId: old.cycleId, after: 1, whole: true };
  const title = async (kind: string, id: string) =>
    ((await db.read((tx) => tx.rows.get(`${kind}/${id}`)))?.body as { title?: string } | undefined)?.title;
  const wire = (revision: number) => ({ kind: "key-result", id: keyResultId, revision }) as const;
  await db.write((tx) =>
    keepOlder(tx, [{ ...wire(1), body: { title: "stale", objectiveId: "o", cycleId: "c" } }], about),
  );
  expect(await title("key-result", keyResultId)).toBe("Listening rises, part 0");
  await db.write((tx) => keepOlder(tx, [{ ...wire(1), deleted: true }], about));
  expect(await title("key-result", keyResultId)).toBe("Listening rises, part 0");
  await db.write((tx) => keepOlder(tx, [{ ...wire(10_000), deleted: true }], about));
  expect(await title("key-result", keyResultId)).toBeUndefined();
});

test("what is typed offline is found at once, and what is taken back is not", async () => {
  const { server, say } = await twoQuartersLater();
  const squadId = newId();
  await say([
    ["squad.form", { id: squadId, name: "Podcasts" }],
    ["squad.assign", { squadId, memberId: server.ben.memberId, as: "pm" }],
  ]);
  const known = newId();
  await say([["bet.place", { id: known, title: "Sent long ago", squadId }]], server.ben.memberId);
  const phone = await phoneOf(server);
  phone.browser.online = false;
  await phone.page.mutate.mutate("bet.revise", { betId: known, title: "Worded anew" });
  expect([await phone.find(["sent"]), await phone.find(["worded"])]).toMatchObject([[], [{ as: "bet" }]]);
  const betId = newId();
  await phone.page.mutate.mutate("bet.place", { id: betId, title: "A canary in the coal mine", squadId });
  expect((await phone.find(["cana"])).map((one) => one.leads)).toEqual([{ kind: "bet", id: betId }]);
  await phone.page.mutate.mutate("bet.revise", { betId, title: "Another bird" });
  expect(await phone.find(["cana"])).toEqual([]);
  expect(await phone.find(["bird"])).toHaveLength(1);
});

test("thousands of readings are passed over, and what lies behind them is found", async () => {
  const { server, cycleId } = await twoQuartersLater();
  const phone = await phoneOf(server);
  const { db } = phone.page.signedIn.currentPhone()!;
  const readings = Array.from({ length: 4100 }, (_, place) => ({
    ...{ key: `reading/${place}`, parent: "reading/m", revision: 1 },
    body: { metricId: "m", on: "2026-01-01", value: place, note: "canary" },
  }));
  const review = { beat: "monthly", cycleId, on: "2026-05-01", leaderId: "a", items: [], decisions: [] };
  const held = {
    ...{ key: "review/monthly/x/2026-05-01", parent: `review/${cycleId}`, revision: 1 },
    body: { ...review, notes: "The canary sang", state: "done" },
  };
  await db.write((tx) => tx.rows.put([...readings, held]));
  expect((await phone.find(["canary"])).map((one) => one.as)).toEqual(["review"]);
});
