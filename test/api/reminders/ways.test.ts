import { describe, expect, it } from "vitest";
import { createMailOut } from "../../../api/channels/mail-out.ts";
import { onFile } from "../../support/database.ts";
import { anotherServer, everything } from "../../support/reminder-servers.ts";
import { type SquadWorld, startSquadWorld } from "../../support/squad-world.ts";

const monday = "2026-03-09T08:00:00.000Z";

/** Ben's nudge is due; `way` is how he wants such to come. A server with a mail server decides. */
async function due(
  way: "push" | "email" | "both" | undefined,
  { devices = true, email = "ben@example.org", on = true } = {},
) {
  const world = await startSquadWorld();
  const { ben } = world;
  await world.ours(ben, "Trials");
  if (email !== "") await world.tell(ben, "member.set-email", { memberId: ben.memberId, email });
  const channels = { push: true, ...(way ? { kinds: { "check-ins": way } } : {}) };
  await world.tell(ben, "member.set-preferences", { memberId: ben.memberId, channels });
  if (!devices)
    await world.northing.database.write([
      { sql: "delete from push_subscription where person_id = ?", args: [ben.personId] },
    ]);
  world.at("2026-03-06T12:00:00Z");
  await world.northing.reminders.work.planReminders();
  world.at(monday);
  const mail = createMailOut({ database: world.northing.database, on });
  const server = await anotherServer(world, onFile, { mail });
  await everything(server);
  return { world, server };
}

async function came(world: SquadWorld) {
  const { database } = world.northing;
  const mails = await database.read("select kind, reminder_group, message, expires_at from mail");
  const [line] = await database.read(
    "select state, reason, channel from reminder where kind = 'nudge' and planned_for = ?",
    [monday],
  );
  return { pushed: world.heard(), mails, line };
}

describe("how a reminder reaches somebody", () => {
  it("is by push, where nothing else was asked for", async () => {
    const { pushed, mails, line } = await came((await due(undefined)).world);
    expect([pushed, mails.length]).toEqual([["1 check-in due"], 0]);
    expect(line).toEqual({ state: "sent", reason: null, channel: "push" });
  });

  it("is by e-mail where that was chosen, with the same words and the same page", async () => {
    const { pushed, mails, line } = await came((await due("email")).world);
    expect(pushed).toEqual([]);
    expect(line).toMatchObject({ state: "sent", channel: "email" });
    expect(mails).toMatchObject([
      { kind: "nudge", reminder_group: "check-ins", expires_at: "2026-03-10T08:00:00.000Z" },
    ]);
    const message = JSON.parse(String(mails[0]!.message));
    expect(message).toMatchObject({ title: "1 check-in due", body: "Trials" });
    expect(new URL(message.navigate).pathname).toBe("/check-in");
  });

  it("is told in the app, so that nobody looks for it on the phone", async () => {
    const { world } = await due("email");
    world.clock.now += 3 * 86_400_000;
    const { reminders } = (await world.ben.at.get("/api/reminders")).body;
    const nudge = reminders.find((one: { kind: string }) => one.kind === "nudge");
    expect(nudge).toMatchObject({ state: "sent", channel: "email", dueAt: monday });
  });

  it("is by both, once each", async () => {
    const { world, server } = await due("both");
    await everything(server);
    const { pushed, mails, line } = await came(world);
    expect([pushed, mails.length, line?.channel]).toEqual([["1 check-in due"], 1, "both"]);
  });

  it("is by e-mail where no device takes pushes", async () => {
    const { mails, line } = await came((await due(undefined, { devices: false })).world);
    expect([mails.length, line?.channel]).toEqual([1, "email"]);
  });

  it("is by no way, and says so, where none is left", async () => {
    const reason = async (...args: Parameters<typeof due>) =>
      (await came((await due(...args)).world)).line?.reason;
    expect(await reason("email", { email: "" })).toBe("no-mail");
    expect(await reason(undefined, { devices: false, email: "" })).toBe("no-device");
    expect(await reason("both", { devices: false, on: false })).toBe("no-device");
  });

  it("is by push where e-mail was chosen and the server sends none", async () => {
    const { pushed, mails } = await came((await due("email", { on: false })).world);
    expect([pushed, mails]).toEqual([["1 check-in due"], []]);
  });

  it("is not by e-mail to who has unsubscribed from it", async () => {
    const world = await startSquadWorld();
    const { ben, northing } = world;
    await world.ours(ben, "Trials");
    await world.tell(ben, "member.set-email", { memberId: ben.memberId, email: "ben@example.org" });
    const channels = { push: true, kinds: { "check-ins": "email" as const } };
    await world.tell(ben, "member.set-preferences", { memberId: ben.memberId, channels });
    await northing.database.write([
      {
        sql: "insert into mail_unsubscribed values (?, ?, 'check-ins', ?)",
        args: [ben.workspaceId, ben.memberId, monday],
      },
    ]);
    world.at("2026-03-06T12:00:00Z");
    await northing.reminders.work.planReminders();
    world.at(monday);
    const mail = createMailOut({ database: northing.database, on: true });
    await everything(await anotherServer(world, onFile, { mail }));
    expect((await came(world)).line).toMatchObject({ state: "skipped", reason: "no-mail" });
  });
});
