import { expect, test } from "vitest";
import { openDevice } from "../../support/device.ts";
import { checkIn, runCycle } from "../../support/phone.ts";
import { startWorld } from "../../support/world.ts";

test("hundreds of pending check-ins are replayed in the very transaction that stores what changed under them", async () => {
  const server = await startWorld();
  const { keyResults } = await runCycle(server);
  const [ben, ada] = [await openDevice(server, server.ben), await openDevice(server, server.ada)];
  await Promise.all([ben.sync(), ada.sync()]);
  for (let value = 0; value < 300; value += 1)
    await checkIn(ben, server, keyResults[0]!, { value: value % 100 });
  await ada.must("key-result.revise", { keyResultId: keyResults[0]!, title: "Renamed" });
  await ada.sync();

  let open = 0;
  const write = ben.db.write;
  ben.phone.world.storage.write = (work) =>
    write(async (tx) => {
      open = transactions();
      const result = await work(tx);
      expect(transactions() - open).toBe(0);
      return result;
    });
  const begun: unknown[] = [];
  const database = ben.db.dexie.backendDB();
  const begin = database.transaction.bind(database);
  database.transaction = (...args) => {
    begun.push(args[0]);
    return begin(...args);
  };
  const transactions = () => begun.length;
  ben.network = (request, send) => send({ ...request, mutations: [] });
  await ben.round();
  expect(await ben.read((read) => read.list("check-in", keyResults[0]!))).toHaveLength(300);
  expect(await ben.read((read) => read.get("key-result", keyResults[0]!))).toMatchObject({
    title: "Renamed",
  });
  ben.network = (request, send) => send(request);
  await ben.sync();
  expect(await ben.pending()).toEqual([]);
  expect(await ben.read((read) => read.list("check-in", keyResults[0]!))).toHaveLength(300);
}, 60_000);
