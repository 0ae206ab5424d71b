import { describe, expect, it } from "vitest";
import { startPushingWorld, vapidKeys } from "../../support/pushing.ts";
import { startWorld } from "../../support/world.ts";

const rows = (world: Awaited<ReturnType<typeof startPushingWorld>>) =>
  world.northing.database.read(
    "select endpoint, person_id, device_id, gone_at from push_subscription order by endpoint",
  );

describe("a push subscription", () => {
  it("is made with the server's key and stored for the device that sent it", async () => {
    const world = await startPushingWorld();
    expect((await world.ben.at.get("/api/push-key")).body).toEqual({ key: vapidKeys.publicKey });
    expect((await world.ben.at.get("/api/push-subscriptions")).body).toEqual({ state: "none" });
    const { subscription } = await world.subscribe(world.ben);
    expect(await rows(world)).toEqual([
      {
        endpoint: subscription.endpoint,
        person_id: world.ben.personId,
        device_id: world.ben.deviceId,
        gone_at: null,
      },
    ]);
    expect((await world.ben.at.get("/api/push-subscriptions")).body).toEqual({ state: "on" });
  });

  it("replaces the one the device had, and sent twice is one", async () => {
    const world = await startPushingWorld();
    await world.subscribe(world.ben);
    const { subscription } = await world.subscribe(world.ben);
    await world.ben.at.put("/api/push-subscriptions", subscription);
    expect((await rows(world)).map((one) => one.endpoint)).toEqual([subscription.endpoint]);
  });

  it("moves to whoever uses the phone now", async () => {
    const world = await startPushingWorld();
    const { subscription } = await world.subscribe(world.ben);
    await world.ada.at.put("/api/push-subscriptions", subscription);
    expect(await rows(world)).toMatchObject([
      { person_id: world.ada.personId, device_id: world.ada.deviceId },
    ]);
  });

  it("is forgotten on its owner's word, and on nobody else's", async () => {
    const world = await startPushingWorld();
    const { endpoint } = (await world.subscribe(world.ben)).subscription;
    expect((await world.cleo.at.delete("/api/push-subscriptions", { endpoint })).status).toBe(204);
    expect(await rows(world)).toHaveLength(1);
    expect((await world.ben.at.delete("/api/push-subscriptions", { endpoint })).status).toBe(204);
    expect(await rows(world)).toEqual([]);
  });

  it("goes with the device when it signs out, and takes nothing more when it is revoked", async () => {
    const world = await startPushingWorld();
    await world.keyResult(world.ben);
    await world.keyResult(world.ada);
    await world.subscribe(world.ben);
    await world.subscribe(world.ada);
    await world.remind();
    await world.ben.at.post("/api/sign-out", {});
    expect(await rows(world)).toMatchObject([{ person_id: world.ada.personId }]);
    await world.northing.database.write([
      {
        sql: "update device set revoked_at = ? where id = ?",
        args: ["2026-03-09T07:00:00Z", world.ada.deviceId],
      },
    ]);
    world.at("2026-03-09T08:00:00Z");
    await world.remind();
    expect(world.messages()).toEqual([]);
  });

  it("is kept for ten devices of a person; the one not seen for longest gives way and is told", async () => {
    const world = await startPushingWorld();
    const first = await world.subscribe(world.ben);
    for (let i = 0; i < 10; i += 1) {
      world.clock.now += 60_000;
      await world.anotherDevice(world.ben);
    }
    const gone = (await rows(world)).filter((one) => one.gone_at !== null);
    expect(gone.map((one) => one.endpoint)).toEqual([first.subscription.endpoint]);
    expect((await world.ben.at.get("/api/push-subscriptions")).body).toEqual({ state: "gone" });
  });

  it("that the push service has ended is told on every device of its owner, and on nobody else's", async () => {
    const world = await startPushingWorld();
    await world.keyResult(world.ben);
    const mine = await world.subscribe(world.ben);
    await world.anotherDevice(world.ben);
    await world.subscribe(world.ada);
    world.service.forget(mine.id);
    await world.remind();
    world.at("2026-03-09T08:00:00Z");
    await world.remind();
    const told = async (who = world.ben) => (await who.at.get("/api/reminders")).body.devices;
    expect(await told()).toHaveLength(2);
    expect(await told()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: world.ben.deviceId, current: true, state: "gone" }),
        expect.objectContaining({ name: "another", current: false, state: "on" }),
      ]),
    );
    expect(await told(world.ada)).toMatchObject([{ state: "on" }]);
    await world.subscribe(world.ben);
    expect((await told()).map((one: { state: string }) => one.state)).toEqual(["on", "on"]);
  });

  it("that a browser has ended is told by the device itself, and takes nothing more", async () => {
    const world = await startPushingWorld();
    await world.keyResult(world.ben);
    await world.subscribe(world.ben);
    expect((await world.ben.at.post("/api/push-subscriptions/lost", {})).status).toBe(204);
    const { devices } = (await world.ben.at.get("/api/reminders")).body;
    expect(devices).toMatchObject([{ state: "gone", goneAt: new Date(world.clock.now).toISOString() }]);
    expect((await world.ben.at.get("/api/push-subscriptions")).body).toEqual({ state: "gone" });
    await world.remind();
    world.at("2026-03-09T08:00:00Z");
    await world.remind();
    expect(world.messages()).toEqual([]);
    expect((await world.ben.at.get("/api/reminders")).body.reminders).toMatchObject([
      { state: "skipped", reason: "no-device" },
    ]);
  });

  it("of a device is forgotten by name too, and only by its owner", async () => {
    const world = await startPushingWorld();
    await world.subscribe(world.ben);
    const { deviceId } = world.ben;
    expect((await world.ada.at.delete("/api/push-subscriptions", { deviceId })).status).toBe(204);
    expect(await rows(world)).toHaveLength(1);
    const both = { deviceId, endpoint: "https://fcm.googleapis.com/x" };
    expect((await world.ben.at.delete("/api/push-subscriptions", both)).status).toBe(400);
    expect((await world.ben.at.delete("/api/push-subscriptions", { deviceId })).status).toBe(204);
    expect(await rows(world)).toEqual([]);
  });

  it("at an address that is no push service is refused, and nothing is stored", async () => {
    const world = await startPushingWorld();
    const { keys } = world.service.device(vapidKeys.publicKey).subscription;
    for (const endpoint of [
      "nonsense",
      "http://fcm.googleapis.com/x",
      "https://127.0.0.1/x",
      "https://evilweb.push.apple.com.attacker.example/x",
      "https://localhost/x",
    ]) {
      const { status, body } = await world.ben.at.put("/api/push-subscriptions", { endpoint, keys });
      expect([status, body.error.code]).toEqual([400, "push_endpoint_refused"]);
    }
    expect(await rows(world)).toEqual([]);
  });

  it("with keys that are none is refused", async () => {
    const world = await startPushingWorld();
    const { endpoint, keys } = world.service.device(vapidKeys.publicKey).subscription;
    const offCurve = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 255)]).toString("base64url");
    for (const hostile of [
      { endpoint, keys: { ...keys, p256dh: offCurve } },
      { endpoint, keys: { ...keys, auth: "short" } },
      { endpoint, keys, personId: world.ada.personId },
      { endpoint },
      [],
    ]) {
      const { status, body } = await world.ben.at.put("/api/push-subscriptions", hostile);
      expect([status, body.error.code]).toEqual([400, "invalid_request"]);
    }
    expect(await rows(world)).toEqual([]);
  });

  it("is nobody's who is not signed in", async () => {
    const world = await startWorld();
    const stranger = world.stranger();
    for (const ask of [
      stranger.get("/api/push-key"),
      stranger.get("/api/push-subscriptions"),
      stranger.get("/api/reminders"),
      stranger.put("/api/push-subscriptions", {}),
      stranger.delete("/api/push-subscriptions", { endpoint: "https://fcm.googleapis.com/x" }),
      stranger.post("/api/push-subscriptions/test", {}),
      stranger.post("/api/push-subscriptions/lost", {}),
    ])
      expect((await ask).status).toBe(401);
  });
});

