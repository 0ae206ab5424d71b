import * as z from "zod/mini";
import { role } from "../shared/people/role.ts";
import * as field from "../shared/sync/field.ts";
import { wireRow } from "../shared/sync/protocol.ts";

/** What routes answer that have no schema of their own in shared/; held to the truth by test/api/openapi.test.ts. */

const named = z.strictObject({ id: field.id, name: z.string() });

export const health = z.strictObject({ status: z.literal("ok"), version: z.string() });
export const ready = z.strictObject({ status: z.literal("ready") });

export const joined = z.strictObject({
  member: z.strictObject({ ...named.shape, role }),
  workspace: named,
  device: named,
  person: z.strictObject({ id: field.id }),
});

export const me = z.strictObject({
  person: named,
  device: named,
  workspaces: z.array(z.strictObject({ ...named.shape, memberId: field.id, role })),
});

export const devices = z.strictObject({
  devices: z.array(
    z.strictObject({
      ...{ ...named.shape, createdAt: field.instant, lastSeenAt: field.instant, current: z.boolean() },
    }),
  ),
});

const inviteTerms = {
  role,
  squadId: z.optional(field.id),
  as: z.optional(z.enum(["pm", "member"])),
  name: z.optional(z.string()),
  email: z.optional(z.string()),
};
export const invites = z.strictObject({
  invites: z.array(
    z.strictObject({ id: field.id, createdAt: field.instant, expiresAt: field.instant, ...inviteTerms }),
  ),
});
export const madeLink = z.strictObject({ id: field.id, url: z.string(), expiresAt: field.instant });

const token = z.strictObject({
  ...named.shape,
  memberId: field.id,
  hint: z.string(),
  scopes: z.array(z.enum(["readings.write"])),
  metricIds: z.nullable(z.array(field.id)),
  createdAt: field.instant,
  expiresAt: z.nullable(field.instant),
  lastUsedAt: z.nullable(field.instant),
});
export const tokens = z.strictObject({ tokens: z.array(token) });
export const madeToken = z.extend(token, { secret: z.string() });

export const ingested = z.strictObject({
  accepted: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  warnings: z.optional(z.array(z.strictObject({ code: z.enum(["percent_suspected"]), message: z.string() }))),
});

export const versions = z.strictObject({
  versions: z.array(
    z.strictObject({
      ...{ revision: z.int(), at: field.instant, actorId: field.id, deleted: z.boolean() },
      body: z.nullable(z.record(z.string(), z.unknown())),
    }),
  ),
  more: z.boolean(),
});

export const asOf = z.strictObject({
  on: field.day,
  revision: z.int(),
  rows: z.array(wireRow),
  next: z.optional(z.string()),
});

export const cycleRows = z.strictObject({ rows: z.array(wireRow), after: z.int(), more: z.boolean() });

export const pushKey = z.strictObject({ key: z.string() });
export const pushState = z.strictObject({ state: z.enum(["on", "gone", "none"]) });
export const nothing = z.strictObject({});
