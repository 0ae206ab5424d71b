import { ApiError, call } from "../api-client.ts";
import { passkeyRegistrationOptions, passkeySignInOptions, registerPasskey } from "./api.ts";
import { enter, type Joined } from "./join.ts";

/**
 * Adds a passkey of this device to the person signed in. False when the person cancelled; true also when this device
 * already holds one. Throws ApiError.
 */
export async function addPasskey(name: string): Promise<boolean> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  const optionsJSON = (await passkeyRegistrationOptions()) as unknown as Parameters<
    typeof startRegistration
  >[0]["optionsJSON"];
  const response = await ceremony(() => startRegistration({ optionsJSON }));
  if (response === "cancelled") return false;
  if (response === "known") return true;
  await registerPasskey({ name, response });
  return true;
}

/** Signs in with a passkey and fetches the workspace. False when the person cancelled. Throws ApiError. */
export async function signInWithPasskey(deviceName: string): Promise<boolean> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const optionsJSON = (await passkeySignInOptions()) as unknown as Parameters<
    typeof startAuthentication
  >[0]["optionsJSON"];
  const response = await ceremony(() => startAuthentication({ optionsJSON }));
  if (response === "cancelled" || response === "known") return false;
  await enter(await call<Joined>("POST", "/api/passkeys/sign-in", { response, deviceName }));
  return true;
}

/** What the device's own dialog came to. Anything it cannot do here is one refusal to a person. */
async function ceremony<T>(run: () => Promise<T>): Promise<T | "cancelled" | "known"> {
  try {
    return await run();
  } catch (error) {
    const { name } = error as Error;
    if (name === "NotAllowedError" || name === "AbortError") return "cancelled";
    if (name === "InvalidStateError") return "known";
    throw new ApiError("passkey_refused");
  }
}
