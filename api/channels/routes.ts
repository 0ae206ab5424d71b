import { Hono } from "hono";
import type { AppContext } from "../people/session.ts";
import { calendarRoutes } from "./calendar-routes.ts";
import type { ChannelRoutesDeps } from "./channels.ts";
import { mailRoutes } from "./mail-routes.ts";
import { webhookRoutes } from "./webhook-routes.ts";

/** Ways out beside push. */
export function channelRoutes({ webhooks, mailbox, people }: ChannelRoutesDeps) {
  return new Hono<AppContext>()
    .route("/", webhookRoutes(webhooks))
    .route("/", mailRoutes(mailbox))
    .route("/", calendarRoutes(people));
}
