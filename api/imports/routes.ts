import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { importKinds, isImportKind } from "../../shared/imports/import-kinds.ts";
import { tableOfJson } from "../../shared/imports/json-rows.ts";
import type { Problems } from "../../shared/imports/problem.ts";
import { readJson } from "../body.ts";
import { errorBody, Refused } from "../errors.ts";
import { type AppContext, door, memberAt } from "../people/session.ts";
import type { Imports } from "./imports.ts";
import { type FileRead, readCsv } from "./read-csv.ts";
import { type Asked, askedIn } from "./terms.ts";

/** Parsed in one go, so smaller than a CSV may be. */
const largestJson = 8 * 1024 * 1024;

/** `POST /v1/import/:kind[?dry-run]`, with CSV or a JSON array; `GET /imports`, `GET` and `DELETE /imports/:id`. */
export function importRoutes(imports: Imports) {
  return new Hono<AppContext>()
    .post("/v1/import/:kind", door("import"), async (c) => {
      const name = c.req.param("kind");
      if (!isImportKind(name)) throw new Refused("not_found");
      const kind = importKinds[name];
      const asked = askedIn(c.req.query(), kind.fields);
      const read = (problems: Problems) => readBody(c, asked, problems, imports.pause());
      const taken = await imports.take(memberAt(c), kind, asked, read);
      if (taken.outcome === "checked") return c.json({ report: taken.report });
      if (taken.outcome === "accepted") return c.json({ import: taken.job, report: taken.report }, 202);
      const { code, message, status } = new Refused("import_refused");
      return c.json({ ...errorBody({ code, message }, c.get("requestId")), report: taken.report }, status);
    })
    .get("/imports", door("import"), async (c) =>
      c.json({ imports: await imports.list(memberAt(c).workspaceId) }),
    )
    .get("/imports/:id", door("import"), async (c) => {
      const { job, report } = await imports.find(memberAt(c).workspaceId, c.req.param("id"));
      return c.json({ import: job, report });
    })
    .delete("/imports/:id", door("import"), async (c) => {
      const member = memberAt(c);
      const { job, report } = await imports.cancel(member, member.role, c.req.param("id"));
      return c.json({ import: job, report });
    });
}

async function readBody(
  c: Context<AppContext>,
  asked: Asked,
  problems: Problems,
  pause: () => Promise<unknown>,
): Promise<FileRead> {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === "text/csv") return readCsv(c.req.raw.body, asked, problems, pause);
  const parsed = await readJson(c.req.raw, z.unknown(), largestJson);
  return { table: tableOfJson(parsed, problems), format: { type: "json" } };
}
