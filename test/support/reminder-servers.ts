import { randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import { createLog } from "../../api/log.ts";
import { createSender, type Sender } from "../../api/push/send.ts";
import { createReminders, type ReminderDeps, type Reminders } from "../../api/reminders/reminders.ts";
import { type Ground, open } from "./database.ts";
import { type PushingWorld, vapidKeys } from "./pushing.ts";

/** One more server on the database of a world, with a connection of its own where the database takes several. */
export async function anotherServer(
  world: PushingWorld,
  ground: Ground,
  more: Partial<Pick<ReminderDeps, "sender" | "mail" | "now" | "log" | "wait" | "observed">> = {},
): Promise<Reminders> {
  const database =
    ground.name === "file" ? world.northing.database : await open(world.env.DATABASE_URL ?? "");
  if (ground.name === "server") onTestFinished(() => database.close());
  const { now, bytes, origin } = world.northing.people;
  return createReminders({
    ...{ database, now, bytes, origin, vapid: vapidKeys, extraHosts: [world.service.host] },
    ...{ random: Math.random, wait: async () => {}, log: createLog("error", now, () => {}) },
    ...{ sender: senderOf(world), ...more },
  });
}

export function senderOf(world: PushingWorld): Sender {
  const extraHosts = [world.service.host];
  const now = () => world.clock.now;
  return createSender({ vapid: vapidKeys, extraHosts, now, ca: world.service.certificate });
}

/** What the schedule does in a minute, to its end. */
export async function everything({ work, delivery }: Reminders): Promise<void> {
  await work.planReminders();
  await work.sendDueReminders();
  await delivery.settled();
}

/** One more member with a phone; they have an account, as whoever joins by a link. */
export async function memberWithPhone(world: PushingWorld, name: string): Promise<string> {
  const { workspaceId } = world.ada;
  const [memberId, personId, deviceId] = [world.id(), world.id(), world.id()];
  const at = new Date(world.clock.now).toISOString();
  const person = { id: memberId, name, role: "member", zone: "Europe/Berlin", locale: "en" };
  await world.northing.sync.apply(workspaceId, { memberId, server: true }, [
    { id: world.id(), name: "member.join", args: person, at },
  ]);
  const { endpoint, keys } = world.service.device(vapidKeys.publicKey).subscription;
  await world.northing.database.write([
    { sql: "insert into person (id, name, created_at) values (?, ?, ?)", args: [personId, name, at] },
    {
      sql: "insert into membership (person_id, workspace_id, member_id, joined_at) values (?, ?, ?, ?)",
      args: [personId, workspaceId, memberId, at],
    },
    {
      sql: `insert into device (id, person_id, token_hash, name, created_at, last_seen_at, expires_at)
            values (?, ?, ?, 'phone', ?, ?, '2099-01-01T00:00:00Z')`,
      args: [deviceId, personId, randomBytes(8).toString("hex"), at, at],
    },
    {
      sql: `insert into push_subscription (endpoint, device_id, person_id, p256dh, auth, created_at, seen_at)
            values (?, ?, ?, ?, ?, ?, ?)`,
      args: [endpoint, deviceId, personId, keys.p256dh, keys.auth, at, at],
    },
  ]);
  return memberId;
}
