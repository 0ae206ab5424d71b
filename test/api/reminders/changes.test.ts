import { describe, expect, it } from "vitest";
import { skipDueBefore } from "../../../api/reminders/upkeep-store.ts";
import { beginEpoch } from "../../../api/sync/store.ts";
import { type SquadWorld, startSquadWorld } from "../../support/squad-world.ts";

/** What is planned of a kind, as instants. */
async function times(world: SquadWorld, kind: string): Promise<string[]> {
  const rows = await world.northing.database.read(
    "select distinct planned_for from reminder where kind = ? and state = 'planned' order by planned_for limit 3",
    [kind],
  );
  return rows.map((one) => String(one.planned_for).slice(0, 16));
}

async function planned() {
  const world = await startSquadWorld();
  const keyResultId = await world.ours(world.ben, "Trials");
  world.at("2026-03-06T12:00:00Z");
  await world.remind();
  world.heard();
  return { world, keyResultId };
}

describe("what nobody has looked at is planned anew", () => {
  it("when a member moves to another zone", async () => {
    const { world } = await planned();
    for (const one of [world.ada, world.ben])
      await world.tell(one, "member.set-zone", { memberId: one.memberId, zone: "America/New_York" });
    await world.remind();
    expect(await times(world, "metric-check")).toEqual(["2026-03-11T13:00", "2026-03-18T13:00"]);
    expect(await times(world, "digest")).toEqual(["2026-03-12T13:00", "2026-03-19T13:00"]);
    // Nobody was told a focus this Friday, and in New York it is not half past nine yet.
    expect((await times(world, "focus")).slice(0, 2)).toEqual(["2026-03-06T14:30", "2026-03-09T13:30"]);
    expect(world.heard()).toEqual([]);
  });

  it("when the due day moves", async () => {
    const { world } = await planned();
    const rhythm = { dueDay: 4, dueTime: "16:00", openDaysBefore: 3, focusTime: "10:00" };
    await world.tell(world.ada, "workspace.set-rhythm", {
      rhythm: { ...rhythm, workdays: [1, 2, 3, 4, 5] },
    });
    await world.remind();
    expect((await times(world, "nudge"))[0]).toBe("2026-03-12T15:00");
    // Due on Thursdays, yesterday's is late: it is asked for again today, and the PM hears on Monday.
    expect((await times(world, "nudge-again")).slice(0, 2)).toEqual(["2026-03-06T15:00", "2026-03-13T15:00"]);
    expect((await times(world, "metric-check")).slice(0, 2)).toEqual([
      "2026-03-09T15:00",
      "2026-03-16T15:00",
    ]);
    expect(await times(world, "focus")).toContain("2026-03-09T09:00");
  });

  it("when the cycle ends, the squad is left, a PM is named", async () => {
    const { world } = await planned();
    const { squadId, ada, ben } = world;
    await world.tell(ada, "squad.assign", { squadId, memberId: ben.memberId, as: "pm" });
    await world.tell(ada, "squad.assign", { squadId, memberId: ada.memberId, as: null });
    await world.remind();
    const rows = await world.northing.database.read(
      "select distinct member_id from reminder where kind in ('metric-check', 'digest') and state = 'planned'",
    );
    expect(rows).toEqual([{ member_id: ben.memberId }]);
    const [cycle] = await world.northing.database.read("select id from row where kind = 'cycle'");
    await world.tell(ada, "cycle.grade", { cycleId: String(cycle!.id) });
    await world.remind();
    const left = await world.northing.database.read(
      `select distinct kind from reminder where state = 'planned'
       and kind in ('nudge', 'nudge-again', 'metric-check', 'miss', 'digest', 'focus')`,
    );
    expect(left).toEqual([]);
  });

  it("and the same plan again writes nothing", async () => {
    const { world } = await planned();
    const { database } = world.northing;
    let writes = 0;
    const write = database.write.bind(database);
    database.write = (statements) => {
      writes += 1;
      return write(statements);
    };
    world.clock.now += 3_700_000;
    await world.northing.reminders.work.planReminders();
    // One more day has come into the two weeks, at most.
    expect(writes).toBeLessThanOrEqual(1);
    await world.tell(world.ben, "member.rename", { memberId: world.ben.memberId, name: "Benjamin" });
    writes = 0;
    await world.northing.reminders.work.planReminders();
    await world.northing.reminders.work.planEvents();
    expect(writes).toBe(0);
  });
});

