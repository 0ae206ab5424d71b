import { Hono } from "hono";
import { groupNames } from "../../shared/channels/mail.ts";
import { subscribeRequest } from "../../shared/channels/mailbox.ts";
import { readJson } from "../body.ts";
import { Refused } from "../errors.ts";
import { type AppContext, door, memberAt } from "../people/session.ts";
import { type MailboxDeps, mailState, subscribe, testMail, unsubscribe } from "./mailbox.ts";
import { pages } from "./unsubscribe-page.ts";

/** What somebody's own e-mail is told of. All take `?workspace=ID`. */
export function mailRoutes(deps: MailboxDeps) {
  return new Hono<AppContext>()
    .get("/mail", door("mail"), async (c) =>
      c.json(await mailState(deps, memberAt(c, undefined, { self: true }))),
    )
    .put("/mail", door("mail"), async (c) => {
      const at = memberAt(c, undefined, { self: true });
      const { group, subscribed } = await readJson(c.req.raw, subscribeRequest);
      return c.json(await subscribe(deps, at, group, subscribed));
    })
    .post("/mail/test", door("mail"), async (c) =>
      c.json(await testMail(deps, memberAt(c, undefined, { self: true }))),
    );
}

/**
 * The link of an e-mail. A mailbox posts to it by itself, from no page of ours and signed in nowhere (RFC 8058): the
 * token is all it needs. To look at it changes nothing, since mailboxes open links to see what they are.
 */
export function unsubscribeRoutes(deps: MailboxDeps) {
  return new Hono<AppContext>()
    .get("/mail/unsubscribe/:token", door("mail.unsubscribe"), (c) => {
      const subscriber = deps.tokens.read(c.req.param("token"));
      return subscriber === undefined
        ? c.html(pages.unknown(), 404)
        : c.html(pages.asking(groupNames[subscriber.group]));
    })
    .post("/mail/unsubscribe/:token", door("mail.unsubscribe"), async (c) => {
      const subscriber = deps.tokens.read(c.req.param("token"));
      if (subscriber === undefined) throw new Refused("not_found");
      await unsubscribe(deps, subscriber);
      return c.html(pages.done(groupNames[subscriber.group]));
    });
}
