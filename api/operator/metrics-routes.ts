import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import { Refused } from "../errors.ts";
import { type AppContext, door } from "../people/session.ts";
import type { Metrics } from "./metrics.ts";

/** `GET /metrics` for the operator's Prometheus. Without a token in the environment there is no such page. */
export function metricsRoutes({ metrics, token }: { metrics: Metrics; token: string | undefined }) {
  return new Hono<AppContext>().get("/metrics", door("metrics"), async (c) => {
    if (token === undefined) throw new Refused("not_found");
    if (!isSame(c.req.header("authorization") ?? "", `Bearer ${token}`)) throw new Refused("token_refused");
    return c.text(await metrics.text(), 200, {
      "Content-Type": "text/plain; version=0.0.4; charset=utf-8",
      "Cache-Control": "no-store",
    });
  });
}

/** Takes as long for a near miss as for a far one: hashes of one length are compared. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