describe("a clock that is wrong for a while", () => {
  it("ten years ahead for one look costs nobody their reminder", async () => {
    const { world } = await planned();
    world.at("2036-03-09T08:00:00Z");
    await world.remind();
    expect(world.heard().filter((one) => one.includes("check-in"))).toEqual([]);
    world.at("2026-03-09T08:00:00Z");
    await world.remind();
    expect(world.heard()).toContain("1 check-in due");
    await world.remind();
    expect(world.heard()).toEqual([]);
  });

  it("an hour back and forth says nothing twice", async () => {
    const { world } = await planned();
    for (const time of ["08:00", "07:00", "08:30", "07:30", "09:00", "08:00"]) {
      world.at(`2026-03-09T${time}:00Z`);
      await world.remind();
    }
    expect(world.heard().sort()).toEqual(["1 check-in due", "Podcasts: Trials", "Podcasts: Trials"]);
  });
});

describe("after a restore", () => {
  async function restored(at: string) {
    const { world, keyResultId } = await planned();
    world.at("2026-03-09T09:00:00Z");
    await world.tell(world.ada, "nudge.send", { id: world.id(), keyResultId });
    // The backup knows the question, and not that it was passed on.
    world.at(at);
    await beginEpoch(world.northing.database, at);
    await skipDueBefore(world.northing.database, at, "restored");
    await world.remind();
    return world;
  }

  it("nothing is said that the server before it has said or should have", async () => {
    const world = await restored("2026-03-09T10:00:00Z");
    expect(world.heard()).toEqual([]);
    expect(await world.ledger("asked")).toEqual([]);
    expect(await world.ledger("nudge")).toContain("nudge skipped restored");
  });

  it("what comes next comes", async () => {
    const world = await restored("2026-03-09T10:00:00Z");
    expect(await world.live("2026-03-10T07:45:00Z", "2026-03-10T08:15:00Z")).toEqual([
      "03-10T08:00 Ben: 1 check-in still due",
    ]);
  });

  it("what phones bring back of before is no news", async () => {
    const world = await restored("2026-03-09T10:00:00Z");
    const { ada, ben, northing } = world;
    const keyResultId = await world.ours(ada, "Given before");
    const at = "2026-03-09T09:30:00.000Z";
    const args = { keyResultId, ownerId: ben.memberId };
    const healed = [{ id: world.id(), name: "key-result.reassign", args, at }];
    await northing.sync.apply(ada.workspaceId, { memberId: ada.memberId }, healed);
    world.at("2026-03-09T10:01:00Z");
    await world.remind();
    expect(await world.ledger("assigned")).toEqual([]);
  });
});

describe("a message that is late on its way", () => {
  it("is judged again before its first try, and waits for the morning", async () => {
    const { world, keyResultId } = await planned();
    world.at("2026-03-09T18:58:30Z");
    world.service.always("reset");
    await world.tell(world.ada, "nudge.send", { id: world.id(), keyResultId });
    await world.remind();
    // The push service is left alone for a minute: what is decided meanwhile is not tried at all.
    world.at("2026-03-09T18:59:00Z");
    await world.tell(world.ada, "key-result.reassign", {
      ...{ keyResultId: await world.ours(world.ada, "Another"), ownerId: world.ben.memberId },
    });
    await world.remind();
    const waiting = await world.northing.database.read(
      "select attempts from delivery where kind = 'assigned' and state = 'planned'",
    );
    expect(waiting).toEqual([{ attempts: 0 }]);
    world.service.always(undefined);
    world.at("2026-03-09T19:05:00Z");
    await world.remind();
    expect(world.heard()).toEqual([]);
    world.at("2026-03-10T07:00:00Z");
    await world.remind();
    expect(world.heard()).toContain("A key result is yours now");
  });
});
