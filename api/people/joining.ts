import { uuidv7 } from "../../shared/sync/uuid.ts";
import { isoNow } from "../../shared/time/instant.ts";
import { Refused } from "../errors.ts";
import * as members from "./member-store.ts";
import { type Answers, describe, makeMember } from "./newcomer.ts";
import { minute, type PeopleDeps } from "./people-deps.ts";
import { hashOf } from "./secret.ts";
import { type SignedIn, signIn } from "./sign-in.ts";
import type { Signed } from "./signed.ts";
import * as store from "./token-store.ts";

const lease = minute / 4;

/** The usable token of a secret. Used, expired, withdrawn and invented ones cannot be told apart. */
export async function openToken(deps: PeopleDeps, secret: string): Promise<store.TokenRow> {
  const token = await store.findToken(deps.database, hashOf(secret), isoNow(deps));
  if (!token) throw new Refused("token_unusable");
  return token;
}

/** What a link would do; nothing changes, so that a preview robot may open it too. */
export async function preview(deps: PeopleDeps, secret: string) {
  const { purpose, workspaceId, invite } = await openToken(deps, secret);
  const workspace =
    workspaceId === null ? undefined : await members.findWorkspace(deps.database, workspaceId);
  const squad =
    workspaceId !== null && invite?.squadId
      ? await members.findSquad(deps.database, workspaceId, invite.squadId)
      : undefined;
  const needsName = purpose === "set-up" || (purpose === "invite" && invite?.name === undefined);
  return { purpose, workspace: workspace?.name, role: invite?.role, squad, name: invite?.name, needsName };
}

/**
 * Redeems a set-up link or an invite: the member is made by the server's own mutations, then token, person,
 * membership and device are stored in one batch. Of many at once exactly one passes the claim. One that dies between
 * the two is finished by the next try after the lease, with the same ids.
 */
export async function redeemMember(
  deps: PeopleDeps,
  token: store.TokenRow,
  answers: Answers,
  caller: Signed | undefined,
): Promise<SignedIn> {
  const workspaceId = token.workspaceId ?? "";
  if (caller?.memberships.some((one) => one.workspaceId === workspaceId)) throw new Refused("already_member");
  const newcomer = await describe(deps, token, answers, caller);
  const claim = uuidv7(deps.now(), deps.bytes(10));
  const [taken] = await deps.database.write([
    store.claimToken(token.id, claim, isoNow(deps), isoNow(deps, lease)),
  ]);
  if (taken?.rowsAffected !== 1) throw new Refused("token_unusable");
  try {
    await makeMember(deps, token, newcomer);
  } catch (error) {
    await store.releaseToken(deps.database, token.id, claim);
    throw error;
  }
  const personId = caller?.personId ?? token.personId ?? "";
  const memberId = token.memberId ?? "";
  deps.revocations.append(isoNow(deps), "token", [token.id]);
  return signIn(deps, { personId, workspaceId, memberId }, answers.deviceName, caller, token.purpose, [
    store.spendToken(token.id, claim, isoNow(deps)),
    ...(caller ? [] : [members.insertPerson(personId, newcomer.name, isoNow(deps))]),
    members.insertMembership(personId, workspaceId, memberId, isoNow(deps)),
  ]);
}

/** Redeems a sign-in link, or a device link that was confirmed: one more device for a person who is there already. */
export async function redeemDevice(
  deps: PeopleDeps,
  token: store.TokenRow,
  deviceName: string | undefined,
  caller: Signed | undefined,
): Promise<SignedIn> {
  const personId = token.personId ?? "";
  const home = await members.firstMembership(deps.database, personId, token.workspaceId);
  if (!home) throw new Refused("not_a_member");
  const claim = uuidv7(deps.now(), deps.bytes(10));
  if (!token.reusable) deps.revocations.append(isoNow(deps), "token", [token.id]);
  return signIn(deps, { personId, ...home }, deviceName, caller, token.purpose, [
    store.claimToken(token.id, claim, isoNow(deps), isoNow(deps, lease)),
    store.spendToken(token.id, claim, isoNow(deps)),
  ]);
}
