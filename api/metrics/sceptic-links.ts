import type { Candidate } from "../../shared/metrics/candidate.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { Refused } from "../errors.ts";
import { day, isoNow, minute, type PeopleDeps } from "../people/people-deps.ts";
import { hashOf, mintSecret } from "../people/secret.ts";
import * as store from "./sceptic-link-store.ts";

const lifetime = 14 * day;
const lease = minute / 4;
const mostOpen = 100;

/** What a sceptic says: does a customer care, why, and who they are. */
export type Answer = Omit<NonNullable<Candidate["sceptic"]>, "at">;

/** Makes a link for one candidate. It asks one person, once, within 14 days; the secret is shown only now. */
export async function makeLink(
  deps: PeopleDeps,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  candidateId: string,
): Promise<{ id: string; url: string; expiresAt: string }> {
  const asked = await store.findAsked(deps.database, { workspaceId, candidateId });
  if (asked === undefined) throw new Refused("not_found", { field: "candidateId" });
  if ((await listLinks(deps, workspaceId)).length >= mostOpen) throw new Refused("rate_limited");
  const secret = mintSecret(deps.bytes);
  const link = {
    ...{ id: uuidv7(deps.now(), deps.bytes(10)), hash: hashOf(secret), workspaceId, candidateId },
    ...{ createdBy: memberId, createdAt: isoNow(deps), expiresAt: isoNow(deps, lifetime) },
  };
  await deps.database.write([store.insertLink(link)]);
  deps.log.info("sceptic-link.made", { linkId: link.id, workspaceId, memberId });
  return { id: link.id, url: `${deps.origin()}/sceptic#${secret}`, expiresAt: link.expiresAt };
}

export async function listLinks(deps: PeopleDeps, workspaceId: string) {
  const links = await store.listLinks(deps.database, workspaceId, isoNow(deps));
  return links.map(({ workspaceId: _, ...link }) => link);
}

export async function revokeLink(deps: PeopleDeps, workspaceId: string, id: string): Promise<void> {
  const open = await listLinks(deps, workspaceId);
  if (!open.some((one) => one.id === id)) throw new Refused("not_found");
  deps.revocations.append(isoNow(deps), "token", [id]);
  await store.revokeLink(deps.database, workspaceId, id, isoNow(deps));
  deps.log.info("sceptic-link.revoked", { linkId: id, workspaceId });
}

/** What the link asks about; nothing is used up. Answered, expired, revoked and invented ones look the same. */
export async function previewLink(deps: PeopleDeps, secret: string): Promise<store.Asked> {
  return (await openLink(deps, secret)).asked;
}

/**
 * Brings the answer into the workspace, by the server's own mutation, and uses the link up. Of many answers at once
 * exactly one passes the claim; one that died half-way is finished by the next try after the lease.
 */
export async function answerLink(deps: PeopleDeps, secret: string, answer: Answer): Promise<void> {
  const { link } = await openLink(deps, secret);
  const claim = uuidv7(deps.now(), deps.bytes(10));
  const [taken] = await deps.database.write([
    store.claimLink(link.id, claim, isoNow(deps), isoNow(deps, lease)),
  ]);
  if (taken?.rowsAffected !== 1) throw new Refused("token_unusable");
  let heard: boolean;
  try {
    heard = await hear(deps, link, answer);
  } catch (error) {
    await deps.database.write([store.releaseLink(link.id, claim)]);
    throw error;
  }
  deps.revocations.append(isoNow(deps), "token", [link.id]);
  await deps.database.write([store.spendLink(link.id, claim, isoNow(deps))]);
  if (!heard) throw new Refused("token_unusable");
  deps.log.info("sceptic-link.answered", { linkId: link.id, workspaceId: link.workspaceId });
}

async function openLink(deps: PeopleDeps, secret: string) {
  const link = await store.findLink(deps.database, hashOf(secret), isoNow(deps));
  const asked = link && (await store.findAsked(deps.database, link));
  if (link === undefined || asked === undefined) throw new Refused("token_unusable");
  return { link, asked };
}

/** False when the link had brought an answer in before, or the candidate takes none any more. */
async function hear(deps: PeopleDeps, link: store.ScepticLink, answer: Answer): Promise<boolean> {
  const { id, workspaceId, candidateId } = link;
  const args = { candidateId, ...answer };
  const mutation = { id, name: "candidate.hear", args, at: isoNow(deps) };
  const [result] = await deps.sync.apply(workspaceId, { memberId: id, server: true }, [mutation]);
  return result?.outcome === "applied";
}
