import { expect, test } from "vitest";
import type { OutboxEntry } from "../../../web/sync/storage.ts";
import { type Device, openDevice, rowId } from "../../support/device.ts";
import { checkIn, runCycle } from "../../support/phone.ts";
import { startWorld } from "../../support/world.ts";

const year = 365 * 86_400_000;

async function company(keyResults = 1) {
  const server = await startWorld();
  const cycle = await runCycle(server, keyResults);
  const ben = await openDevice(server, server.ben);
  await ben.sync();
  return { server, ben, ...cycle };
}

test("26: entries of an older build are completed and sent, those of a newer one travel as they are", async () => {
  const { server, ben, keyResults } = await company();
  await checkIn(ben, server, keyResults[0]!);
  await ben.db.write(async (tx) => {
    const [entry] = await tx.outbox.page();
    const { reads: _reads, writes: _writes, into: _into, size: _size, ...old } = entry!;
    await tx.outbox.put([{ ...old, colour: "blue" } as unknown as OutboxEntry]);
  });
  await ben.sync();
  expect(await ben.pending()).toEqual([]);
  expect(await ben.stored((tx) => tx.rows.under(`check-in/${keyResults[0]}`))).toHaveLength(1);
});

test("27: a build that does not know a queued mutation sends it, and the server's word is shown", async () => {
  const { server, ben } = await company();
  const entry = { seq: 99, id: rowId(server), name: "anomaly.guess", args: { title: "A bet" } };
  const queued = { at: "2026-03-02T08:00:00.000Z", size: 99, reads: [], writes: [], into: [] };
  await ben.db.write((tx) => tx.outbox.put([{ ...entry, ...queued }]));
  await ben.sync();
  expect(await ben.attention()).toEqual([
    { name: "anomaly.guess", code: "unknown_mutation", args: { title: "A bet" } },
  ]);
});

test("28: an entry nobody can decode is shown with all it holds, and the others go on", async () => {
  const { server, ben, keyResults } = await company();
  await checkIn(ben, server, keyResults[0]!);
  const broken = { seq: 0, id: "x", name: 7, words: "what I wrote" };
  await ben.db.write((tx) => tx.outbox.put([broken as unknown as OutboxEntry]));
  await ben.sync();
  expect(await ben.pending()).toEqual([]);
  expect(await ben.stored((tx) => tx.attention.page())).toMatchObject([{ code: "undecodable", raw: broken }]);
  expect(await ben.stored((tx) => tx.rows.under(`check-in/${keyResults[0]}`))).toHaveLength(1);
});

test.each([
  ["ten years ahead", 10 * year],
  ["a day behind", -86_400_000],
])("29: a clock that is %s stops nothing and is shown", async (_words, skew) => {
  const { server, ben, keyResults } = await company();
  ben.skew = skew;
  const { id } = await checkIn(ben, server, keyResults[0]!);
  await ben.sync();
  expect(await ben.pending()).toEqual([]);
  expect(await ben.attention()).toEqual([]);
  expect((await ben.stored((tx) => tx.meta.get("mark")))?.skewMs).toBe(skew);
  const row = await ben.read((read) => read.get("check-in", id));
  expect(Date.parse(row!.at)).toBeLessThanOrEqual(server.clock.now);
});

test("29: a clock set back between two check-ins keeps their order", async () => {
  const { server, ben, keyResults } = await company();
  await checkIn(ben, server, keyResults[0]!, { value: 1 });
  ben.skew = -3 * 3_600_000;
  await checkIn(ben, server, keyResults[0]!, { value: 2 });
  await ben.sync();
  expect(ben.sent.at(-1)!.mutations.map((one) => one.args.value)).toEqual([1, 2]);
  const rows = await ben.stored((tx) => tx.rows.under(`check-in/${keyResults[0]}`));
  const inOrder = rows
    .sort((a, b) => a.revision - b.revision)
    .map((row) => (row.body as { value: number }).value);
  expect(inOrder).toEqual([1, 2]);
});

test("30: a thousand mutations after a month offline go in batches the server takes, in order", async () => {
  const { server, ben, keyResults } = await company(4);
  for (let value = 0; value < 1000; value += 1)
    await checkIn(ben, server, keyResults[value % 4]!, { value: value % 100 });
  await ben.sync();
  expect(await ben.pending()).toEqual([]);
  const batches = ben.sent.map((request) => request.mutations).filter((batch) => batch.length > 0);
  expect(batches.every((batch) => batch.length <= 250 && JSON.stringify(batch).length <= 256 * 1024)).toBe(
    true,
  );
  const seqs = batches.flat().map((one) => one.seq);
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  expect(await count(ben)).toBe(1000);
}, 60_000);

test("54: what stands on a refused mutation is refused with it, and what does not goes on", async () => {
  const { server, ben, cycleId, objectiveId, keyResults } = await company();
  const [orphan, keyResult] = [rowId(server), rowId(server)];
  await checkIn(ben, server, keyResults[0]!);
  const drafts = await ben.stored((tx) => tx.outbox.page());
  const told = (seq: number, name: string, args: object): OutboxEntry => {
    const { reads, writes, into, size, at } = drafts[0]!;
    return {
      seq,
      id: rowId(server),
      name,
      args: args as Record<string, unknown>,
      at,
      reads,
      writes,
      into,
      size,
    };
  };
  const unit = { label: "", scale: "count", decimals: 0 };
  // Ben may not draft an objective of the company; a build that let him would queue these.
  await ben.db.write((tx) =>
    tx.outbox.put([
      told(50, "objective.draft", { id: orphan, cycleId, title: "Mine" }),
      told(51, "key-result.draft", {
        ...{ id: keyResult, objectiveId: orphan, ownerId: ben.who.memberId, title: "Of mine", unit },
        ...{ direction: "increase", baseline: 0, target: 9 },
      }),
    ]),
  );
  await ben.sync();
  expect((await ben.attention()).map((one) => [one.name, one.code]).sort()).toEqual([
    ["key-result.draft", "parent_rejected"],
    ["objective.draft", "forbidden"],
  ]);
  expect(objectiveId).not.toBe(orphan);
  expect(await count(ben)).toBe(1);
});

async function count(device: Device): Promise<number> {
  return (await device.stored((tx) => tx.rows.page())).filter((row) => row.key.startsWith("check-in/"))
    .length;
}
