import { allot, type Wish } from "../../shared/reminders/budget.ts";
import { type Decision, decide, type Said } from "../../shared/reminders/decide.ts";
import { iso } from "../../shared/time/instant.ts";
import type { MailOut, Reach } from "../channels/mail-out.ts";
import type { Database } from "../db/client.ts";
import type { Log } from "../log.ts";
import type { Observed } from "../operator/observed.ts";
import type { StillDue } from "../push/deliver.ts";
import { insertDeliveries } from "../push/delivery-store.ts";
import { recipientsOf } from "../push/subscription-store.ts";
import { mailTo, pushTo, type SayDeps } from "./say.ts";
import type { Snapshots } from "./snapshot.ts";
import { spentSince } from "./spent-store.ts";
import { claimReminders, type Decided, type Reminder, readReminders, settleReminders } from "./store.ts";
import { type Carried, carry } from "./ways.ts";

export interface RunDueDeps extends SayDeps {
  database: Database;
  snapshots: Snapshots;
  log: Log;
  /** Milliseconds; of none: until requests that wait have been answered. */
  wait(milliseconds: number): Promise<unknown>;
  observed?: Pick<Observed, "decided">;
  /** Absent where nothing leaves by e-mail. */
  mail?: MailOut | undefined;
}

const lease = 60_000;
const hour = 3_600_000;
/** People decided for at a time, with all that each is to be told: some tens of milliseconds, then requests are answered. */
const together = 120;
/** What was true a moment ago is not read again for everybody in between. */
const moment = 5000;
/** Monday lies at most a week back, in any zone. */
const budgetWeek = 9 * 24 * hour;

/**
 * Decides every reminder that is due, those of the people who waited longest first: judged by what was true at most
 * five seconds ago, with all that one person would be told weighed together. Decisions and the messages they lead to are
 * one batch, so that a crash leaves both or neither. One that throws is put off by an hour and raised after the others.
 * After each group `sendOn` starts what it led to, so that nobody waits until everybody is decided.
 */
export async function runDue(deps: RunDueDeps, sendOn: () => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  let looked = Number.NEGATIVE_INFINITY;
  for (;;) {
    const token = Buffer.from(deps.bytes(12)).toString("base64url");
    const now = deps.now();
    const claim = { lease: token, leaseUntil: iso(now + lease), now: iso(now), limit: together };
    const due = await claimReminders(deps.database, claim);
    if (due.length === 0) break;
    if (Math.abs(now - looked) >= moment) {
      await deps.snapshots.workspaces();
      looked = now;
    }
    await settle(due, token, deps, faults);
    await sendOn();
    if (due.length < together) break;
    await deps.wait(0);
  }
  if (faults.length > 0) throw new AggregateError(faults, "reminders could not be decided");
}

/** What has become of reminders whose message did not get through at first. */
export async function recheck(ids: readonly string[], deps: RunDueDeps): Promise<Map<string, StillDue>> {
  await deps.snapshots.workspaces();
  const at = iso(deps.now());
  const answers = new Map<string, StillDue>();
  for (const reminder of await readReminders(deps.database, ids)) {
    const decision = await judge(reminder, deps, at);
    answers.set(reminder.id, "send" in decision ? { send: true } : decision);
  }
  return answers;
}

/** A reminder that is to be said, and how it can be. */
interface Ready {
  reminder: Reminder;
  said: Said;
  carried: Carried;
}

