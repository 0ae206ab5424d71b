import { quarterOf, type Span } from "../../../shared/okrs/quarter.ts";
import { addDays, daysBetween } from "../../../shared/time/local-date.ts";
import { type SquadName, squads } from "./cast.ts";
import { checkInsOf } from "./check-ins.ts";
import { exempt } from "./exemption.ts";
import { type KeyResultStory, type ObjectiveStory, running } from "./okrs.ts";
import { closed } from "./past-okrs.ts";
import type { Teller } from "./story.ts";

const daysBehind = 28;
const daysToCome = 3;

/** A cycle as it was told: what later chapters point at. */
export interface ToldCycle {
  cycleId: string;
  quarter: Span;
  keyResults: { id: string; story: KeyResultStory }[];
  /** The company's objectives, in the order of the story. */
  companyObjectiveIds: string[];
}

/** Two closed cycles and the running one, each planned, committed, checked in on and, where over, graded. */
export function tellCycles(teller: Teller): ToldCycle[] {
  const quarters = quartersUntil(teller.now.slice(0, 10), closed.length + 1);
  const stories = [...closed, running];
  return quarters.map((quarter, index) => cycle(teller, quarter, stories[index]!, index < closed.length));
}

/**
 * The last `count` calendar quarters, the running one last. Whenever the example is told, that one has weeks behind it
 * and days to come: in its first weeks it is told to have begun a month early, in its last days to be over.
 */
function quartersUntil(today: string, count: number): Span[] {
  const quarters = [quarterOf(addDays(today, daysToCome))];
  while (quarters.length < count) quarters.unshift(quarterOf(addDays(quarters[0]!.startsOn, -1)));
  const [before, present] = quarters.slice(-2) as [Span, Span];
  if (daysBetween(present.startsOn, today) >= daysBehind) return quarters;
  const monthBefore = addDays(present.startsOn, -1).slice(0, 7);
  present.startsOn = `${monthBefore}-01`;
  before.endsOn = addDays(present.startsOn, -1);
  return quarters;
}

function cycle(teller: Teller, quarter: Span, story: ObjectiveStory[], over: boolean): ToldCycle {
  const { chance, tell, member, squad } = teller;
  const ada = member("ada");
  const planned = `${addDays(quarter.startsOn, -6)}T09:00:00.000Z`;
  const cycleId = chance.id(planned);
  tell(ada, "cycle.open", { id: cycleId, ...quarter }, planned);
  allocate(teller, cycleId, story, planned);
  const keyResults: ToldCycle["keyResults"] = [];
  const companyObjectiveIds: string[] = [];
  for (const { title, why, squads: carried } of story) {
    const parentId = chance.id(planned);
    companyObjectiveIds.push(parentId);
    tell(member("dora"), "objective.draft", { id: parentId, cycleId, title, why }, planned);
    for (const one of carried) {
      const objectiveId = chance.id(planned);
      tell(
        ada,
        "objective.draft",
        {
          ...{ id: objectiveId, cycleId, parentId, squadId: squad(one.squad), title: one.title },
          ...(one.why === undefined ? {} : { why: one.why }),
        },
        planned,
      );
      for (const keyResult of one.keyResults) {
        const id = chance.id(planned);
        keyResults.push({ id, story: keyResult });
        tell(ada, "key-result.draft", draftOf(teller, id, objectiveId, keyResult), planned);
      }
    }
  }
  if (!over) {
    exempt(teller, cycleId, quarter, planned);
    nameOmtm(teller, cycleId, planned);
  }
  tell(ada, "cycle.commit", { cycleId }, `${addDays(quarter.startsOn, -3)}T14:00:00.000Z`);
  for (const { id, story: one } of keyResults) checkInsOf(teller, id, one, quarter, over);
  const told = { cycleId, quarter, keyResults, companyObjectiveIds };
  if (!over) return told;
  const after = (days: number) => `${addDays(quarter.endsOn, days)}T10:00:00.000Z`;
  tell(ada, "cycle.grade", { cycleId }, after(2));
  for (const { id, story: one } of keyResults)
    tell(member(one.owner), "key-result.grade", { keyResultId: id }, after(3));
  tell(ada, "cycle.close", { cycleId }, after(5));
  return told;
}

/** What the planning session asked first: which squads can move which inputs. */
function allocate(teller: Teller, cycleId: string, story: ObjectiveStory[], at: string): void {
  const { tell, member, squad, metric } = teller;
  const inputs = new Map<SquadName, Set<string>>();
  for (const { squad: name, keyResults } of story.flatMap((one) => one.squads)) {
    const moved = inputs.get(name) ?? new Set<string>();
    for (const one of keyResults) moved.add(metric(one.moves));
    inputs.set(name, moved);
  }
  for (const [name, moved] of inputs)
    tell(
      member(squads[name].pm),
      "cycle.allocate",
      { cycleId, squadId: squad(name), metricIds: [...moved] },
      at,
    );
}

/** What two squads look at first in the running quarter. */
function nameOmtm({ tell, member, squad, metric }: Teller, cycleId: string, at: string): void {
  const named = [
    ["social", "week-2-activation"],
    ["podcasts", "weekly-podcast-habit"],
  ] as const;
  for (const [name, key] of named) {
    const omtm = { metricId: metric(key), cycleId };
    tell(member(squads[name].pm), "squad.set-omtm", { squadId: squad(name), omtm }, at);
  }
}

function draftOf({ member, metric }: Teller, id: string, objectiveId: string, story: KeyResultStory) {
  const { owner, title, direction, baseline, target, unit, moves, because, aspirational } = story;
  return {
    id,
    objectiveId,
    ownerId: member(owner),
    title,
    direction,
    baseline,
    target,
    unit,
    moves: { metricId: metric(moves), because },
    commitment: aspirational === true ? "aspirational" : "committed",
  };
}
