import { Hono, type MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { ChannelRoutesDeps } from "./channels/channels.ts";
import { unsubscribeRoutes } from "./channels/mail-routes.ts";
import { channelRoutes } from "./channels/routes.ts";
import type { Env } from "./env.ts";
import { answerErrors, errorOf, Refused, refusal } from "./errors.ts";
import { exportRoutes } from "./exports/routes.ts";
import { fileRoutes } from "./files/routes.ts";
import { healthRoutes, type Readiness } from "./health-routes.ts";
import type { Imports } from "./imports/imports.ts";
import { importRoutes } from "./imports/routes.ts";
import type { Log } from "./log.ts";
import { connectorRoutes } from "./metrics/connector-routes.ts";
import type { ConnectorDeps } from "./metrics/connectors.ts";
import { ingestRoutes } from "./metrics/ingest-routes.ts";
import { scepticRoutes } from "./metrics/sceptic-routes.ts";
import { openapiRoutes } from "./openapi-routes.ts";
import type { Metrics } from "./operator/metrics.ts";
import { metricsRoutes } from "./operator/metrics-routes.ts";
import type { Observed } from "./operator/observed.ts";
import { callerOf, isTrusted, trustedProxies } from "./people/address.ts";
import { apiTokenRoutes } from "./people/api-token-routes.ts";
import { findSession, prolong } from "./people/devices.ts";
import { inviteRoutes } from "./people/invite-routes.ts";
import { joinRoutes } from "./people/join-routes.ts";
import { passkeyRoutes } from "./people/passkey-routes.ts";
import type { PeopleDeps } from "./people/people-deps.ts";
import { peopleRoutes } from "./people/routes.ts";
import { type AppContext, sameOrigin, session } from "./people/session.ts";
import { pushRoutes } from "./push/routes.ts";
import type { Reminders } from "./reminders/reminders.ts";
import { reminderRoutes } from "./reminders/routes.ts";
import { reportLinkRoutes, reportPageRoutes } from "./reviews/report-routes.ts";
import { securityHeaders } from "./security-headers.ts";
import { historyRoutes } from "./sync/history-routes.ts";
import { type SyncRoutesDeps, syncRoutes } from "./sync/routes.ts";
import { webRoutes } from "./web-routes.ts";

export interface AppDeps {
  env: Pick<Env, "TRUST_PROXY" | "mail" | "METRICS_TOKEN">;
  log: Log;
  now(): number;
  bytes(count: number): Uint8Array;
  /** The origin people use. */
  origin(): string;
  people: PeopleDeps;
  reminders: Pick<Reminders, "push" | "reports">;
  sync: SyncRoutesDeps;
  connectors: ConnectorDeps;
  imports: Imports;
  channels: Omit<ChannelRoutesDeps, "people">;
  readiness: Readiness;
  metrics: Metrics;
  observed: Observed;
  /** The built web app; absent where something else serves it. */
  webRoot?: string | undefined;
}

/** The whole server as one function of requests; starts nothing. One line a feature. */
export function createApp(deps: AppDeps): Hono<AppContext> {
  const api = new Hono<AppContext>()
    .use(neverStored())
    .route("/", ingestRoutes(deps.people, deps.sync.sync))
    .route("/", unsubscribeRoutes(deps.channels.mailbox))
    .use(session(sessionDeps(deps)), sameOrigin())
    .route("/", joinRoutes(deps.people))
    .route("/", peopleRoutes(deps.people))
    .route("/", inviteRoutes(deps.people))
    .route("/", apiTokenRoutes(deps.people))
    .route("/", passkeyRoutes(deps.people))
    .route("/", scepticRoutes(deps.people))
    .route("/", reportLinkRoutes(deps.people))
    .route("/", syncRoutes(deps.sync))
    .route("/", historyRoutes(deps.people))
    .route("/", openapiRoutes(deps.origin))
    .route("/", pushRoutes(deps.reminders.push))
    .route("/", reminderRoutes({ ...deps.reminders.reports, mail: deps.env.mail !== undefined }))
    .route("/", connectorRoutes(deps.connectors))
    .route("/", importRoutes(deps.imports))
    .route("/", channelRoutes({ ...deps.channels, people: deps.people }))
    .route("/", exportRoutes(deps.people))
    .route("/", fileRoutes(deps.people))
    .all("*", () => {
      throw new Refused("not_found");
    });

  const app = new Hono<AppContext>();
  app.onError(answerErrors(deps.log));
  app.notFound((c) => refusal(c, new Refused("not_found")));
  const metrics = metricsRoutes({ metrics: deps.metrics, token: deps.env.METRICS_TOKEN });
  app.use(frame(deps)).route("/", healthRoutes(deps.readiness)).route("/", metrics).route("/api", api);
  app.route("/", reportPageRoutes(deps.people));
  if (deps.webRoot !== undefined) app.route("/", webRoutes(deps.webRoot));
  return app;
}

function sessionDeps({ origin, people }: AppDeps) {
  return {
    origin,
    findSession: (token: string) => findSession(people, token),
    prolong: (signed: Parameters<typeof prolong>[1]) => prolong(people, signed),
  };
}

/** Around everything: an id, the caller's address, the security headers, and one log line that names no secret. */
function frame(deps: AppDeps): MiddlewareHandler<AppContext> {
  const trusted = trustedProxies(deps.env.TRUST_PROXY);
  const answerError = answerErrors(deps.log);
  return async (c, next) => {
    const started = deps.now();
    const requestId = Buffer.from(deps.bytes(12)).toString("base64url");
    const socket = c.env?.incoming?.socket.remoteAddress ?? "unknown";
    c.set("requestId", requestId);
    c.set("address", callerOf(socket, c.req.header("x-forwarded-for"), trusted));
    const insecure =
      deps.origin().startsWith("https:") &&
      c.req.header("x-forwarded-proto") === "http" &&
      isTrusted(socket, trusted);
    try {
      if (insecure && c.req.path.startsWith("/api/")) throw new Refused("https_required");
      if (insecure) c.res = c.redirect(`${deps.origin()}${c.req.path}`, 308);
      else await next();
    } catch (error) {
      // Not every error reaches onError inside; whatever does not must not get past the headers.
      c.res = await answerError(errorOf(error), c);
    }
    // A page that brings a policy of its own keeps it.
    for (const [name, value] of Object.entries(securityHeaders(deps.origin())))
      if (name !== "Content-Security-Policy" || !c.res.headers.has(name)) c.res.headers.set(name, value);
    c.res.headers.set("X-Request-Id", requestId);
    const route = matchedRoutes(c).findLast((one) => one.method !== "ALL")?.path ?? "none";
    const facts = { requestId, method: c.req.method, route, status: c.res.status, ms: deps.now() - started };
    if (route === "/api/sync") deps.observed.synced(c.res.status);
    if (route === "/*") deps.log.debug("request", facts);
    else deps.log.info("request", { ...facts, deviceId: c.get("actor")?.deviceId });
  };
}

function neverStored(): MiddlewareHandler<AppContext> {
  return async (c, next) => {
    await next();
    c.res.headers.set("Cache-Control", "no-store");
  };
}
