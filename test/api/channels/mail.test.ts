import { describe, expect, test } from "vitest";
import type { NewMail } from "../../../api/channels/mail-out.ts";
import { createMailOut } from "../../../api/channels/mail-out.ts";
import { type MailReceiver, readable, startMailReceiver } from "../../support/mail-receiver.ts";
import { startTellingWorld, type TellingWorld } from "../../support/telling.ts";
import { startWorld } from "../../support/world.ts";

const minute = 60_000;

interface MailingWorld extends TellingWorld {
  mailbox: MailReceiver;
  /** A reminder of Ben's that was decided just now, and its e-mail; answers its id. */
  mail(changes?: Partial<NewMail>): Promise<string>;
  send(): Promise<void>;
  ledger(): Promise<Record<string, unknown>[]>;
}

const message = {
  title: "2 check-ins due",
  body: "Listeners who finish a show\nTrials started",
  navigate: "http://localhost:4170/check-in?kr=1",
};

/** Ben owes a check-in and takes his reminders at ben@example.com, to which a mail server on loopback takes them. */
async function startMailingWorld(): Promise<MailingWorld> {
  const mailbox = await startMailReceiver();
  const world = await startTellingWorld({
    env: { SMTP_URL: mailbox.url, MAIL_FROM: "Northing <okr@example.com>" },
  });
  const { northing, ben, clock, id } = world;
  world.at("2026-03-09T08:00:00.000Z");
  await world.mutate(ben, "member.set-email", { memberId: ben.memberId, email: "ben@example.com" });
  const { database } = northing;
  const out = createMailOut({ database, on: true });
  return Object.assign(world, {
    mailbox,
    async mail(changes: Partial<NewMail> = {}) {
      const [reminderId, lease] = [id(), "a lease"];
      const now = new Date(clock.now).toISOString();
      const later = new Date(clock.now + 24 * 60 * minute).toISOString();
      await database.write([
        {
          sql: `insert into reminder (id, workspace_id, kind, subject_id, member_id, occurrence_on, planned_for, due_at,
                  until_at, state, lease) values (?, ?, 'nudge', ?, ?, ?, ?, ?, ?, 'claimed', ?)`,
          args: [reminderId, ben.workspaceId, reminderId, ben.memberId, "2026-03-09", now, now, later, lease],
        },
        ...out.enqueue(
          [
            {
              ...{ id: id(), reminderId, round: 0, workspaceId: ben.workspaceId, memberId: ben.memberId },
              ...{
                kind: "nudge",
                group: "check-ins",
                message,
                plannedFor: now,
                dueAt: now,
                expiresAt: later,
              },
              ...changes,
            },
          ],
          lease,
        ),
      ]);
      return reminderId;
    },
    send: () => world.job("send due mail"),
    ledger: () =>
      database.read("select state, reason, status, attempts, message from mail order by planned_for"),
  });
}

