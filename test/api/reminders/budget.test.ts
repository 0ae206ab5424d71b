import { describe, expect, it } from "vitest";
import { describeOnBoth } from "../../support/database.ts";
import { startPushingWorld } from "../../support/pushing.ts";
import { anotherServer, everything } from "../../support/reminder-servers.ts";
import { startSquadWorld } from "../../support/squad-world.ts";

const states =
  "select state, reason, count(*) as n from reminder where kind = 'assigned' group by state, reason";

describeOnBoth("the budget of one person", (ground) => {
  /** A dozen key results given to Ben at once. */
  async function burdened() {
    const url = await ground.url();
    const world = await startPushingWorld({ env: { DATABASE_URL: url } });
    await world.subscribe(world.ben);
    world.at("2026-03-03T12:00:00Z");
    for (let i = 0; i < 12; i += 1) {
      const keyResultId = await world.keyResult(world.ada, `Key result ${i}`);
      await world.tell(world.ada, "key-result.reassign", { keyResultId, ownerId: world.ben.memberId });
    }
    await world.northing.reminders.work.planReminders();
    return world;
  }

  it("holds when many are due in the same second, and the app shows what it held back", async () => {
    const world = await burdened();
    await everything(world.northing.reminders);
    expect(world.messages()).toHaveLength(3);
    expect(await world.northing.database.read(states)).toEqual([
      { state: "sent", reason: null, n: 3 },
      { state: "skipped", reason: "budget", n: 9 },
    ]);
    const { heldBack } = (await world.ben.at.get("/api/reminders")).body;
    expect(heldBack).toHaveLength(9);
    expect(heldBack[0]).toMatchObject({ kind: "assigned", at: "2026-03-03T12:00:00.000Z" });
  });

  it("holds when several servers decide at once", async () => {
    const world = await burdened();
    const servers = await Promise.all([1, 2, 3].map(() => anotherServer(world, ground)));
    await Promise.all(servers.flatMap((one) => [everything(one), everything(one)]));
    expect(world.messages()).toHaveLength(3);
  }, 30_000);

  it("is decided by one server at a time, and taken over with all that is due when that one is killed", async () => {
    const world = await burdened();
    const { database } = world.northing;
    const [first] = await database.read(
      "select id from reminder where kind = 'assigned' order by id limit 1",
    );
    const lost = new Date(world.clock.now + 60_000).toISOString();
    await database.write([
      {
        sql: "update reminder set state = 'claimed', lease = 'dead', lease_until = ? where id = ?",
        args: [lost, String(first!.id)],
      },
    ]);
    const heir = await anotherServer(world, ground);
    await everything(heir);
    expect(world.messages()).toEqual([]);
    world.clock.now += 60_001;
    await everything(heir);
    expect(world.messages()).toHaveLength(3);
  });

  it("is one for all the workspaces somebody is in", async () => {
    const world = await burdened();
    const { cleo, ben, northing } = world;
    const memberId = world.id();
    const at = new Date(world.clock.now).toISOString();
    const again = { id: memberId, name: "Ben", role: "member", zone: "Europe/Berlin", locale: "en" };
    await northing.sync.apply(cleo.workspaceId, { memberId, server: true }, [
      { id: world.id(), name: "member.join", args: again, at },
    ]);
    await northing.database.write([
      {
        sql: "insert into membership (person_id, workspace_id, member_id, joined_at) values (?, ?, ?, ?)",
        args: [ben.personId, cleo.workspaceId, memberId, at],
      },
      {
        sql: `insert into reminder (id, workspace_id, kind, subject_id, member_id, occurrence_on, planned_for, due_at,
                until_at) values ('elsewhere', ?, 'nudge', ?, ?, '2026-03-02', ?, ?, '2026-03-06T00:00:00Z')`,
        args: [cleo.workspaceId, memberId, memberId, at, at],
      },
    ]);
    await everything(northing.reminders);
    expect(world.messages()).toHaveLength(3);
    world.at("2026-03-03T13:00:00Z");
    await northing.database.write([
      {
        sql: "update reminder set state = 'sent', said_at = ?, decided_at = ? where id = 'elsewhere'",
        args: [at, at],
      },
      { sql: "update reminder set said_at = null where kind = 'assigned'" },
    ]);
    const keyResultId = await world.keyResult(world.ada, "One more");
    const one = { keyResultId, ownerId: ben.memberId };
    await world.tell(world.ada, "key-result.reassign", one);
    for (let i = 0; i < 3; i += 1) {
      const more = await world.keyResult(world.ada, `More ${i}`);
      await world.tell(world.ada, "key-result.reassign", { keyResultId: more, ownerId: ben.memberId });
    }
    await everything(northing.reminders);
    expect(world.messages()).toHaveLength(5);
  });
});

describe("a week of everything", () => {
  it("stays within three a day and ten a week, one a subject and day, none in the night", async () => {
    const world = await startSquadWorld();
    const mine = { memberId: world.ben.memberId };
    for (let i = 0; i < 4; i += 1) await world.ours(world.ben, `Key result ${i}`);
    world.at("2026-03-06T12:00:00Z");
    await world.remind();
    const heard: string[] = [];
    for (const day of ["09", "10", "11", "12", "13"]) {
      for (let i = 0; i < 3; i += 1) {
        world.at(`2026-03-${day}T06:30:00Z`);
        const keyResultId = await world.ours(world.ada, `Of ${day}, ${i}`);
        await world.tell(world.ada, "key-result.reassign", { keyResultId, ownerId: mine.memberId });
      }
      heard.push(...(await world.live(`2026-03-${day}T06:30:00Z`, `2026-03-${day}T20:00:00Z`)));
    }
    const bens = heard.filter((one) => one.includes("Ben"));
    expect(bens).toHaveLength(10);
    const days = bens.map((one) => one.slice(0, 5));
    for (const day of new Set(days)) expect(days.filter((one) => one === day).length).toBeLessThanOrEqual(3);
    for (const one of heard) expect(one.slice(6, 11) >= "07:00" && one.slice(6, 11) < "19:00").toBe(true);
    const subjects = await world.northing.database.read(
      `select substr(said_at, 1, 10) as day, subject_id, count(*) as n from reminder
       where said_at is not null group by day, subject_id, member_id having n > 1`,
    );
    expect(subjects).toEqual([]);
  });
});
