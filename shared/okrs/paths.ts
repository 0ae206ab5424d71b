import type { RowOf } from "../sync/mutation.ts";
import { type Line, lineToStar } from "./line.ts";
import type { MapRows } from "./map.ts";
import { parentIn } from "./map-objectives.ts";

type PathRows = Pick<
  MapRows,
  "cycle" | "members" | "squads" | "metrics" | "northStars" | "objectives" | "keyResults"
>;

/** From one key result up: its objective and the company's, what it moves and why, and the North Star it reaches. */
export interface KeyResultPath extends Line {
  keyResult: RowOf<"key-result">;
  objective?: RowOf<"objective">;
  /** The company objective a squad's objective hangs from. */
  parent?: RowOf<"objective">;
}

/** The lines of somebody's committed key results of this cycle, those that reach the North Star first. */
export function linesOf(memberId: string, rows: PathRows): KeyResultPath[] {
  return running(rows)
    .filter((one) => one.ownerId === memberId)
    .map((one) => pathOf(one, rows))
    .sort((a, b) => Number(a.northStar === undefined) - Number(b.northStar === undefined));
}

/** The same for the key results of a squad's objectives. */
export function linesOfSquad(squadId: string, rows: PathRows): KeyResultPath[] {
  const own = new Set(rows.objectives.filter((one) => one.squadId === squadId).map((one) => one.id));
  return running(rows)
    .filter((one) => own.has(one.objectiveId))
    .map((one) => pathOf(one, rows));
}

/** How somebody is tied to the North Star: by a key result of their own, by one of a squad of theirs, or not yet. */
export interface MemberPath {
  member: RowOf<"member">;
  by: "own" | "squad" | "none";
  /** Squads of theirs with a key result that reaches it. */
  squads: RowOf<"squad">[];
}

/** Everybody who could own a key result, by name: active members, those who only read left out. */
export function memberPaths(rows: PathRows): MemberPath[] {
  const reaching = running(rows).filter((one) => lineToStar(one, rows).northStar !== undefined);
  const owners = new Set(reaching.map((one) => one.ownerId));
  const squadOf = new Map(rows.objectives.map((one) => [one.id, one.squadId]));
  const holding = new Set(reaching.map((one) => squadOf.get(one.objectiveId)));
  const squadsOf = new Map<string, RowOf<"squad">[]>();
  for (const squad of rows.squads.filter((one) => one.state === "active" && holding.has(one.id)))
    for (const { memberId } of squad.members)
      squadsOf.set(memberId, [...(squadsOf.get(memberId) ?? []), squad]);
  return rows.members
    .filter((one) => one.state === "active" && one.role !== "viewer")
    .map((member): MemberPath => {
      const squads = squadsOf.get(member.id) ?? [];
      return { member, squads, by: owners.has(member.id) ? "own" : squads.length > 0 ? "squad" : "none" };
    })
    .sort((a, b) => (a.member.name < b.member.name ? -1 : 1));
}

/** Of everybody in `paths`: how many own a line themselves, how many more have one through a squad. `share` is 0–1. */
export function pathShare(paths: readonly MemberPath[]): {
  own: number;
  squad: number;
  of: number;
  share: number;
} {
  const count = (by: MemberPath["by"]) => paths.filter((one) => one.by === by).length;
  const [own, squad, of] = [count("own"), count("squad"), paths.length];
  return { own, squad, of, share: of === 0 ? 0 : (own + squad) / of };
}

function pathOf(keyResult: RowOf<"key-result">, rows: PathRows): KeyResultPath {
  const objective = rows.objectives.find(
    (one) => one.id === keyResult.objectiveId && one.state !== "dropped",
  );
  const parent = objective && parentIn(objective, rows.objectives);
  return {
    keyResult,
    ...lineToStar(keyResult, rows),
    ...(objective ? { objective } : {}),
    ...(parent && parent.state !== "dropped" ? { parent } : {}),
  };
}

/** Committed key results of the cycle, graded ones among them, by the order they were written in. */
function running({ cycle, keyResults }: PathRows): RowOf<"key-result">[] {
  return keyResults
    .filter((one) => one.cycleId === cycle?.id && (one.state === "committed" || one.state === "graded"))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
