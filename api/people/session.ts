import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { type Door, doors, mayPass } from "../../shared/people/policy.ts";
import { Refused } from "../errors.ts";
import { type Membership, membershipOf, type Signed } from "./signed.ts";

/** An auth session ends after this much silence; any use within it starts the time anew. There is no other end. */
export const sessionDays = 180;

/** What every route may ask of its request. */
export interface AppContext {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** The caller's address, as far as a trusted proxy vouches for it. */
    address: string;
    door: Door;
    /** Set behind every door but those for anyone. */
    actor: Signed;
    /** The session of the request's cookie; asked at most once. */
    findActor: () => Promise<Signed | "signed_out" | "device_revoked">;
    /** Notes that a session is used, every ten minutes at most; true when the cookie is to be renewed. */
    prolong: (signed: Signed) => Promise<boolean>;
    origin: string;
  };
}

export interface SessionDeps {
  /** The origin people use. */
  origin(): string;
  /** The session a token belongs to, or why it has none. */
  findSession(token: string): Promise<Signed | "signed_out" | "device_revoked">;
  prolong(signed: Signed): Promise<boolean>;
}

/** Gives each request its session, to be looked up when a door asks for it. */
export function session(deps: SessionDeps): MiddlewareHandler<AppContext> {
  return async (c, next) => {
    const origin = deps.origin();
    c.set("origin", origin);
    const token = getCookie(c, cookieName(origin));
    let found: Promise<Signed | "signed_out" | "device_revoked"> | undefined;
    c.set("findActor", () => {
      found ??= token ? deps.findSession(token) : Promise.resolve("signed_out" as const);
      return found;
    });
    c.set("prolong", deps.prolong);
    await next();
  };
}

/**
 * Refuses a state-changing request that another site could have caused: it must carry our Origin, must not be marked
 * as cross-site, and may bring nothing but JSON. A page of another site can forge none of the three.
 */
export function sameOrigin(): MiddlewareHandler<AppContext> {
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    if (c.req.header("origin") !== c.get("origin")) throw new Refused("origin_refused");
    if ((c.req.header("sec-fetch-site") ?? "same-origin") !== "same-origin")
      throw new Refused("origin_refused");
    const bare =
      c.req.header("content-type") === undefined && c.req.header("transfer-encoding") === undefined;
    const empty = bare && Number(c.req.header("content-length") ?? 0) === 0;
    if (!empty && !isFile(c)) expectJson(c);
    return next();
  };
}

/** Refuses with `json_expected` what does not call itself JSON. */
export function expectJson(c: Context<AppContext>): void {
  if (mediaType(c) !== "application/json") throw new Refused("json_expected");
}

/** Files come as they are, under types no form of another site can name; a script of one is stopped before. */
function isFile(c: Context<AppContext>): boolean {
  const { method, path } = c.req;
  if (mediaType(c) === "text/csv") return /^\/api\/v1\/import\/[^/]+$/.test(path);
  return (
    mediaType(c) === "application/octet-stream" && method === "PUT" && /^\/api\/files\/[^/]+$/.test(path)
  );
}

function mediaType(c: Context<AppContext>): string | undefined {
  return c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
}

const named = new WeakMap<object, Door>();

/** The door a route's handler is, for the test that walks all routes. */
export function doorOf(handler: object): Door | undefined {
  return named.get(handler);
}

/** Stands first in every route and lets those pass whom the policy table names. */
export function door(name: Door): MiddlewareHandler<AppContext> {
  const guard: MiddlewareHandler<AppContext> = async (c, next) => {
    c.set("door", name);
    if ((doors[name] as readonly string[]).includes("anyone")) return next();
    const found = await c.get("findActor")();
    if (typeof found === "string") throw new Refused(found);
    if (found.memberships.length === 0) throw new Refused("not_a_member");
    if (!found.memberships.some(({ role }) => mayPass(name, role, true))) throw new Refused("forbidden");
    c.set("actor", found);
    if (c.req.method !== "GET" && c.req.method !== "HEAD" && (await c.get("prolong")(found)))
      setSessionCookie(c, getCookie(c, cookieName(c.get("origin"))) ?? "");
    return next();
  };
  named.set(guard, name);
  return guard;
}

/**
 * The membership this request is about: of the workspace named, by default of `?workspace=`, by default the only one.
 * `self`: what is asked for is the caller's own. Refuses with `not_a_member` for a workspace that is foreign or does
 * not exist, which nobody can tell apart.
 */
export function memberAt(
  c: Context<AppContext>,
  workspaceId = c.req.query("workspace"),
  { self = false } = {},
): Membership {
  const signed = c.get("actor");
  const membership = membershipOf(signed, workspaceId);
  if (membership && mayPass(c.get("door"), membership.role, self)) return membership;
  if (membership) throw new Refused("forbidden");
  if (workspaceId === undefined) throw new Refused("invalid_request", { field: "workspace" });
  throw new Refused("not_a_member");
}

export function setSessionCookie(c: Context<AppContext>, token: string): void {
  const origin = c.get("origin");
  setCookie(c, cookieName(origin), token, { ...cookieOptions(origin), maxAge: sessionDays * 24 * 60 * 60 });
}

export function dropSessionCookie(c: Context<AppContext>): void {
  const origin = c.get("origin");
  deleteCookie(c, cookieName(origin), cookieOptions(origin));
}

/** `__Host-` pins the cookie to this name over https; browsers refuse that prefix on http://localhost. */
export function cookieName(origin: string): string {
  return isHttps(origin) ? "__Host-northing" : "northing";
}

export function cookieOptions(origin: string) {
  return { path: "/", httpOnly: true, sameSite: "Lax" as const, secure: isHttps(origin) };
}

function isHttps(origin: string): boolean {
  return origin.startsWith("https:");
}
