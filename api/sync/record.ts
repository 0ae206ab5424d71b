import { cycleOf, parentOf } from "../../shared/sync/kinds.ts";
import { isRefusal, type Tombstone, type Verdict, type Write } from "../../shared/sync/mutation.ts";
import type { RowCache } from "../../shared/sync/rows.ts";
import type { Entry } from "./entry.ts";
import type { Group } from "./flush.ts";
import type { Outcome, StoredRow } from "./sync-store.ts";

export const tagBytes = 8;

/** Puts a verdict into the group's commit: one revision for all rows of a mutation, none for one without effect. */
export function record({ commit, ground, head, tags }: Group, entry: Entry, verdict: Verdict): Outcome {
  const { batch, mutation, payloadHash } = entry;
  const before = head.revision + commit.revisions.length;
  const writes = isRefusal(verdict) ? [] : lastOfEach(verdict.writes);
  const revision = before + Math.sign(writes.length);
  entry.wrote = writes.length;
  const drawn = commit.revisions.length * tagBytes;
  if (revision > before)
    commit.revisions.push({
      revision,
      tag: Buffer.from(tags.subarray(drawn, drawn + tagBytes)).toString("hex"),
      at: batch.receivedAt,
      actorId: batch.memberId,
    });
  for (const write of writes) {
    commit.rows.push(stored(write, revision, ground.cache));
    ground.cache.write(write);
  }
  const outcome: Outcome = {
    id: mutation.id,
    payloadHash,
    outcome: isRefusal(verdict) ? "rejected" : "applied",
    ...(isRefusal(verdict) && { code: verdict.refused }),
    ...(isRefusal(verdict) && verdict.field !== undefined && { field: verdict.field }),
    revision,
  };
  commit.judged.push({
    ...outcome,
    name: mutation.name,
    actorId: batch.memberId,
    deviceId: batch.deviceId,
    at: entry.at,
    receivedAt: batch.receivedAt,
  });
  return outcome;
}

function stored(write: Write | Tombstone, revision: number, cache: RowCache): StoredRow {
  const { kind, id } = write;
  const body = "body" in write ? write.body : null;
  // A tombstone keeps the place of the row it ends, so that it is found with that row's parent and cycle.
  const placed = body ?? cache.known(kind, id);
  return {
    kind,
    id,
    parentId: placed ? parentOf(kind, placed) : "",
    cycleId: placed ? cycleOf(kind, placed) : null,
    revision,
    body: body === null ? null : JSON.stringify(body),
  };
}

function lastOfEach(writes: readonly (Write | Tombstone)[]): (Write | Tombstone)[] {
  return [...new Map(writes.map((write) => [`${write.kind} ${write.id}`, write])).values()];
}
