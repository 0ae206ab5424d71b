import { mayAct, type Standing } from "../../shared/people/policy.ts";
import { createRowCache } from "../../shared/sync/rows.ts";
import type { Database } from "../db/client.ts";
import type { Membership } from "../people/signed.ts";
import { peopleRows } from "./squad-rows-store.ts";

/** Who sets a webhook up: for a squad its PM, for the whole workspace only an admin. */
const may: readonly Standing[] = ["admin", "pm"];

export interface Rights {
  /** Whether what a webhook of this squad, or without one of them all, hears is theirs to decide. */
  may(squadId: string | undefined): boolean;
  /** Whether the workspace has such a squad, in use. */
  knows(squadId: string): boolean;
}

/** What a member may set up at the moment of the act. */
export async function rightsOf(database: Database, at: Membership, now: string): Promise<Rights> {
  const found = await peopleRows(database, at.workspaceId);
  const cache = createRowCache();
  for (const kind of ["member", "squad"] as const)
    cache.fill(
      { kind, parentId: "" },
      found.filter((one) => one.kind === kind),
    );
  const { rows } = cache;
  const context = { rows, who: { memberId: at.memberId }, when: { at: now, receivedAt: now } };
  const active = new Set(rows.list("squad").flatMap((one) => (one.state === "active" ? [one.id] : [])));
  return {
    may: (squadId) =>
      squadId === undefined || active.has(squadId)
        ? mayAct(squadId === undefined ? ["admin"] : may, squadId === undefined ? {} : { squadId }, context)
        : mayAct(["admin"], {}, context),
    knows: (squadId) => active.has(squadId),
  };
}
