import { uuidv7 } from "../../shared/sync/uuid.ts";
import { isoNow } from "../../shared/time/instant.ts";
import { Refused } from "../errors.ts";
import { findSquad } from "./member-store.ts";
import { day, minute, type PeopleDeps } from "./people-deps.ts";
import { hashOf, mintSecret } from "./secret.ts";
import * as store from "./token-store.ts";

export const lifetimes: Record<store.Purpose, number> = {
  "set-up": 7 * day,
  invite: 7 * day,
  device: 10 * minute,
  "sign-in": day,
};
const mostOpenInvites = 500;

export interface Link {
  id: string;
  /** The token rides in the fragment, which no server, proxy or referrer sees. */
  url: string;
  expiresAt: string;
}

/** Makes a one-time link. What it will make gets its ids now, so that no redemption can make it twice. */
export async function mintLink(
  deps: PeopleDeps,
  purpose: store.Purpose,
  promise: Partial<store.NewToken> = {},
): Promise<Link> {
  const secret = mintSecret(deps.bytes);
  const fresh = () => uuidv7(deps.now(), deps.bytes(10));
  const makesMember = purpose === "set-up" || purpose === "invite";
  const token: store.NewToken = {
    id: fresh(),
    hash: hashOf(secret),
    purpose,
    createdAt: isoNow(deps),
    expiresAt: isoNow(deps, lifetimes[purpose]),
    ...(makesMember ? { personId: fresh(), memberId: fresh() } : {}),
    ...(purpose === "set-up" ? { workspaceId: fresh() } : {}),
    ...promise,
  };
  await deps.database.write([store.insertToken(token)]);
  return { id: token.id, url: `${deps.origin()}/join#${secret}`, expiresAt: token.expiresAt };
}

/** Invites one person into a workspace. Refuses a squad that is not there, and more than 500 open invites. */
export async function invite(
  deps: PeopleDeps,
  workspaceId: string,
  terms: store.InviteTerms,
  byDevice: string | null,
): Promise<Link> {
  if (
    terms.squadId !== undefined &&
    (await findSquad(deps.database, workspaceId, terms.squadId)) === undefined
  )
    throw new Refused("not_found", { field: "squadId" });
  if ((await listInvites(deps, workspaceId)).length >= mostOpenInvites) throw new Refused("rate_limited");
  const link = await mintLink(deps, "invite", { workspaceId, createdBy: byDevice, invite: terms });
  deps.log.info("invite.made", { tokenId: link.id, workspaceId, role: terms.role, byDevice });
  return link;
}

export async function listInvites(deps: PeopleDeps, workspaceId: string) {
  const tokens = await store.listTokens(deps.database, "invite", { workspaceId }, isoNow(deps));
  return tokens.map(({ id, createdAt, expiresAt, invite: terms }) => ({
    id,
    createdAt,
    expiresAt,
    ...terms,
  }));
}

export async function revokeInvite(deps: PeopleDeps, workspaceId: string, id: string): Promise<void> {
  const open = await listInvites(deps, workspaceId);
  if (!open.some((one) => one.id === id)) throw new Refused("not_found");
  deps.revocations.append(isoNow(deps), "token", [id]);
  await store.revokeTokens(deps.database, "invite", [id], { workspaceId }, isoNow(deps));
  deps.log.info("invite.revoked", { tokenId: id, workspaceId });
}
