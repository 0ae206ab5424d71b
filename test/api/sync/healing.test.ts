import { copyFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "../../../api/db/migrate.ts";
import { beginEpoch, createSyncStore } from "../../../api/sync/store.ts";
import { createSync } from "../../../api/sync/sync.ts";
import {
  applied,
  checkIn,
  monday,
  mutation,
  newId,
  openHarbour,
  pullAll,
  round,
} from "../../support/company.ts";
import { onFile, open } from "../../support/database.ts";

const day = 86_400_000;
const iso = (time: number) => new Date(time).toISOString();

/** A server as it was when the backup was made, at the moment the test names, in a new epoch unless it is forgotten. */
async function restored(
  { database, world }: Awaited<ReturnType<typeof openHarbour>>,
  work: () => Promise<unknown>,
  { bump = true } = {},
) {
  const copy = `${dirname(database.file!)}/copy.db`;
  await database.backup(copy);
  await work();
  const path = `${dirname(database.file!)}/restored.db`;
  copyFileSync(copy, path);
  const back = await open(`file:${path}`);
  onTestFinished(() => back.close());
  await migrate(back);
  if (bump) await beginEpoch(back, iso(world.time));
  return createSync({ store: createSyncStore(back), world });
}

test("a restored server asks for what it lost and takes it back once, under the same ids", async () => {
  const harbour = await openHarbour(onFile);
  const { sync, company } = harbour;
  const kept = checkIn(company.keyResultIds[0]!);
  await round(sync, company.ben, [kept]);
  const lost = checkIn(company.keyResultIds[0]!, { value: 20 });
  const back = await restored(harbour, () => round(sync, company.ben, [lost]));
  const { cursor } = await pullAll(sync, company.ben);
  const first = await round(back, company.ben, [], { cursor, limit: 0 });
  expect(first.reset).toBe("epoch");
  const offered = await round(back, company.ben, [], { cursor: first.cursor, offer: [kept.id, lost.id] });
  expect(offered.wanted).toEqual([lost.id]);
  await round(back, company.ben, [{ ...lost, healing: true }]);
  await round(back, company.ben, [{ ...lost, healing: true }]);
  const checkIns = [...(await pullAll(back, company.ben)).rows.keys()].filter((key) =>
    key.startsWith("check-in"),
  );
  expect(checkIns.sort()).toEqual([`check-in ${kept.args.id}`, `check-in ${lost.args.id}`].sort());
});

test("a server that overtook the phone after a restore nobody declared is found out by the tag", async () => {
  const harbour = await openHarbour(onFile);
  const { sync, company } = harbour;
  const lost = checkIn(company.keyResultIds[0]!);
  const back = await restored(harbour, () => round(sync, company.ben, [lost]), { bump: false });
  const { cursor } = await pullAll(sync, company.ben);
  for (const name of ["One", "Two", "Three"])
    await applied(back, company.id, { memberId: company.ada.memberId }, [["workspace.rename", { name }]]);
  const answer = await round(back, company.ben, [], { cursor, offer: [lost.id] });
  expect([answer.reset, answer.wanted]).toEqual(["tag", [lost.id]]);
  expect(answer.cursor.epoch).toBe(cursor!.epoch);
});

test("what is healed waits for what another phone has yet to heal, and is not refused meanwhile", async () => {
  const harbour = await openHarbour(onFile);
  const { sync, company } = harbour;
  const [draft, sent] = [newId(), newId()];
  const { objectiveId, cycleId, ada, ben } = company;
  const made = mutation("key-result.draft", {
    id: draft,
    objectiveId,
    ownerId: ben.memberId,
    title: "Podcasts finished",
    direction: "increase",
    baseline: 0,
    target: 10,
    unit: { label: "", scale: "value", decimals: 0 },
    moves: { metricId: company.metricId, because: "people who finish podcasts listen for longer each week" },
  });
  const committed = mutation("key-result.commit", { keyResultId: draft });
  const said = checkIn(draft, { id: sent });
  const back = await restored(harbour, async () => {
    await round(sync, ada, [made, committed]);
    expect((await round(sync, ben, [said])).results).toMatchObject([{ outcome: "applied" }]);
  });
  const healing = (one: typeof said) => ({ ...one, healing: true });
  const early = await round(back, ben, [healing(said)]);
  expect([early.results, early.retryAfter]).toEqual([[], 60]);
  expect((await round(back, ada, [healing(committed)])).results).toEqual([]);
  await round(back, ada, [healing(made), healing(committed)]);
  expect((await round(back, ben, [healing(said)])).results).toMatchObject([{ outcome: "applied" }]);
  expect((await pullAll(back, ben)).rows.get(`check-in ${sent}`)?.body).toMatchObject({ cycleId });
});

test("it does not wait for ever: after a week without the rest it is refused", async () => {
  const harbour = await openHarbour(onFile);
  const { company, world } = harbour;
  const orphan = { ...checkIn(newId()), healing: true };
  const back = await restored(harbour, async () => {});
  expect((await round(back, company.ben, [orphan])).results).toEqual([]);
  world.time += 7 * day;
  expect((await round(back, company.ben, [orphan])).results).toMatchObject([{ code: "not_found" }]);
});

test("only what was made before the restore is healed: afterwards the fourteen days hold again", async () => {
  const harbour = await openHarbour(onFile);
  const { sync, company, world } = harbour;
  const [keyResultId] = company.keyResultIds;
  await applied(sync, company.id, { memberId: company.ada.memberId }, [
    ["key-result.reassign", { keyResultId, ownerId: company.ada.memberId }],
  ]);
  world.time = monday + 20 * day;
  const owned = iso(monday - 2 * day);
  const inTime = checkIn(keyResultId!, {}, { at: owned, healing: true });
  expect((await round(sync, company.ben, [inTime])).results).toMatchObject([{ code: "reassigned" }]);
  const back = await restored(harbour, async () => {});
  const again = checkIn(keyResultId!, {}, { at: owned, healing: true });
  expect((await round(back, company.ben, [again])).results).toMatchObject([{ outcome: "applied" }]);
  const plain = checkIn(keyResultId!, {}, { at: owned });
  expect((await round(back, company.ben, [plain])).results).toMatchObject([{ code: "reassigned" }]);
});
