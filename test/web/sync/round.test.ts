import { expect, test } from "vitest";
import { openDevice, rowsOf } from "../../support/device.ts";
import { checkIn, runCycle } from "../../support/phone.ts";
import { startWorld } from "../../support/world.ts";

test("a phone that joins holds the whole workspace after its first sync", async () => {
  const server = await startWorld();
  const { keyResults } = await runCycle(server, 2);
  const ben = await openDevice(server, server.ben);
  expect(await ben.sync()).toEqual({ end: "done", more: false });
  expect((await rowsOf(ben, "key-result")).size).toBe(2);
  const keyResult = await ben.read((read) => read.get("key-result", keyResults[0]!));
  expect(keyResult).toMatchObject({ title: "Listening rises, part 0", ownerId: server.ben.memberId });
});

test("a check-in saved offline is seen at once, travels with the next sync, and reaches Ada's phone", async () => {
  const server = await startWorld();
  const { keyResults } = await runCycle(server);
  const [ben, ada] = [await openDevice(server, server.ben), await openDevice(server, server.ada)];
  await ben.sync();
  const { id } = await checkIn(ben, server, keyResults[0]!, { value: 42 });
  const seen = await ben.read((read) => read.list("check-in", keyResults[0]!));
  expect(seen).toMatchObject([{ id, value: 42, authorId: server.ben.memberId, revision: 0 }]);
  expect(await ben.pending()).toEqual(["check-in.record"]);

  await ben.sync();
  expect(await ben.pending()).toEqual([]);
  await ada.sync();
  expect(await ada.read((read) => read.list("check-in", keyResults[0]!))).toMatchObject([{ id, value: 42 }]);
  const [sent, pulled] = [await rowsOf(ben, "check-in"), await rowsOf(ada, "check-in")];
  expect(sent).toEqual(pulled);
  expect(await ben.stored((tx) => tx.overlay.count())).toBe(0);
  expect(await ben.stored((tx) => tx.acked.count())).toBe(0);
});
