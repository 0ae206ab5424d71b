import { Hono } from "hono";
import * as z from "zod/mini";
import { scepticVerdict } from "../../shared/metrics/candidate.ts";
import * as field from "../../shared/sync/field.ts";
import { readJson } from "../body.ts";
import type { PeopleDeps } from "../people/people-deps.ts";
import { countTry } from "../people/rate-limit.ts";
import { type AppContext, door, memberAt } from "../people/session.ts";
import { answerLink, listLinks, makeLink, previewLink, revokeLink } from "./sceptic-links.ts";

const token = z.string().check(z.regex(/^[\w-]{16,200}$/));
/** One line of text: no control characters, and none that turn the reading direction of what stands around it. */
const name = field.title.check(z.regex(/^[^\p{Cc}\p{Bidi_Control}]*$/u));
/** Several lines of it. */
const words = field.sentence.check(z.regex(/^(?:\P{Cc}|[\t\n\r])*$/u));
const linkBody = z.strictObject({ candidateId: field.id });
const previewBody = z.strictObject({ token });
const answerBody = z.strictObject({ token, verdict: scepticVerdict, why: words, by: name });

/**
 * Links that ask somebody from outside about one candidate, for admins and directors; and, open to anybody who has such
 * a link, what it asks and the one answer to it. `POST /api/sceptic/preview` uses nothing up.
 */
export function scepticRoutes(deps: PeopleDeps) {
  return new Hono<AppContext>()
    .get("/sceptic-links", door("sceptic.links"), async (c) =>
      c.json({ links: await listLinks(deps, memberAt(c).workspaceId) }),
    )
    .post("/sceptic-links", door("sceptic.links"), async (c) => {
      const at = memberAt(c);
      const { candidateId } = await readJson(c.req.raw, linkBody);
      return c.json(await makeLink(deps, at, candidateId));
    })
    .delete("/sceptic-links/:id", door("sceptic.links"), async (c) => {
      await revokeLink(deps, memberAt(c).workspaceId, c.req.param("id"));
      return c.json({});
    })
    .post("/sceptic/preview", door("sceptic"), async (c) => {
      const body = await readJson(c.req.raw, previewBody);
      await countTry(deps, "sceptic", c.get("address"), body.token);
      return c.json(await previewLink(deps, body.token));
    })
    .post("/sceptic/answer", door("sceptic"), async (c) => {
      const { token, ...answer } = await readJson(c.req.raw, answerBody);
      await countTry(deps, "sceptic", c.get("address"), token);
      await answerLink(deps, token, answer);
      return c.json({});
    });
}
