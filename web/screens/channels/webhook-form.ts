import {
  type Topic,
  topics,
  type Webhook,
  type WebhookDraft,
  type WebhookKind,
} from "../../../shared/channels/webhook.ts";

/** A webhook as it is typed; "" is "not yet", and as a squad every squad. */
export interface WebhookTyped {
  name: string;
  kind: WebhookKind;
  squadId: string;
  says: readonly Topic[];
}

export type Mistakes = Partial<Record<"name" | "url" | "says" | "squadId", string>>;

export function typedOf(before: Webhook | undefined, squadId: string): WebhookTyped {
  if (before === undefined) return { name: "", kind: "slack", squadId, says: ["digest", "focus", "misses"] };
  const { name, kind, says } = before;
  return { name, kind, says, squadId: before.squadId ?? "" };
}

/** What must be put right before it can be saved, each with the way to do so. */
export function mistakesIn({ name, says }: WebhookTyped, url: string, before: Webhook | undefined): Mistakes {
  const mistakes: Mistakes = {};
  if (name.trim() === "") mistakes.name = "Give it a name, such as the channel’s.";
  if (says.length === 0) mistakes.says = "Choose one thing or more.";
  if (url.trim() === "" && (before === undefined || before.address === ""))
    mistakes.url = "Paste the address it is posted to.";
  else if (url.trim() !== "" && !/^https?:\/\/./.test(url.trim()))
    mistakes.url = "This is no address. One begins with https://.";
  return mistakes;
}

/** The address is left out while it is the one that is kept. */
export function draftOf({ name, kind, squadId, says }: WebhookTyped, url: string): WebhookDraft {
  return {
    ...{ name: name.trim(), kind, says: topics.filter((one) => says.includes(one)) },
    ...(squadId === "" ? {} : { squadId }),
    ...(url.trim() === "" ? {} : { url: url.trim() }),
  };
}
