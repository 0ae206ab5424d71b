import { definitionOf } from "../../shared/sync/catalog.ts";
import { type Definition, isRefusal, refuse, type Verdict } from "../../shared/sync/mutation.ts";
import type { MutationResult } from "../../shared/sync/protocol.ts";
import { type Entry, isAwaited, isOrphan, leaveUnanswered, noteOutcome } from "./entry.ts";
import { createGround, type Ground } from "./ground.ts";
import { record, tagBytes } from "./record.ts";
import { type Commit, type Head, type Outcome, passes, type SyncStore } from "./sync-store.ts";
import type { World } from "./world.ts";

/** Mutations that are judged against one head and stored by one commit. */
export interface Group {
  world: World;
  head: Head;
  known: Map<string, Outcome>;
  rules: ReadonlyMap<Entry, Definition>;
  ground: Ground;
  commit: Commit;
  /** Chance for all tags of the group, drawn at once: a draw is a call into the kernel. */
  tags: Uint8Array;
}

/** The format of arguments this server reads; a mutation of a later one is unknown to it. */
const newestFormat = 1;
/** How long after a restore a healed mutation may wait for another phone to heal what it stands on. */
const healingDays = 7;
const mayBeHealed = /^(not_found|forbidden|cycle_state|state_conflict|gate_.*)$/;

/**
 * Judges mutations in order and says what is to be stored; their results hold only once that is done. Undefined when
 * there is no such workspace. Throws what the store throws for trouble that passes; a rule's own fault leaves its
 * mutation without a result. Steps are those of "Flush" in shared/sync/README.md.
 */
export async function judgeGroup(
  store: SyncStore,
  world: World,
  workspaceId: string,
  entries: readonly Entry[],
): Promise<Commit | undefined> {
  const head = await store.head(workspaceId);
  if (head === undefined) return undefined;
  const known = await store.outcomes(
    workspaceId,
    entries.map((one) => one.mutation.id),
  );
  const rules = await rulesOf(entries.filter((one) => !known.has(one.mutation.id)));
  const ground = await createGround(store, workspaceId, head, rules);
  const commit: Commit = { workspaceId, from: head, revisions: [], rows: [], judged: [] };
  const tags = world.bytes(tagBytes * entries.length);
  const group: Group = { world, head, known, rules, ground, commit, tags };
  for (const entry of entries) entry.result = await judge(group, entry);
  return commit;
}

async function judge(group: Group, entry: Entry): Promise<MutationResult | undefined> {
  const { batch, mutation, payloadHash } = entry;
  entry.wrote = 0;
  // Step 1: a known id is answered with what became of it, and never runs again.
  const known = group.known.get(mutation.id);
  if (known?.payloadHash === payloadHash) return resultOf(known);
  if (known !== undefined) return { id: mutation.id, outcome: "rejected", code: "id_conflict" };
  // Step 2: nobody sends another member's work. Not stored, so that its true author still can.
  if (mutation.actorId !== undefined && mutation.actorId !== batch.memberId)
    return { id: mutation.id, outcome: "rejected", code: "wrong_actor" };
  // Step 3: what builds on an unanswered mutation waits with it.
  if (isAwaited(entry)) return leaveUnanswered(entry);
  const verdict = await verdictOn(group, entry);
  if (verdict === undefined) return leaveUnanswered(entry);
  // Step 7: outcome and effect go into the same commit.
  const outcome = record(group, entry, verdict);
  group.known.set(mutation.id, outcome);
  noteOutcome(entry, outcome.outcome);
  return resultOf(outcome);
}

/** Steps 4 to 6; undefined when the mutation cannot be judged now and is to be sent again. */
async function verdictOn(group: Group, entry: Entry): Promise<Verdict | undefined> {
  const { mutation, batch } = entry;
  // Step 4: a name or a format nobody knows is refused, never passed over.
  const definition = group.rules.get(entry);
  if (definition === undefined || (mutation.v ?? 1) > newestFormat) return refuse("unknown_mutation");
  let verdict: Verdict;
  try {
    // Step 5: policy with the member's present standing, then the very rule the phone ran.
    verdict = await group.ground.judge(entry, definition);
  } catch (fault) {
    if (passes(fault)) throw fault;
    batch.fault ??= fault;
    group.world.log("mutation_failed", { id: mutation.id, name: mutation.name, cause: String(fault) });
    return undefined;
  }
  if (!isRefusal(verdict)) return verdict;
  // Step 6: what it stands on may have been refused just now, or may still be on another phone after a restore.
  if (verdict.refused === "not_found" && isOrphan(entry)) return refuse("parent_rejected", verdict.field);
  const waits = mutation.healing === true && mayBeHealed.test(verdict.refused);
  return waits && stillHealing(group.head, batch.receivedAt) ? undefined : verdict;
}

function stillHealing({ restoredAt }: Head, now: string): boolean {
  return restoredAt !== null && Date.parse(now) - Date.parse(restoredAt) < healingDays * 86_400_000;
}

async function rulesOf(entries: readonly Entry[]): Promise<Map<Entry, Definition>> {
  const rules = new Map<Entry, Definition>();
  for (const entry of entries) {
    const definition = await definitionOf(entry.mutation.name);
    if (definition !== undefined) rules.set(entry, definition);
  }
  return rules;
}

function resultOf({ id, outcome, code, field, revision }: Outcome): MutationResult {
  return { id, outcome, ...(code && { code }), ...(field && { field }), revision };
}
