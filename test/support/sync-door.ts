import { Hono } from "hono";
import { answerErrors } from "../../api/errors.ts";
import { createLog } from "../../api/log.ts";
import type { AppContext } from "../../api/people/session.ts";
import type { Signed } from "../../api/people/signed.ts";
import { createLive, type Live } from "../../api/sync/live.ts";
import { syncRoutes } from "../../api/sync/routes.ts";
import type { Sync } from "../../api/sync/sync.ts";
import type { SyncResponse } from "../../shared/sync/protocol.ts";
import { type Company, monday, type Person } from "./company.ts";

/** The HTTP door of sync alone, signed in as whoever a test names; sessions have their own tests. */
export function openDoor(sync: Sync, live: Live = createLive()) {
  const lines: string[] = [];
  const log = createLog(
    "debug",
    () => monday,
    (line) => lines.push(line),
  );
  const app = new Hono<AppContext>()
    .onError(answerErrors(log))
    .use(async (c, next) => {
      const signed = c.req.header("x-signed");
      c.set("requestId", "request");
      c.set("findActor", async () => (signed ? (JSON.parse(signed) as Signed) : "signed_out"));
      c.set("prolong", async () => false);
      c.set("origin", "http://localhost");
      await next();
    })
    .route("/api", syncRoutes({ sync, live }));

  const headersOf = (who: Person | undefined) => ({
    "Content-Type": "application/json",
    ...(who && { "x-signed": JSON.stringify(signedAs(who)) }),
  });
  return {
    app,
    lines,
    live,
    headersOf,
    get: (who: Person | undefined, path: string) => app.request(path, { headers: headersOf(who) }),
    async post(who: Person | undefined, body: unknown) {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const response = await app.request("/api/sync", {
        method: "POST",
        headers: headersOf(who),
        body: text,
      });
      const answer = await response.json();
      return { status: response.status, answer: answer as SyncResponse, code: answer.error?.code as string };
    },
  };
}

function signedAs({ personId, deviceId, workspaceId, memberId }: Person): Signed {
  const memberships = [{ workspaceId, memberId, role: "member" as const }];
  return { personId, personName: "", deviceId, deviceName: "", lastSeenAt: "", memberships };
}

/** Everything a workspace holds, to show that something changed nothing. */
export async function contentOf(
  database: { read(sql: string, args: string[]): Promise<unknown[]> },
  { id }: Company,
): Promise<unknown[]> {
  const tables = ["row", "revision", "mutation", "row_history"];
  const found = tables.map((table) =>
    database.read(`select * from ${table} where workspace_id = ? order by 1, 2, 3`, [id]),
  );
  return Promise.all([database.read("select * from workspace where id = ?", [id]), ...found]);
}
