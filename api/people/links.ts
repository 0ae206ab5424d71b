import { isoNow } from "../../shared/time/instant.ts";
import { DatabaseError } from "../db/database-error.ts";
import { type Link, lifetimes, mintLink } from "./invites.ts";
import * as members from "./member-store.ts";
import { day, type PeopleDeps } from "./people-deps.ts";
import { hashOf, mintSecret } from "./secret.ts";
import { renewSetUp } from "./token-store.ts";

/** The link that makes the first admin, a new one for each start; undefined once there is a workspace. */
export async function setUpLink(deps: PeopleDeps): Promise<string | undefined> {
  if ((await members.listWorkspaces(deps.database)).length > 0) return undefined;
  const secret = mintSecret(deps.bytes);
  const renew = renewSetUp(hashOf(secret), isoNow(deps), isoNow(deps, lifetimes["set-up"]));
  const renewed = async () => (await deps.database.write([renew]))[0]?.rowsAffected === 1;
  if (!(await renewed())) {
    try {
      await mintLink(deps, "set-up");
    } catch (error) {
      // Another node made the row in the same moment; the link it prints is replaced by ours.
      if (!(error instanceof DatabaseError) || error.code !== "constraint") throw error;
    }
    if (!(await renewed())) return undefined;
  }
  return `${deps.origin()}/join#${secret}`;
}

/** Makes a member of the server's own making (the demo's) somebody who can sign in. Answers the person's id. */
export async function enrol(
  deps: PeopleDeps,
  person: { id: string; name: string; workspaceId: string; memberId: string },
): Promise<string> {
  await deps.database.write([
    members.insertPerson(person.id, person.name, isoNow(deps)),
    members.insertMembership(person.id, person.workspaceId, person.memberId, isoNow(deps)),
  ]);
  return person.id;
}

/** A link that signs a person in on one more device, once and within a day; `reusable`, the demo's, for a year. */
export function signInLink(
  deps: PeopleDeps,
  { personId, workspaceId, reusable = false }: { personId: string; workspaceId: string; reusable?: boolean },
): Promise<Link> {
  const lasting = reusable ? { reusable, expiresAt: isoNow(deps, 365 * day) } : {};
  return mintLink(deps, "sign-in", { personId, workspaceId, ...lasting });
}
