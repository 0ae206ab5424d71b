import type { Rounds } from "../check-ins/owed.ts";
import type { Kind } from "../sync/catalog.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { LoadedRow } from "../sync/rows.ts";
import { localDate } from "../time/local-date.ts";

/** A workspace's rows arranged so that one member's part is found without walking through everybody's. */
export interface View {
  workspace: RowOf<"workspace">;
  members: Map<string, RowOf<"member">>;
  cycles: RowOf<"cycle">[];
  keyResultsOf: Map<string, RowOf<"key-result">[]>;
  checkInsOn: Map<string, RowOf<"check-in">[]>;
  /** Whose delegate a member is, whether or not the time has run out. */
  standsInFor: Map<string, RowOf<"member">[]>;
}

/** Undefined for a workspace that has not been founded to the end. */
export function viewOf(rows: readonly LoadedRow[]): View | undefined {
  const all = <K extends Kind>(kind: K) =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => ({ ...row.body, id: row.id, revision: row.revision })) as unknown as RowOf<K>[];
  const workspace = all("workspace")[0];
  if (workspace === undefined) return undefined;
  const members = all("member");
  return {
    workspace,
    members: new Map(members.map((one) => [one.id, one])),
    cycles: all("cycle"),
    keyResultsOf: grouped(all("key-result"), (one) => one.ownerId),
    checkInsOn: grouped(all("check-in"), (one) => one.keyResultId),
    standsInFor: grouped(
      members.filter((one) => one.delegate !== undefined),
      (one) => one.delegate!.memberId,
    ),
  };
}

/** What one member's owing is worked out from: theirs, and that of everybody they stand in for today. */
export function roundsOf(view: View, memberId: string, at: string): Rounds {
  const member = view.members.get(memberId);
  const away = (view.standsInFor.get(memberId) ?? []).filter(
    (one) => localDate(at, one.zone) <= one.delegate!.untilOn,
  );
  const members = [...(member ? [member] : []), ...away];
  const keyResults = members.flatMap((one) => view.keyResultsOf.get(one.id) ?? []);
  const checkIns = keyResults.flatMap((one) => view.checkInsOn.get(one.id) ?? []);
  return { at, rhythm: view.workspace.rhythm, members, cycles: view.cycles, keyResults, checkIns };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
