import * as z from "zod/mini";
import * as field from "./field.ts";

/**
 * The contract of `POST /api/sync`; the steps are in README.md beside this file and the code cites their numbers.
 * The server refuses above these; a client stays below them by `roundLimits` (limits.ts).
 */
export const maxMutations = 500;
export const maxRequestBytes = 1024 * 1024;
export const maxPageRows = 5000;
export const pageRows = 2000;

export const cursor = z.strictObject({
  epoch: z.string().check(z.maxLength(64)),
  revision: z.int().check(z.minimum(0)),
  tag: z.string().check(z.maxLength(32)),
  catalogVersion: z.int().check(z.minimum(0)),
});
export type Cursor = z.output<typeof cursor>;

/** One queued intent. `at` is the device's claim of when; `seq` counts per device and only diagnoses. */
export const mutationEnvelope = z.strictObject({
  id: field.id,
  seq: z.int().check(z.minimum(0)),
  name: z.string().check(z.maxLength(64)),
  v: z.optional(z.int().check(z.minimum(1))),
  args: z.record(z.string(), z.unknown()),
  at: field.instant,
  /** The member whose database queued it; another one's is refused with `wrong_actor`. */
  actorId: z.optional(field.id),
  baseRevision: z.optional(z.int().check(z.minimum(0))),
  /** Offered again from the journal after a reset: judged at its `at`, without the 14-day limit. */
  healing: z.optional(z.boolean()),
});
export type MutationEnvelope = z.output<typeof mutationEnvelope>;

export const syncRequest = z.strictObject({
  protocol: z.int(),
  deviceId: field.id,
  workspaceId: z.optional(field.id),
  /** The member whose database this is: the actor of every mutation that names none itself. */
  actorId: z.optional(field.id),
  now: field.instant,
  cursor: z.nullable(cursor),
  mutations: z.array(mutationEnvelope).check(z.maxLength(maxMutations)),
  /** Rows wanted in the page; 0 is a pure flush. */
  limit: z.optional(z.int().check(z.minimum(0), z.maximum(maxPageRows))),
  /** Ids in the journal, sent after a reset; the answer's `wanted` names the unknown ones. */
  offer: z.optional(z.array(field.id).check(z.maxLength(5000))),
});
export type SyncRequest = z.output<typeof syncRequest>;

export const mutationResult = z.object({
  id: field.id,
  outcome: z.enum(["applied", "rejected"]),
  code: z.optional(z.string()),
  message: z.optional(z.string()),
  /** The argument a refusal is about. */
  field: z.optional(z.string()),
  revision: z.optional(z.number()),
  flags: z.optional(z.array(z.string())),
});
export type MutationResult = z.output<typeof mutationResult>;

/** A row on the wire. Unknown fields of a body, and unknown kinds, are kept as they came. */
export const wireRow = z.object({
  kind: z.string(),
  id: z.string(),
  revision: z.number(),
  deleted: z.optional(z.boolean()),
  body: z.optional(z.record(z.string(), z.unknown())),
});
export type WireRow = z.output<typeof wireRow>;

export const syncResponse = z.object({
  results: z.array(mutationResult),
  /** The phone's history is not the server's: it forgets its rows, keeps its work, and offers its journal. */
  reset: z.optional(z.enum(["epoch", "ahead", "tag"])),
  wanted: z.optional(z.array(z.string())),
  rows: z.array(wireRow),
  cursor,
  more: z.boolean(),
  now: z.string(),
  /** Not every mutation of the request was judged; the rest is to be sent again after this many seconds. */
  retryAfter: z.optional(z.number()),
});
export type SyncResponse = z.output<typeof syncResponse>;

/** How an error travels, at every door. */
export const errorResponse = z.object({
  error: z.object({ code: z.string(), message: z.string(), field: z.optional(z.string()) }),
  requestId: z.string(),
});
export type ErrorResponse = z.output<typeof errorResponse>;
