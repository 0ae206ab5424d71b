import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { webhookSeal } from "../../../api/channels/webhook-seal.ts";
import { createOutbound } from "../../../api/outbound.ts";
import { createSender } from "../../../api/push/send.ts";
import { vapidKeys } from "../../support/pushing.ts";
import { pushLookAlikes, refusedHosts, refusedUrls } from "../../support/refused-hosts.ts";
import { loopbackCanary } from "../../support/source-server.ts";
import { startTellingWorld } from "../../support/telling.ts";

/** Whatever name is asked for, it leads back to this machine. */
const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
const key = randomBytes(32);
const keys = { p256dh: vapidKeys.publicKey, auth: randomBytes(16).toString("base64url") };

/** Of connectors the same is held in test/api/metrics/connectors.test.ts, of the guard itself in test/api/outbound.test.ts. */
test("there are more than eighty spellings of what lies inside", () => {
  expect(new Set(Object.values(refusedHosts).flat()).size).toBeGreaterThan(80);
});

test("no spelling of what lies inside becomes a push endpoint, and none is sent to", async () => {
  const canary = await loopbackCanary();
  const { ben, northing } = await startTellingWorld();
  const sender = createSender({ vapid: vapidKeys, extraHosts: [], now: () => Date.now(), resolve });
  const message = { payload: "{}", topic: "t", ttl: 60, urgency: "high" } as const;
  const lookAlikes = pushLookAlikes.flatMap((host) => [
    `https://${host}/x`,
    `https://${host}:${canary.port}/x`,
  ]);
  const real = ["http://fcm.googleapis.com/x", `https://fcm.googleapis.com:${canary.port}/x`];
  for (const endpoint of [...refusedUrls(canary.port), ...lookAlikes, ...real]) {
    const saved = await ben.at.put("/api/push-subscriptions", { endpoint, keys });
    expect([saved.status, endpoint]).toEqual([400, endpoint]);
    const sent = await sender.send({ endpoint, keys }, message);
    expect([sent, endpoint]).toEqual([{ outcome: "failed", reason: "endpoint" }, endpoint]);
  }
  const known = { endpoint: "https://fcm.googleapis.com/fcm/send/x", keys };
  expect(await sender.send(known, message)).toEqual({ outcome: "failed", reason: "endpoint" });
  expect(await northing.database.read("select 1 from push_subscription")).toEqual([]);
  expect(canary.hits()).toBe(0);
  sender.close();
});

test("no spelling of what lies inside becomes a webhook, and none that came to be stored is posted to", async () => {
  const canary = await loopbackCanary();
  let isOpen = true;
  const outbound = createOutbound({
    extraHosts: [],
    resolve: async () => (isOpen ? [{ address: "8.8.8.8", family: 4 }] : resolve()),
  });
  const env = { SECRET_KEY: key.toString("base64url") };
  const world = await startTellingWorld({ outbound, env });
  const { ada, northing } = world;
  const { id } = await world.hook({ url: "https://hooks.example.org/services/T0/B0" });
  // The name leads inside from now on: what was right when it was saved is refused when it is posted to.
  isOpen = false;
  const seal = webhookSeal(key, (count) => new Uint8Array(randomBytes(count)));
  const rebound = await ada.at.post(`/api/webhooks/${id}/test`);
  expect(rebound.body).toEqual({ failure: { code: "address_refused", why: "not-public" } });
  for (const url of refusedUrls(canary.port)) {
    await northing.database.write([
      { sql: "delete from rate_limit" },
      { sql: "update webhook set sealed = ? where id = ?", args: [seal.close(id, { url, secret: "s" }), id] },
    ]);
    const saved = await ada.at.post("/api/webhooks", world.draft({ name: "Inside", url }));
    expect([saved.status, saved.body.error.field, url]).toEqual([400, "url", url]);
    const tested = await ada.at.post(`/api/webhooks/${id}/test`);
    expect([tested.body.failure?.code, url]).toEqual(["address_refused", url]);
  }
  expect(await northing.database.read("select id from webhook")).toEqual([{ id }]);
  expect(canary.hits()).toBe(0);
});

test("a host the operator has opened is opened at its port alone", async () => {
  const canary = await loopbackCanary();
  const world = await startTellingWorld();
  const [host = "", port = ""] = world.receiver.host.split(":");
  expect((await world.ada.at.post("/api/webhooks", world.draft())).status).toBe(200);
  for (const url of [
    `http://${host}:${canary.port}/hook`,
    `http://localhost:${port}/hook`,
    `http://${host}.:${port}/hook`,
    `http://${host}:${port}@${host}:${canary.port}/hook`,
    `https://${host}/hook`,
  ])
    expect([(await world.ada.at.post("/api/webhooks", world.draft({ url }))).status, url]).toEqual([
      400,
      url,
    ]);
  expect(canary.hits()).toBe(0);
});
