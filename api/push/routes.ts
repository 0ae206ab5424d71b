import { Hono } from "hono";
import { forgetRequest, subscription } from "../../shared/push/subscription.ts";
import { readJson } from "../body.ts";
import { type AppContext, door } from "../people/session.ts";
import { lose, type PushDeps, sendTest, stateOf, subscribe, unsubscribe } from "./subscriptions.ts";

/** Where a device says that it takes web push, and tries it. */
export function pushRoutes(deps: PushDeps): Hono<AppContext> {
  return new Hono<AppContext>()
    .get("/push-key", door("push"), (c) => c.json({ key: deps.publicKey }))
    .get("/push-subscriptions", door("push"), async (c) =>
      c.json({ state: await stateOf(deps, c.get("actor")) }),
    )
    .put("/push-subscriptions", door("push"), async (c) => {
      await subscribe(deps, c.get("actor"), await readJson(c.req.raw, subscription));
      return c.body(null, 204);
    })
    .delete("/push-subscriptions", door("push"), async (c) => {
      await unsubscribe(deps, c.get("actor"), await readJson(c.req.raw, forgetRequest));
      return c.body(null, 204);
    })
    .post("/push-subscriptions/lost", door("push"), async (c) => {
      await lose(deps, c.get("actor"));
      return c.body(null, 204);
    })
    .post("/push-subscriptions/test", door("push"), async (c) =>
      c.json(await sendTest(deps, c.get("actor"))),
    );
}
