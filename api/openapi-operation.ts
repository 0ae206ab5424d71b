import type * as z from "zod/mini";
import type { Door } from "../shared/people/policy.ts";
import type { RequestCode } from "../shared/sync/codes.ts";

/** One route as the outside reads it. */
export interface Operation {
  /** "POST /api/sync"; a part of the path that varies stands in braces. */
  route: string;
  door: Door;
  /** The heading it stands under. */
  group: string;
  /** What it does, in one sentence. */
  does: string;
  /** What one has to know besides. */
  more?: string;
  /** What each part in braces is. */
  path?: Record<string, string>;
  query?: z.ZodMiniObject;
  /** What each field of the query is. */
  queryWords?: Record<string, string>;
  body?: z.ZodMiniType;
  /** Another type the body may have. */
  alsoSent?: string;
  /** A body as it may be sent. */
  example?: unknown;
  /** What comes back with 200, or the type of what is no JSON; absent: nothing, with 204. */
  answer?: z.ZodMiniType | string;
  /** When it answers 202 instead. */
  later?: string;
  /** Reasons of its own to refuse, beside those every route has. */
  refuses?: readonly RequestCode[];
}
