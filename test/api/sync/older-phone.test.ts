import { afterEach, expect, test, vi } from "vitest";
import type { Kind } from "../../../shared/sync/catalog.ts";
import { catalogVersion, kindsNewerThan } from "../../../shared/sync/kinds.ts";
import { type SyncResponse, syncResponse } from "../../../shared/sync/protocol.ts";
import { applied } from "../../support/company.ts";
import { type Device, openDevice, rowsOf } from "../../support/device.ts";
import { checkIn, type RunningCycle, runCycle } from "../../support/phone.ts";
import { startWorld, type World } from "../../support/world.ts";

/** A phone that was not updated for long: the build before focus, events, anomalies, nudges and reviews. */
const old = 2;
const unheardOf = kindsNewerThan(old);

afterEach(() => {
  vi.doUnmock("../../../shared/sync/kinds.ts");
  vi.resetModules();
});

/** The phone's engine and database as a build that knows fewer kinds, on the same storage as the others. */
async function openOlderPhone(world: World): Promise<Device> {
  vi.resetModules();
  vi.doMock("../../../shared/sync/kinds.ts", async (original) => {
    const now = await original<typeof import("../../../shared/sync/kinds.ts")>();
    const places = Object.fromEntries(
      Object.entries(now.places).filter(([kind]) => !unheardOf.includes(kind as Kind)),
    );
    const isKind = (name: string) => Object.hasOwn(places, name);
    return { ...now, places, isKind, kinds: Object.keys(places), catalogVersion: old };
  });
  const build = await import("../../support/device.ts");
  return build.openDevice(world, world.ben);
}

/** What an older server answered last: it knew no more kinds than the phone. */
async function ageCursor(phone: Device): Promise<void> {
  await phone.db.write(async (tx) => {
    const cursor = (await tx.meta.get("cursor"))!;
    await tx.meta.put("cursor", { ...cursor, catalogVersion: old });
  });
}

/** One row of each kind the old phone has not heard of, and where it is listed. */
async function somethingNew(world: World, { cycleId, metricId, keyResults }: RunningCycle) {
  const { ada, ben, id, mutate, northing } = world;
  const [squadId, objectiveId, keyResultId] = [id(), id(), id()];
  const must = async (name: string, args: object) =>
    expect([name, await mutate(ada, name, args)]).toMatchObject([name, { outcome: "applied" }]);
  await must("squad.form", { id: squadId, name: "Podcasts" });
  await must("objective.draft", {
    ...{ id: objectiveId, cycleId, squadId, title: "A weekly habit", exempt: { reason: "only a test" } },
  });
  const unit = { label: "", scale: "value", decimals: 0 };
  await must("key-result.draft", {
    ...{ id: keyResultId, objectiveId, ownerId: ben.memberId, title: "Finish one", unit },
    ...{ direction: "increase", baseline: 0, target: 10 },
  });
  await must("objective.commit", { objectiveId });
  await must("key-result.commit", { keyResultId });
  await must("focus.choose", { squadId, on: "2026-03-02", keyResultId, reason: "It is the last week." });
  await must("event.mark", { id: id(), on: "2026-03-01", type: "launch", text: "Voice search" });
  await must("nudge.send", { id: id(), keyResultId: keyResults[1] });
  const items = [{ subject: { kind: "key-result", id: keyResultId }, why: "Off pace." }];
  await must("review.open", { beat: "monthly", cycleId, on: "2026-03-01", items });
  const fell = { on: "2026-03-02", onset: "2026-03-02", direction: "down", rule: "floor", value: 1 };
  await applied(northing.sync, ada.workspaceId, { memberId: ada.workspaceId, server: true }, [
    [
      "anomaly.raise",
      {
        ...{ series: { kind: "metric", id: metricId }, ...fell, preset: "calm", adverse: true },
        expected: { low: 2, centre: 2, high: 2 },
      },
    ],
  ]);
  return { squadId, keyResultId: keyResults[1]! };
}

test("goes on working with a server that knows more kinds, and loses nothing of them until its update", async () => {
  const world = await startWorld();
  const cycle = await runCycle(world, 2);
  const phone = await openOlderPhone(world);
  await phone.sync();
  await ageCursor(phone);
  const made = await somethingNew(world, cycle);
  const said = await checkIn(phone, world, cycle.keyResults[0]!);
  expect(await phone.sync()).toEqual({ end: "done", more: false });
  expect([await phone.pending(), await phone.attention()]).toEqual([[], []]);
  expect(await phone.read((read) => read.get("check-in", said.id))).toMatchObject({ note: "going well" });
  phone.close();

  const updated = await openDevice(world, world.ben, { database: phone.db.dexie.name });
  const fresh = await openDevice(world, world.ben);
  await fresh.sync();
  for (const kind of unheardOf.filter((one) => one !== "attachment")) {
    const rows = await rowsOf(updated, kind);
    expect([kind, rows.size]).toEqual([kind, 1]);
    expect(rows).toEqual(await rowsOf(fresh, kind));
  }
  const listed = await updated.read(async (read) => [
    ...(await read.list("focus", made.squadId)),
    ...(await read.list("nudge", made.keyResultId)),
    ...(await read.list("review", cycle.cycleId)),
    ...(await read.list("event")),
    ...(await read.list("anomaly")),
  ]);
  expect(listed).toHaveLength(5);
  await updated.sync();
  expect(updated.sent.at(-1)!.cursor).toMatchObject({ catalogVersion });
  expect(await rowsOf(updated, "check-in")).toEqual(await rowsOf(fresh, "check-in"));
});

test("that is updated before it ever met that server is given all of them, whatever a page holds", async () => {
  const world = await startWorld();
  const cycle = await runCycle(world, 2);
  await somethingNew(world, cycle);
  const phone = await openDevice(world, world.ben);
  await phone.sync();
  // As it lay there: a cursor past all of it, and none of it kept.
  await phone.db.write(async (tx) => {
    const keys = (await tx.rows.page()).map((one) => one.key);
    await tx.rows.drop(keys.filter((key) => unheardOf.some((kind) => key.startsWith(`${kind}/`))));
  });
  await ageCursor(phone);
  const answers: SyncResponse[] = [];
  phone.network = async (request, send) => {
    const reply = await send({ ...request, limit: 1 });
    answers.push(syncResponse.parse(reply.body));
    return reply;
  };
  await checkIn(phone, world, cycle.keyResults[0]!);
  await phone.sync();
  const kinds = answers.flatMap((one) => one.rows.map((row) => row.kind));
  expect(kinds.sort()).toEqual(["anomaly", "check-in", "event", "focus", "nudge", "review"]);
  expect(answers.filter((one) => one.reset !== undefined)).toEqual([]);
  const fresh = await openDevice(world, world.ben);
  await fresh.sync();
  for (const kind of unheardOf) expect(await rowsOf(phone, kind)).toEqual(await rowsOf(fresh, kind));
});
