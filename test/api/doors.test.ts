import { describe, expect, test } from "vitest";
import { doors } from "../../shared/people/policy.ts";
import { builtWeb } from "../support/built-web.ts";
import { addressOf, type Route, routesOf } from "../support/routes.ts";
import type { Visitor } from "../support/visitor.ts";
import { startWorld, type World } from "../support/world.ts";

/** The whole policy of requests, in the order: nobody signed in, removed member, viewer, member, director, admin. */
const policy: Record<string, string> = {
  "GET /*": "yes yes yes yes yes yes",
  "GET /api/docs": "yes yes yes yes yes yes",
  "GET /api/docs/look.css": "yes yes yes yes yes yes",
  "GET /api/openapi.json": "yes yes yes yes yes yes",
  "GET /metrics": "401 401 401 401 401 401",
  "GET /healthz": "yes yes yes yes yes yes",
  "GET /readyz": "yes yes yes yes yes yes",
  "POST /api/join": "yes yes yes yes yes yes",
  "POST /api/join/preview": "yes yes yes yes yes yes",
  "POST /api/passkeys/sign-in": "yes yes yes yes yes yes",
  "POST /api/passkeys/sign-in-options": "yes yes yes yes yes yes",
  "POST /api/reminders/:id/opened": "yes yes yes yes yes yes",
  "POST /api/reminders/:id/shown": "yes yes yes yes yes yes",
  "POST /api/reminders/:id/snooze": "yes yes yes yes yes yes",
  "POST /api/sign-out": "yes yes yes yes yes yes",
  "POST /api/sceptic/answer": "yes yes yes yes yes yes",
  "POST /api/sceptic/preview": "yes yes yes yes yes yes",
  "GET /api/calendar/:file": "yes yes yes yes yes yes",
  "GET /api/mail/unsubscribe/:token": "yes yes yes yes yes yes",
  "POST /api/mail/unsubscribe/:token": "yes yes yes yes yes yes",
  "GET /api/calendar": "401 403 yes yes yes yes",
  "POST /api/calendar": "401 403 yes yes yes yes",
  "DELETE /api/calendar": "401 403 yes yes yes yes",
  "GET /api/mail": "401 403 yes yes yes yes",
  "PUT /api/mail": "401 403 yes yes yes yes",
  "POST /api/mail/test": "401 403 yes yes yes yes",
  "GET /api/webhooks": "401 403 403 yes yes yes",
  "POST /api/webhooks": "401 403 403 yes yes yes",
  "PUT /api/webhooks/:id": "401 403 403 yes yes yes",
  "DELETE /api/webhooks/:id": "401 403 403 yes yes yes",
  "POST /api/webhooks/:id/test": "401 403 403 yes yes yes",
  "POST /api/webhooks/:id/on": "401 403 403 yes yes yes",
  "POST /api/webhooks/:id/off": "401 403 403 yes yes yes",
  "POST /api/webhooks/:id/secret": "401 403 403 yes yes yes",
  "GET /api/connectors": "401 403 403 403 403 yes",
  "POST /api/connectors": "401 403 403 403 403 yes",
  "POST /api/connectors/try": "401 403 403 403 403 yes",
  "PUT /api/connectors/:id": "401 403 403 403 403 yes",
  "DELETE /api/connectors/:id": "401 403 403 403 403 yes",
  "POST /api/connectors/:id/pause": "401 403 403 403 403 yes",
  "POST /api/connectors/:id/resume": "401 403 403 403 403 yes",
  "GET /api/cycles/:id/rows": "401 403 yes yes yes yes",
  "GET /api/devices": "401 403 yes yes yes yes",
  "DELETE /api/devices": "401 403 yes yes yes yes",
  "DELETE /api/devices/:id": "401 403 yes yes yes yes",
  "POST /api/devices/link": "401 403 yes yes yes yes",
  "GET /api/devices/link/:id": "401 403 yes yes yes yes",
  "POST /api/devices/link/:id/confirm": "401 403 yes yes yes yes",
  "GET /api/as-of": "401 403 yes yes yes yes",
  "GET /api/history/:kind/:id": "401 403 yes yes yes yes",
  "GET /api/v1/export.json": "401 403 yes yes yes yes",
  "GET /api/v1/:kind.csv": "401 403 yes yes yes yes",
  "GET /api/files/:id": "401 403 yes yes yes yes",
  "PUT /api/files/:id": "401 403 yes yes yes yes",
  "GET /api/invites": "401 403 403 403 403 yes",
  "POST /api/invites": "401 403 403 403 403 yes",
  "DELETE /api/invites/:id": "401 403 403 403 403 yes",
  "GET /api/tokens": "401 403 403 403 403 yes",
  "POST /api/tokens": "401 403 403 403 403 yes",
  "DELETE /api/tokens/:id": "401 403 403 403 403 yes",
  "POST /api/v1/metrics/:key/readings": "401 401 401 401 401 401",
  "GET /api/live": "401 403 yes yes yes yes",
  "GET /api/me": "401 403 yes yes yes yes",
  "GET /api/passkeys": "401 403 yes yes yes yes",
  "DELETE /api/passkeys/:id": "401 403 yes yes yes yes",
  "POST /api/passkeys/registration": "401 403 yes yes yes yes",
  "POST /api/passkeys/registration-options": "401 403 yes yes yes yes",
  "GET /api/push-key": "401 403 yes yes yes yes",
  "GET /api/push-subscriptions": "401 403 yes yes yes yes",
  "PUT /api/push-subscriptions": "401 403 yes yes yes yes",
  "DELETE /api/push-subscriptions": "401 403 yes yes yes yes",
  "POST /api/push-subscriptions/lost": "401 403 yes yes yes yes",
  "POST /api/push-subscriptions/test": "401 403 yes yes yes yes",
  "GET /api/reminders": "401 403 yes yes yes yes",
  "GET /api/sceptic-links": "401 403 403 403 yes yes",
  "POST /api/sceptic-links": "401 403 403 403 yes yes",
  "DELETE /api/sceptic-links/:id": "401 403 403 403 yes yes",
  "GET /api/report-links": "401 403 403 403 yes yes",
  "POST /api/report-links": "401 403 403 403 yes yes",
  "DELETE /api/report-links/:id": "401 403 403 403 yes yes",
  "GET /r/:token": "yes yes yes yes yes yes",
  "POST /api/sync": "401 403 yes yes yes yes",
  "POST /api/v1/import/:kind": "401 403 403 yes yes yes",
  "GET /api/imports": "401 403 403 yes yes yes",
  "GET /api/imports/:id": "401 403 403 yes yes yes",
  "DELETE /api/imports/:id": "401 403 403 yes yes yes",
};

