import * as z from "zod/mini";
import * as field from "../sync/field.ts";

/** What an export of a whole workspace calls itself. */
export const exportFormat = "northing-export";
export const exportVersion = 1;

const place = z.int().check(z.minimum(1));

/** The frame of an export; the bodies of its rows are judged kind by kind. */
export const exportFile = z.strictObject({
  format: z.literal(exportFormat),
  version: z.literal(exportVersion),
  catalogVersion: z.int().check(z.minimum(1)),
  workspaceId: field.id,
  revision: z.int().check(z.minimum(0)),
  revisions: z.array(z.tuple([place, field.instant, z.string()])),
  versions: z.array(
    z.strictObject({
      kind: z.string(),
      id: field.rowId,
      revision: place,
      deleted: z.optional(z.literal(true)),
      body: z.optional(z.record(z.string(), z.unknown())),
    }),
  ),
  mutations: z.array(
    z.tuple([
      ...([
        z.string(),
        z.string(),
        z.string(),
        z.string(),
        z.int(),
        z.enum(["applied", "rejected"]),
      ] as const),
      ...([z.nullable(z.string()), z.nullable(z.string()), z.nullable(z.string())] as const),
      ...([z.string(), z.string()] as const),
    ]),
  ),
  /** Bodies of attachments, by id, as base64; missing in exports of before there were any. */
  files: z.optional(z.array(z.tuple([field.id, z.string()]))),
});
export type ExportFile = z.output<typeof exportFile>;
