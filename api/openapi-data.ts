import * as z from "zod/mini";
import { mappedKinds } from "../shared/sync/mapped-kinds.ts";
import { syncRequest, syncResponse } from "../shared/sync/protocol.ts";
import { mostItems, readingsBody } from "./metrics/ingest-items.ts";
import * as answers from "./openapi-answers.ts";
import type { Operation } from "./openapi-operation.ts";
import { workspace, workspaceWords } from "./openapi-people.ts";
import { asOfQuery, historyQuery } from "./sync/history-routes.ts";
import { after } from "./sync/routes.ts";

/** What is in a workspace, and how it gets there. */
export const dataOperations: Operation[] = [
  {
    ...{ route: "POST /api/v1/metrics/{key}/readings", door: "readings.ingest", group: "Readings" },
    does: "Takes readings of a metric, one or many.",
    more: [
      `At most ${mostItems} in a request, each day and segment once. Everything is judged before anything is stored.`,
      "The token's name is their source: the same day, segment and source again is the same reading, and another value corrects it.",
      "A ratio is sent as 0.45, not 45. `changed` counts what is new or different, so sending again after a lost answer is safe.",
    ].join(" "),
    path: { key: "The metric's key, as its page shows it." },
    body: readingsBody,
    example: [
      { on: "2026-11-22", value: 1840 },
      { on: "2026-11-22", value: 611, segment: "iOS", note: "Store was down until noon." },
    ],
    answer: answers.ingested,
    refuses: ["token_refused", "forbidden", "not_found"],
  },
  {
    ...{ route: "POST /api/sync", door: "sync", group: "Sync" },
    does: "Sends mutations and pulls what is new, in one round.",
    more: "Every change to a workspace is a mutation: its names, arguments and who may are listed below. A mutation's id is its identity, so sending it again is harmless.",
    body: syncRequest,
    answer: syncResponse,
    refuses: ["not_a_member", "protocol_unsupported"],
  },
  {
    ...{ route: "GET /api/live", door: "live", group: "Sync", query: workspace, queryWords: workspaceWords },
    does: "Streams hints that there is something to pull.",
    more: 'Server-sent events: `event: poke`, `data: {"revision": n}`. A lost one costs latency and nothing else.',
    answer: "text/event-stream",
  },
  {
    ...{ route: "GET /api/cycles/{id}/rows", door: "sync", group: "Sync" },
    does: "Brings the rows of one cycle, also of one too old for a pull.",
    path: { id: "The cycle." },
    query: z.extend(workspace, { after: z.optional(after) }),
    queryWords: { ...workspaceWords, after: "The `after` of the page before." },
    answer: answers.cycleRows,
    refuses: ["not_found"],
  },
  {
    ...{ route: "GET /api/history/{kind}/{id}", door: "history", group: "History" },
    does: "Says who made which version of a row, when; the newest first.",
    path: { kind: "A kind, such as `key-result`.", id: "The row, encoded: a reading's id holds slashes." },
    query: z.extend(workspace, historyQuery.shape),
    queryWords: { ...workspaceWords, before: "The last revision of the page before." },
    answer: answers.versions,
    refuses: ["not_found"],
  },
  {
    ...{ route: "GET /api/as-of", door: "history", group: "History" },
    does: "Brings rows as they stood at the end of a day, in the workspace's zone.",
    query: z.extend(workspace, asOfQuery.shape),
    queryWords: {
      ...workspaceWords,
      on: "The day; today stands as it is now.",
      cycle: "Leaves out rows of other cycles.",
      kind: `Kinds, with commas; without it ${mappedKinds.join(", ")}.`,
      after: "The `next` of the page before, as it is.",
    },
    answer: answers.asOf,
    refuses: ["not_found"],
  },
  {
    ...{ route: "GET /healthz", door: "health", group: "Server" },
    does: "Answers while the process lives.",
    answer: answers.health,
  },
  {
    ...{ route: "GET /readyz", door: "health", group: "Server" },
    does: "Answers 200 when database and migrations are ready, else 503 with the reason.",
    answer: answers.ready,
    refuses: ["unavailable"],
  },
  {
    ...{ route: "GET /metrics", door: "metrics", group: "Server" },
    does: "Figures for Prometheus, with the METRICS_TOKEN of the environment as bearer token; without one, 404.",
    answer: "text/plain",
    refuses: ["not_found", "token_refused"],
  },
  {
    ...{ route: "GET /api/openapi.json", door: "docs", group: "Server" },
    does: "This description, for programs (OpenAPI 3.1).",
    answer: z.record(z.string(), z.unknown()),
  },
  {
    ...{ route: "GET /api/docs", door: "docs", group: "Server" },
    does: "This description, for people.",
    answer: "text/html",
  },
];

/** Where the app talks to itself. It may change with any version, so nobody else is told of it. */
export const internalPaths: readonly string[] = [
  "/*",
  "/api/docs/look.css",
  "/api/join/preview",
  "/api/passkeys",
  "/api/devices/link",
  "/api/reminders",
  "/api/sceptic",
  "/api/sceptic-links",
  "/api/report-links",
  "/r",
  "/api/connectors",
  "/api/webhooks",
  "/api/files",
  "/api/mail",
];
