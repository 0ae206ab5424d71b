import { describe, expect, test } from "vitest";
import { createReportMailPlanner } from "../../../api/channels/report-mail-plan.ts";
import type { ReportRhythm } from "../../../shared/people/preferences.ts";
import { type MailReceiver, readable, startMailReceiver } from "../../support/mail-receiver.ts";
import { startTellingWorld, type TellingWorld } from "../../support/telling.ts";

/** Check-ins are due on Monday, 9 March; Thursday, nine o'clock in Berlin, is the working day after the metric check. */
const weeklyTime = "2026-03-12T08:00:00.000Z";
/** The fifth working day of March. */
const monthlyTime = "2026-03-06T08:00:00.000Z";

interface ReportingWorld extends TellingWorld {
  mailbox: MailReceiver;
  choose(report: ReportRhythm | null): Promise<void>;
  /** An hour before a moment, and at it: plan, then send. */
  until(moment: string): Promise<void>;
  ledger(): Promise<Record<string, unknown>[]>;
}

/** Ben takes mail at ben@example.com; it is Monday, 2 March. */
async function startReportingWorld(): Promise<ReportingWorld> {
  const mailbox = await startMailReceiver();
  const env = { SMTP_URL: mailbox.url, MAIL_FROM: "Northing <okr@example.com>" };
  const world = await startTellingWorld({ env });
  const { ben, tell, job } = world;
  const { memberId } = ben;
  world.at("2026-03-02T08:00:00.000Z");
  await tell(ben, "member.set-email", { memberId, email: "ben@example.com" });
  const work = async () => {
    await job("plan reports");
    await job("send due mail");
  };
  return Object.assign(world, {
    mailbox,
    choose: (report: ReportRhythm | null) => tell(ben, "member.set-preferences", { memberId, report }),
    async until(moment: string) {
      world.at(new Date(Date.parse(moment) - 3_600_000).toISOString());
      await work();
      world.at(moment);
      await work();
    },
    ledger: () => world.northing.database.read("select state, reason, occurrence_on from mail order by id"),
  });
}

