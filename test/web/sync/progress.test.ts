import { expect, test } from "vitest";
import { openDevice } from "../../support/device.ts";
import { runCycle } from "../../support/phone.ts";
import { startWorld } from "../../support/world.ts";

test("37: a server that is behind moves nothing back, resets nothing, and is not asked again and again", async () => {
  const server = await startWorld();
  const { keyResults } = await runCycle(server);
  const [ben, ada] = [await openDevice(server, server.ben), await openDevice(server, server.ada)];
  await Promise.all([ben.sync(), ada.sync()]);
  let behind: unknown;
  ben.network = async (request, send) => {
    const reply = await send(request);
    behind ??= structuredClone(reply.body);
    return reply;
  };
  await ben.sync();
  await ada.must("key-result.revise", { keyResultId: keyResults[0]!, title: "New" });
  await ada.sync();
  await ben.sync();
  const rows = await ben.stored((tx) => tx.rows.page());
  const cursor = await ben.stored((tx) => tx.meta.get("cursor"));

  ben.network = async () => ({ status: 200, body: { ...(behind as object), more: true } });
  expect(await ben.round()).toEqual({ end: "done", more: false });
  expect(await ben.stored((tx) => tx.rows.page())).toEqual(rows);
  expect(await ben.stored((tx) => tx.meta.get("cursor"))).toEqual(cursor);
});

test("a server that promises more and never gives any is not asked again at once", async () => {
  const server = await startWorld();
  const ben = await openDevice(server, server.ben);
  await ben.sync();
  ben.network = async (request, send) => {
    const reply = await send(request);
    return { ...reply, body: { ...(reply.body as object), more: true } };
  };
  expect(await ben.round()).toEqual({ end: "done", more: false });
});
