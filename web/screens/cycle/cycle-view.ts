import { standing } from "../../../shared/check-ins/history.ts";
import { answers, occurrenceAt } from "../../../shared/check-ins/occurrence.ts";
import { breachedOf } from "../../../shared/metrics/guarding.ts";
import { disagreement } from "../../../shared/okrs/confidence.ts";
import { evidence } from "../../../shared/okrs/evidence.ts";
import type { Status } from "../../../shared/okrs/progress.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { daysBetween, localDate } from "../../../shared/time/local-date.ts";
import type { CycleRows } from "./cycle-rows.ts";

export interface KeyResultView {
  row: RowOf<"key-result">;
  /** "Ben · weekly podcast habit". */
  owner: string;
  input: string | undefined;
  status: Status;
  /** 0–1; absent while there is nothing to compute it from. */
  progress: number | undefined;
  /** Where it should be by now; absent where nothing is expected of a bar. */
  expected: number | undefined;
  /** Days since the last check-in. */
  ageDays: number | undefined;
  disagrees: "hopeful" | "doubtful" | undefined;
  blockers: RowOf<"blocker">[];
  /** Guardrails it must not damage and that are breached, by name, while it runs. */
  breached: string[];
  checkedIn: boolean;
}

export interface ObjectiveView {
  row: RowOf<"objective">;
  squad: string | undefined;
  keyResults: KeyResultView[];
}

/** A cycle as it is shown: company objectives above the squads', each with its key results and the evidence. */
export function cycleView(rows: CycleRows, at: number): ObjectiveView[] {
  const live = rows.objectives.filter((one) => one.state !== "dropped");
  const squadOf = (one: RowOf<"objective">) => rows.squads.find((squad) => squad.id === one.squadId)?.name;
  return live
    .map((row) => ({
      row,
      squad: squadOf(row),
      keyResults: rows.keyResults
        .filter((one) => one.objectiveId === row.id && one.state !== "dropped")
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map((one) => keyResultView(one, rows, at)),
    }))
    .sort((a, b) => (a.squad ?? "").localeCompare(b.squad ?? "") || (a.row.id < b.row.id ? -1 : 1));
}

/** A company objective with the squads' objectives that serve it; one that serves none stands on its own. */
export interface ObjectiveGroup {
  top: ObjectiveView;
  below: ObjectiveView[];
}

/** All objectives, or those of one squad ("" is the company) below whatever they serve. */
export function grouped(objectives: readonly ObjectiveView[], squadId?: string): ObjectiveGroup[] {
  const wanted = (one: ObjectiveView) => squadId === undefined || (one.row.squadId ?? "") === squadId;
  const isTop = ({ row }: ObjectiveView) => !objectives.some((other) => other.row.id === row.parentId);
  return objectives
    .filter(isTop)
    .map((top) => ({
      top,
      below: objectives.filter((one) => one.row.parentId === top.row.id && wanted(one)),
    }))
    .filter(({ top, below }) => wanted(top) || below.length > 0);
}

/** Which week of how many a day lies in; week 0 is before the start. */
export function weekOf(cycle: Pick<RowOf<"cycle">, "startsOn" | "endsOn">, on: string) {
  const weeks = Math.max(1, Math.round((daysBetween(cycle.startsOn, cycle.endsOn) + 1) / 7));
  const week = Math.floor(daysBetween(cycle.startsOn, on) / 7) + 1;
  return { week: Math.min(weeks, Math.max(0, week)), weeks };
}

function keyResultView(row: RowOf<"key-result">, rows: CycleRows, at: number): KeyResultView {
  const { cycle, workspace } = rows;
  const owner = rows.members.find((one) => one.id === row.ownerId);
  const zone = owner?.zone ?? workspace.zone;
  const checkIns = rows.checkIns.filter((one) => one.keyResultId === row.id);
  const now = evidence(row, { cycle, rhythm: workspace.rhythm, zone, checkIns, at });
  const limit = row.direction === "stay-above" || row.direction === "stay-below";
  const breached = breachedOf(row, rows, (id) => rows.guarding.get(id) ?? [], now.on);
  const { dueOn } = occurrenceAt(workspace.rhythm, now.on);
  return {
    row,
    owner: owner?.name ?? "nobody",
    input: rows.metrics.find((one) => one.id === row.moves?.metricId)?.name,
    status: now.status,
    progress: now.progress,
    expected: limit || cycle.state !== "running" ? undefined : now.expected,
    ageDays: now.last && Math.max(0, daysBetween(localDate(now.last.original.at, zone), now.on)),
    disagrees: now.last && disagreement(now.last.latest.confidence, now.status),
    blockers: rows.blockers.filter((one) => one.keyResultId === row.id && one.resolvedAt === undefined),
    breached: cycle.state === "running" ? breached.map((one) => one.name) : [],
    checkedIn: standing(checkIns).some((one) => answers(one.original.occurrenceOn, dueOn)),
  };
}