describe("doors", () => {
  test("every route stands behind a door of the policy table, and every door leads somewhere", async () => {
    const { northing } = await startWorld({ webRoot: builtWeb() });
    const routes = routesOf(northing);
    expect(routes.filter((one) => one.door === undefined)).toEqual([]);
    expect([...new Set(routes.map((one) => one.door))].sort()).toEqual(Object.keys(doors).sort());
  });

  test("the table of who may ask what names every route and no other", async () => {
    const { northing } = await startWorld({ webRoot: builtWeb() });
    const named = routesOf(northing).map(({ method, path }) => `${method} ${path}`);
    expect(named.sort()).toEqual(Object.keys(policy).sort());
  });

  test("each route lets in whom the table names, and nobody else", async () => {
    const env = { METRICS_TOKEN: "m".repeat(16) };
    const world = await startWorld({ webRoot: builtWeb(), env });
    const { northing, id } = world;
    const visitors = await everyRole(world);
    for (const route of routesOf(northing).filter((one) => one.path !== "/api/sign-out")) {
      const answers: string[] = [];
      for (const at of visitors) answers.push(await passes(at, route, id()));
      expect(`${route.method} ${route.path}: ${answers.join(" ")}`).toBe(
        `${route.method} ${route.path}: ${policy[`${route.method} ${route.path}`]}`,
      );
    }
  });
});

/** In the order of the table. The removed member's device is still signed in. */
async function everyRole(world: World): Promise<Visitor[]> {
  const { ada, ben, stranger } = world;
  const [viewer, director, removed] = [
    await world.admit("viewer", "Vera"),
    await world.admit("director", "Dora"),
    await world.admit("member", "Rob"),
  ];
  await world.mutate(ada, "member.remove", { memberId: removed.memberId });
  return [stranger(), removed.at, viewer.at, ben.at, director.at, ada.at];
}

/** Asks with a body no route accepts: whoever passes the door is told so by another answer than 401 or 403. */
async function passes(at: Visitor, route: Route, id: string): Promise<string> {
  if (route.path === "/api/live") {
    const stream = await at.send(route.path, {});
    await stream.body?.cancel();
    return stream.status === 200 ? "yes" : String(stream.status);
  }
  const path = addressOf(route, id);
  const answer =
    route.method === "GET" ? await at.get(path) : await ask(at, route.method, path, { unknown: true });
  if (answer.status < 500 && answer.status !== 401 && answer.status !== 403) return "yes";
  return String(answer.status);
}

function ask(at: Visitor, method: string, path: string, body: unknown) {
  if (method === "POST") return at.post(path, body);
  return method === "PUT" ? at.put(path, body) : at.delete(path, body);
}
