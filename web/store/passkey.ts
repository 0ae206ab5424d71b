/** Adds a passkey of this device to the person signed in. False when the person cancelled. Throws ApiError. */
export async function addPasskey(_name: string): Promise<boolean> {
  throw new Error("not yet");
}

/** Signs in with a passkey and fetches the workspace. False when the person cancelled. Throws ApiError. */
export async function signInWithPasskey(): Promise<boolean> {
  throw new Error("not yet");
}