async function settle(due: Reminder[], token: string, deps: RunDueDeps, faults: unknown[]): Promise<void> {
  const now = deps.now();
  const at = iso(now);
  const decided: Decided[] = [];
  const wanted: { reminder: Reminder; said: Said }[] = [];
  for (const reminder of due) {
    try {
      const decision = await judge(reminder, deps, at);
      if ("send" in decision) wanted.push({ reminder, said: decision.send });
      else decided.push(unsaid(reminder, decision));
    } catch (error) {
      faults.push(error);
      decided.push({ ...unsaid(reminder, { notBefore: iso(now + hour) }), reason: "fault" });
    }
  }
  const ready = await carriers(wanted, decided, deps, at);
  const said = await weighed(ready, decided, deps, at);
  const messages = said.flatMap(({ reminder, said, carried }) =>
    carried.push.map((recipient) => pushTo(recipient, reminder, said, deps)),
  );
  const mails = said.filter((one) => one.carried.email).map((one) => mailTo(one.reminder, one.said, deps));
  await deps.database.write([
    insertDeliveries(messages, token),
    ...(deps.mail?.enqueue(mails, token) ?? []),
    settleReminders(decided, token, at),
  ]);
  const kindOf = new Map(due.map((one) => [one.id, one.kind]));
  for (const one of decided) deps.observed?.decided(kindOf.get(one.id)!, one.state, one.reason);
  const skipped = decided.filter((one) => one.state === "skipped").length;
  const facts = { due: due.length, skipped, messages: messages.length, mails: mails.length };
  deps.log.info("reminders.decided", facts);
}

async function judge(reminder: Reminder, { snapshots }: RunDueDeps, at: string): Promise<Decision> {
  const view = await snapshots.view(reminder.workspaceId);
  return view === undefined ? { skip: "removed" } : decide(reminder, view, at);
}

/** Those that somebody can be reached with, by push or by e-mail; the others are decided. */
async function carriers(
  wanted: readonly { reminder: Reminder; said: Said }[],
  decided: Decided[],
  { database, mail }: RunDueDeps,
  at: string,
): Promise<Ready[]> {
  if (wanted.length === 0) return [];
  const members = [...new Map(wanted.map(({ said }) => [said.member.id, said.member])).values()];
  const devices = await recipientsOf(
    database,
    members.map((one) => one.id),
    at,
  );
  const reach: Reach | undefined = mail?.on ? await mail.reach(members) : undefined;
  return wanted.flatMap(({ reminder, said }) => {
    const carried = carry(reminder.kind, said.member, devices.get(said.member.id) ?? [], reach);
    if (!("skip" in carried)) return [{ reminder, said, carried }];
    decided.push(unsaid(reminder, carried));
    return [];
  });
}

/** What the budget of each person leaves, with everything decided. */
async function weighed(
  ready: readonly Ready[],
  decided: Decided[],
  { database, now }: RunDueDeps,
  at: string,
): Promise<Ready[]> {
  if (ready.length === 0) return [];
  const people = new Map<string, Ready[]>();
  for (const one of ready)
    people.set(one.reminder.personId, [...(people.get(one.reminder.personId) ?? []), one]);
  const spent = await spentSince(database, [...people.keys()], iso(now() - budgetWeek));
  return [...people].flatMap(([person, own]) => {
    const allotted = allot(own.map(wishOf), spent.get(person) ?? [], at);
    return own.filter(({ reminder, said, carried }) => {
      const answer = allotted.get(reminder.id) ?? "budget";
      if (answer === "another-day")
        decided.push({ ...unsaid(reminder, { notBefore: said.otherwise! }), reason: answer });
      else if (answer !== "say") decided.push(unsaid(reminder, { skip: answer }));
      else
        decided.push({ id: reminder.id, state: "sent", reason: null, dueAt: null, channel: wayOf(carried) });
      return answer === "say";
    });
  });
}

function wishOf({ reminder, said: { rank, urgent, member, otherwise } }: Ready): Wish {
  const { id, kind, subjectId, occurrenceOn, memberId, round } = reminder;
  const mayWait = otherwise !== undefined;
  return {
    ...{ id, kind, subjectId, occurrenceOn, memberId, rank, urgent, mayWait },
    ...{ zone: member.zone, again: round > 0 },
  };
}

function wayOf({ push, email }: Carried): Decided["channel"] {
  if (push.length === 0) return "email";
  return email ? "both" : "push";
}

function unsaid({ id }: Reminder, decision: { skip: string } | { notBefore: string }): Decided {
  const common = { id, channel: null };
  if ("notBefore" in decision)
    return { ...common, state: "planned", reason: "quiet", dueAt: decision.notBefore };
  return { ...common, state: "skipped", reason: decision.skip, dueAt: null };
}
