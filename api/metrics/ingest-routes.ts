import { Hono } from "hono";
import * as z from "zod/mini";
import { readJson } from "../body.ts";
import { openApiToken } from "../people/api-tokens.ts";
import type { PeopleDeps } from "../people/people-deps.ts";
import { type AppContext, door, expectJson } from "../people/session.ts";
import type { Sync } from "../sync/sync.ts";
import { ingest } from "./ingest.ts";

const largestBody = 2 * 1024 * 1024;

/**
 * `POST /v1/metrics/:key/readings` for programs. Stands before the session and the check of the origin: neither a cookie
 * nor a page has a say here, only the bearer token, which no page of another site can make a browser send.
 */
export function ingestRoutes(people: PeopleDeps, sync: Sync) {
  const deps = { ...people, sync };
  return new Hono<AppContext>().post("/v1/metrics/:key/readings", door("readings.ingest"), async (c) => {
    const token = await openApiToken(
      people,
      c.req.header("authorization"),
      "readings.write",
      c.get("address"),
    );
    expectJson(c);
    const body = await readJson(c.req.raw, z.unknown(), largestBody);
    return c.json(await ingest(deps, token, c.req.param("key"), body));
  });
}
