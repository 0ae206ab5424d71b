import type { SavedWebhook, Webhook, WebhookDraft } from "../../shared/channels/webhook.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { isoNow } from "../../shared/time/instant.ts";
import type { Database } from "../db/client.ts";
import { Refused } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Outbound } from "../outbound.ts";
import { spend } from "../people/rate-limit-store.ts";
import type { Revocations } from "../people/revocations.ts";
import type { Membership } from "../people/signed.ts";
import { lastMessages } from "./webhook-ledger-store.ts";
import { type Rights, rightsOf } from "./webhook-rights.ts";
import { masked, type WebhookSeal, type WebhookSecrets } from "./webhook-seal.ts";
import * as store from "./webhook-store.ts";

export interface WebhookDeps {
  database: Database;
  outbound: Outbound;
  seal: WebhookSeal;
  revocations: Revocations;
  /** Milliseconds since 1970. */
  now(): number;
  bytes(count: number): Uint8Array;
  log: Log;
}

const mostWebhooks = 100;
const shownMessages = 10;
const secretPrefix = "nhs_";
/** Tests, saves and switches of a workspace: twenty at once, then one in 3 s. A save looks a typed name up. */
const allowance = { burst: 20, every: 3000 };

/** Those the member may set up, each with its last messages. */
export async function listWebhooks(deps: WebhookDeps, at: Membership): Promise<Webhook[]> {
  const [rights, all] = await Promise.all([
    rightsOf(deps.database, at, isoNow(deps)),
    store.listWebhooks(deps.database, at.workspaceId),
  ]);
  const mine = all.filter((one) => rights.may(one.squadId));
  const ids = mine.map((one) => one.id);
  const sent = await lastMessages(deps.database, ids, shownMessages);
  return mine.map((one) => viewOf(deps, one, sent.get(one.id)));
}

/** Saves a new webhook, or over the one with this id. Refuses what cannot be posted to, and squads of others. */
export async function saveWebhook(
  deps: WebhookDeps,
  at: Membership,
  { url, kind, ...draft }: WebhookDraft,
  id?: string,
): Promise<SavedWebhook> {
  const { database, seal, now, bytes, log } = deps;
  await countTry(deps, at.workspaceId);
  const rights = await rightsOf(database, at, isoNow(deps));
  const before = id === undefined ? undefined : await found(deps, at, id, rights);
  if (draft.squadId !== undefined && !rights.knows(draft.squadId))
    throw new Refused("not_found", { field: "squadId" });
  if (!rights.may(draft.squadId)) throw new Refused("forbidden", { field: "squadId" });
  // A squad's PM decides what of the squad goes outside; the report is the whole company's.
  if (draft.says.includes("report") && !rights.may(undefined))
    throw new Refused("forbidden", { field: "says" });
  if (before !== undefined && before.kind !== kind) throw new Refused("invalid_request", { field: "kind" });
  if (before === undefined) await leaveRoom(deps, at.workspaceId);
  const kept = before && seal.open(before.id, before.sealed);
  const secrets = secretsOf({ url, kind }, kept, bytes);
  if ((await deps.outbound.refusal(secrets.url)) !== undefined)
    throw new Refused("address_refused", { field: "url" });
  const { workspaceId, memberId } = at;
  const newId = before?.id ?? uuidv7(now(), bytes(10));
  const since = before?.state === "on" ? before.since : isoNow(deps);
  if (before?.state === "off") deps.revocations.append(isoNow(deps), "webhook-on", [newId]);
  const same = kept?.url === secrets.url && kept.secret === secrets.secret;
  const addressMark = same && before !== undefined ? before.addressMark : renewMark(deps, newId);
  if (before !== undefined) keepScope(deps, before, draft);
  await store.saveWebhook(
    database,
    {
      ...{ ...draft, id: newId, kind, workspaceId, memberId, since },
      ...{ sealed: seal.close(newId, secrets), addressMark },
    },
    isoNow(deps),
  );
  log.info("webhook.saved", { webhookId: newId, workspaceId, memberId });
  const shown = await one(deps, at, newId, rights);
  return secrets.secret === kept?.secret ? shown : { ...shown, secret: secrets.secret };
}

export async function switchWebhook(
  deps: WebhookDeps,
  at: Membership,
  id: string,
  on: boolean,
): Promise<Webhook> {
  await countTry(deps, at.workspaceId);
  const rights = await rightsOf(deps.database, at, isoNow(deps));
  const { id: known } = await found(deps, at, id, rights);
  deps.revocations.append(isoNow(deps), on ? "webhook-on" : "webhook-off", [known]);
  if (on) await store.switchOn(deps.database, known, at.memberId, isoNow(deps));
  else await store.switchOff(deps.database, known);
  deps.log.info(on ? "webhook.on" : "webhook.off", { webhookId: known, workspaceId: at.workspaceId });
  return one(deps, at, known, rights);
}

