import type { Saying } from "../../shared/channels/saying.ts";
import type { Tested } from "../../shared/channels/webhook.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { iso } from "../../shared/time/instant.ts";
import { localDate } from "../../shared/time/local-date.ts";
import { findWorkspace } from "../people/member-store.ts";
import type { Membership } from "../people/signed.ts";
import { insertClaimed, type WebhookPlan } from "./webhook-message-store.ts";
import { settle, tell, type WebhookSendDeps } from "./webhook-send.ts";
import { forTest } from "./webhooks.ts";

const life = 60_000;

/** Posts a message of no consequence now, and waits for what comes of it. It stands in the ledger like any other. */
export async function testWebhook(deps: WebhookSendDeps, at: Membership, id: string): Promise<Tested> {
  const webhook = await forTest(deps, at, id);
  const now = iso(deps.now());
  const token = Buffer.from(deps.bytes(12)).toString("base64url");
  const { id: workspaceId, name, zone } = (await findWorkspace(deps.database, at.workspaceId))!;
  const messageId = uuidv7(deps.now(), deps.bytes(10));
  const ends = iso(deps.now() + life);
  const message: WebhookPlan = {
    ...{ id: messageId, webhookId: webhook.id, says: "test", subjectId: messageId },
    ...{ occurrenceOn: localDate(now, zone), plannedFor: now, expiresAt: ends },
  };
  await deps.database.write([insertClaimed(message, token, ends)]);
  const about = { id: messageId, at: now, workspace: { id: workspaceId, name } };
  const tried = await tell(deps, webhook, {
    ...{ id: messageId, webhookId: webhook.id, attempts: 1, expiresAt: now },
    ...{ saying: testSaying(webhook.name, deps.origin()), about },
  });
  if (tried === undefined) return { failure: { code: "source_unreachable", why: "stopped" } };
  await settle(deps, tried, token);
  return tried.failure === undefined ? {} : { failure: tried.failure };
}

function testSaying(name: string, origin: string): Saying {
  return {
    says: "test",
    title: "Northing reaches this channel",
    parts: [{ lines: [`What “${name}” is told will look like this.`] }],
    link: { label: "Open Northing", url: `${origin}/me/webhooks` },
  };
}
