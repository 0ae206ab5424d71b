import { quarterOf } from "../../../shared/okrs/quarter.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import type { ToldCycle } from "./cycles.ts";
import { percent } from "./okrs.ts";
import type { Teller } from "./story.ts";

/** The quarter to come, half planned: what a planning session finds on its table, and a gate that still says no. */
export function tellNextCycle(teller: Teller, { quarter }: ToldCycle): void {
  const { chance, now, tell, member, squad, metric } = teller;
  const at = `${addDays(now.slice(0, 10), -3)}T13:00:00.000Z`;
  const cycleId = chance.id(at);
  tell(member("ada"), "cycle.open", { id: cycleId, ...quarterOf(addDays(quarter.endsOn, 1)) }, at);
  const inputs = [metric("week-2-activation")];
  tell(member("tomas"), "cycle.allocate", { cycleId, squadId: squad("ads"), metricIds: inputs }, at);
  const parentId = chance.id(at);
  const parent = { id: parentId, cycleId, title: "Make the second week as good as the first" };
  tell(member("dora"), "objective.draft", parent, at);
  const objectiveId = chance.id(at);
  const objective = { id: objectiveId, cycleId, parentId, squadId: squad("ads") };
  tell(
    member("tomas"),
    "objective.draft",
    { ...objective, title: "An upgrade that comes at the right moment" },
    at,
  );
  const keyResult = {
    ...{ id: chance.id(at), objectiveId, ownerId: member("tomas"), direction: "increase", unit: percent(0) },
    ...{ title: "New listeners active in week 2, from 42% to 48%", baseline: 0.42, target: 0.48 },
    moves: { metricId: metric("week-2-activation"), because: "" },
  };
  tell(member("tomas"), "key-result.draft", keyResult, at);
}
