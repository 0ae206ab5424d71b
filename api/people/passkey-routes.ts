import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { Hono } from "hono";
import * as z from "zod/mini";
import { readJson } from "../body.ts";
import { admit, deviceName } from "./join-routes.ts";
import * as passkeys from "./passkeys.ts";
import type { PeopleDeps } from "./people-deps.ts";
import { countTry } from "./rate-limit.ts";
import { type AppContext, door } from "./session.ts";

/** What a browser's `toJSON()` gives; its parts are judged by the library that knows them. */
const credential = z.looseObject({
  id: z.string().check(z.minLength(1), z.maxLength(1400)),
  rawId: z.string().check(z.maxLength(1400)),
  type: z.literal("public-key"),
  clientExtensionResults: z.looseObject({}),
  response: z.looseObject({ clientDataJSON: z.string() }),
});
const registrationBody = z.strictObject({ response: credential, name: z.optional(deviceName) });
const signInBody = z.strictObject({ response: credential, deviceName: z.optional(deviceName) });

/** A passkey is the way back in. Signing in with one answers like `POST /api/join`. */
export function passkeyRoutes(deps: PeopleDeps) {
  return new Hono<AppContext>()
    .get("/passkeys", door("passkeys"), async (c) =>
      c.json({ passkeys: await passkeys.listPasskeys(deps, c.get("actor")) }),
    )
    .delete("/passkeys/:id", door("passkeys"), async (c) => {
      await passkeys.removePasskey(deps, c.get("actor"), c.req.param("id"));
      return c.json({});
    })
    .post("/passkeys/registration-options", door("passkeys"), async (c) =>
      c.json(await passkeys.registrationOptions(deps, c.get("actor"))),
    )
    .post("/passkeys/registration", door("passkeys"), async (c) => {
      const { response, name } = await readJson(c.req.raw, registrationBody);
      const answer = response as unknown as RegistrationResponseJSON;
      return c.json(await passkeys.register(deps, c.get("actor"), answer, name));
    })
    .post("/passkeys/sign-in-options", door("passkeys.sign-in"), async (c) => {
      await countTry(deps, "passkey", c.get("address"));
      return c.json(await passkeys.signInOptions(deps));
    })
    .post("/passkeys/sign-in", door("passkeys.sign-in"), async (c) => {
      const { response, deviceName: named } = await readJson(c.req.raw, signInBody);
      await countTry(deps, "passkey", c.get("address"), response.id);
      const found = await c.get("findActor")();
      const caller = typeof found === "string" ? undefined : found;
      const answer = response as unknown as AuthenticationResponseJSON;
      return admit(c, deps, await passkeys.signInWithPasskey(deps, answer, named, caller), caller);
    });
}
