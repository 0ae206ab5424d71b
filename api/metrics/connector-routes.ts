import { Hono } from "hono";
import { draft, trial } from "../../shared/metrics/connector.ts";
import { readJson } from "../body.ts";
import { type AppContext, door, memberAt } from "../people/session.ts";
import {
  type ConnectorDeps,
  listConnectors,
  pauseConnector,
  removeConnector,
  resumeConnector,
  saveConnector,
  tryConnector,
} from "./connectors.ts";

/** Where a workspace's metrics come from by themselves, for its admins. All take `?workspace=ID`. */
export function connectorRoutes(deps: ConnectorDeps) {
  return new Hono<AppContext>()
    .get("/connectors", door("connectors"), async (c) =>
      c.json({ connectors: await listConnectors(deps, memberAt(c).workspaceId) }),
    )
    .post("/connectors", door("connectors"), async (c) => {
      const at = memberAt(c);
      return c.json(await saveConnector(deps, at, await readJson(c.req.raw, draft)));
    })
    .post("/connectors/try", door("connectors"), async (c) => {
      const at = memberAt(c);
      return c.json(await tryConnector(deps, at, await readJson(c.req.raw, trial)));
    })
    .put("/connectors/:id", door("connectors"), async (c) => {
      const at = memberAt(c);
      return c.json(await saveConnector(deps, at, await readJson(c.req.raw, draft), c.req.param("id")));
    })
    .post("/connectors/:id/pause", door("connectors"), async (c) =>
      c.json(await pauseConnector(deps, memberAt(c), c.req.param("id"))),
    )
    .post("/connectors/:id/resume", door("connectors"), async (c) =>
      c.json(await resumeConnector(deps, memberAt(c), c.req.param("id"))),
    )
    .delete("/connectors/:id", door("connectors"), async (c) => {
      await removeConnector(deps, memberAt(c), c.req.param("id"));
      return c.json({});
    });
}
