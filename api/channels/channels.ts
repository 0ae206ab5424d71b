import { iso } from "../../shared/time/instant.ts";
import type { Database } from "../db/client.ts";
import type { Env } from "../env.ts";
import type { Log } from "../log.ts";
import type { Outbound } from "../outbound.ts";
import type { PeopleDeps } from "../people/people-deps.ts";
import type { Revocations } from "../people/revocations.ts";
import type { Recheck } from "../push/deliver.ts";
import type { Recurring } from "../reminders/schedule.ts";
import { createMailOut, type MailOut } from "./mail-out.ts";
import { sendDueMail } from "./mail-send.ts";
import { createMailServer } from "./mail-server.ts";
import type { MailboxDeps } from "./mailbox.ts";
import { createReportMailPlanner } from "./report-mail-plan.ts";
import { unsubscribeTokens } from "./unsubscribe-token.ts";
import { forgetMessagesBefore } from "./webhook-ledger-store.ts";
import { createWebhookPlanner } from "./webhook-plan.ts";
import { webhookSeal } from "./webhook-seal.ts";
import { sendDueMessages, type WebhookSendDeps } from "./webhook-send.ts";

export interface ChannelsDeps {
  database: Database;
  outbound: Outbound;
  revocations: Revocations;
  now(): number;
  bytes(count: number): Uint8Array;
  /** 0 ≤ random() < 1, for jitter. */
  random(): number;
  /** The origin people use. */
  origin(): string;
  log: Log;
  /** 32 bytes that only this server, and those that share its database, have. */
  key: Uint8Array;
  /** Absent: nothing goes by e-mail. */
  mail: Env["mail"];
}

/** What the channels' routes are made of. */
export interface ChannelRoutesDeps {
  webhooks: WebhookSendDeps;
  mailbox: MailboxDeps;
  people: PeopleDeps;
}

/** Ways out beside push: webhooks, e-mail. What the schedule runs, what the routes ask, and how it ends. */
export interface Channels {
  mailOut: MailOut;
  routes: Omit<ChannelRoutesDeps, "people">;
  /** `recheck`: whether a reminder whose e-mail did not get through is still worth it. */
  work(
    recheck: Recheck,
  ): Pick<Recurring, "planWebhooks" | "tellWebhooks" | "planReports" | "sendDueMail" | "forgetOldMessages">;
  close(): void;
}

const keptFor = 180 * 86_400_000;

export function createChannels(deps: ChannelsDeps): Channels {
  const { database, revocations, now, bytes, random, origin, log, key, mail } = deps;
  const webhooks: WebhookSendDeps = { ...deps, seal: webhookSeal(key, bytes) };
  const server = mail && createMailServer(mail, { host: () => new URL(origin()).hostname });
  const mailing = { database, revocations, tokens: unsubscribeTokens(key), now, bytes, random, origin, log };
  return {
    mailOut: createMailOut({ database, on: mail !== undefined }),
    routes: { webhooks, mailbox: server === undefined ? mailing : { ...mailing, server } },
    work: (recheck) => ({
      planWebhooks: createWebhookPlanner({ database, now, bytes }),
      tellWebhooks: () => sendDueMessages(webhooks),
      planReports:
        mail === undefined ? async () => {} : createReportMailPlanner({ database, revocations, now, bytes }),
      sendDueMail: async () => server && sendDueMail({ ...mailing, server, recheck }),
      forgetOldMessages: () => forgetMessagesBefore(database, iso(now() - keptFor)),
    }),
    close: () => server?.close(),
  };
}
