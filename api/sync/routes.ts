import { Hono } from "hono";
import { compress } from "hono/compress";
import * as z from "zod/mini";
import { maxRequestBytes } from "../../shared/sync/protocol.ts";
import { readJson } from "../body.ts";
import { Refused } from "../errors.ts";
import { type AppContext, door, memberAt } from "../people/session.ts";
import type { Live } from "./live.ts";
import { looseRound, readMutations } from "./round.ts";
import type { Sync } from "./sync.ts";

export interface SyncRoutesDeps {
  sync: Sync;
  live: Live;
}

export const after = z.coerce.number<string>().check(z.int(), z.minimum(0));
const json = { "Content-Type": "application/json", "Cache-Control": "no-store" };
const events = {
  "Content-Type": "text/event-stream",
  "Cache-Control": "no-store",
  // Else nginx keeps events back until its buffer is full.
  "X-Accel-Buffering": "no",
};

/** `POST /sync`, `GET /live`, `GET /cycles/:id/rows?after=REVISION`; the latter two take `?workspace=ID`. */
export function syncRoutes({ sync, live }: SyncRoutesDeps) {
  return new Hono<AppContext>()
    .post("/sync", door("sync"), compress(), async (c) => {
      const round = await readJson(c.req.raw, looseRound, maxRequestBytes, "passed on");
      const { request, unreadable } = readMutations(round);
      const { personId, deviceId } = c.get("actor");
      const { workspaceId, memberId } = memberAt(c, request.workspaceId);
      const speaker = { personId, deviceId, workspaceId, memberId };
      return c.body(await sync.handle(request, speaker, unreadable), 200, json);
    })
    .get("/cycles/:id/rows", door("sync"), compress(), async (c) => {
      const from = after.safeParse(c.req.query("after") ?? "0");
      if (!from.success) throw new Refused("invalid_request", { field: "after" });
      const page = await sync.cycleRows(memberAt(c).workspaceId, c.req.param("id"), from.data);
      if (page === undefined) throw new Refused("not_found");
      return c.body(page, 200, json);
    })
    .get("/live", door("live"), (c) => {
      const { personId, deviceId } = c.get("actor");
      const { workspaceId, memberId } = memberAt(c);
      return c.body(live.open({ personId, deviceId, workspaceId, memberId }), 200, events);
    });
}
