import { mayCheckIn } from "../check-ins/owner.ts";
import { peopleContext } from "../people/people-context.ts";
import { mayAct } from "../people/policy.ts";
import type { KeyResultAsked } from "./key-results.ts";
import { numberIn, type PlanContext, type Step } from "./plan.ts";
import type { Understood } from "./understand.ts";

/** In between: what another tool says of confidence is rarely ours, and often nothing. */
const unsaid = 5;
const note = "Taken over from another tool at the import.";

/** What a row's key result measures by. */
interface Numbers {
  scale: "value" | "ratio" | "count";
  baseline: number | undefined;
  target: number | undefined;
}

/** Whether progress without a percent sign is meant in percent: somewhere in the file it goes beyond one. */
export function progressInPercent(rows: readonly Understood[]): boolean {
  return rows.some((row) => {
    const progress = row.values.get("progress");
    return typeof progress === "object" && !progress.percent && Math.abs(progress.value) > 1;
  });
}

/** Where a key result stands by its row: as the file says it, else worked out from how far it says it is. */
export function currentIn(
  row: Understood,
  { scale, baseline, target }: Numbers,
  inPercent: boolean,
  context: PlanContext,
): number | undefined {
  const said = numberIn(row, "current", scale, context);
  const progress = row.values.get("progress");
  if (said !== undefined || typeof progress !== "object") return said;
  if (baseline === undefined || target === undefined) {
    context.left.add("progress_without_numbers");
    return undefined;
  }
  const share = progress.percent || inPercent ? progress.value / 100 : progress.value;
  return Number((baseline + share * (target - baseline)).toPrecision(12));
}

/**
 * The first check-ins of what this import commits, where whoever imports may check in on it. Whatever else says where
 * it stands is counted as left out.
 */
export function firstCheckIns(asked: readonly KeyResultAsked[], context: PlanContext): Step[] {
  return asked.flatMap(({ row, id, current, wasRunning, ownerId, objective }): Step[] => {
    if (current === undefined) return [];
    if (wasRunning) context.left.add("current_of_running");
    else if (!context.commit) context.left.add("current_of_draft");
    else if (!speaks(ownerId, objective.squadId, context)) context.left.add("current_of_others");
    else {
      const confidence = confidenceIn(row);
      const args = { id: context.idFor(`check-in ${id}`), keyResultId: id, value: current, confidence, note };
      return [{ row, name: "check-in.record", args, counts: false }];
    }
    return [];
  });
}

/** "7", "7.4", "0.7" or "70 %" on our scale of 0 to 10; what is none of them is not said. */
function confidenceIn(row: Understood): number {
  const said = row.values.get("confidence");
  if (typeof said !== "object") return unsaid;
  const tenths =
    said.percent || said.value > 10 ? said.value / 10 : said.value < 1 ? said.value * 10 : said.value;
  return tenths >= 0 && tenths <= 10 ? Math.round(tenths) : unsaid;
}

/** The rule itself judges it again; asked beforehand, a file is not refused for what it can do without. */
function speaks(
  ownerId: string | undefined,
  squadId: string | undefined,
  { directory, memberId, at }: PlanContext,
): boolean {
  const people = { members: directory.member, squads: directory.squad };
  return mayAct(mayCheckIn, { ownerId, squadId }, peopleContext(people, memberId, at));
}
