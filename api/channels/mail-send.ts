import { type LetterParts, letterOf } from "../../shared/channels/mail.ts";
import { iso, isoNow } from "../../shared/time/instant.ts";
import type { Database } from "../db/client.ts";
import { errorOf } from "../errors.ts";
import type { Log } from "../log.ts";
import { findMember, findWorkspace } from "../people/member-store.ts";
import type { Recheck } from "../push/deliver.ts";
import { nextTry } from "../push/retry.ts";
import { digestParts } from "./mail-digest.ts";
import { anyMailDue, type ClaimedMail, claimMails, settleMail, type TriedMail } from "./mail-ledger-store.ts";
import type { MailServer, Posted } from "./mail-server.ts";
import { quietGroups } from "./mail-store.ts";
import { reportMail } from "./report-mail.ts";
import { type Reports, reportsNow } from "./report-now.ts";
import { type Squads, squadsNow } from "./squad-now.ts";
import type { UnsubscribeTokens } from "./unsubscribe-token.ts";

export interface MailSendDeps {
  database: Database;
  server: MailServer;
  tokens: UnsubscribeTokens;
  now(): number;
  bytes(count: number): Uint8Array;
  /** 0 ≤ random() < 1, for jitter. */
  random(): number;
  /** The origin people use. */
  origin(): string;
  log: Log;
  /** Whether a reminder that did not get through at first is still worth it. */
  recheck: Recheck;
}

const lease = 120_000;
const together = 8;
const mostAtOnce = 400;
/** What was decided longer ago is judged again before it is sent, also the first time. */
const fresh = 60_000;
/** A company's digests and reports are worked out from what was read a moment ago, not for every few people anew. */
const moment = 10_000;

/** What e-mails are put into words by. */
interface Grounds {
  reports: Reports;
  squads: Squads;
}

/**
 * Hands over every e-mail that is due. The oldest are claimed by a conditional update with a lease; to which address
 * each goes, and whether it still should, is looked up now.
 */
export async function sendDueMail(deps: MailSendDeps): Promise<void> {
  let grounds: Grounds = { reports: reportsNow(deps), squads: squadsNow(deps) };
  let readAt = deps.now();
  for (let sent = 0; sent < mostAtOnce; sent += together) {
    const now = isoNow(deps);
    if (!(await anyMailDue(deps.database, now))) return;
    const token = Buffer.from(deps.bytes(12)).toString("base64url");
    const claim = { now, lease: token, leaseUntil: isoNow(deps, lease), limit: together };
    const claimed = await claimMails(deps.database, claim);
    if (Math.abs(deps.now() - readAt) >= moment) {
      grounds = { reports: reportsNow(deps), squads: squadsNow(deps) };
      readAt = deps.now();
    }
    const ended = await Promise.allSettled(claimed.map((one) => sendOne(deps, one, token, grounds)));
    const faults = ended.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    if (faults.length > 0) throw new AggregateError(faults, "e-mails could not be settled");
  }
}

async function sendOne(
  deps: MailSendDeps,
  mail: ClaimedMail,
  token: string,
  grounds: Grounds,
): Promise<void> {
  const tried = await attempt(deps, mail, grounds);
  const { workspaceId, memberId } = mail;
  await settleMail(deps.database, { ...tried, id: mail.id, workspaceId, memberId }, token, isoNow(deps));
}

type Ended = Omit<TriedMail, "id" | "workspaceId" | "memberId">;

