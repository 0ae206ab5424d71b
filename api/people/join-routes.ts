import type { Context } from "hono";
import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import * as z from "zod/mini";
import * as field from "../../shared/sync/field.ts";
import { readJson } from "../body.ts";
import { askerMinutes, askToJoin } from "./device-link.ts";
import { signOut } from "./devices.ts";
import { openToken, preview, redeemDevice, redeemMember } from "./joining.ts";
import type { PeopleDeps } from "./people-deps.ts";
import { countTry } from "./rate-limit.ts";
import { type AppContext, cookieName, cookieOptions, door, setSessionCookie } from "./session.ts";
import type { SignedIn } from "./sign-in.ts";
import type { Signed } from "./signed.ts";

const secret = z.string().check(z.regex(/^[\w-]{16,200}$/));
export const deviceName = z.string().check(z.trim(), z.minLength(1), z.maxLength(80), z.regex(/^\P{Cc}*$/u));
const previewBody = z.strictObject({ token: secret });
export const joinBody = z.strictObject({
  token: secret,
  name: z.optional(field.title),
  zone: z.optional(field.zone),
  locale: z.optional(field.locale),
  workspace: z.optional(z.strictObject({ name: field.title, zone: field.zone })),
  deviceName: z.optional(deviceName),
});

/**
 * `POST /api/join/preview` says what a link would do and uses nothing up. `POST /api/join` redeems it: 200 with
 * `{member, workspace, device, person}` and the session's cookie. For a device link it answers **202**
 * `{state: "asked"}` until somebody taps *confirm* on the device that made the link: ask again every two seconds with
 * the same body; a cookie of its own ties the link to this device. 410 `token_unusable` ends the waiting.
 */
export function joinRoutes(deps: PeopleDeps) {
  return new Hono<AppContext>()
    .post("/join/preview", door("join"), async (c) => {
      const { token } = await readJson(c.req.raw, previewBody);
      await countTry(deps, "join", c.get("address"), token);
      return c.json(await preview(deps, token));
    })
    .post("/join", door("join"), async (c) => {
      const { token: presented, ...answers } = await readJson(c.req.raw, joinBody);
      await countTry(deps, "join", c.get("address"), presented);
      const token = await openToken(deps, presented);
      const found = await c.get("findActor")();
      const caller = typeof found === "string" ? undefined : found;
      if (token.purpose === "set-up" || token.purpose === "invite")
        return admit(c, deps, await redeemMember(deps, token, answers, caller), caller);
      if (token.purpose === "device") {
        const asker = getCookie(c, askerCookie(c));
        const asked = await askToJoin(deps, token, answers.deviceName ?? "Device", asker);
        if (asked !== "granted") {
          setCookie(c, askerCookie(c), asked.waiting, { ...askerOptions(c), maxAge: askerMinutes * 60 });
          return c.json({ state: "asked" }, 202);
        }
        deleteCookie(c, askerCookie(c), askerOptions(c));
      }
      return admit(c, deps, await redeemDevice(deps, token, answers.deviceName, caller), caller);
    });
}

/** Hands the session over. Somebody else who was signed in on this device no longer is. */
export async function admit(
  c: Context<AppContext>,
  deps: PeopleDeps,
  { token, answer }: SignedIn,
  caller: Signed | undefined,
) {
  if (caller && caller.deviceId !== answer.device.id) await signOut(deps, caller);
  setSessionCookie(c, token);
  return c.json(answer);
}

const askerCookie = (c: Context<AppContext>) => `${cookieName(c.get("origin"))}-link`;
const askerOptions = (c: Context<AppContext>) => ({
  ...cookieOptions(c.get("origin")),
  sameSite: "Strict" as const,
});