describe("a test push", () => {
  it("reaches this device at once and stands in its ledger", async () => {
    const world = await startPushingWorld();
    await world.subscribe(world.ada);
    const mine = await world.subscribe(world.ben);
    const { status, body } = await world.ben.at.post("/api/push-subscriptions/test", {});
    expect(status).toBe(200);
    expect(world.messages()).toMatchObject([
      { id: mine.id, title: "Northing reaches this device", data: { id: body.id } },
    ]);
    expect(world.messages()[0]).not.toHaveProperty("app_badge");
    const { reminders } = (await world.ben.at.get("/api/reminders")).body;
    expect(reminders).toMatchObject([{ id: body.id, kind: "test", state: "sent" }]);
    expect((await world.ada.at.get("/api/reminders")).body.reminders).toEqual([]);
  });

  it("says when the push service did not take it", async () => {
    const world = await startPushingWorld();
    const device = await world.subscribe(world.ben);
    world.service.forget(device.id);
    const { status, body } = await world.ben.at.post("/api/push-subscriptions/test", {});
    expect([status, body.error.code]).toEqual([502, "push_not_sent"]);
    expect((await world.ben.at.get("/api/push-subscriptions")).body).toEqual({ state: "gone" });
    expect((await world.ben.at.get("/api/reminders")).body.reminders).toMatchObject([{ state: "gone" }]);
  });

  it("needs a subscription, and comes five times in ten minutes at most", async () => {
    const world = await startPushingWorld();
    expect((await world.ben.at.post("/api/push-subscriptions/test", {})).status).toBe(404);
    await world.subscribe(world.ben);
    const statuses: number[] = [];
    for (let i = 0; i < 7; i += 1)
      statuses.push((await world.ben.at.post("/api/push-subscriptions/test", {})).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    world.clock.now += 11 * 60_000;
    expect((await world.ben.at.post("/api/push-subscriptions/test", {})).status).toBe(200);
  });
});
