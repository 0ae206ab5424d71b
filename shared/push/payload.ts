import * as z from "zod/mini";

/** The number that marks a declarative web push message. */
export const declarative = 8030;

export interface PushAction {
  action: string;
  title: string;
  /** An absolute URL that does the same as the button, for phones without buttons. */
  navigate: string;
}

/** What a push message says and where it leads. */
export interface PushMessage {
  title: string;
  body: string;
  /** Where a tap leads: an absolute URL of this app. */
  navigate: string;
  /** A later message with the same tag takes the place of the earlier one. */
  tag: string;
  /** What the person owes: the number on the app's icon; absent where the message says nothing of it. */
  badge?: number;
  lang: string;
  actions: PushAction[];
  /** The delivery's id and the secret that lets a worker without a session report on it. */
  data: { id: string; secret: string };
}

/** What a worker shows; every part but the title may be missing from a message somebody else wrote. */
export interface ShownMessage {
  title: string;
  body?: string;
  navigate?: string;
  tag?: string;
  badge?: number;
  lang?: string;
  actions: PushAction[];
  data?: { id: string; secret: string };
}

/** What stands on the screen when a message says nothing that can be read. */
export const fallbackMessage: ShownMessage = {
  title: "Northing",
  body: "Open the app to see what is due.",
  tag: "northing",
  navigate: "/",
  actions: [],
};

/**
 * The message as it travels. Readers disagree on where the badge stands, so it is sent twice; `mutable` lets a worker
 * report that it was shown, and where the worker fails the browser shows the original.
 */
export function encodeMessage(message: PushMessage): string {
  const { badge, ...notification } = message;
  const counted = badge === undefined ? {} : { app_badge: String(badge) };
  return JSON.stringify({
    web_push: declarative,
    notification: { ...notification, ...counted },
    ...(badge === undefined ? {} : { app_badge: badge }),
    mutable: true,
  });
}

const text = z.string().check(z.minLength(1), z.maxLength(1000));
const parts = {
  body: text,
  navigate: text,
  tag: text,
  lang: text,
  data: z.object({ id: text, secret: text }),
};
const action = z.object({ action: text, title: text, navigate: text });
const badge = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(9999));

/** Reads a message's text, whoever wrote it. Never throws: what cannot be read becomes the fallback. */
export function decodeMessage(raw: string | null | undefined): ShownMessage {
  const message = parseObject(raw);
  const inner = message.web_push === declarative ? asObject(message.notification) : message;
  return messageFrom(inner, message.app_badge ?? inner.app_badge);
}

/** A message from parts of unknown origin: each is taken when it is sound and left out when it is not. */
export function messageFrom(from: Record<string, unknown>, appBadge?: unknown): ShownMessage {
  const title = text.safeParse(from.title);
  if (!title.success) return fallbackMessage;
  const shown: ShownMessage = { title: title.data, actions: [] };
  for (const [name, schema] of Object.entries(parts)) {
    const part = schema.safeParse(from[name]);
    if (part.success) Object.assign(shown, { [name]: part.data });
  }
  const listed = Array.isArray(from.actions) ? from.actions : [];
  for (const one of listed.slice(0, 2)) {
    const parsed = action.safeParse(one);
    if (parsed.success) shown.actions.push(parsed.data);
  }
  if (typeof appBadge === "number" || typeof appBadge === "string") {
    const count = badge.safeParse(appBadge);
    if (count.success) shown.badge = count.data;
  }
  return shown;
}

function parseObject(raw: string | null | undefined): Record<string, unknown> {
  try {
    return asObject(JSON.parse(raw ?? "null"));
  } catch {
    return {};
  }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
