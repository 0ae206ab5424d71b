import { Hono } from "hono";
import { draft } from "../../shared/channels/webhook.ts";
import { readJson } from "../body.ts";
import { type AppContext, door, memberAt } from "../people/session.ts";
import type { WebhookSendDeps } from "./webhook-send.ts";
import { testWebhook } from "./webhook-test.ts";
import { listWebhooks, removeWebhook, renewSecret, saveWebhook, switchWebhook } from "./webhooks.ts";

/** Where what squads are told also goes; for admins, and for PMs of their squads. All take `?workspace=ID`. */
export function webhookRoutes(deps: WebhookSendDeps) {
  return new Hono<AppContext>()
    .get("/webhooks", door("webhooks"), async (c) =>
      c.json({ webhooks: await listWebhooks(deps, memberAt(c)) }),
    )
    .post("/webhooks", door("webhooks"), async (c) => {
      const at = memberAt(c);
      return c.json(await saveWebhook(deps, at, await readJson(c.req.raw, draft)));
    })
    .put("/webhooks/:id", door("webhooks"), async (c) => {
      const at = memberAt(c);
      return c.json(await saveWebhook(deps, at, await readJson(c.req.raw, draft), c.req.param("id")));
    })
    .post("/webhooks/:id/test", door("webhooks"), async (c) =>
      c.json(await testWebhook(deps, memberAt(c), c.req.param("id"))),
    )
    .post("/webhooks/:id/on", door("webhooks"), async (c) =>
      c.json(await switchWebhook(deps, memberAt(c), c.req.param("id"), true)),
    )
    .post("/webhooks/:id/off", door("webhooks"), async (c) =>
      c.json(await switchWebhook(deps, memberAt(c), c.req.param("id"), false)),
    )
    .post("/webhooks/:id/secret", door("webhooks"), async (c) =>
      c.json(await renewSecret(deps, memberAt(c), c.req.param("id"))),
    )
    .delete("/webhooks/:id", door("webhooks"), async (c) => {
      await removeWebhook(deps, memberAt(c), c.req.param("id"));
      return c.json({});
    });
}
