import { join } from "node:path";
import { expect, test } from "vitest";
import { findFeed } from "../../../api/channels/calendar-store.ts";
import { createMailOut } from "../../../api/channels/mail-out.ts";
import { databaseFile } from "../../../api/northing.ts";
import { run } from "../../../api/operator/commands.ts";
import { restore } from "../../../api/operator/restore.ts";
import { hashOf } from "../../../api/people/secret.ts";
import type { Topic } from "../../../shared/channels/webhook.ts";
import type { ReportRhythm } from "../../../shared/people/preferences.ts";
import { open, temporaryFolder } from "../../support/database.ts";
import { startTellingWorld } from "../../support/telling.ts";

const deps = { now: () => Date.UTC(2030, 0, 1), wait: async () => {}, random: () => 0.5 };

/** A world whose data was put back to before `meanwhile`. */
async function restored(
  world: Awaited<ReturnType<typeof startTellingWorld>>,
  meanwhile: () => Promise<unknown>,
) {
  const file = join(temporaryFolder(), "backup.db");
  expect((await run(world.northing, "backup", [file])).ok).toBe(true);
  await meanwhile();
  await world.close();
  expect((await restore(world.env, file, deps)).ok).toBe(true);
  return open(`file:${databaseFile(world.env)}`);
}

test("e-mails somebody has ended stay ended after a restore, and those begun again go on", async () => {
  const world = await startTellingWorld();
  const { ben } = world;
  const choose = (group: string, subscribed: boolean) => ben.at.put("/api/mail", { group, subscribed });
  const database = await restored(world, async () => {
    for (const group of ["digest", "focus", "report"]) expect((await choose(group, false)).status).toBe(200);
    expect((await choose("focus", true)).status).toBe(200);
  });
  const ended = "select member_id, reminder_group from mail_unsubscribed order by reminder_group";
  expect(await database.read(ended)).toEqual([
    { member_id: ben.memberId, reminder_group: "digest" },
    { member_id: ben.memberId, reminder_group: "report" },
  ]);
});

test("a webhook switched off stays off after a restore, and one switched on again does not", async () => {
  const world = await startTellingWorld();
  const { id: off } = await world.hook();
  const { id: on } = await world.hook({ name: "Again" });
  const press = (id: string, which: "on" | "off") => world.ada.at.post(`/api/webhooks/${id}/${which}`);
  const database = await restored(world, async () => {
    for (const id of [off, on]) expect((await press(id, "off")).status).toBe(200);
    expect((await press(on, "on")).status).toBe(200);
  });
  const states = await database.read("select id, state from webhook");
  expect(new Map(states.map((one) => [one.id, one.state]))).toEqual(
    new Map([
      [off, "off"],
      [on, "on"],
    ]),
  );
});

test("an address and a secret that were replaced do not come back with a backup; others do", async () => {
  const world = await startTellingWorld();
  const hooks = {
    moved: (await world.hook()).id,
    renewed: (await world.hook({ name: "Renewed" })).id,
    renamed: (await world.hook({ name: "Renamed" })).id,
    kept: (await world.hook({ name: "Kept" })).id,
  };
  const save = (id: string, changes: object) =>
    world.ada.at.put(`/api/webhooks/${id}`, { ...world.draft(), ...changes });
  const database = await restored(world, async () => {
    const url = `${world.receiver.url}/T0/B0/other`;
    expect((await save(hooks.moved, { url })).status).toBe(200);
    expect((await world.ada.at.post(`/api/webhooks/${hooks.renewed}/secret`)).status).toBe(200);
    expect((await save(hooks.renamed, { name: "Called otherwise", url: undefined })).status).toBe(200);
  });
  const stored = await database.read("select id, state, sealed = '' as forgotten from webhook");
  const ends = new Map(stored.map((one) => [one.id, [one.state, one.forgotten]]));
  expect(ends.get(hooks.moved)).toEqual(["off", 1]);
  expect(ends.get(hooks.renewed)).toEqual(["off", 1]);
  expect(ends.get(hooks.renamed)).toEqual(["on", 0]);
  expect(ends.get(hooks.kept)).toEqual(["on", 0]);
});