async function attempt(deps: MailSendDeps, mail: ClaimedMail, grounds: Grounds): Promise<Ended> {
  const skip = (reason: string): Ended => ({ state: "skipped", reason });
  if (mail.group === "test") return skip("interrupted");
  if (mail.expiresAt <= isoNow(deps)) return { state: "failed", reason: "expired" };
  const member = await findMember(deps.database, mail.workspaceId, mail.memberId);
  if (member?.state !== "active") return skip("removed");
  if (member.email === null) return skip("no-address");
  const quiet = (await quietGroups(deps.database, [mail.memberId])).get(mail.memberId);
  if (quiet?.left) return skip("removed");
  if (quiet?.groups.has(mail.group)) return skip("unsubscribed");
  if (quiet?.bounced === member.email) return skip("bounced");
  const isOld = mail.attempts > 1 || mail.dueAt < iso(deps.now() - fresh);
  const still = isOld && mail.reminderId !== null ? await stillDue(deps, mail.reminderId) : undefined;
  if (still !== undefined && "skip" in still) return skip(still.skip);
  if (still !== undefined && "notBefore" in still)
    return { state: "retry", reason: "quiet", dueAt: still.notBefore };
  const said = await contentOf(deps, mail, grounds).catch((error: unknown) => {
    const fault = errorOf(error);
    deps.log.error("mail.fault", { mailId: mail.id, error: fault.name, stack: fault.stack });
  });
  // One that cannot be put into words must not stop the others, nor be tried without end.
  if (said === undefined) return later(deps, mail, { reason: "fault" });
  if ("skip" in said) return skip(said.skip);
  if ("notBefore" in said) return { state: "retry", reason: "quiet", dueAt: said.notBefore };
  return afterwards(deps, mail, await postTo(deps, mail, said, member.email), member.email);
}

/** What an e-mail says: most what was decided to be said, a digest and a report what is true now. */
async function contentOf(deps: MailSendDeps, mail: ClaimedMail, { reports, squads }: Grounds) {
  if (mail.group === "report") return reportMail(mail, { ...deps, reports });
  const message = { ...mail.message, navigate: unreported(mail.message.navigate) };
  return mail.kind === "digest" ? { ...message, ...(await digestParts({ ...deps, squads }, mail)) } : message;
}

/** The address without the delivery it came from, which only what is pushed has. */
function unreported(address: string): string {
  return address.replace(/[?&]reminder=[\w-]+$/, "");
}

async function stillDue(deps: MailSendDeps, reminderId: string) {
  return (await deps.recheck([reminderId])).get(reminderId);
}

/** Writes the e-mail and hands it over. Also how a test goes. */
export async function postTo(
  {
    database,
    server,
    tokens,
    origin,
    now,
  }: Pick<MailSendDeps, "database" | "server" | "tokens" | "origin" | "now">,
  { id, workspaceId, memberId, group }: Pick<ClaimedMail, "id" | "workspaceId" | "memberId" | "group">,
  message: Pick<LetterParts, "title" | "body" | "sections" | "navigate">,
  to: string,
): Promise<Posted> {
  const workspace = await findWorkspace(database, workspaceId);
  const link =
    group === "test"
      ? undefined
      : `${origin()}/api/mail/unsubscribe/${tokens.of({ workspaceId, memberId, group })}`;
  const letter = letterOf({
    ...message,
    group,
    unsubscribe: link,
    settings: `${origin()}/me/email`,
    workspace: workspace?.name ?? "",
  });
  return server.post({ ...letter, id, to, unsubscribe: link, at: new Date(now()) });
}

/** What a try means for the ledger and for the address. */
export function afterwards(
  deps: Pick<MailSendDeps, "log" | "now" | "random">,
  mail: Pick<ClaimedMail, "id" | "attempts" | "expiresAt">,
  posted: Posted,
  address: string,
): Ended {
  const facts = {
    mailId: mail.id,
    status: posted.status,
    ...("reason" in posted ? { reason: posted.reason } : {}),
  };
  deps.log.info(`mail.${posted.outcome}`, facts);
  if (posted.outcome === "accepted") return { state: "accepted", status: posted.status, reached: address };
  const { reason, status } = posted;
  if (posted.outcome === "bounced") return { state: "failed", reason, status, bounced: address };
  if (posted.outcome === "failed") return { state: "failed", reason, status };
  if (reason === "refused")
    deps.log.error("mail.refused", { status, advice: "check SMTP_URL and MAIL_FROM" });
  return later(deps, mail, { reason, status });
}

function later(
  { now, random }: Pick<MailSendDeps, "now" | "random">,
  { attempts, expiresAt }: Pick<ClaimedMail, "attempts" | "expiresAt">,
  why: Pick<Ended, "reason" | "status">,
): Ended {
  const dueAt = nextTry({ now: now(), attempts, expiresAt }, undefined, random);
  return dueAt === undefined ? { state: "failed", ...why } : { state: "retry", ...why, dueAt };
}
