import { type Context, Hono } from "hono";
import { reportRequest } from "../../shared/reminders/ledger.ts";
import { readJson } from "../body.ts";
import { type AppContext, door } from "../people/session.ts";
import { type ReportDeps, type Reporter, remindersOf, reportSeen, reportSnooze } from "./reports.ts";

/** What became of this device's reminders, and what the device says of them. */
export function reminderRoutes(deps: ReportDeps & { mail: boolean }): Hono<AppContext> {
  return new Hono<AppContext>()
    .get("/reminders", door("reminders"), async (c) =>
      c.json({ ...(await remindersOf(deps, c.get("actor"), c.req.query("device"))), mail: deps.mail }),
    )
    .post("/reminders/:id/shown", door("reminders.report"), async (c) => {
      await reportSeen(deps, c.req.param("id"), await reporter(c), false);
      return c.body(null, 204);
    })
    .post("/reminders/:id/opened", door("reminders.report"), async (c) => {
      await reportSeen(deps, c.req.param("id"), await reporter(c), true);
      return c.body(null, 204);
    })
    .post("/reminders/:id/snooze", door("reminders.report"), async (c) =>
      c.json(await reportSnooze(deps, c.req.param("id"), await reporter(c))),
    );
}

async function reporter(c: Context<AppContext>): Promise<Reporter> {
  const { secret } = await readJson(c.req.raw, reportRequest);
  const found = await c.get("findActor")();
  return { personId: typeof found === "string" ? undefined : found.personId, secret };
}
