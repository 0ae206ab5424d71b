import type { Feed, MadeFeed } from "../../shared/channels/feed.ts";
import type { MailGroup } from "../../shared/channels/mail.ts";
import type { MailState, MailTested } from "../../shared/channels/mailbox.ts";
import type { SavedWebhook, Tested, Webhook, WebhookDraft } from "../../shared/channels/webhook.ts";
import { call } from "../api-client.ts";
import { here } from "./api.ts";
import { serverSave } from "./server-save.ts";

/** Ways out beside push: online only. Each answers data or throws ApiError. */
const hook = (id: string, rest = "") => `/api/webhooks/${encodeURIComponent(id)}${rest}?${here()}`;
/** A receiver may take its seven seconds. */
const patience = 20_000;

export const webhooks = async () =>
  (await call<{ webhooks: Webhook[] }>("GET", `/api/webhooks?${here()}`)).webhooks;
export const testWebhook = (id: string) => call<Tested>("POST", hook(id, "/test"), undefined, patience);
export const switchWebhook = (id: string, on: boolean) =>
  call<Webhook>("POST", hook(id, on ? "/on" : "/off"));
export const renewSecret = (id: string) => call<SavedWebhook>("POST", hook(id, "/secret"));
export const removeWebhook = (id: string) => call<void>("DELETE", hook(id));

/** Saves a new webhook, or over the one with this id. */
export const saveWebhook = (draft: WebhookDraft, id?: string) =>
  serverSave(
    id === undefined
      ? call<SavedWebhook>("POST", `/api/webhooks?${here()}`, draft)
      : call<SavedWebhook>("PUT", hook(id), draft),
  );

export const mailState = () => call<MailState>("GET", `/api/mail?${here()}`);
export const setSubscribed = (group: MailGroup, subscribed: boolean) =>
  call<MailState>("PUT", `/api/mail?${here()}`, { group, subscribed });
export const testMail = () => call<MailTested>("POST", `/api/mail/test?${here()}`, undefined, 60_000);

export const calendarFeed = () => call<Feed>("GET", `/api/calendar?${here()}`);
export const makeCalendar = () => call<MadeFeed>("POST", `/api/calendar?${here()}`);
export const endCalendar = () => call<void>("DELETE", `/api/calendar?${here()}`);
