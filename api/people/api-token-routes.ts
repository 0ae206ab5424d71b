import { Hono } from "hono";
import * as z from "zod/mini";
import { checkInSource } from "../../shared/check-ins/measured.ts";
import * as field from "../../shared/sync/field.ts";
import { readJson } from "../body.ts";
import { listApiTokens, makeApiToken, revokeApiToken } from "./api-tokens.ts";
import type { PeopleDeps } from "./people-deps.ts";
import { type AppContext, door, memberAt } from "./session.ts";

/** The name is the source of what the token brings, so it is as long as one and not the one check-ins have. */
const name = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(80),
  z.regex(/^\P{Cc}*$/u),
  z.refine((text) => text !== checkInSource),
);
export const tokenBody = z.strictObject({
  name,
  scopes: z.array(z.enum(["readings.write"])).check(z.minLength(1), z.maxLength(1)),
  metricIds: z.optional(z.array(field.id).check(z.minLength(1), z.maxLength(100))),
  days: z.optional(z.int().check(z.minimum(1), z.maximum(3650))),
});

/** Tokens programs use, for the admins of a workspace. */
export function apiTokenRoutes(deps: PeopleDeps) {
  return new Hono<AppContext>()
    .get("/tokens", door("tokens"), async (c) =>
      c.json({ tokens: await listApiTokens(deps, memberAt(c).workspaceId) }),
    )
    .post("/tokens", door("tokens"), async (c) => {
      const at = memberAt(c);
      return c.json(await makeApiToken(deps, at, await readJson(c.req.raw, tokenBody)));
    })
    .delete("/tokens/:id", door("tokens"), async (c) => {
      await revokeApiToken(deps, memberAt(c), c.req.param("id"));
      return c.json({});
    });
}
