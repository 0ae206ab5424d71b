import { expect, test } from "vitest";
import { startWorld, tokenOf } from "../../support/world.ts";

const minute = 60_000;

/** Ben's phone shows a code; a laptop opens it. */
async function opened() {
  const world = await startWorld();
  const { ben, stranger } = world;
  const { id, url, expiresAt } = (await ben.at.post("/api/devices/link")).body;
  const laptop = stranger();
  const ask = (at = laptop) => at.post("/api/join", { token: tokenOf(url), deviceName: "Ben's laptop" });
  const state = async () => (await ben.at.get(`/api/devices/link/${id}`)).body;
  const confirm = (at = ben.at) => at.post(`/api/devices/link/${id}/confirm`);
  return { ...world, id, url, expiresAt, laptop, ask, state, confirm };
}

test("a second device waits for a tap on the first, which shows its name, and is then signed in", async () => {
  const { ask, state, confirm, laptop, ben, expiresAt } = await opened();
  expect(expiresAt).toBe("2026-03-02T08:10:00.000Z");
  expect(await state()).toEqual({ state: "waiting" });
  const first = await ask();
  expect([first.status, first.body]).toEqual([202, { state: "asked" }]);
  expect(await state()).toEqual({ state: "asked", deviceName: "Ben's laptop" });
  expect((await ask()).status).toBe(202);
  expect((await laptop.get("/api/me")).status).toBe(401);
  expect((await confirm()).status).toBe(200);
  const joined = await ask();
  expect(joined.status).toBe(200);
  expect(joined.body).toMatchObject({ person: { id: ben.personId }, device: { name: "Ben's laptop" } });
  expect((await laptop.get("/api/me")).body.person.name).toBe("Ben");
});

test("looking at the code binds nobody", async () => {
  const { url, stranger, state } = await opened();
  const preview = await stranger().post("/api/join/preview", { token: tokenOf(url) });
  expect(preview.body).toEqual({ purpose: "device", needsName: false });
  expect(await state()).toEqual({ state: "waiting" });
});

test("a photographed code is of no use once the real device has asked", async () => {
  const { ask, confirm, stranger } = await opened();
  await ask();
  expect((await ask(stranger())).body.error.code).toBe("token_unusable");
  await confirm();
  expect((await ask(stranger())).body.error.code).toBe("token_unusable");
  expect((await ask()).status).toBe(200);
});

test("of many devices that ask at once, one is bound", async () => {
  const { ask, stranger } = await opened();
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(stranger())));
  expect(answers.filter((one) => one.status === 202)).toHaveLength(1);
});

test("the code is used up by the device it let in, however many times it asks at once", async () => {
  const { ask, confirm, laptop, ben } = await opened();
  await ask();
  await confirm();
  const cookies = new Map(laptop.cookies);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => {
      for (const [name, value] of cookies) laptop.cookies.set(name, value);
      return ask();
    }),
  );
  expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
  expect((await ben.at.get("/api/devices")).body.devices).toHaveLength(2);
});

test("after ten minutes the code is worth nothing, confirmed or not", async () => {
  const { ask, confirm, clock } = await opened();
  await ask();
  await confirm();
  clock.now += 10 * minute;
  expect((await ask()).body.error.code).toBe("token_unusable");
});

test("nobody but the device that shows the code confirms it, and nothing before somebody asked", async () => {
  const { ask, confirm, ada, cleo, ben, join, linkFor } = await opened();
  expect((await confirm()).status).toBe(404);
  await ask();
  const bensTablet = await join("Ben", await linkFor(ben));
  for (const { at } of [ada, cleo, bensTablet]) expect((await confirm(at)).status).toBe(404);
  expect((await ask()).status).toBe(202);
});

test("a new code ends the one before, and revoking the device ends its code", async () => {
  const { ask, ben, ada, stranger } = await opened();
  const second = (await ben.at.post("/api/devices/link")).body;
  expect((await ask()).status).toBe(410);
  await ada.at.delete(`/api/devices/${ben.deviceId}`);
  expect((await stranger().post("/api/join/preview", { token: tokenOf(second.url) })).status).toBe(410);
});
