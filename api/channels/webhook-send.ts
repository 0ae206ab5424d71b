import { type About, contentOf, type SquadRows } from "../../shared/channels/content.ts";
import type { GenericBody } from "../../shared/channels/generic.ts";
import type { Saying } from "../../shared/channels/saying.ts";
import type { Failure } from "../../shared/metrics/connector-failure.ts";
import { addDays } from "../../shared/time/local-date.ts";
import { failureOf, type OutboundFault } from "../outbound.ts";
import { nextTry } from "../push/retry.ts";
import { waitOf } from "../retry-after.ts";
import { squadRows } from "./squad-rows-store.ts";
import { squadView } from "./squad-view.ts";
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
const lease = minute;
const together = 32;
const mostAtOnce = 320;
/** Plots of a digest and of an anomaly need no more. */
const weeksBack = 60;
const giveUp = { failures: 10, after: 60 * minute };

/**
 * Says what is due. The oldest are claimed by a conditional update with a lease, so that no two servers say the same;
 * each is put into words by what is true now, posted, and its outcome written down only while the lease holds.
 */
export async function sendDueMessages(deps: WebhookSendDeps): Promise<void> {
  for (let sent = 0; sent < mostAtOnce; sent += together) {
    const now = iso(deps);
    if (!(await anyMessageDue(deps.database, now))) return;
    const token = Buffer.from(deps.bytes(12)).toString("base64url");
    const claim = { now, lease: token, leaseUntil: iso(deps, lease), limit: together };
    const claimed = await claimMessages(deps.database, claim);
    const known = new Map<string, Promise<SquadRows | undefined>>();
    const ended = await Promise.allSettled(claimed.map((one) => sendOne(deps, one, token, known)));
    const faults = ended.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    if (faults.length > 0) throw new AggregateError(faults, "webhooks could not be settled");
  }
}

async function sendOne(
  deps: WebhookSendDeps,
  message: ClaimedMessage,
  token: string,
  known: Map<string, Promise<SquadRows | undefined>>,
): Promise<void> {
  const { id, webhookId } = message;
  const webhook = await findWebhookById(deps.database, webhookId);
  const skip = (reason: string) => settle(deps, { id, webhookId, state: "skipped", reason }, token);
  if (message.says === "test") return skip("interrupted");
  if (webhook?.state !== "on" || !webhook.says.includes(message.says)) return skip("off");
  const state = message.attempts > 1 ? "failed" : "skipped";
  if (message.expiresAt <= iso(deps)) return settle(deps, { id, webhookId, state, reason: "expired" }, token);
  const rows = await (known.get(webhook.workspaceId) ?? loaded(deps, webhook.workspaceId, known));
  if (rows === undefined) return skip("squad-gone");
  const said = wordsOf(deps, message as About, rows);
  if (said instanceof Error) return settle(deps, { id, webhookId, ...later(deps, message) }, token);
  if ("skip" in said) return skip(said.skip);
  const workspace = { id: webhook.workspaceId, name: rows.workspace.name };
  const about = { id, at: message.plannedFor, workspace, ...(said.squad ? { squad: said.squad } : {}) };
  const tried = await tell(deps, webhook, { ...message, saying: said.saying, about });
  if (tried !== undefined) await settle(deps, tried, token);
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
  const since = iso(deps, -giveUp.after);
  await settleMessage(deps.database, tried, {
    ...{ lease: token, now: iso(deps), failures: giveUp.failures, since },
  });
  const { webhookId, state, reason, status } = tried;
  if (state !== "skipped") deps.log.info("webhook.told", { webhookId, state, reason, status });
}

/** One that cannot be put into words must not stop the others; it is tried again and the fault is logged. */
function wordsOf(deps: WebhookSendDeps, about: About, rows: SquadRows) {
  try {
    return contentOf(about, rows, { origin: deps.origin() });
  } catch (error) {
    const fault = error instanceof Error ? error : new Error("not an error");
    deps.log.error("webhook.fault", { error: fault.name, stack: fault.stack });
    return fault;
  }
}

function later(deps: WebhookSendDeps, { attempts, expiresAt }: ClaimedMessage) {
  const dueAt = nextTry({ now: deps.now(), attempts, expiresAt }, undefined, deps.random);
  return dueAt === undefined
    ? ({ state: "failed", reason: "fault" } as const)
    : ({ state: "retry", reason: "fault", dueAt } as const);
}

function loaded(
  deps: WebhookSendDeps,
  workspaceId: string,
  known: Map<string, Promise<SquadRows | undefined>>,
): Promise<SquadRows | undefined> {
  const since = addDays(iso(deps).slice(0, 10), -7 * weeksBack);
  const rows = squadRows(deps.database, workspaceId, since).then(squadView);
  known.set(workspaceId, rows);
  return rows;
}

function iso({ now }: Pick<WebhookSendDeps, "now">, later = 0): string {
  return new Date(now() + later).toISOString();
}
