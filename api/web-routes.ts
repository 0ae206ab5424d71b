import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { etag } from "hono/etag";
import { Refused } from "./errors.ts";
import { type AppContext, door } from "./people/session.ts";

/**
 * The built web app under `root`: hashed assets for ever, everything else to be asked for again, and index.html for
 * every address that is a screen. A missing file is a 404: an old tab would keep a page it took for a script.
 */
export function webRoutes(root: string) {
  const files = serveStatic({ root, precompressed: true });
  const shell = serveStatic({ root, path: "index.html", precompressed: true });
  const nothing = async () => {};
  // etag reads the file before anything is sent, so that one that cannot be read becomes a plain 500.
  return new Hono<AppContext>().get("*", door("shell"), etag(), async (c) => {
    const path = c.req.path;
    if (/\/\.|%2e|\.(br|gz|zst)$/i.test(path)) throw new Refused("not_found");
    const file = await files(c, nothing);
    const page = file ?? (/^\/assets\/|\.[^/]*$/.test(path) ? undefined : await shell(c, nothing));
    if (!page) throw new Refused("not_found");
    const forever = path.startsWith("/assets/");
    page.headers.set("Cache-Control", forever ? "public, max-age=31536000, immutable" : "no-cache");
    return page;
  });
}
