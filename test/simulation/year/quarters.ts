import { iso, plusDays } from "./calendar.ts";
import type { Company } from "./company.ts";
import type { Year } from "./year.ts";

export interface Quarter {
  cycleId: string;
  startsOn: string;
  endsOn: string;
}

const aSquad = 5;

/** Opens a cycle with an objective for each squad and five key results in each, owned by its members in turn. */
export async function openQuarter(
  year: Year,
  company: Company,
  startsOn: string,
  endsOn: string,
): Promise<Quarter> {
  const { ada, squads } = company;
  const cycleId = year.id();
  await told(
    year.tell(ada.memberId, "cycle.open", { id: cycleId, name: `From ${startsOn}`, startsOn, endsOn }),
  );
  for (const squadId of squads) {
    const objectiveId = year.id();
    const exempt = { reason: "Only this quarter." };
    const objective = { id: objectiveId, cycleId, squadId, title: "A weekly habit", exempt };
    await told(year.tell(ada.memberId, "objective.draft", objective));
    for (const [turn, ownerId] of ownersOf(year, squadId).slice(0, aSquad).entries())
      await draft(year, company, { objectiveId, ownerId, title: `Key result ${turn}` });
  }
  return { cycleId, startsOn, endsOn };
}

/** One more key result; whoever plans late commits it into a cycle that runs. */
export async function draft(
  year: Year,
  { ada }: Company,
  { objectiveId, ownerId, title }: { objectiveId: string; ownerId: string; title: string },
): Promise<string> {
  const id = year.id();
  const numbers = { direction: "increase" as const, baseline: 0, target: 100 };
  const unit = { label: "", scale: "value" as const, decimals: 0 };
  await told(
    year.tell(ada.memberId, "key-result.draft", { id, objectiveId, ownerId, title, ...numbers, unit }),
  );
  return id;
}

/** Before the gate opens, what belongs to people who have left is given to their squad's others. */
export async function commitQuarter(
  year: Year,
  { ada, squads }: Company,
  { cycleId }: Quarter,
): Promise<void> {
  const { facts, clock } = year;
  for (const objective of facts.all("objective", clock.now).filter((one) => one.cycleId === cycleId)) {
    const owners = ownersOf(year, objective.squadId ?? squads[0]!);
    for (const one of facts.all("key-result", clock.now).filter((kr) => kr.objectiveId === objective.id))
      if (facts.find("member", one.ownerId, clock.now)?.state !== "active")
        await year.tell(ada.memberId, "key-result.reassign", { keyResultId: one.id, ownerId: owners[0]! });
  }
  await told(year.tell(ada.memberId, "cycle.commit", { cycleId }));
}

/** Members of a squad who may own something. */
export function ownersOf({ facts, clock }: Year, squadId: string): string[] {
  const members = facts.find("squad", squadId, clock.now)?.members ?? [];
  return members
    .map((one) => one.memberId)
    .filter((id) => {
      const member = facts.find("member", id, clock.now);
      return member?.state === "active" && member.role !== "viewer";
    });
}

/** The quarters of a year, each as [first day, last day]. */
export function quartersOf(year: number): [string, string][] {
  const starts = ["01", "04", "07", "10"].map((month) => `${year}-${month}-01`);
  return starts.map((on, index) => [on, plusDays(starts[index + 1] ?? `${year + 1}-01-01`, -1)]);
}

export function today(year: Year): string {
  return iso(year.clock.now).slice(0, 10);
}

async function told(answer: Promise<boolean>): Promise<void> {
  if (!(await answer)) throw new Error("a quarter could not be planned");
}