describe("the report by e-mail", () => {
  test("comes to nobody who has not chosen it", async () => {
    const world = await startReportingWorld();
    for (const moment of [monthlyTime, weeklyTime]) await world.until(moment);
    expect(world.mailbox.received).toEqual([]);
    expect(await world.ledger()).toEqual([]);
  });

  test("comes once a week, whole and plain, with the way to the page and one tap to end it", async () => {
    const world = await startReportingWorld();
    await world.choose("weekly");
    await world.tell(world.ben, "member.set-preferences", {
      memberId: world.ben.memberId,
      lockScreen: "full",
    });
    await world.until(weeklyTime);
    await world.until("2026-03-12T12:00:00.000Z");
    const [got, ...more] = world.mailbox.received;
    expect(more).toEqual([]);
    expect(got?.to).toEqual(["ben@example.com"]);
    expect(readable(got?.headers.get("subject")?.[0])).toMatch(/^The report of .+, Q1$/);
    expect(got?.text).toMatch(/\r\nWeek 11 of 13, 1 Jan to 31 Mar/);
    expect(got?.text).toContain("\r\nHow sure we are\r\n- Too early to say");
    expect(got?.text).toContain(
      `Open: ${world.origin}/rhythm/report?cycle=${world.cycleId}&on=2026-03-12\r\n`,
    );
    expect(got?.headers.get("list-unsubscribe")?.[0]).toMatch(/\/api\/mail\/unsubscribe\//);
    expect(got?.html).not.toMatch(/<(script|style|img|link)|style=/);
    await world.until("2026-03-19T08:00:00.000Z");
    expect(world.mailbox.received).toHaveLength(2);
    expect((await world.ledger()).map((one) => one.occurrence_on)).toEqual(["2026-03-09", "2026-03-16"]);
  });

  test("comes once a month on its fifth working day to who has chosen that", async () => {
    const world = await startReportingWorld();
    await world.choose("monthly");
    await world.until(monthlyTime);
    await world.until(weeklyTime);
    expect(await world.ledger()).toEqual([{ state: "accepted", reason: null, occurrence_on: "2026-03" }]);
  });

  test("holds titles and no more where that is what a locked screen may show, and counts at private", async () => {
    const world = await startReportingWorld();
    await world.choose("weekly");
    const checkIn = { keyResultId: world.keyResultId, value: 0.2345, confidence: 6, note: "A secret" };
    world.at("2026-03-09T09:00:00.000Z");
    await world.tell(world.ben, "check-in.record", { ...checkIn, id: world.id(), blocked: "A secret wall" });
    await world.until(weeklyTime);
    const titles = world.mailbox.received[0]?.text ?? "";
    expect(titles).toContain("Listeners who finish a show: blocked since 9 Mar");
    // Links hold ids, and an id may hold any digits.
    expect(titles.replaceAll(/http\S+/g, "")).not.toMatch(/secret|23/);
    const { memberId } = world.ben;
    await world.tell(world.ben, "member.set-preferences", { memberId, lockScreen: "private" });
    await world.until("2026-03-19T08:00:00.000Z");
    const counts = world.mailbox.received[1];
    expect(readable(counts?.headers.get("subject")?.[0])).toBe("The report is ready");
    expect(counts?.text).not.toContain("Listeners");
  });

  test("comes to nobody who changed their mind, ended it, lost the address, left or is away", async () => {
    const world = await startReportingWorld();
    const { ben, ada } = world;
    const { memberId } = ben;
    const thursdays = ["12", "19", "26"].map((day) => `2026-03-${day}T08:00:00.000Z`);
    const planThen = async (moment: string, change: () => Promise<unknown>) => {
      world.at(new Date(Date.parse(moment) - 3_600_000).toISOString());
      await world.job("plan reports");
      await change();
      world.at(moment);
      await world.job("send due mail");
    };
    await world.choose("weekly");
    await planThen(thursdays[0]!, () => world.choose(null));
    await world.choose("weekly");
    await planThen(thursdays[1]!, async () => {
      expect((await ben.at.put("/api/mail", { group: "report", subscribed: false })).status).toBe(200);
    });
    await ben.at.put("/api/mail", { group: "report", subscribed: true });
    await planThen(thursdays[2]!, () =>
      world.tell(ada, "member.set-delegate", {
        memberId,
        delegate: { memberId: world.pam.memberId, untilOn: "2026-03-27" },
      }),
    );
    expect(world.mailbox.received).toEqual([]);
    expect((await world.ledger()).map((one) => one.reason)).toEqual(["switched-off", "unsubscribed", "away"]);
  });

  test("what was planned goes when it is chosen otherwise before its time, and comes at another hour if asked so", async () => {
    const world = await startReportingWorld();
    const { memberId } = world.ben;
    await world.choose("weekly");
    world.at("2026-03-11T20:00:00.000Z");
    await world.job("plan reports");
    expect(await world.ledger()).toHaveLength(1);
    await world.choose(null);
    await world.job("plan reports");
    expect(await world.ledger()).toEqual([]);
    await world.choose("weekly");
    await world.job("plan reports");
    await world.tell(world.ben, "member.set-preferences", { memberId, checkInTime: "11:30" });
    await world.until(weeklyTime);
    expect(world.mailbox.received).toEqual([]);
    await world.until("2026-03-12T10:30:00.000Z");
    expect(world.mailbox.received).toHaveLength(1);
  });

  test("waits for days off to be over, and is not sent in quiet hours when a server was down", async () => {
    const world = await startReportingWorld();
    const { memberId } = world.ben;
    await world.choose("weekly");
    await world.tell(world.ben, "member.set-preferences", { memberId, daysOff: ["2026-03-12"] });
    await world.until(weeklyTime);
    expect(world.mailbox.received).toEqual([]);
    world.at("2026-03-12T22:00:00.000Z");
    await world.job("plan reports");
    world.at("2026-03-13T21:00:00.000Z");
    await world.job("send due mail");
    expect(world.mailbox.received).toEqual([]);
    expect(await world.ledger()).toMatchObject([{ state: "retry", reason: "quiet" }]);
    await world.until("2026-03-16T07:00:00.000Z");
    expect(world.mailbox.received).toHaveLength(1);
  });

  test("comes each week to who works one day of it and is asked in its quiet hours, on the next such day", async () => {
    const world = await startReportingWorld();
    const { memberId } = world.ben;
    await world.choose("weekly");
    const thursdayEvenings = { workdays: [4], checkInTime: "21:00" };
    await world.tell(world.ben, "member.set-preferences", { memberId, ...thursdayEvenings });
    await world.until(weeklyTime);
    await world.until("2026-03-12T20:00:00.000Z");
    expect(world.mailbox.received).toEqual([]);
    for (const thursday of ["19", "26"]) await world.until(`2026-03-${thursday}T07:00:00.000Z`);
    expect(world.mailbox.received).toHaveLength(2);
    expect((await world.ledger()).map((one) => one.occurrence_on)).toEqual(["2026-03-09", "2026-03-16"]);
  });

  test("is planned and sent once by several servers", async () => {
    const world = await startReportingWorld();
    await world.choose("weekly");
    world.at("2026-03-11T20:00:00.000Z");
    const { database } = world.northing;
    const bytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
    const revocations = { append() {} };
    const another = () =>
      createReportMailPlanner({ database, revocations, now: () => world.clock.now, bytes });
    await Promise.all([another()(), another()(), another()()]);
    expect(await world.ledger()).toHaveLength(1);
    world.at(weeklyTime);
    await Promise.all([world.job("send due mail"), world.job("send due mail"), another()()]);
    await world.job("send due mail");
    expect(world.mailbox.received).toHaveLength(1);
  });

  test("is worked out once, not for every few of those who get it", async () => {
    const world = await startReportingWorld();
    await world.choose("weekly");
    world.at(weeklyTime);
    const { database } = world.northing;
    await database.write(
      Array.from({ length: 17 }, (_, n) => ({
        sql: `insert into mail (id, workspace_id, member_id, kind, reminder_group, occurrence_on, planned_for, due_at,
                expires_at) values (?, ?, ?, 'report', 'report', ?, ?, ?, '2026-04-01')`,
        args: [
          world.id(),
          world.ben.workspaceId,
          world.ben.memberId,
          `${2000 + n}-01`,
          weeklyTime,
          weeklyTime,
        ],
      })),
    );
    const { read } = database;
    let reads = 0;
    database.read = (sql, args) => {
      if (sql.includes("with stood as")) reads += 1;
      return read(sql, args);
    };
    await world.job("send due mail");
    expect([world.mailbox.received.length, reads]).toEqual([17, 1]);
  });

  test("that cannot be put into words is tried again later, and holds no other mail up", async () => {
    const world = await startReportingWorld();
    await world.choose("weekly");
    world.at("2026-03-11T20:00:00.000Z");
    await world.job("plan reports");
    await world.northing.database.write([
      { sql: "update row set body = json_remove(body, '$.rhythm') where kind = 'workspace'" },
    ]);
    world.at(weeklyTime);
    await world.job("send due mail");
    expect(await world.ledger()).toMatchObject([{ state: "retry", reason: "fault" }]);
    expect(world.logged.join("")).toContain("mail.fault");
  });

  test("says nothing long after a cycle is over and before the next", async () => {
    const world = await startReportingWorld();
    await world.choose("monthly");
    await world.northing.database.write([
      {
        sql: `update row set body = json_set(body, '$.state', 'closed', '$.endsOn', '2026-01-29')
              where kind = 'cycle'`,
      },
    ]);
    await world.until(monthlyTime);
    expect(await world.ledger()).toMatchObject([{ state: "skipped", reason: "nothing-to-say" }]);
  });
});
