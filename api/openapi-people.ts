import * as z from "zod/mini";
import { feed, madeFeed } from "../shared/channels/feed.ts";
import { forgetRequest, subscription } from "../shared/push/subscription.ts";
import * as field from "../shared/sync/field.ts";
import * as answers from "./openapi-answers.ts";
import type { Operation } from "./openapi-operation.ts";
import { tokenBody } from "./people/api-token-routes.ts";
import { inviteBody } from "./people/invite-routes.ts";
import { joinBody } from "./people/join-routes.ts";

export const workspace = z.object({ workspace: z.optional(field.id) });
export const workspaceWords = { workspace: "Which one, for whoever is in several." };
const inWorkspace = { query: workspace, queryWords: workspaceWords };

/** Who gets in, and with what. */
export const peopleOperations: Operation[] = [
  {
    ...{ route: "GET /api/tokens", door: "tokens", group: "Tokens", ...inWorkspace },
    does: "Lists the tokens that programs use, without their secrets.",
    answer: answers.tokens,
  },
  {
    ...{ route: "POST /api/tokens", door: "tokens", group: "Tokens", ...inWorkspace },
    does: "Makes a token; its secret is in this answer and nowhere else.",
    more: "It acts as the member who made it, by what that member may do at the time. `metricIds` limits it to these metrics, `days` to so many days.",
    body: tokenBody,
    example: { name: "Warehouse", scopes: ["readings.write"], days: 365 },
    answer: answers.madeToken,
    refuses: ["name_taken", "not_found"],
  },
  {
    ...{ route: "DELETE /api/tokens/{id}", door: "tokens", group: "Tokens", ...inWorkspace },
    does: "Revokes a token; its next request is refused.",
    path: { id: "The token." },
    answer: answers.nothing,
    refuses: ["not_found"],
  },
  {
    ...{ route: "POST /api/join", door: "join", group: "People" },
    does: "Redeems a link and sets the session cookie.",
    body: joinBody,
    answer: answers.joined,
    later:
      "A further device waits until somebody taps *confirm* on the one that made the link: ask again every two seconds.",
    refuses: ["token_unusable", "already_member"],
  },
  {
    ...{ route: "GET /api/me", door: "me", group: "People" },
    does: "Says who is signed in, on which device, and in which workspaces.",
    answer: answers.me,
  },
  {
    ...{ route: "POST /api/sign-out", door: "sign-out", group: "People" },
    does: "Ends the session of this device.",
    answer: answers.nothing,
  },
  {
    ...{ route: "GET /api/devices", door: "devices.list", group: "People" },
    does: "Lists where one is signed in.",
    answer: answers.devices,
  },
  {
    ...{ route: "DELETE /api/devices", door: "devices.revoke", group: "People" },
    does: "Signs out every other device of one's own, or all of a member's.",
    query: z.extend(workspace, { member: z.optional(field.id) }),
    queryWords: { ...workspaceWords, member: "Whose; an admin's right." },
    answer: answers.nothing,
    refuses: ["not_found"],
  },
  {
    ...{ route: "DELETE /api/devices/{id}", door: "devices.revoke", group: "People", ...inWorkspace },
    does: "Signs out one device, one's own or, for an admin, a member's.",
    path: { id: "The device." },
    answer: answers.nothing,
    refuses: ["not_found"],
  },
  {
    ...{ route: "GET /api/invites", door: "invites.list", group: "People", ...inWorkspace },
    does: "Lists the invites that wait to be used.",
    answer: answers.invites,
  },
  {
    ...{ route: "POST /api/invites", door: "invites.create", group: "People", ...inWorkspace },
    does: "Makes a link that lets one person in, within seven days.",
    body: inviteBody,
    example: { role: "member", name: "Ben" },
    answer: answers.madeLink,
    refuses: ["not_found"],
  },
  {
    ...{ route: "DELETE /api/invites/{id}", door: "invites.revoke", group: "People", ...inWorkspace },
    does: "Withdraws an invite.",
    path: { id: "The invite." },
    answer: answers.nothing,
    refuses: ["not_found"],
  },
  {
    ...{ route: "GET /api/push-key", door: "push", group: "Push" },
    does: "Says the key a browser subscribes with.",
    answer: answers.pushKey,
  },
  {
    ...{ route: "GET /api/push-subscriptions", door: "push", group: "Push" },
    does: "Says whether messages reach this device.",
    answer: answers.pushState,
  },
  {
    ...{ route: "PUT /api/push-subscriptions", door: "push", group: "Push" },
    does: "Registers where this device takes push messages.",
    body: subscription,
    refuses: ["push_endpoint_refused"],
  },
  {
    ...{ route: "DELETE /api/push-subscriptions", door: "push", group: "Push" },
    does: "Stops messages to this device.",
    body: forgetRequest,
  },
  {
    ...{ route: "POST /api/push-subscriptions/lost", door: "push", group: "Push" },
    does: "Says that this device's browser has ended its subscription, so that its owner is told on every device.",
  },
  {
    ...{ route: "POST /api/push-subscriptions/test", door: "push", group: "Push" },
    does: "Sends a message to this device.",
    answer: z.object({ id: field.id }),
    refuses: ["not_found", "push_not_sent"],
  },
  {
    ...{ route: "GET /api/calendar/{file}", door: "calendar.feed", group: "Calendar" },
    does: "Brings somebody's rhythm as a calendar (RFC 5545), by the address they were given.",
    more: "`If-None-Match` with the `ETag` of the last answer gives 304 while nothing has changed.",
    path: { file: "The secret of the address, and `.ics`." },
    answer: "text/calendar",
    refuses: ["not_found", "rate_limited"],
  },
  {
    ...{ route: "GET /api/calendar", door: "calendar", group: "Calendar", ...inWorkspace },
    does: "Says whether one has a calendar, and when it was last read.",
    answer: feed,
  },
  {
    ...{ route: "POST /api/calendar", door: "calendar", group: "Calendar", ...inWorkspace },
    does: "Makes a calendar's address, which is in this answer and nowhere else; the one before it ends.",
    answer: madeFeed,
  },
  {
    ...{ route: "DELETE /api/calendar", door: "calendar", group: "Calendar", ...inWorkspace },
    does: "Ends one's calendar.",
    answer: answers.nothing,
  },
];
