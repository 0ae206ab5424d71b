import type { Args } from "../sync/catalog.ts";
import type { RowOf } from "../sync/mutation.ts";
import { type CycleRecord, milestonesLeft, same } from "./carry-over.ts";
import { current } from "./progress.ts";

export interface CarryOver {
  /** The key results that go on, by id. */
  chosen: readonly string[];
  past: CycleRecord;
  into: { cycleId: string; objectives: readonly RowOf<"objective">[] };
  members: readonly RowOf<"member">[];
  squads: readonly RowOf<"squad">[];
  metrics: readonly RowOf<"metric">[];
  /** Answers for what nobody does any more. */
  memberId: string;
  /** Whether whoever plans may write objectives for a squad, or for the company. */
  mayDraft: (squadId: string | undefined) => boolean;
  newId: () => string;
}

export interface CarriedDrafts {
  objectives: Args<"objective.draft">[];
  keyResults: Args<"key-result.draft">[];
}

/**
 * The drafts that carry chosen key results into the next cycle: new ids, the last value as baseline, milestones that are
 * left, links and path kept where what they point at still stands. Each brings its objective, and that the company's,
 * unless the plan has one of the same title already.
 */
export function carryOver(about: CarryOver): CarriedDrafts {
  const { past, chosen } = about;
  const drafts: CarriedDrafts = { objectives: [], keyResults: [] };
  const carried = new Map<string, string>();
  const rows = past.keyResults.filter((one) => chosen.includes(one.id));
  for (const row of rows) {
    const objective = past.objectives.find((one) => one.id === row.objectiveId);
    if (objective) bring(objective, about, drafts, carried);
  }
  // Links are drawn last: what a key result also serves may be carried after it.
  for (const row of rows) {
    const objectiveId = carried.get(row.objectiveId);
    if (objectiveId === undefined) continue;
    const links = row.alsoServes.flatMap((id) => carried.get(id) ?? []);
    const others = [...new Set(links)].filter((id) => id !== objectiveId);
    drafts.keyResults.push({
      ...draftOf(row, objectiveId, about),
      ...(others.length > 0 ? { alsoServes: others } : {}),
    });
  }
  return drafts;
}

/** The objective's id in the next cycle, drafted there if need be; undefined where it may not be. */
function bring(
  row: RowOf<"objective">,
  about: CarryOver,
  drafts: CarriedDrafts,
  carried: Map<string, string>,
): string | undefined {
  const known = carried.get(row.id);
  if (known !== undefined) return known;
  const { cycleId, objectives } = about.into;
  // A squad that is no more leaves its work to the company.
  const squad = about.squads.find((one) => one.id === row.squadId && one.state === "active");
  const twin = objectives.find(
    (one) => one.state !== "dropped" && one.squadId === squad?.id && same(one.title, row.title),
  );
  if (twin === undefined && !about.mayDraft(squad?.id)) return undefined;
  const id = twin?.id ?? about.newId();
  carried.set(row.id, id);
  if (twin !== undefined) return id;
  const above = about.past.objectives.find((one) => one.id === row.parentId && one.state !== "dropped");
  const parentId = squad && above && bring(above, about, drafts, carried);
  drafts.objectives.push({
    ...{ id, cycleId, title: row.title },
    ...(squad === undefined ? {} : { squadId: squad.id }),
    ...(parentId === undefined ? {} : { parentId }),
    ...(row.why === undefined ? {} : { why: row.why }),
    ...(squad === undefined || row.exempt === undefined ? {} : { exempt: row.exempt }),
  });
  return id;
}

function draftOf(row: RowOf<"key-result">, objectiveId: string, about: CarryOver): Args<"key-result.draft"> {
  const said = about.past.checkIns.filter((one) => one.keyResultId === row.id);
  const inUse = (id: string) => about.metrics.some((one) => one.id === id && one.state === "active");
  const owner = about.members.find((one) => one.id === row.ownerId);
  const stays = owner?.state === "active" && owner.role !== "viewer";
  const { title, direction, target, unit, commitment, weight, measures, moves, payLinked } = row;
  const from =
    direction === "increase" || direction === "decrease" ? (current(said) ?? row.baseline) : undefined;
  const weights = row.counterweights?.filter(inUse) ?? [];
  const left = milestonesLeft(row, about.past.checkIns).map((one) => ({ ...one, id: about.newId() }));
  return {
    ...{ id: about.newId(), objectiveId, title, direction, unit, commitment, weight },
    ownerId: stays ? row.ownerId : about.memberId,
    ...(from === undefined ? {} : { baseline: from }),
    ...(target === undefined ? {} : { target }),
    ...(direction === "milestones" ? { milestones: left } : {}),
    ...(measures !== undefined && inUse(measures) ? { measures } : {}),
    ...(moves !== undefined && inUse(moves.metricId) ? { moves } : {}),
    ...(payLinked === undefined ? {} : { payLinked }),
    ...(weights.length === 0 ? {} : { counterweights: weights }),
  };
}