test("a report that was given up since a backup does not come again with it; one chosen anew does", async () => {
  const world = await startTellingWorld({
    env: { SMTP_URL: "smtp://localhost:1", MAIL_FROM: "okr@example.com" },
  });
  const { ben, pam, ada } = world;
  const choose = async (who: typeof ben, report: ReportRhythm | null) => {
    await world.tell(who, "member.set-preferences", { memberId: who.memberId, report });
    await world.job("plan reports");
  };
  for (const who of [ben, pam, ada]) await choose(who, "weekly");
  const database = await restored(world, async () => {
    for (const who of [ben, pam, ada]) await choose(who, null);
    await choose(pam, "monthly");
    // As a report is begun again that an earlier restore had found ended.
    for (const subscribed of [false, true])
      expect((await ada.at.put("/api/mail", { group: "report", subscribed })).status).toBe(200);
  });
  expect(await database.read("select member_id, reminder_group from mail_unsubscribed")).toEqual([
    { member_id: ben.memberId, reminder_group: "report" },
  ]);
});

test("a webhook hears of nothing it was kept from since a backup, and of what was added only when it is added again", async () => {
  const world = await startTellingWorld();
  const save = (id: string, changes: object) =>
    world.ada.at.put(`/api/webhooks/${id}`, {
      ...world.draft(),
      url: undefined,
      squadId: undefined,
      ...changes,
    });
  const both: Topic[] = ["digest", "misses"];
  const hook = async (name: string) => (await world.hook({ name, says: both, squadId: undefined })).id;
  const hooks = {
    narrowed: await hook("Narrowed"),
    changed: await hook("Changed"),
    moved: await hook("Moved"),
    widened: await hook("Widened"),
    kept: await hook("Kept"),
  };
  const database = await restored(world, async () => {
    const saves: [string, object][] = [
      [hooks.narrowed, { says: ["misses"] }],
      [hooks.changed, { says: ["focus"] }],
      [hooks.moved, { says: both, squadId: world.squadId }],
      [hooks.widened, { says: [...both, "focus"] }],
      [hooks.kept, { says: both, name: "Called otherwise" }],
    ];
    for (const [id, changes] of saves) expect((await save(id, changes)).status).toBe(200);
  });
  const stored = await database.read("select id, state, says from webhook");
  const ends = new Map(stored.map((one) => [one.id, [one.state, JSON.parse(String(one.says))]]));
  expect(ends.get(hooks.narrowed)).toEqual(["on", ["misses"]]);
  expect(ends.get(hooks.changed)).toEqual(["off", []]);
  expect(ends.get(hooks.moved)?.[0]).toBe("off");
  expect(ends.get(hooks.widened)).toEqual(["on", both]);
  expect(ends.get(hooks.kept)).toEqual(["on", both]);
});

test("nothing that waited in a backup is told after a restore, nor planned anew", async () => {
  const world = await startTellingWorld();
  const { id } = await world.hook();
  const at = "2026-01-01T00:00:00.000Z";
  const { memberId, workspaceId } = world.ben;
  await world.northing.database.write([
    {
      sql: `insert into webhook_message (id, webhook_id, says, subject_id, occurrence_on, planned_for, due_at, expires_at)
            values ('waiting', ?, 'digest', 'squad', '2026-01-01', ?, ?, '2040-01-01T00:00:00.000Z')`,
      args: [id, at, at],
    },
    {
      sql: `insert into mail (id, workspace_id, member_id, kind, reminder_group, message, planned_for, due_at, expires_at)
            values ('letter', ?, ?, 'focus', 'focus', '{}', ?, ?, '2040-01-01T00:00:00.000Z')`,
      args: [workspaceId, memberId, at, at],
    },
  ]);
  const database = await restored(world, async () => {});
  for (const table of ["webhook_message", "mail"])
    expect(await database.read(`select state, reason from ${table}`)).toEqual([
      { state: "skipped", reason: "restored" },
    ]);
  expect(await database.read("select since from webhook")).toEqual([
    { since: new Date(deps.now()).toISOString() },
  ]);
});

test("who was removed since a backup gets no e-mail from it, and their calendar stays shut", async () => {
  const world = await startTellingWorld();
  const { ada, ben } = world;
  await world.mutate(ben, "member.set-email", { memberId: ben.memberId, email: "ben@example.com" });
  const { url } = (await ben.at.post("/api/calendar")).body;
  const database = await restored(world, async () => {
    expect(await world.mutate(ada, "member.remove", { memberId: ben.memberId })).toMatchObject({
      outcome: "applied",
    });
  });
  const hash = hashOf(String(url).split("/").at(-1)!.replace(".ics", ""));
  expect(await database.read("select id from calendar_feed where hash = ?", [hash])).toHaveLength(1);
  expect(await findFeed(database, hash)).toBeUndefined();
  const members = [{ id: ben.memberId, email: "ben@example.com" }];
  const reach = await createMailOut({ database, on: true }).reach(members);
  expect(reach(ben.memberId, "digest")).toBe(false);
});
