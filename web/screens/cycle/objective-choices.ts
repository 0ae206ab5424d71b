import type { Reader } from "../../store/live.ts";
import { may } from "../../store/may.ts";
import type { Choice } from "../../ui/Select.tsx";

export interface ObjectiveChoices {
  squads: Choice[];
  /** This member may write company objectives. */
  forCompany: boolean;
  parents: Choice[];
  /** Objectives of the cycle that are declared exemptions already: one a squad is allowed. */
  exempt: { id: string; squadId: string; title: string }[];
}

/** Squads this member may write objectives for, and the company objectives of a cycle those can serve. */
export async function objectiveChoices(
  read: Reader,
  memberId: string,
  cycleId: string,
): Promise<ObjectiveChoices> {
  const active = (await read.list("squad")).filter((one) => one.state === "active");
  const allowed = await Promise.all(
    active.map((one) => may(read, memberId, ["objective.draft", { squadId: one.id }])),
  );
  const squads = active.filter((_, index) => allowed[index]);
  const objectives = await read.inCycle("objective", cycleId);
  const parents = objectives.filter((one) => one.squadId === undefined && one.state !== "dropped");
  const exempt = objectives.filter((one) => one.exempt !== undefined && one.state !== "dropped");
  return {
    exempt: exempt.map(({ id, squadId = "", title }) => ({ id, squadId, title })),
    squads: squads.map((one) => ({ value: one.id, label: one.name })).sort(byLabel),
    forCompany: await may(read, memberId, ["objective.draft", {}]),
    parents: parents.map((one) => ({ value: one.id, label: one.title })).sort(byLabel),
  };
}

function byLabel(a: Choice, b: Choice): number {
  return a.label.localeCompare(b.label);
}
