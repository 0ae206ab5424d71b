import { expect, it } from "vitest";
import type { Sender } from "../../../api/push/send.ts";
import type { Reminders } from "../../../api/reminders/reminders.ts";
import { describeOnBoth } from "../../support/database.ts";
import { type PushingWorld, startPushingWorld } from "../../support/pushing.ts";
import { anotherServer, everything, memberWithPhone } from "../../support/reminder-servers.ts";

const monday = "2026-03-09T08:00:00.000Z";
describeOnBoth("several servers on one database", (ground) => {
  /** A world with `people` nudges due, and the means to start further servers on its database. */
  async function worldOf(keyResults: number) {
    const url = await ground.url();
    const world = await startPushingWorld({ env: { DATABASE_URL: url } });
    for (let i = 0; i < keyResults; i += 1) await owner(world, i);
    await world.remind();
    world.at(monday);
    const another = (sender?: Sender): Promise<Reminders> =>
      anotherServer(world, ground, sender === undefined ? {} : { sender });
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

/** One more member with a key result and a phone. */
async function owner(world: PushingWorld, i: number): Promise<void> {
  const memberId = await memberWithPhone(world, `Person ${i}`);
  await world.keyResult({ ...world.ben, memberId }, `Key result ${i}`);
}

async function until(world: PushingWorld, sql: string): Promise<void> {
  for (let tries = 0; tries < 2000; tries += 1) {
    if ((await world.northing.database.read(sql)).length > 0) return;
    await new Promise(setImmediate);
  }
  throw new Error(`never: ${sql}`);
}
