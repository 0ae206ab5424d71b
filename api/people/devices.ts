import { uuidv7 } from "../../shared/sync/uuid.ts";
import { isoNow } from "../../shared/time/instant.ts";
import { Refused } from "../errors.ts";
import { noteOnline } from "../reminders/ledger-store.ts";
import { day, minute, type PeopleDeps } from "./people-deps.ts";
import { hashOf, mintSecret } from "./secret.ts";
import { sessionDays } from "./session.ts";
import * as store from "./session-store.ts";
import type { Membership, Signed } from "./signed.ts";

const lifetime = sessionDays * day;

/** A fresh sign-in for a person, to be stored by the batch that grants it. `token` goes to the device and nowhere else. */
export function newSession(deps: PeopleDeps, personId: string, name: string) {
  const token = mintSecret(deps.bytes);
  const device: store.NewDevice = {
    id: uuidv7(deps.now(), deps.bytes(10)),
    personId,
    tokenHash: hashOf(token),
    name,
    at: isoNow(deps),
    expiresAt: isoNow(deps, lifetime),
  };
  return { token, device };
}

/** A fresh token for a device that is signed in as the same person already. */
export function renewedSession(deps: PeopleDeps, deviceId: string) {
  const token = mintSecret(deps.bytes);
  return {
    token,
    statement: store.rotateDevice(deviceId, hashOf(token), isoNow(deps), isoNow(deps, lifetime)),
  };
}

/** The session a cookie's token belongs to, or the code that says why there is none. */
export function findSession(deps: PeopleDeps, token: string) {
  return store.findSession(deps.database, hashOf(token), isoNow(deps));
}

/** So often a device that is used is noted as online; a lost message is told from a phone that was off by it. */
const noted = 10 * minute;

/** Notes a use and lengthens the session, at most once in ten minutes. True when it did. */
export async function prolong(deps: PeopleDeps, signed: Signed): Promise<boolean> {
  if (deps.now() - Date.parse(signed.lastSeenAt) < noted) return false;
  const [id, at] = [signed.deviceId, isoNow(deps)];
  const use = { id, at, expiresAt: isoNow(deps, lifetime) };
  await store.prolongDevice(deps.database, use, [noteOnline(id, at)]);
  return true;
}

export async function listDevices(deps: PeopleDeps, { personId, deviceId }: Signed) {
  const rows = await store.listDevices(deps.database, personId, isoNow(deps));
  return rows.map((row) => ({ ...row, current: row.id === deviceId }));
}

/**
 * Ends one device: the caller's own, or, for an admin, one of a member of that workspace. A device that is somebody
 * else's answers `not_found`, like one that does not exist.
 */
export async function revokeDevice(
  deps: PeopleDeps,
  signed: Signed,
  admin: Membership | undefined,
  id: string,
) {
  const found = await store.findDevice(deps.database, id, signed.personId, admin?.workspaceId ?? null);
  if (!found) throw new Refused("not_found");
  await revoke(deps, [id], signed.deviceId);
}

/** Ends every device of a member; of oneself, every other one. */
export async function revokeAll(deps: PeopleDeps, signed: Signed, membership: Membership, memberId: string) {
  const personId = await store.personOf(deps.database, membership.workspaceId, memberId);
  if (personId === undefined) throw new Refused("not_found");
  const rows = await store.listDevices(deps.database, personId, isoNow(deps));
  const ids = rows.map((row) => row.id).filter((id) => id !== signed.deviceId);
  await revoke(deps, ids, signed.deviceId);
}

async function revoke(deps: PeopleDeps, ids: string[], byDevice: string): Promise<void> {
  deps.revocations.append(isoNow(deps), "device", ids);
  await store.revokeDevices(deps.database, ids, isoNow(deps));
  for (const id of ids) {
    deps.log.info("device.revoked", { deviceId: id, byDevice });
    deps.onDeviceEnded(id);
  }
}

/** Devices revoked in the last minute; where several servers share a database, another one may have done it. */
export function lastRevoked(deps: PeopleDeps): Promise<Set<string>> {
  return store.revokedAfter(deps.database, isoNow(deps, -minute));
}

export async function signOut(deps: PeopleDeps, { deviceId }: Signed): Promise<void> {
  deps.revocations.append(isoNow(deps), "device", [deviceId]);
  await store.removeDevice(deps.database, deviceId);
  deps.log.info("device.signed_out", { deviceId });
  deps.onDeviceEnded(deviceId);
}