/** A new secret for a program; what was signed with the old one is refused there until it is told. */
export async function renewSecret(deps: WebhookDeps, at: Membership, id: string): Promise<SavedWebhook> {
  const rights = await rightsOf(deps.database, at, isoNow(deps));
  const before = await found(deps, at, id, rights);
  const kept = deps.seal.open(before.id, before.sealed);
  if (before.kind !== "generic" || kept === undefined) throw new Refused("not_found");
  const secret = mintSecret(deps.bytes);
  const sealed = deps.seal.close(before.id, { ...kept, secret });
  await store.reseal(deps.database, before.id, sealed, renewMark(deps, before.id));
  deps.log.info("webhook.secret_renewed", { webhookId: before.id, workspaceId: at.workspaceId });
  return { ...(await one(deps, at, before.id, rights)), secret };
}

export async function removeWebhook(deps: WebhookDeps, at: Membership, id: string): Promise<void> {
  const rights = await rightsOf(deps.database, at, isoNow(deps));
  const { id: known } = await found(deps, at, id, rights);
  deps.revocations.append(isoNow(deps), "webhook", [known]);
  await store.deleteWebhook(deps.database, known);
  deps.log.info("webhook.removed", { webhookId: known, workspaceId: at.workspaceId });
}

/** The webhook, for whoever may set it up; anybody else is told that there is none. Refuses `rate_limited` too. */
export async function forTest(deps: WebhookDeps, at: Membership, id: string): Promise<store.StoredWebhook> {
  await countTry(deps, at.workspaceId);
  return found(deps, at, id, await rightsOf(deps.database, at, isoNow(deps)));
}

/** The address that was typed, else the one that is kept. A program gets a secret, and with another host a new one. */
function secretsOf(
  { url: typed, kind }: Pick<WebhookDraft, "url" | "kind">,
  kept: WebhookSecrets | undefined,
  bytes: WebhookDeps["bytes"],
): WebhookSecrets {
  const url = typed ?? kept?.url;
  if (url === undefined) throw new Refused("invalid_request", { field: "url" });
  if (kind !== "generic") return { url };
  const stays = kept?.secret !== undefined && originOf(kept.url) === originOf(url);
  return { url, secret: stays ? kept.secret : mintSecret(bytes) };
}

/** Kept beside the database too: a restore must not post to an address, nor sign with a secret, that was replaced. */
function renewMark(deps: WebhookDeps, id: string): string {
  const mark = Buffer.from(deps.bytes(9)).toString("base64url");
  deps.revocations.append(isoNow(deps), "webhook-address", [JSON.stringify([id, mark])]);
  return mark;
}

/** The same of what it hears of: a restore must tell it of nothing that was taken from it. */
function keepScope(
  deps: WebhookDeps,
  before: store.StoredWebhook,
  { squadId, says }: Pick<WebhookDraft, "squadId" | "says">,
): void {
  const same = before.squadId === squadId && before.says.length === says.length;
  if (same && says.every((one) => before.says.includes(one))) return;
  const scope = JSON.stringify([before.id, squadId ?? null, says]);
  deps.revocations.append(isoNow(deps), "webhook-scope", [scope]);
}

function mintSecret(bytes: WebhookDeps["bytes"]): string {
  return `${secretPrefix}${Buffer.from(bytes(24)).toString("base64url")}`;
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

async function found(deps: WebhookDeps, { workspaceId }: Membership, id: string, rights: Rights) {
  const stored = await store.findWebhook(deps.database, workspaceId, id);
  if (stored === undefined || !rights.may(stored.squadId)) throw new Refused("not_found");
  return stored;
}

async function one(deps: WebhookDeps, at: Membership, id: string, rights: Rights): Promise<Webhook> {
  const stored = await found(deps, at, id, rights);
  return viewOf(deps, stored, (await lastMessages(deps.database, [id], shownMessages)).get(id));
}

async function countTry({ database, now, log }: WebhookDeps, workspaceId: string): Promise<void> {
  const wait = await spend(database, [{ key: `webhook ${workspaceId}`, ...allowance }], now());
  if (wait === 0) return;
  log.warn("limit.hit", { door: "webhooks", workspaceId });
  throw new Refused("rate_limited", { retryAfter: Math.ceil(wait / 1000) });
}

async function leaveRoom({ database }: WebhookDeps, workspaceId: string): Promise<void> {
  const all = await store.listWebhooks(database, workspaceId);
  if (all.length >= mostWebhooks) throw new Refused("rate_limited");
}

function viewOf({ seal }: WebhookDeps, stored: store.StoredWebhook, sent: Webhook["sent"] = []): Webhook {
  const { sealed, workspaceId: _workspace, since: _since, addressMark: _mark, ...shown } = stored;
  const secrets = seal.open(stored.id, sealed);
  return { ...shown, address: secrets === undefined ? "" : masked(secrets.url), sent };
}
