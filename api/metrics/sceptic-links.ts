import type { Candidate } from "../../shared/metrics/candidate.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { isoNow } from "../../shared/time/instant.ts";
import { Refused } from "../errors.ts";
import { outsideLinks } from "../people/outside-links.ts";
import { day, minute, type PeopleDeps } from "../people/people-deps.ts";
import { hashOf } from "../people/secret.ts";
import * as store from "./sceptic-link-store.ts";

const lease = minute / 4;
const links = outsideLinks<Pick<store.ScepticLink, "candidateId">, store.ScepticLink>({
  ...{ name: "sceptic-link", lifetime: 14 * day, path: (secret) => `/sceptic#${secret}` },
  ...{ insert: store.insertLink, list: store.listLinks, revoke: store.revokeLink },
});

export const { list: listLinks, revoke: revokeLink } = links;

/** What a sceptic says: does a customer care, why, and who they are. */
export type Answer = Omit<NonNullable<Candidate["sceptic"]>, "at">;

/** Makes a link for one candidate. It asks one person, once, within 14 days; the secret is shown only now. */
export async function makeLink(
  deps: PeopleDeps,
  who: { workspaceId: string; memberId: string },
  candidateId: string,
): Promise<{ id: string; url: string; expiresAt: string }> {
  const { workspaceId } = who;
  const asked = await store.findAsked(deps.database, { workspaceId, candidateId });
  if (asked === undefined) throw new Refused("not_found", { field: "candidateId" });
  return links.make(deps, who, { candidateId });
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
