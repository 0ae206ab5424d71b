import { occurrencesBetween } from "../../../shared/check-ins/occurrence.ts";
import { defaultRhythm } from "../../../shared/people/workspace.ts";
import { type Beat, reviewId } from "../../../shared/reviews/review.ts";
import { addDays, weekdayOf } from "../../../shared/time/local-date.ts";
import { type Persona, type SquadName, squads } from "./cast.ts";
import type { ToldCycle } from "./cycles.ts";
import { monthlySaid, quarterlySaid, type Said, weeklySaid } from "./decided.ts";
import type { MetricKey } from "./metrics.ts";
import { running } from "./okrs.ts";
import { closed } from "./past-okrs.ts";
import type { Teller } from "./story.ts";

/** Reviews of every beat that has come round: each opened, decided on and closed by whoever leads it. */
export function tellReviews(teller: Teller, cycles: readonly ToldCycle[]): void {
  const stories = [...closed, running];
  for (const [index, cycle] of cycles.entries()) {
    const over = index < closed.length;
    const squadOf = new Map(
      stories[index]!.flatMap((one) =>
        one.squads.flatMap(({ squad, keyResults }) => keyResults.map((key) => [key.title, squad] as const)),
      ),
    );
    weekly(teller, cycle, squadOf);
    monthly(teller, cycle);
    if (over) quarterly(teller, cycle, quarterlySaid[index] ?? {});
  }
}

function weekly(
  { now, tell, member, squad }: Teller,
  cycle: ToldCycle,
  squadOf: ReadonlyMap<string, SquadName>,
): void {
  const { cycleId, quarter, keyResults } = cycle;
  const occurrences = occurrencesBetween(defaultRhythm, addDays(quarter.startsOn, 5), quarter.endsOn);
  // The last two months of them: the example is to be read, not archived.
  const recent = occurrences.filter((one) => one.dueOn > addDays(now.slice(0, 10), -60));
  for (const [week, { dueOn, nextOpensOn }] of recent.entries())
    for (const [name, { pm }] of Object.entries(squads) as [SquadName, { pm: Persona }][]) {
      const about = keyResults.filter((one) => squadOf.get(one.story.title) === name);
      if (about.length === 0 || nextOpensOn > now.slice(0, 10)) continue;
      const said = weeklySaid[(week + name.length) % weeklySaid.length]!;
      const review = { beat: "weekly" as const, cycleId, squadId: squad(name), on: dueOn };
      hold(
        tell,
        member(pm),
        review,
        about.map((one) => [one.id, said] as const),
        `${addDays(dueOn, 2)}T15:00:00.000Z`,
      );
    }
}

/** The first working day of each month, by the director. */
function monthly({ tell, member }: Teller, { cycleId, quarter, keyResults }: ToldCycle): void {
  const looked = keyResults.flatMap(({ id, story }) => {
    const said = monthlySaid[story.title];
    return said === undefined ? [] : [{ id, said }];
  });
  for (const months of [1, 2] as const) {
    const [year, month] = quarter.startsOn.split("-").map(Number) as [number, number];
    const on = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
    const day = weekdayOf(on) > 5 ? addDays(on, 8 - weekdayOf(on)) : on;
    const review = { beat: "monthly" as const, cycleId, on };
    const decided = looked.map(({ id, said }) => [id, said[months - 1]!] as const);
    hold(tell, member("dora"), review, decided, `${day}T15:00:00.000Z`);
  }
}

function quarterly(
  { tell, member, metric }: Teller,
  { cycleId, quarter }: ToldCycle,
  inputs: Partial<Record<MetricKey, Said>>,
): void {
  const at = `${addDays(quarter.endsOn, 6)}T13:00:00.000Z`;
  const review = { beat: "quarterly" as const, cycleId, on: quarter.endsOn };
  const ada = member("ada");
  tell(ada, "review.open", { ...review, items: [] }, at);
  for (const [key, said] of Object.entries(inputs) as [MetricKey, Said][]) {
    const subject = { kind: "metric", id: metric(key) };
    tell(ada, "review.decide", { reviewId: reviewId(review), subject, ...said }, at);
  }
  tell(ada, "review.complete", { reviewId: reviewId(review) }, at);
}

function hold(
  tell: Teller["tell"],
  leader: string,
  review: { beat: Beat; cycleId: string; squadId?: string; on: string },
  decided: readonly (readonly [keyResultId: string, said: Said])[],
  at: string,
): void {
  const subjectOf = (id: string) => ({ kind: "key-result", id });
  const items = decided.map(([id]) => ({ subject: subjectOf(id), why: "It runs." }));
  const { squadId, ...rest } = review;
  tell(leader, "review.open", { ...rest, ...(squadId === undefined ? {} : { squadId }), items }, at);
  for (const [id, said] of decided)
    tell(leader, "review.decide", { reviewId: reviewId(review), subject: subjectOf(id), ...said }, at);
  tell(leader, "review.complete", { reviewId: reviewId(review) }, at);
}
