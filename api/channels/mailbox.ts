import type { MailGroup } from "../../shared/channels/mail.ts";
import type { MailState, MailTested } from "../../shared/channels/mailbox.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { iso } from "../../shared/time/instant.ts";
import { Refused } from "../errors.ts";
import { findMember } from "../people/member-store.ts";
import { countChange } from "../people/rate-limit.ts";
import type { Revocations } from "../people/revocations.ts";
import type { Membership } from "../people/signed.ts";
import { insertTestMail, settleMail, testMailsSince } from "./mail-ledger-store.ts";
import { afterwards, type MailSendDeps, postTo } from "./mail-send.ts";
import { mailStateOf, setSubscribed } from "./mail-store.ts";
import type { Subscriber } from "./unsubscribe-token.ts";

/** `server` is absent where the operator has named none. */
export type MailboxDeps = Omit<MailSendDeps, "server" | "recheck"> & {
  server?: MailSendDeps["server"];
  revocations: Revocations;
};

const testsAllowed = 3;
const testSpan = 10 * 60_000;
const testLife = 120_000;

/** What somebody's e-mail can be told of, and why it may not be. */
export async function mailState(
  deps: MailboxDeps,
  { workspaceId, memberId }: Pick<Membership, "workspaceId" | "memberId">,
): Promise<MailState> {
  const { unsubscribed, bounced } = await mailStateOf(deps.database, workspaceId, memberId);
  const member = await findMember(deps.database, workspaceId, memberId);
  const stands = bounced !== undefined && bounced.address === member?.email;
  return {
    configured: deps.server !== undefined,
    unsubscribed: unsubscribed as MailGroup[],
    ...(stands ? { bounced: { at: bounced.at, status: bounced.status } } : {}),
  };
}

/** Somebody's own choice, made in the app. */
export async function subscribe(
  deps: MailboxDeps,
  { workspaceId, memberId }: Membership,
  group: MailGroup,
  subscribed: boolean,
): Promise<MailState> {
  await countChange(deps, "mail", memberId);
  await choose(deps, { workspaceId, memberId, group }, subscribed);
  return mailState(deps, { workspaceId, memberId });
}

/** Somebody's choice by the link of an e-mail. */
export async function unsubscribe(deps: MailboxDeps, subscriber: Subscriber): Promise<void> {
  await choose(deps, subscriber, false);
  deps.log.info("mail.unsubscribed", { memberId: subscriber.memberId, group: subscriber.group });
}

/** Kept beside the database too: a restore must not begin e-mails again that somebody has ended. */
async function choose(deps: MailboxDeps, subscriber: Subscriber, subscribed: boolean): Promise<void> {
  const { workspaceId, memberId, group } = subscriber;
  const { unsubscribed } = await mailStateOf(deps.database, workspaceId, memberId);
  if (unsubscribed.includes(group) !== subscribed) return;
  const at = iso(deps.now());
  const line = JSON.stringify([workspaceId, memberId, group]);
  deps.revocations.append(at, subscribed ? "subscribed" : "unsubscribed", [line]);
  await setSubscribed(deps.database, subscriber, subscribed, at);
}

/** Sends a message to one's own address and waits for the mail server's word. Taken, it mends a bounce. */
export async function testMail(
  deps: MailboxDeps,
  { workspaceId, memberId }: Membership,
): Promise<MailTested> {
  const { database, server, now, bytes, origin } = deps;
  const member = await findMember(database, workspaceId, memberId);
  if (server === undefined || member?.email == null) throw new Refused("not_found");
  const span = iso(now() - testSpan);
  if ((await testMailsSince(database, memberId, span)) >= testsAllowed)
    throw new Refused("rate_limited", { retryAfter: testSpan / 1000 });
  const [at, expiresAt] = [iso(now()), iso(now() + testLife)];
  const lease = Buffer.from(bytes(12)).toString("base64url");
  const mail = { id: uuidv7(now(), bytes(10)), workspaceId, memberId, group: "test" as const };
  await database.write([insertTestMail(mail, { at, expiresAt, lease })]);
  const message = {
    title: "Northing reaches this address",
    body: "Reminders you choose to get by e-mail will come like this.",
    navigate: `${origin()}/me/email`,
  };
  const posted = await postTo({ ...deps, server }, mail, message, member.email);
  // A test is tried once: what did not get through now, somebody is looking at.
  const ended = afterwards(deps, { id: mail.id, attempts: 1, expiresAt: at }, posted, member.email);
  await settleMail(database, { ...ended, ...mail }, lease, iso(now()));
  if (posted.outcome === "accepted") return {};
  return { failure: posted.reason, ...(posted.status === undefined ? {} : { status: posted.status }) };
}