describe("a reminder by e-mail", () => {
  test("is plain text and plain HTML, from whom the operator says, with one tap to end it", async () => {
    const world = await startMailingWorld();
    const navigate = `${message.navigate}&reminder=${world.id()}`;
    await world.mail({ message: { ...message, navigate } });
    await world.send();
    const [got, ...more] = world.mailbox.received;
    expect(more).toEqual([]);
    expect([got?.from, got?.to]).toEqual(["okr@example.com", ["ben@example.com"]]);
    const header = (name: string) => got?.headers.get(name)?.[0];
    expect(header("from")).toBe("Northing <okr@example.com>");
    expect(header("to")).toBe("ben@example.com");
    expect(header("subject")).toBe("2 check-ins due");
    expect(header("auto-submitted")).toBe("auto-generated");
    expect(header("message-id")).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
    expect(header("date")).toBe("Mon, 09 Mar 2026 08:00:00 +0000");
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(header("list-unsubscribe")).toMatch(
      /^<http:\/\/localhost:4170\/api\/mail\/unsubscribe\/[\w.-]+>$/,
    );
    expect(got?.text).toContain("Listeners who finish a show\r\nTrials started\r\n");
    expect(got?.text).toContain(`Open: ${message.navigate}\r\n`);
    expect(got?.html).toContain('<a href="http://localhost:4170/check-in?kr=1">Open in Northing</a>');
    expect(got?.html).not.toMatch(/<(script|style|img|link)|style=/);
    await world.send();
    expect(world.mailbox.received).toHaveLength(1);
    expect(await world.ledger()).toMatchObject([{ state: "accepted", status: 250, message: null }]);
  });

  test("holds the whole digest, as far as a lock screen may show it", async () => {
    const world = await startMailingWorld();
    const blocked = { id: world.id(), keyResultId: world.keyResultId, text: "A secret wall" };
    await world.tell(world.ben, "blocker.raise", blocked);
    const digest = async () => {
      await world.mail({
        kind: "digest",
        group: "digest",
        message: { ...message, title: "Podcasts, the week" },
      });
      await world.northing.database.write([
        { sql: "update reminder set kind = 'digest', subject_id = ?", args: [world.squadId] },
      ]);
      await world.send();
      await world.northing.database.write([{ sql: "delete from reminder" }]);
      return world.mailbox.received.at(-1);
    };
    const titles = await digest();
    expect(titles?.headers.get("subject")?.[0]).toBe(
      "Podcasts, the week in short: 0 of 1 checked in, 1 blocked",
    );
    expect(titles?.text).toMatch(
      /\r\nMissing\r\n- Ben: .+\r\n\r\nBlocked\r\n- Listeners who finish a show\r\n/,
    );
    expect(titles?.text).not.toContain("secret");
    const show = (lockScreen: "full" | "private") =>
      world.tell(world.ben, "member.set-preferences", { memberId: world.ben.memberId, lockScreen });
    await show("full");
    expect((await digest())?.html).toContain("<li>Listeners who finish a show: A secret wall</li>");
    await show("private");
    expect((await digest())?.text).not.toContain("Missing");
  });

  test("is written only while the reminder's lease is held, and once", async () => {
    const world = await startMailingWorld();
    const out = createMailOut({ database: world.northing.database, on: true });
    const reminderId = await world.mail();
    const [{ id } = { id: "" }] = await world.northing.database.read("select id from mail");
    const again: NewMail = {
      ...{ id: world.id(), reminderId, round: 0, workspaceId: world.ben.workspaceId, group: "check-ins" },
      ...{
        memberId: world.ben.memberId,
        kind: "nudge",
        message,
        plannedFor: "x",
        dueAt: "x",
        expiresAt: "x",
      },
    };
    await world.northing.database.write(out.enqueue([again], "a lease"));
    await world.northing.database.write(out.enqueue([{ ...again, round: 1 }], "another's lease"));
    expect(await world.northing.database.read("select id from mail")).toEqual([{ id }]);
    expect(out.enqueue([], "a lease")).toEqual([]);
  });

  test("goes to the address there is when it is sent, and to nobody who has none, left or wants none", async () => {
    const world = await startMailingWorld();
    const { ada, ben, mutate } = world;
    const set = (email: string | null) => mutate(ben, "member.set-email", { memberId: ben.memberId, email });
    await world.mail();
    await set("benjamin@example.com");
    await world.send();
    expect(world.mailbox.received[0]?.to).toEqual(["benjamin@example.com"]);
    await world.mail();
    await set(null);
    await world.send();
    await set("ben@example.com");
    await world.mail();
    await ben.at.put("/api/mail", { group: "check-ins", subscribed: false });
    await world.send();
    await ben.at.put("/api/mail", { group: "check-ins", subscribed: true });
    await world.mail();
    await mutate(ada, "member.remove", { memberId: ben.memberId });
    await world.send();
    expect(world.mailbox.received).toHaveLength(1);
    const reasons = (await world.ledger()).map((one) => one.reason).sort();
    expect(reasons).toEqual([null, "no-address", "removed", "unsubscribed"].sort());
  });
});

