import { Hono } from "hono";
import { compress } from "hono/compress";
import * as z from "zod/mini";
import type { Kind } from "../../shared/sync/catalog.ts";
import * as field from "../../shared/sync/field.ts";
import { kinds } from "../../shared/sync/kinds.ts";
import { mappedKinds } from "../../shared/sync/mapped-kinds.ts";
import { Refused } from "../errors.ts";
import { type AppContext, door, memberAt } from "../people/session.ts";
import { asOf, type HistoryDeps, rowHistory } from "./history.ts";

const kind = z.enum(kinds as [Kind, ...Kind[]]);
export const historyQuery = z.object({
  before: z.optional(z.coerce.number<string>().check(z.int(), z.minimum(1))),
});
export const asOfQuery = z.object({
  on: field.day,
  cycle: z.optional(field.id),
  /** Kinds, with commas. */
  kind: z.optional(z.string()),
  after: z.optional(z.string().check(z.maxLength(2000))),
});

/**
 * `GET /history/:kind/:id?before=REVISION`, `GET /as-of?on=DAY[&cycle=ID][&kind=A,B][&after=NEXT]`; both take
 * `?workspace=ID`.
 */
export function historyRoutes(deps: HistoryDeps) {
  return new Hono<AppContext>()
    .get("/history/:kind/:id", door("history"), compress(), async (c) => {
      const known = kind.safeParse(c.req.param("kind"));
      if (!known.success) throw new Refused("not_found");
      const { before } = asked(historyQuery, c.req.query());
      const wanted = { kind: known.data, id: c.req.param("id"), before };
      return c.json(await rowHistory(deps, memberAt(c).workspaceId, wanted));
    })
    .get("/as-of", door("history"), compress(), async (c) => {
      const { on, cycle, kind: named, after } = asked(asOfQuery, c.req.query());
      const wanted =
        named === undefined
          ? mappedKinds
          : asked(z.object({ kind: z.array(kind) }), { kind: named.split(",") }).kind;
      const page = await asOf(deps, memberAt(c).workspaceId, { on, kinds: wanted, cycleId: cycle, after });
      return c.body(page, 200, { "Content-Type": "application/json" });
    });
}

/** The query of a request. Refuses with the first field that is wrong. */
function asked<T extends z.ZodMiniType>(schema: T, query: unknown): z.output<T> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues[0]?.path[0];
  throw new Refused("invalid_request", wrong === undefined ? {} : { field: String(wrong) });
}
