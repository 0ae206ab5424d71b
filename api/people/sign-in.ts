import type { Statement } from "../db/client.ts";
import { DatabaseError } from "../db/database-error.ts";
import { Refused } from "../errors.ts";
import { newSession, renewedSession } from "./devices.ts";
import { findMember, findWorkspace } from "./member-store.ts";
import type { PeopleDeps } from "./people-deps.ts";
import { insertDevice } from "./session-store.ts";
import type { Signed } from "./signed.ts";

/** Somebody is signed in: `token` goes into the cookie, the rest is the answer. */
export interface SignedIn {
  token: string;
  answer: {
    member: { id: string; name: string; role: string };
    workspace: { id: string; name: string };
    device: { id: string; name: string };
    person: { id: string };
  };
}

/**
 * Gives a person a fresh session in one batch with the grounds for it, such as the token that is spent. A device that
 * was signed in as the same person stays that device and gets a new token. Grounds that no longer hold, told by a
 * constraint, refuse with `token_unusable`.
 */
export async function signIn(
  deps: PeopleDeps,
  { personId, workspaceId, memberId }: { personId: string; workspaceId: string; memberId: string },
  deviceName: string | undefined,
  caller: Signed | undefined,
  how: string,
  grounds: readonly Statement[],
): Promise<SignedIn> {
  const same = caller?.personId === personId ? caller : undefined;
  const fresh = newSession(deps, personId, deviceName ?? "Device");
  const renewed = same && renewedSession(deps, same.deviceId);
  try {
    await deps.database.write([...grounds, renewed ? renewed.statement : insertDevice(fresh.device)]);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === "constraint") throw new Refused("token_unusable");
    throw error;
  }
  const device = same ? { id: same.deviceId, name: same.deviceName } : fresh.device;
  deps.log.info("signed_in", { how, personId, deviceId: device.id, workspaceId });
  const member = await findMember(deps.database, workspaceId, memberId);
  const workspace = await findWorkspace(deps.database, workspaceId);
  if (!member || !workspace) throw new Refused("not_a_member");
  return {
    token: renewed?.token ?? fresh.token,
    answer: {
      member: { id: member.id, name: member.name, role: member.role },
      workspace: { id: workspace.id, name: workspace.name },
      device: { id: device.id, name: device.name },
      person: { id: personId },
    },
  };
}
