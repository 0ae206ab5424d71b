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

/** Reads a message's text, whoever wrote it. Never throws: what cannot be read becomes the fallback. */
export function decodeMessage(raw: string | null | undefined): ShownMessage {
  const message = parseObject(raw);
  const inner = message.web_push === declarative ? asObject(message.notification) : message;
  return messageFrom(inner, message.app_badge ?? inner.app_badge);
}

/**
 * A message from parts of unknown origin: each is taken when it is sound and left out when it is not. Read by hand,
 * because the worker reads it and carries no parser.
 */
export function messageFrom(from: Record<string, unknown>, appBadge?: unknown): ShownMessage {
  const { title, body, navigate, tag, lang } = from;
  if (!isText(title)) return fallbackMessage;
  const { id, secret } = asObject(from.data);
  const badge = badgeFrom(appBadge);
  return {
    title,
    ...(isText(body) && { body }),
    ...(isText(navigate) && { navigate }),
    ...(isText(tag) && { tag }),
    ...(isText(lang) && { lang }),
    ...(isText(id) && isText(secret) && { data: { id, secret } }),
    actions: actionsFrom(from.actions),
    ...(badge !== undefined && { badge }),
  };
}

function actionsFrom(listed: unknown): PushAction[] {
  return (Array.isArray(listed) ? listed.slice(0, 2) : []).flatMap((one: unknown) => {
    const { action, title, navigate } = asObject(one);
    return isText(action) && isText(title) && isText(navigate) ? [{ action, title, navigate }] : [];
  });
}

function badgeFrom(said: unknown): number | undefined {
  if (typeof said !== "number" && typeof said !== "string") return undefined;
  const count = Number(said);
  return Number.isInteger(count) && count >= 0 && count <= 9999 ? count : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= 1000;
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
