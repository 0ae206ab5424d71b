import { createECDH } from "node:crypto";
import { onTestFinished } from "vitest";
import { createSender, type Sender } from "../../api/push/send.ts";
import { saveSubscription } from "../../api/push/subscription-store.ts";
import type { Args, MutationName } from "../../shared/sync/catalog.ts";
import { type Device, type PushService, startPushService } from "./push-service.ts";
import { type Persona, startWorld, type World } from "./world.ts";

const ecdh = createECDH("prime256v1");
const publicKey = ecdh.generateKeys("base64url");
const scalar = Buffer.from(ecdh.getPrivateKey("hex").padStart(64, "0"), "hex");
/** The server's VAPID pair in these tests. */
export const vapidKeys = {
  ...{ subject: "mailto:ops@example.org", publicKey, privateKey: scalar.toString("base64url") },
};

export interface PushingWorld extends World {
  service: PushService;
  /** A second push service, for what must not delay the first. */
  other: PushService;
  /** Moves the clock to an ISO instant. */
  at(moment: string): void;
  /** What the schedule does in a minute: plan, decide, send; resolves when the answers are in. */
  remind(): Promise<void>;
  /** One more device of somebody's, subscribed already; answers where it takes messages. */
  anotherDevice(persona: Persona): Promise<Device>;
  /** Subscribes somebody's device through the front door. */
  subscribe(persona: Persona, at?: PushService): Promise<Device>;
  /** Does a mutation as somebody, and fails the test if it is refused. */
  tell<N extends MutationName>(persona: Persona, name: N, args: Args<N>): Promise<void>;
  /** A running key result of somebody's, committed last Monday; answers its id. */
  keyResult(owner: Persona, title?: string): Promise<string>;
  /** What has come to phones, as JSON, in the order it came. */
  messages(): {
    id: string;
    title: string;
    body?: string;
    tag: string;
    navigate: string;
    data: { id: string; secret: string };
  }[];
}

/**
 * The cast with a cycle that runs since Monday, 2 March 2026, on a server that sends to two local push services. Ada
 * and Ben live in Berlin: a nudge is due on Monday, 9 March, 08:00 UTC.
 */
export async function startPushingWorld(
  options: { env?: Record<string, string> } = {},
): Promise<PushingWorld> {
  const clock: { now?: () => number } = {};
  const now = () => clock.now?.() ?? 0;
  const [service, other] = [await startPushService({ now }), await startPushService({ now })];
  onTestFinished(async () => {
    await Promise.all([service.close(), other.close()]);
  });
  const extraHosts = [service.host, other.host];
  const sender = (now: () => number): Sender =>
    createSender({ vapid: vapidKeys, extraHosts, now, ca: service.certificate });
  const world = await startWorld({
    sender,
    env: {
      VAPID_PUBLIC_KEY: vapidKeys.publicKey,
      VAPID_PRIVATE_KEY: vapidKeys.privateKey,
      PUSH_EXTRA_HOSTS: extraHosts.join(),
      ...options.env,
    },
  });
  clock.now = () => world.clock.now;
  const { northing, id } = world;
  const cycleId = id();
  const objectiveId = id();

  const pushing: PushingWorld = {
    ...world,
    service,
    other,
    at: (moment) => {
      world.clock.now = Date.parse(moment);
    },
    async remind() {
      await northing.reminders.work.planReminders();
      await northing.reminders.work.sendDueReminders();
      await northing.reminders.delivery.settled();
    },
    async subscribe(persona, at = service) {
      const device = at.device(vapidKeys.publicKey);
      const { status, text } = await persona.at.put("/api/push-subscriptions", device.subscription);
      if (status !== 204) throw new Error(`not subscribed: ${text}`);
      return device;
    },
    async anotherDevice({ personId }) {
      const device = service.device(vapidKeys.publicKey);
      const deviceId = id();
      const at = new Date(world.clock.now).toISOString();
      await northing.database.write([
        {
          sql: `insert into device (id, person_id, token_hash, name, created_at, last_seen_at, expires_at)
                values (?, ?, ?, 'another', ?, ?, '2030-01-01T00:00:00Z')`,
          args: [deviceId, personId, deviceId, at, at],
        },
      ]);
      await saveSubscription(northing.database, {
        subscription: device.subscription,
        deviceId,
        personId,
        at,
      });
      return device;
    },
    async tell({ memberId, workspaceId }, name, args) {
      const at = new Date(world.clock.now).toISOString();
      const mutation = { id: id(), name, args: args as object, at };
      const [result] = await northing.sync.apply(workspaceId, { memberId }, [mutation]);
      if (result?.outcome !== "applied") throw new Error(`${name}: ${JSON.stringify(result)}`);
    },
    async keyResult(owner, title = "Trials started by heavy listeners") {
      const keyResultId = id();
      const direction = { direction: "increase" as const, baseline: 0.062, target: 0.08 };
      const unit = { label: "%", scale: "ratio" as const, decimals: 1 };
      await pushing.tell(world.ada, "key-result.draft", {
        ...{ id: keyResultId, objectiveId, ownerId: owner.memberId, title, ...direction, unit },
      });
      await pushing.tell(world.ada, "key-result.commit", { keyResultId });
      return keyResultId;
    },
    messages: () =>
      [...service.received, ...other.received].map((one) => {
        const { notification } = JSON.parse(one.plaintext!);
        return { ...notification, id: one.id };
      }),
  };

  await pushing.tell(world.ada, "cycle.open", {
    ...{ id: cycleId, name: "Q1", startsOn: "2026-01-01", endsOn: "2026-03-31" },
  });
  await pushing.tell(world.ada, "objective.draft", {
    ...{
      id: objectiveId,
      cycleId,
      title: "Turn listeners into subscribers",
      exempt: { reason: "only a test" },
    },
  });
  const first = id();
  const milestones = [id(), id()].map((one, i) => ({ id: one, title: `Step ${i}`, weight: 1 }));
  await pushing.tell(world.ada, "key-result.draft", {
    ...{ id: first, objectiveId, ownerId: world.ada.memberId, title: "Keep the lights on", milestones },
    ...{ direction: "milestones", unit: { label: "", scale: "value", decimals: 0 } },
  });
  await pushing.tell(world.ada, "cycle.commit", { cycleId });
  await pushing.tell(world.ada, "key-result.drop", { keyResultId: first });
  return pushing;
}