describe("whatever a text holds", () => {
  const injected = "Due\r\nBcc: eve@example.com\r\n\r\n<b>hello</b>";

  test("it begins no header, names no further recipient and becomes no tag", async () => {
    const world = await startMailingWorld();
    const title = `${injected} ünï \ud83d\ude00`;
    await world.mail({
      message: { title, body: `${injected}\n<img src=x onerror=alert(1)>`, navigate: 'http://x/?a=1&b="2' },
    });
    await world.send();
    const [got] = world.mailbox.received;
    expect(got?.to).toEqual(["ben@example.com"]);
    expect(world.mailbox.commands.filter((one) => one.startsWith("RCPT"))).toHaveLength(1);
    expect(got?.headers.has("bcc")).toBe(false);
    expect(readable(got?.headers.get("subject")?.[0])).toBe("Due Bcc: eve@example.com <b>hello</b> ünï 😀");
    expect(got?.html).not.toMatch(/<b>|<img/);
    expect(got?.html).toContain("&#60;img src=x onerror=alert(1)&#62;");
    expect(got?.html).toContain('href="http://x/?a=1&#38;b=&#34;2"');
  });

  test("an address that is none is none for a member", async () => {
    const world = await startMailingWorld();
    const { ben, mutate } = world;
    for (const email of [
      "ben@example.com\r\nBcc: eve@example.com",
      "ben@x,eve@y.z",
      "<eve@example.com>",
      "ben",
      "",
    ])
      expect(await mutate(ben, "member.set-email", { memberId: ben.memberId, email })).toMatchObject({
        outcome: "rejected",
      });
    expect(
      await mutate(ben, "member.set-email", { memberId: world.ada.memberId, email: "eve@example.com" }),
    ).toMatchObject({ outcome: "rejected", code: "forbidden" });
  });
});

describe("a mail server", () => {
  test.each(["550 5.1.1 no such user", "553 5.1.3 bad address", "552 5.2.2 full for good"])(
    "that refuses the address with %s ends it, and the app says so until another address is set",
    async (line) => {
      const world = await startMailingWorld();
      const { ben } = world;
      world.mailbox.reply = (command) => (command.startsWith("RCPT") ? line : undefined);
      await world.mail();
      await world.send();
      const status = Number(line.slice(0, 3));
      expect(await world.ledger()).toMatchObject([
        { state: "failed", reason: "address", status, attempts: 1 },
      ]);
      const state = await ben.at.get("/api/mail");
      expect(state.body).toEqual({
        ...{ configured: true, unsubscribed: [] },
        bounced: { at: "2026-03-09T08:00:00.000Z", status },
      });
      expect(state.text).not.toContain("user");
      const reach = await createMailOut({ database: world.northing.database, on: true }).reach([
        { id: ben.memberId, email: "ben@example.com" },
        { id: world.ada.memberId },
      ]);
      expect([reach(ben.memberId, "check-ins"), reach(world.ada.memberId, "check-ins")]).toEqual([
        false,
        false,
      ]);
      world.mailbox.reply = () => undefined;
      await world.mail();
      await world.send();
      expect(world.mailbox.received).toEqual([]);
      await world.mutate(ben, "member.set-email", { memberId: ben.memberId, email: "benjamin@example.com" });
      expect((await ben.at.get("/api/mail")).body.bounced).toBeUndefined();
      await world.mail();
      await world.send();
      expect(world.mailbox.received).toHaveLength(1);
    },
  );

  test.each<[string, string, string]>([
    ["is busy", "MAIL FROM", "421 4.3.2 later"],
    ["has no room for the address now", "RCPT TO", "450 4.2.1 greylisted"],
    ["takes no text now", "END", "451 4.3.0 later"],
    ["refuses the sender, which is the operator's to mend", "MAIL FROM", "550 5.7.1 who are you"],
    ["closes the door", "GREETING", "reset"],
    ["breaks off", "DATA", "reset"],
  ])("that %s is asked again, and gets the e-mail once", async (_what, at, line) => {
    const world = await startMailingWorld();
    world.mailbox.reply = (command) => (command.startsWith(at) ? line : undefined);
    await world.mail();
    await world.send();
    expect(await world.ledger()).toMatchObject([{ state: "retry", attempts: 1 }]);
    expect(world.mailbox.received).toEqual([]);
    world.mailbox.reply = () => undefined;
    world.clock.now += 5 * minute;
    await world.send();
    expect(world.mailbox.received).toHaveLength(1);
    expect((await world.ben.at.get("/api/mail")).body.bounced).toBeUndefined();
  });

  test("that is never well again is left alone when the reminder means nothing any more", async () => {
    const world = await startMailingWorld();
    world.mailbox.reply = (command) => (command.startsWith("MAIL") ? "421 later" : undefined);
    await world.mail();
    for (let hours = 0; hours < 30; hours += 1) {
      await world.send();
      world.clock.now += 60 * minute;
    }
    expect(await world.ledger()).toMatchObject([{ state: "failed" }]);
  });

  test("that refuses the text with 554 ends it", async () => {
    const world = await startMailingWorld();
    world.mailbox.reply = (command) => (command === "END" ? "554 5.7.1 spam" : undefined);
    await world.mail();
    await world.send();
    expect(await world.ledger()).toMatchObject([{ state: "failed", reason: "message", status: 554 }]);
  });

  test("that nobody has named sends nothing, and the app says so", async () => {
    const { ben, northing } = await startWorld();
    expect((await ben.at.get("/api/mail")).body).toEqual({ configured: false, unsubscribed: [] });
    expect((await ben.at.post("/api/mail/test")).status).toBe(404);
    const reach = await createMailOut({ database: northing.database, on: false }).reach([
      { id: ben.memberId, email: "ben@example.com" },
    ]);
    expect(reach(ben.memberId, "digest")).toBe(false);
  });
});

