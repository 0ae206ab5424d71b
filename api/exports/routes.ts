import { Hono } from "hono";
import { compress } from "hono/compress";
import { stream } from "hono/streaming";
import { isKind } from "../../shared/sync/kinds.ts";
import type { Database } from "../db/client.ts";
import { Refused } from "../errors.ts";
import type { Log } from "../log.ts";
import { type AppContext, door, memberAt } from "../people/session.ts";
import { csvOf } from "./csv.ts";
import { exportOf } from "./export.ts";

export interface ExportDeps {
  database: Database;
  log: Log;
}

/** `GET /v1/export.json`: everything; `GET /v1/:kind.csv`: one kind. Both take `?workspace=ID`. */
export function exportRoutes({ database, log }: ExportDeps) {
  return new Hono<AppContext>()
    .get("/v1/export.json", door("export"), compress(), async (c) => {
      const pieces = await exportOf(database, memberAt(c).workspaceId);
      if (pieces === undefined) throw new Refused("not_found");
      return send(c, "northing-export.json", "application/json", pieces);
    })
    .get("/v1/:kind{[^/]+\\.csv}", door("export"), compress(), (c) => {
      const kind = c.req.param("kind").slice(0, -".csv".length);
      if (!isKind(kind)) throw new Refused("not_found");
      const pieces = csvOf(database, memberAt(c).workspaceId, kind);
      return send(c, `northing-${kind}.csv`, "text/csv; charset=utf-8", pieces);
    });

  function send(c: Parameters<typeof stream>[0], name: string, type: string, pieces: AsyncGenerator<string>) {
    c.header("Content-Type", type);
    c.header("Content-Disposition", `attachment; filename="${name}"`);
    return stream(
      c,
      async (out) => {
        for await (const piece of pieces) {
          if (out.aborted) return;
          await out.write(piece);
        }
      },
      async (error, out) => {
        // The head is sent: breaking off is the only way left to say that the file is not whole.
        log.error("export.broken", { error: error.name });
        out.abort();
      },
    );
  }
}
