import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { createWebhookPlanner } from "../../../api/channels/webhook-plan.ts";
import { webhookSeal } from "../../../api/channels/webhook-seal.ts";
import { sendDueMessages, type WebhookSendDeps } from "../../../api/channels/webhook-send.ts";
import { createOutbound, type Outbound } from "../../../api/outbound.ts";
import { json } from "../../support/source-server.ts";
import { startTellingWorld, type TellingWorld } from "../../support/telling.ts";

const key = randomBytes(32);
const bytes = (count: number) => new Uint8Array(randomBytes(count));
const focusTime = "2026-03-02T08:30:00.000Z";

/** What a further server on the same database would run. */
function another(world: TellingWorld, outbound?: Outbound) {
  const deps: WebhookSendDeps = {
    ...{ database: world.northing.database, seal: webhookSeal(key, bytes), bytes, random: () => 0.5 },
    outbound: outbound ?? createOutbound({ extraHosts: [world.receiver.host] }),
    now: () => world.clock.now,
    origin: () => world.origin,
    revocations: { append() {} },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  };
  return { plan: createWebhookPlanner(deps), tell: () => sendDueMessages(deps) };
}

test("several servers say each thing once between them", async () => {
  const world = await startTellingWorld({ env: { SECRET_KEY: key.toString("base64url") } });
  for (let i = 0; i < 12; i += 1) await world.hook({ name: `Hook ${i}`, says: ["focus"] });
  const servers = [another(world), another(world), another(world)];
  await Promise.all(servers.map((one) => one.plan()));
  world.at(focusTime);
  await Promise.all([...servers, ...servers].map((one) => one.tell()));
  const ids = world.receiver.asked.map((one) => one.headers["northing-id"]);
  expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
});

test("what a server had in hand when it died is said by another, under the same id", async () => {
  const world = await startTellingWorld({ env: { SECRET_KEY: key.toString("base64url") } });
  await world.hook({ says: ["focus"] });
  await another(world).plan();
  world.at(focusTime);
  // It dies after the receiver has taken the message, before anything is written down.
  const real = createOutbound({ extraHosts: [world.receiver.host] });
  const dying: Outbound = {
    ...real,
    async send(request) {
      await real.send(request);
      throw new Error("killed");
    },
  };
  await expect(another(world, dying).tell()).rejects.toThrow(AggregateError);
  await another(world).tell();
  expect(world.receiver.asked).toHaveLength(1);
  world.clock.now += 61_000;
  await another(world).tell();
  await another(world).tell();
  const [first, second, ...more] = world.receiver.asked.map((one) => one.headers["northing-id"]);
  expect([second, more]).toEqual([first, []]);
  expect(await world.listed()).toMatchObject([{ failures: 0, sent: [{ state: "accepted", attempts: 2 }] }]);
});

test("who is slower than its lease writes nothing down over the other's word", async () => {
  const world = await startTellingWorld({ env: { SECRET_KEY: key.toString("base64url") } });
  await world.hook({ says: ["focus"] });
  await another(world).plan();
  world.at(focusTime);
  const real = createOutbound({ extraHosts: [world.receiver.host] });
  const slow: Outbound = {
    ...real,
    async send() {
      world.clock.now += 61_000;
      await another(world).tell();
      return { code: "source_unreachable", why: "timeout" };
    },
  };
  world.receiver.answer = json({});
  await another(world, slow).tell();
  expect(await world.listed()).toMatchObject([{ failures: 0, sent: [{ state: "accepted" }] }]);
});