test("an e-mail that did not get through is not sent to who has checked in meanwhile", async () => {
  const world = await startMailingWorld();
  world.mailbox.reply = () => "421 later";
  await world.mail();
  await world.send();
  world.mailbox.reply = () => undefined;
  await world.tell(world.ben, "check-in.record", {
    ...{ id: world.id(), keyResultId: world.keyResultId, value: 0.25, confidence: 6 },
  });
  world.clock.now += 5 * minute;
  await world.send();
  expect(world.mailbox.received).toEqual([]);
  expect(await world.ledger()).toMatchObject([{ state: "skipped", reason: "done", attempts: 2 }]);
});

test("an e-mail that waited for a server is judged again before it is first sent", async () => {
  const world = await startMailingWorld();
  await world.mail();
  await world.tell(world.ben, "check-in.record", {
    ...{ id: world.id(), keyResultId: world.keyResultId, value: 0.25, confidence: 6 },
  });
  world.clock.now += 2 * 60 * minute;
  await world.send();
  expect(world.mailbox.received).toEqual([]);
  expect(await world.ledger()).toMatchObject([{ state: "skipped", reason: "done", attempts: 1 }]);
});

test("a test comes at once, mends a bounce, and comes three times in ten minutes", async () => {
  const world = await startMailingWorld();
  const { ben } = world;
  world.mailbox.reply = (command) => (command.startsWith("RCPT") ? "550 no" : undefined);
  expect((await ben.at.post("/api/mail/test")).body).toEqual({ failure: "address", status: 550 });
  expect((await ben.at.get("/api/mail")).body.bounced).toBeDefined();
  world.mailbox.reply = () => undefined;
  expect((await ben.at.post("/api/mail/test")).body).toEqual({});
  expect(world.mailbox.received[0]?.headers.has("list-unsubscribe")).toBe(false);
  expect((await ben.at.get("/api/mail")).body.bounced).toBeUndefined();
  expect((await ben.at.post("/api/mail/test")).status).toBe(200);
  expect((await ben.at.post("/api/mail/test")).status).toBe(429);
});
