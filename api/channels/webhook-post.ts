import { createHmac } from "node:crypto";
import { type GenericBody, genericHeaders, genericOf } from "../../shared/channels/generic.ts";
import type { Saying } from "../../shared/channels/saying.ts";
import { slackBody } from "../../shared/channels/slack.ts";
import { teamsBody } from "../../shared/channels/teams.ts";
import type { WebhookKind } from "../../shared/channels/webhook.ts";
import type { OutboundRequest } from "../outbound.ts";
import type { WebhookSecrets } from "./webhook-seal.ts";

/** What is posted: the saying in the form its receiver expects; to a program with a signature over time and body. */
export function postOf(
  kind: WebhookKind,
  saying: Saying,
  about: Pick<GenericBody, "id" | "at" | "workspace" | "squad">,
  { url, secret }: WebhookSecrets,
  now: number,
): OutboundRequest {
  const type = { "content-type": "application/json; charset=utf-8" };
  if (kind !== "generic") {
    const body = JSON.stringify(kind === "slack" ? slackBody(saying) : teamsBody(saying));
    return { url, headers: type, body, headOnly: true };
  }
  const body = JSON.stringify(genericOf(saying, about));
  const timestamp = String(Math.floor(now / 1000));
  const headers = {
    ...type,
    [genericHeaders.id]: about.id,
    [genericHeaders.timestamp]: timestamp,
    [genericHeaders.signature]: `v1=${signatureOf(secret ?? "", timestamp, body)}`,
  };
  return { url, headers, body, headOnly: true };
}

/** HMAC-SHA256 of `${timestamp}.${body}` with the secret as it was shown, in hexadecimal. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
}
