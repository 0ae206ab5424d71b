import type { GenericBody } from "../../shared/channels/generic.ts";
import { heldAlone, mostAnHour, withHeld } from "../../shared/channels/held-back.ts";
import type { Saying } from "../../shared/channels/saying.ts";
import type { Failure } from "../../shared/metrics/connector-failure.ts";
import { iso, isoNow } from "../../shared/time/instant.ts";
import { failureOf, type OutboundFault } from "../outbound.ts";
import { findWorkspace } from "../people/member-store.ts";
import { nextTry } from "../push/retry.ts";
import { waitOf } from "../retry-after.ts";
import { type Held, holdBack, placeTakenAt, takePlace } from "./webhook-cap-store.ts";
import { type WebhookContent, webhookContent } from "./webhook-content.ts";
import {
  anyMessageDue,
  type ClaimedMessage,
  claimMessages,
  settleMessage,
  type TriedMessage,
} from "./webhook-message-store.ts";
import { postOf } from "./webhook-post.ts";
import { findWebhookById, type StoredWebhook } from "./webhook-store.ts";
import type { WebhookDeps } from "./webhooks.ts";

export interface WebhookSendDeps extends WebhookDeps {
  /** 0 ≤ random() < 1, for jitter. */
  random(): number;
  /** The origin people use. */
  origin(): string;
}

const minute = 60_000;
const hour = 60 * minute;
const lease = minute;
const together = 32;
const mostAtOnce = 320;
const giveUp = { failures: 10, after: hour };

/**
 * Says what is due. The oldest are claimed by a conditional update with a lease, so that no two servers say the same;
 * each is put into words by what is true now, posted, and its outcome written down only while the lease holds.
 */
export async function sendDueMessages(deps: WebhookSendDeps): Promise<void> {
  for (let sent = 0; sent < mostAtOnce; sent += together) {
    const now = isoNow(deps);
    if (!(await anyMessageDue(deps.database, now))) return;
    const token = Buffer.from(deps.bytes(12)).toString("base64url");
    const claim = { now, lease: token, leaseUntil: isoNow(deps, lease), limit: together };
    const claimed = await claimMessages(deps.database, claim);
    const content = webhookContent(deps);
    const ended = await Promise.allSettled(claimed.map((one) => sendOne(deps, one, token, content)));
    const faults = ended.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    if (faults.length > 0) throw new AggregateError(faults, "webhooks could not be settled");
  }
}

async function sendOne(
  deps: WebhookSendDeps,
  message: ClaimedMessage,
  token: string,
  content: WebhookContent,
): Promise<void> {
  const { id, webhookId } = message;
  const webhook = await findWebhookById(deps.database, webhookId);
  const skip = (reason: string) => settle(deps, { id, webhookId, state: "skipped", reason }, token);
  if (message.says === "test") return skip("interrupted");
  if (webhook?.state !== "on" || !webhook.says.includes(message.says)) return skip("off");
  const state = message.attempts > 1 ? "failed" : "skipped";
  if (message.expiresAt <= isoNow(deps))
    return settle(deps, { id, webhookId, state, reason: "expired" }, token);
  const said = await content(webhook.workspaceId, message.says, message);
  if (said instanceof Error) return settle(deps, { id, webhookId, ...later(deps, message) }, token);
  if ("skip" in said && !message.held) return skip(said.skip);
  const held = await placeFor(deps, message, token);
  if (held === undefined) return;
  const saying = "skip" in said ? heldAlone(message.says, held, deps.origin()) : withHeld(said.saying, held);
  if (saying === undefined) return skip("skip" in said ? said.skip : "nothing-to-say");
  const workspace = await findWorkspace(deps.database, webhook.workspaceId);
  if (workspace === undefined) return skip("squad-gone");
  const squad = "squad" in said && said.squad ? { squad: said.squad } : {};
  const about = {
    id,
    at: message.plannedFor,
    workspace: { id: workspace.id, name: workspace.name },
    ...squad,
  };
  const tried = await tell(deps, webhook, { ...message, saying, about });
  if (tried !== undefined) await settle(deps, tried, token);
}

/** A place among those of an hour, with all that was held back before; undefined: none was free, it is held back too. */
async function placeFor(
  deps: WebhookSendDeps,
  message: ClaimedMessage,
  token: string,
): Promise<Held | undefined> {
  const cap = { most: mostAnHour, since: isoNow(deps, -hour), now: isoNow(deps) };
  const held = await takePlace(deps.database, message, token, cap);
  if (held !== undefined) return held;
  const taken = await placeTakenAt(deps.database, message.webhookId, cap);
  const freeAt = iso(Date.parse(taken) + hour);
  await holdBack(deps.database, message, token, freeAt);
  return undefined;
}

interface Told extends Pick<ClaimedMessage, "id" | "webhookId" | "attempts" | "expiresAt"> {
  saying: Saying;
  about: Pick<GenericBody, "id" | "at" | "workspace" | "squad">;
}

/** Posts once and says what came of it; undefined when this server was told to stop in the middle of it. */
export async function tell(
  deps: WebhookSendDeps,
  webhook: StoredWebhook,
  { id, webhookId, attempts, expiresAt, saying, about }: Told,
): Promise<TriedMessage | undefined> {
  const secrets = deps.seal.open(webhook.id, webhook.sealed);
  if (secrets === undefined) {
    const failure: Failure = { code: "not_recorded", why: "secrets-lost" };
    return { id, webhookId, state: "failed", reason: failure.why, failure };
  }
  const answer = await deps.outbound.send(postOf(webhook.kind, saying, about, secrets, deps.now()));
  if (!("code" in answer)) return { id, webhookId, state: "accepted", status: answer.status };
  if (answer.why === "stopped") return undefined;
  const failure = failureOf(answer);
  const tried = { id, webhookId, reason: answer.why, status: failure.status, failure };
  if (!mayPass(answer)) return { ...tried, state: "failed" };
  const asked = answer.why === "status" ? waitOf(answer.retryAfter, deps.now()) : undefined;
  const dueAt = nextTry({ now: deps.now(), attempts, expiresAt }, asked, deps.random);
  return dueAt === undefined ? { ...tried, state: "failed" } : { ...tried, state: "retry", dueAt };
}

/** What another try can mend: no way there, or a receiver that says it is busy or in trouble. */
function mayPass(fault: OutboundFault): boolean {
  if (fault.code !== "source_unreachable") return false;
  if (fault.why !== "status") return true;
  return [408, 425, 429].includes(fault.status) || fault.status >= 500;
}

/** Ten failures in a row over more than an hour switch a webhook off; its page says so. */
export async function settle(deps: WebhookSendDeps, tried: TriedMessage, token: string): Promise<void> {
  const since = isoNow(deps, -giveUp.after);
  await settleMessage(deps.database, tried, {
    ...{ lease: token, now: isoNow(deps), failures: giveUp.failures, since },
  });
  const { webhookId, state, reason, status } = tried;
  if (state !== "skipped") deps.log.info("webhook.told", { webhookId, state, reason, status });
}

function later(deps: WebhookSendDeps, { attempts, expiresAt }: ClaimedMessage) {
  const dueAt = nextTry({ now: deps.now(), attempts, expiresAt }, undefined, deps.random);
  return dueAt === undefined
    ? ({ state: "failed", reason: "fault" } as const)
    : ({ state: "retry", reason: "fault", dueAt } as const);
}
