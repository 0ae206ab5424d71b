import { call } from "../api-client.ts";
import { passkeyRegistrationOptions, passkeySignInOptions, registerPasskey } from "./api.ts";
import { enter, type Joined } from "./join.ts";

/** Adds a passkey of this device to the person signed in. False when the person cancelled. Throws ApiError. */
export async function addPasskey(name: string): Promise<boolean> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  const optionsJSON = (await passkeyRegistrationOptions()) as unknown as Parameters<
    typeof startRegistration
  >[0]["optionsJSON"];
  const response = await unlessCancelled(() => startRegistration({ optionsJSON }));
  if (response === undefined) return false;
  await registerPasskey({ name, response });
  return true;
}

/** Signs in with a passkey and fetches the workspace. False when the person cancelled. Throws ApiError. */
export async function signInWithPasskey(): Promise<boolean> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const optionsJSON = (await passkeySignInOptions()) as unknown as Parameters<
    typeof startAuthentication
  >[0]["optionsJSON"];
  const response = await unlessCancelled(() => startAuthentication({ optionsJSON }));
  if (response === undefined) return false;
  await enter(await call<Joined>("POST", "/api/passkeys/sign-in", { response }));
  return true;
}

async function unlessCancelled<T>(ceremony: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ceremony();
  } catch (error) {
    if ((error as Error).name === "NotAllowedError" || (error as Error).name === "AbortError")
      return undefined;
    throw error;
  }
}
