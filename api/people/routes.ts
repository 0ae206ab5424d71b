import { Hono } from "hono";
import { confirmLink, linkDevice, linkState } from "./device-link.ts";
import * as devices from "./devices.ts";
import { findWorkspace } from "./member-store.ts";
import type { PeopleDeps } from "./people-deps.ts";
import { type AppContext, door, dropSessionCookie, memberAt } from "./session.ts";
import { membershipOf } from "./signed.ts";

/** Who I am and which devices I am signed in on. */
export function peopleRoutes(deps: PeopleDeps) {
  return (
    new Hono<AppContext>()
      .get("/me", door("me"), async (c) => {
        const { personId, personName, deviceId, deviceName, memberships } = c.get("actor");
        const places = memberships.map(async ({ workspaceId, memberId, role }) => {
          const workspace = await findWorkspace(deps.database, workspaceId);
          return { id: workspaceId, name: workspace?.name ?? "", memberId, role };
        });
        return c.json({
          person: { id: personId, name: personName },
          device: { id: deviceId, name: deviceName },
          workspaces: await Promise.all(places),
        });
      })
      .post("/sign-out", door("sign-out"), async (c) => {
        const found = await c.get("findActor")();
        if (typeof found !== "string") await devices.signOut(deps, found);
        dropSessionCookie(c);
        return c.json({});
      })
      .get("/devices", door("devices.list"), async (c) =>
        c.json({ devices: await devices.listDevices(deps, c.get("actor")) }),
      )
      // `?member=ID` ends all devices of that member (an admin's right); without it, all of one's own but this one.
      .delete("/devices", door("devices.revoke"), async (c) => {
        const member = c.req.query("member");
        const own = c.get("actor").memberships.find((one) => one.memberId === member || member === undefined);
        const at = own ?? memberAt(c);
        await devices.revokeAll(deps, c.get("actor"), at, member ?? at.memberId);
        return c.json({});
      })
      .delete("/devices/:id", door("devices.revoke"), async (c) => {
        const at = membershipOf(c.get("actor"), c.req.query("workspace"));
        const admin = at?.role === "admin" ? at : undefined;
        await devices.revokeDevice(deps, c.get("actor"), admin, c.req.param("id"));
        return c.json({});
      })
      .post("/devices/link", door("devices.add"), async (c) => c.json(await linkDevice(deps, c.get("actor"))))
      .get("/devices/link/:id", door("devices.add"), async (c) =>
        c.json(await linkState(deps, c.get("actor"), c.req.param("id"))),
      )
      .post("/devices/link/:id/confirm", door("devices.add"), async (c) => {
        await confirmLink(deps, c.get("actor"), c.req.param("id"));
        return c.json({});
      })
  );
}
