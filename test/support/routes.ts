import type { Northing } from "../../api/northing.ts";
import { doorOf } from "../../api/people/session.ts";
import type { Door } from "../../shared/people/policy.ts";

export interface Route {
  method: string;
  path: string;
  door: Door | undefined;
}

/** Every route of the server with the door it stands behind; middleware and the catch-all are no routes. */
export function routesOf({ app }: Northing): Route[] {
  const routes = new Map<string, Route>();
  for (const { method, path: pattern, handler } of app.routes) {
    if (method === "ALL") continue;
    // What a parameter ends with is part of the address, the pattern that says so is not.
    const path = pattern.replace("{[^/]+\\.csv}", ".csv");
    const known = routes.get(`${method} ${path}`);
    if (known === undefined) routes.set(`${method} ${path}`, { method, path, door: doorOf(handler) });
  }
  return [...routes.values()];
}

/** An address of the route, with this id in its place. */
export function addressOf({ path }: Route, id: string): string {
  return path.replace(/:[^/.]+/g, id).replace("*", "");
}
