import { Hono } from "hono";
import * as z from "zod/mini";
import { role } from "../../shared/people/role.ts";
import * as field from "../../shared/sync/field.ts";
import { readJson } from "../body.ts";
import { invite, listInvites, revokeInvite } from "./invites.ts";
import type { PeopleDeps } from "./people-deps.ts";
import { type AppContext, door, memberAt } from "./session.ts";

export const inviteBody = z.strictObject({
  role,
  squadId: z.optional(field.id),
  as: z.optional(z.enum(["pm", "member"])),
  name: z.optional(field.title),
  email: z.optional(z.email().check(z.maxLength(254))),
});

/** Invites of a workspace, for its admins. Whoever is an admin in several names one with `?workspace=`. */
export function inviteRoutes(deps: PeopleDeps) {
  return new Hono<AppContext>()
    .get("/invites", door("invites.list"), async (c) =>
      c.json({ invites: await listInvites(deps, memberAt(c).workspaceId) }),
    )
    .post("/invites", door("invites.create"), async (c) => {
      const { workspaceId } = memberAt(c);
      const terms = await readJson(c.req.raw, inviteBody);
      return c.json(await invite(deps, workspaceId, terms, c.get("actor").deviceId));
    })
    .delete("/invites/:id", door("invites.revoke"), async (c) => {
      await revokeInvite(deps, memberAt(c).workspaceId, c.req.param("id"));
      return c.json({});
    });
}
