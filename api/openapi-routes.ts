import { Hono } from "hono";
import { compress } from "hono/compress";
import { apiDocument } from "./openapi.ts";
import { look } from "./openapi-look.ts";
import { docsPage } from "./openapi-page.ts";
import { type AppContext, door } from "./people/session.ts";

/** What this server can be asked, for programs and for people: made once, from the schemas it judges by. */
export function openapiRoutes(origin: () => string) {
  let made: Promise<{ json: string; page: string }> | undefined;
  const described = () => {
    made ??= apiDocument(origin()).then((document) => ({
      json: JSON.stringify(document),
      page: docsPage(document),
    }));
    return made;
  };
  return new Hono<AppContext>()
    .get("/openapi.json", door("docs"), compress(), async (c) =>
      c.body((await described()).json, 200, { "Content-Type": "application/json" }),
    )
    .get("/docs", door("docs"), compress(), async (c) => c.html((await described()).page))
    .get("/docs/look.css", door("docs"), (c) => c.body(look, 200, { "Content-Type": "text/css" }));
}
