import { randomBytes } from "node:crypto";
import { expect, it, onTestFinished } from "vitest";
import { createLog } from "../../../api/log.ts";
import { createSender, type Sender } from "../../../api/push/send.ts";
import { createReminders, type Reminders } from "../../../api/reminders/reminders.ts";
import { describeOnBoth, open } from "../../support/database.ts";
import { type PushingWorld, startPushingWorld, vapidKeys } from "../../support/pushing.ts";

const monday = "2026-03-09T08:00:00.000Z";
const everything = async ({ work, delivery }: Reminders) => {
  await work.planReminders();
  await work.sendDueReminders();
  await delivery.settled();
};

describeOnBoth("several servers on one database", (ground) => {
  /** A world with `people` nudges due, and the means to start further servers on its database. */
  async function worldOf(keyResults: number) {
    const url = await ground.url();
    const world = await startPushingWorld({ env: { DATABASE_URL: url } });
    for (let i = 0; i < keyResults; i += 1) await owner(world, i);
    await world.remind();
    world.at(monday);
    const another = async (sender: Sender = sending(world)): Promise<Reminders> => {
      const database = ground.name === "file" ? world.northing.database : await open(url);
      if (ground.name === "server") onTestFinished(() => database.close());
      const { now, bytes, origin } = world.northing.people;
      return createReminders({
        ...{ database, now, bytes, origin, vapid: vapidKeys, extraHosts: [world.service.host], sender },
        ...{ random: Math.random, wait: async () => {}, log: createLog("error", now, () => {}) },
      });
    };
    return { world, another };
  }

  it("send each nudge once, whoever is faster", async () => {
    const { world, another } = await worldOf(16);
    const servers = [await another(), await another(), await another()];
    await Promise.all(servers.flatMap((one) => [everything(one), everything(one)]));
    expect(new Set(world.service.received.map((one) => one.id)).size).toBe(16);
    expect(world.service.received).toHaveLength(16);
    const states = await world.northing.database.read(
      "select state, count(*) as n from delivery group by state",
    );
    expect(states).toEqual([{ state: "accepted", n: 16 }]);
  }, 30_000);

  it("take over what a killed one had in hand, once its lease has run out", async () => {
    const { world, another } = await worldOf(3);
    const killed = await another({ send: () => new Promise(() => {}), close() {} });
    await killed.work.sendDueReminders();
    await until(world, "select 1 from delivery where state = 'sent'");
    const heir = await another();
    await everything(heir);
    expect(world.service.received).toEqual([]);
    world.clock.now += 61_000;
    await everything(heir);
    await everything(heir);
    expect(world.service.received).toHaveLength(3);
  });

  it("do not believe one that comes back from the dead", async () => {
    const { world, another } = await worldOf(1);
    let wake: () => void = () => {};
    const asleep = new Promise<void>((done) => {
      wake = done;
    });
    const late = await another({
      async send() {
        await asleep;
        return { outcome: "gone", status: 410 };
      },
      close() {},
    });
    await late.work.sendDueReminders();
    await until(world, "select 1 from delivery where state = 'sent'");
    world.clock.now += 61_000;
    await everything(await another());
    wake();
    await late.delivery.settled();
    const [line] = await world.northing.database.read("select state, attempts from delivery");
    expect(line).toEqual({ state: "accepted", attempts: 2 });
    expect((await world.northing.database.read("select gone_at from push_subscription"))[0]).toEqual({
      gone_at: null,
    });
  });

  it("take over a reminder that was claimed and never decided", async () => {
    const { world, another } = await worldOf(2);
    const lost = new Date(world.clock.now + 60_000).toISOString();
    await world.northing.database.write([
      {
        sql: "update reminder set state = 'claimed', lease = 'dead', lease_until = ? where due_at <= ?",
        args: [lost, monday],
      },
    ]);
    await everything(await another());
    expect(world.service.received).toEqual([]);
    world.clock.now += 60_001;
    await everything(await another());
    expect(world.service.received).toHaveLength(2);
  });

  it("move a nudge that cannot be decided an hour on, and send the others", async () => {
    const { world, another } = await worldOf(2);
    // A member whose zone nobody knows any more makes deciding throw.
    const [first] = await world.northing.database.read(
      "select member_id from reminder where due_at <= ? limit 1",
      [monday],
    );
    await world.northing.database.write([
      {
        sql: "update row set body = json_set(body, '$.zone', 'Mars/Olympus') where kind = 'member' and id = ?",
        args: [String(first!.member_id)],
      },
      { sql: "update workspace set revision = revision + 1" },
    ]);
    const server = await another();
    await expect(server.work.sendDueReminders()).rejects.toThrow(AggregateError);
    await server.delivery.settled();
    expect(world.service.received).toHaveLength(1);
    const [bad] = await world.northing.database.read(
      "select state, due_at, reason from reminder where member_id = ? and reason is not null",
      [String(first!.member_id)],
    );
    expect(bad).toEqual({ state: "planned", due_at: "2026-03-09T09:00:00.000Z", reason: "fault" });
    await server.work.sendDueReminders();
    expect(world.service.received).toHaveLength(1);
  });
});

const sending = (world: PushingWorld) => {
  const extraHosts = [world.service.host];
  const now = () => world.clock.now;
  return createSender({ vapid: vapidKeys, extraHosts, now, ca: world.service.certificate });
};

/** One more member with a key result and a phone. */
async function owner(world: PushingWorld, i: number): Promise<void> {
  const { workspaceId } = world.ada;
  const [memberId, personId, deviceId] = [world.id(), world.id(), world.id()];
  const at = new Date(world.clock.now).toISOString();
  const person = { id: memberId, name: `Person ${i}`, role: "member", zone: "Europe/Berlin", locale: "en" };
  await world.northing.sync.apply(workspaceId, { memberId, server: true }, [
    { id: world.id(), name: "member.join", args: person, at },
  ]);
  const { endpoint, keys } = world.service.device(vapidKeys.publicKey).subscription;
  await world.northing.database.write([
    { sql: "insert into person (id, name, created_at) values (?, ?, ?)", args: [personId, person.name, at] },
    {
      sql: "insert into membership (person_id, workspace_id, member_id, joined_at) values (?, ?, ?, ?)",
      args: [personId, workspaceId, memberId, at],
    },
    {
      sql: `insert into device (id, person_id, token_hash, name, created_at, last_seen_at, expires_at)
            values (?, ?, ?, 'phone', ?, ?, '2030-01-01T00:00:00Z')`,
      args: [deviceId, personId, randomBytes(8).toString("hex"), at, at],
    },
    {
      sql: `insert into push_subscription (endpoint, device_id, person_id, p256dh, auth, created_at, seen_at)
            values (?, ?, ?, ?, ?, ?, ?)`,
      args: [endpoint, deviceId, personId, keys.p256dh, keys.auth, at, at],
    },
  ]);
  await world.keyResult({ ...world.ben, memberId }, `Key result ${i}`);
}

async function until(world: PushingWorld, sql: string): Promise<void> {
  for (let tries = 0; tries < 2000; tries += 1) {
    if ((await world.northing.database.read(sql)).length > 0) return;
    await new Promise(setImmediate);
  }
  throw new Error(`never: ${sql}`);
}
