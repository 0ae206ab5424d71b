import { timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import * as z from "zod";
import { readJson } from "../body.ts";
import { answerErrors, Refused } from "../errors.ts";
import type { Northing } from "../northing.ts";
import type { AppContext } from "../people/session.ts";
import { securityHeaders } from "../security-headers.ts";
import { run } from "./commands.ts";
import { OperatorMistake } from "./report.ts";

const body = z.strictObject({ command: z.string(), args: z.array(z.string()) });

/** `POST /run`: one operator command on the running server. It has its own port on loopback, never the public one. */
export function operatorRoutes(northing: Northing, token: string) {
  const app = new Hono<AppContext>();
  app.onError(answerErrors(northing.people.log));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders("http:"))) c.res.headers.set(name, value);
  });
  return app.post("/run", async (c) => {
    if (!holds(c.req.header("authorization"), token)) throw new Refused("forbidden");
    const { command, args } = await readJson(c.req.raw, body);
    try {
      return c.json(await run(northing, command, args));
    } catch (error) {
      if (error instanceof OperatorMistake) return c.json({ lines: [error.message], ok: false });
      throw error;
    }
  });
}

function holds(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
