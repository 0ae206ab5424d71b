import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Reader } from "../../store/live.ts";
import { may } from "../../store/may.ts";
import type { Choice } from "../../ui/Select.tsx";
import { type BetRows, betRows } from "./bet-rows.ts";

/** What the form of a bet can choose from. */
export interface BetChoices {
  rows: BetRows;
  /** Squads one may place bets for, one's own first. */
  squads: Choice[];
  owners: Choice[];
  inputs: RowOf<"metric">[];
}

export async function betChoices(read: Reader, memberId: string): Promise<BetChoices> {
  const rows = await betRows(read);
  const active = rows.squads.filter((one) => one.state === "active");
  const allowed = await Promise.all(
    active.map((one) => may(read, memberId, ["bet.place", { squadId: one.id }])),
  );
  const mine = (squad: RowOf<"squad">) => squad.members.some((one) => one.memberId === memberId);
  return {
    rows,
    squads: active
      .filter((_, index) => allowed[index])
      .sort((a, b) => Number(mine(b)) - Number(mine(a)) || a.name.localeCompare(b.name))
      .map((one) => ({ value: one.id, label: one.name })),
    owners: rows.members
      .filter((one) => one.state === "active" && one.role !== "viewer")
      .map((one) => ({ value: one.id, label: one.name }))
      .sort((a, b) => a.label.localeCompare(b.label)),
    inputs: rows.metrics
      .filter((one) => one.state === "active" && (one.kind === "input" || one.kind === "north-star"))
      .sort(
        (a, b) =>
          Number(a.kind === "north-star") - Number(b.kind === "north-star") || a.name.localeCompare(b.name),
      ),
  };
}

/** Key results that can justify a bet now: planned or running, the squad's own first, each with its cycle. */
export function keyResultChoices({ keyResults, objectives, cycles }: BetRows, squadId: string): Choice[] {
  const open = new Map(
    cycles.filter((one) => one.state === "planning" || one.state === "running").map((one) => [one.id, one]),
  );
  const own = (row: RowOf<"key-result">) =>
    objectives.find((one) => one.id === row.objectiveId)?.squadId === squadId;
  return keyResults
    .filter((one) => open.has(one.cycleId) && (one.state === "draft" || one.state === "committed"))
    .sort((a, b) => Number(own(b)) - Number(own(a)) || a.title.localeCompare(b.title))
    .map((one) => ({
      value: one.id,
      label:
        open.get(one.cycleId)?.state === "planning"
          ? `${one.title} (${open.get(one.cycleId)?.name})`
          : one.title,
    }));
}
