import { expect, it } from "vitest";
import { standingReminders } from "../../../api/reminders/plan-store.ts";
import { describeOnBoth } from "../../support/database.ts";
import { type PushingWorld, startPushingWorld } from "../../support/pushing.ts";
import { anotherServer } from "../../support/reminder-servers.ts";

const people = 300;
const monday = "2026-03-09T08:00:00.000Z";

describeOnBoth("many reminders at one minute", (ground) => {
  async function world(): Promise<PushingWorld> {
    const started = await startPushingWorld({ env: { DATABASE_URL: await ground.url() } });
    started.at(monday);
    await strangers(started, people, "2026-03-10T00:00:00.000Z");
    return started;
  }

  it("are decided a few at a time, and between them requests are answered", async () => {
    const started = await world();
    const seen: number[] = [];
    const server = await anotherServer(started, ground, {
      async wait() {
        seen.push(await decidedIn(started));
      },
    });
    await server.work.sendDueReminders();
    const steps = [...seen, await decidedIn(started)];
    expect(steps.at(-1)).toBe(people);
    const most = Math.max(...steps.map((count, index) => count - (steps[index - 1] ?? 0)));
    expect(most).toBeLessThanOrEqual(120);
  });

  it("are each decided by one of several servers that take turns", async () => {
    const started = await world();
    let decided = 0;
    const more = {
      wait: () => new Promise(setImmediate),
      observed: { decided: () => decided++, tried() {} },
    };
    const servers = [await anotherServer(started, ground, more), await anotherServer(started, ground, more)];
    await Promise.all(servers.map((one) => one.work.sendDueReminders()));
    await Promise.all(servers.map((one) => one.work.sendDueReminders()));
    expect([decided, await decidedIn(started)]).toEqual([people, people]);
  });

  it("are read page by page, each once, also where many end at one moment", async () => {
    const started = await world();
    await strangers(started, 2100, "2026-03-11T00:00:00.000Z");
    await strangers(started, 10, monday);
    const { database } = started.northing;
    const found = await standingReminders(database, started.ada.workspaceId, monday, async () => {});
    expect(new Set(found.map((one) => one.id)).size).toBe(found.length);
    expect(found.filter((one) => one.occurrenceOn === "2026-01-01")).toHaveLength(people + 2100);
  });
});

/** Reminders for members who are no longer there: each is to be decided, and said to nobody. */
async function strangers({ northing, ada, id }: PushingWorld, count: number, untilAt: string) {
  const ids = Array.from({ length: count }, id);
  await northing.database.write([
    {
      sql: `insert into reminder
              (id, workspace_id, kind, subject_id, member_id, occurrence_on, planned_for, due_at, until_at)
            select value, ?, 'nudge', value, value, '2026-01-01', ?, ?, ? from json_each(?)`,
      args: [ada.workspaceId, monday, monday, untilAt, JSON.stringify(ids)],
    },
  ]);
}

async function decidedIn({ northing }: PushingWorld): Promise<number> {
  const [row] = await northing.database.read("select count(*) as n from reminder where reason = 'removed'");
  return Number(row?.n);
}
