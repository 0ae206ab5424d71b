import { isoNow } from "../../shared/time/instant.ts";
import { Refused } from "../errors.ts";
import { lifetimes, mintLink } from "./invites.ts";
import type { PeopleDeps } from "./people-deps.ts";
import { hashOf, mintSecret } from "./secret.ts";
import type { Signed } from "./signed.ts";
import * as store from "./token-store.ts";

export const askerMinutes = lifetimes.device / 60_000;

/** A link that adds a device. An earlier one of the same device that was not used is withdrawn. */
export async function linkDevice(deps: PeopleDeps, { personId, deviceId }: Signed) {
  const open = await store.listTokens(deps.database, "device", { createdBy: deviceId }, isoNow(deps));
  const ids = open.map((one) => one.id);
  if (ids.length > 0)
    await store.revokeTokens(deps.database, "device", ids, { createdBy: deviceId }, isoNow(deps));
  return mintLink(deps, "device", { personId, createdBy: deviceId });
}

/** How far the link is: nobody has opened it, or a device with this name waits for the tap. */
export async function linkState(deps: PeopleDeps, signed: Signed, id: string) {
  const { askerName } = await ownLink(deps, signed, id);
  return askerName === null
    ? { state: "waiting" as const }
    : { state: "asked" as const, deviceName: askerName };
}

/** The tap on the signed-in device: lets the device in that asked first. */
export async function confirmLink(deps: PeopleDeps, signed: Signed, id: string): Promise<void> {
  const token = await ownLink(deps, signed, id);
  if (token.askerHash === null) throw new Refused("not_found");
  await deps.database.write([store.confirmToken(id, token.askerHash, isoNow(deps))]);
  deps.log.info("device.confirmed", { tokenId: id, byDevice: signed.deviceId });
}

/**
 * The new device's side. The first to come is bound to the link by a secret of its own, so that a photographed code is
 * of no use afterwards: everybody else hears that the link is unusable. Answers "granted" once it was confirmed.
 */
export async function askToJoin(
  deps: PeopleDeps,
  token: store.TokenRow,
  deviceName: string,
  asker: string | undefined,
): Promise<"granted" | { waiting: string }> {
  const known = asker !== undefined && hashOf(asker) === token.askerHash;
  if (known && token.confirmedAt !== null) return "granted";
  if (known) return { waiting: asker };
  const secret = mintSecret(deps.bytes);
  const [bound] = await deps.database.write([store.bindAsker(token.id, hashOf(secret), deviceName)]);
  if (bound?.rowsAffected !== 1) throw new Refused("token_unusable");
  return { waiting: secret };
}

async function ownLink(deps: PeopleDeps, { deviceId }: Signed, id: string): Promise<store.TokenRow> {
  const open = await store.listTokens(deps.database, "device", { createdBy: deviceId }, isoNow(deps));
  const token = open.find((one) => one.id === id);
  if (!token) throw new Refused("not_found");
  return token;
}
