import { Hono } from "hono";
import type { PeopleDeps } from "../people/people-deps.ts";
import { type AppContext, door, memberAt } from "../people/session.ts";
import { endFeed, feedOf, makeFeed, readFeed } from "./calendar.ts";

/** Somebody's rhythm for their own calendar. All but the feed itself take `?workspace=ID`. */
export function calendarRoutes(deps: PeopleDeps) {
  return new Hono<AppContext>()
    .get("/calendar", door("calendar"), async (c) =>
      c.json(await feedOf(deps, memberAt(c, undefined, { self: true }))),
    )
    .post("/calendar", door("calendar"), async (c) =>
      c.json(await makeFeed(deps, memberAt(c, undefined, { self: true }))),
    )
    .delete("/calendar", door("calendar"), async (c) => {
      await endFeed(deps, memberAt(c, undefined, { self: true }));
      return c.json({});
    })
    .get("/calendar/:file", door("calendar.feed"), async (c) => {
      const { text, tag } = await readFeed(deps, c.req.param("file"), c.get("address"));
      c.header("ETag", tag);
      c.header("X-Robots-Tag", "noindex");
      if (c.req.header("if-none-match") === tag) return c.body(null, 304);
      c.header("Content-Type", "text/calendar; charset=utf-8");
      c.header("Content-Disposition", 'inline; filename="northing.ics"');
      return c.body(text);
    });
}
