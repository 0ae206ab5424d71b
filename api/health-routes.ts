import { Hono } from "hono";
import { type AppContext, door } from "./people/session.ts";

export const [version = "0.0.0"] = Object.values(
  import.meta.glob<string>("../package.json", { eager: true, import: "version" }),
);

/** Why the server cannot answer people right now; undefined when it can. */
export type Readiness = () => Promise<string | undefined>;

export function healthRoutes(readiness: Readiness) {
  return new Hono<AppContext>()
    .get("/healthz", door("health"), (c) => c.json({ status: "ok", version }))
    .get("/readyz", door("health"), async (c) => {
      const reason = await readiness();
      return reason === undefined ? c.json({ status: "ready" }) : c.json({ status: "unready", reason }, 503);
    });
}
