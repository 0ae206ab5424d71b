import * as z from "zod/mini";
import { createSealFor, type Seal } from "../seal.ts";

/** What of a webhook nobody gets to see again. `secret`: what messages to a program are signed with. */
const secrets = z.strictObject({ url: z.string(), secret: z.optional(z.string()) });
export type WebhookSecrets = z.output<typeof secrets>;
export type WebhookSeal = Seal<WebhookSecrets>;

export function webhookSeal(key: Uint8Array, bytes: (count: number) => Uint8Array): WebhookSeal {
  return createSealFor("webhook", (value) => secrets.parse(value), { key, bytes });
}

const shownEnd = 4;
/** Of a path this short the end would be most of it. */
const shortest = 12;

/** What of an address anybody may see: its host, and as much of its end as tells two of them apart. */
export function masked(url: string): string {
  const { host, href, origin } = new URL(url);
  const rest = href.slice(origin.length);
  return `${host}/…${rest.length >= shortest ? rest.slice(-shownEnd) : ""}`;
}
