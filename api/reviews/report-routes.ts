import { Hono } from "hono";
import * as z from "zod/mini";
import * as field from "../../shared/sync/field.ts";
import { readJson } from "../body.ts";
import type { PeopleDeps } from "../people/people-deps.ts";
import { countTry } from "../people/rate-limit.ts";
import { type AppContext, door, memberAt } from "../people/session.ts";
import { listLinks, makeLink, openLink, revokeLink } from "./report-links.ts";
import { goneHtml, reportHtml, reportPolicy } from "./report-page.ts";

const linkBody = z.strictObject({ cycleId: field.id, on: z.optional(field.day) });

/** Links that show a cycle's report to somebody from outside, for admins and directors. All take `?workspace=ID`. */
export function reportLinkRoutes(deps: PeopleDeps) {
  return new Hono<AppContext>()
    .get("/report-links", door("report.links"), async (c) =>
      c.json({ links: await listLinks(deps, memberAt(c).workspaceId) }),
    )
    .post("/report-links", door("report.links"), async (c) => {
      const at = memberAt(c);
      return c.json(await makeLink(deps, at, await readJson(c.req.raw, linkBody)));
    })
    .delete("/report-links/:id", door("report.links"), async (c) => {
      await revokeLink(deps, memberAt(c).workspaceId, c.req.param("id"));
      return c.json({});
    });
}

/** The page behind such a link, whole without a script and under a policy of its own: nothing in it may run or load. */
export function reportPageRoutes(deps: PeopleDeps) {
  return new Hono<AppContext>().get("/r/:token", door("report"), async (c) => {
    const token = c.req.param("token");
    await countTry(deps, "report", c.get("address"), token);
    const told = await openLink(deps, token, c.req.method === "GET");
    c.header("Content-Security-Policy", reportPolicy);
    c.header("Cache-Control", "private, no-store");
    c.header("X-Robots-Tag", "noindex, nofollow");
    return told === undefined ? c.html(goneHtml(), 410) : c.html(reportHtml(told));
  });
}
