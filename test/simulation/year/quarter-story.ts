import { reviewId } from "../../../shared/reviews/review.ts";
import { day, hour, plusDays } from "./calendar.ts";
import { commitQuarter, openQuarter, type Quarter, quartersOf } from "./quarters.ts";
import type { Programme } from "./story.ts";

/** What the cpo does in time, late, or not at all: planning, committing, grading, closing, looking back; and the month. */
export function quartersToday({ year, company, on, dawn, at }: Programme): void {
  const { chance, facts, clock } = year;
  const ada = company.ada.memberId;
  const morning = dawn + 8 * hour + 3 * 60_000;
  const later = (days: number) => morning + days * day;

  const next = quartersOf(2026).find(([startsOn]) => plusDays(startsOn, -16) === on);
  if (next !== undefined) {
    const delay = chance.pick([5, 8, 12, 18]);
    at(morning, "everything", async () => {
      const quarter = await openQuarter(year, company, ...next);
      at(later(delay), "everything", () => commitQuarter(year, company, quarter));
    });
  }
  const over = facts.all("cycle", clock.now).find((one) => plusDays(one.endsOn, 1) === on);
  if (over !== undefined) endsToday({ ...over, cycleId: over.id });
  if (on.endsWith("-01")) {
    const cycle = facts.all("cycle", clock.now).find((one) => one.state === "running");
    const [director] = company.people.slice(2);
    const about = { beat: "monthly" as const, cycleId: cycle?.id ?? "", on };
    const [opened, done] = [chance.below(3), 2 + chance.below(8)];
    if (cycle !== undefined && chance.one(0.7)) {
      at(later(opened), "nothing", () => year.tell(director!.memberId, "review.open", about));
      at(later(done), "nothing", () =>
        year.tell(director!.memberId, "review.complete", { reviewId: reviewId(about) }),
      );
    }
  }

  function endsToday({ cycleId, endsOn }: Quarter): void {
    const [graded, closed, looked] = [chance.below(6), 7 + chance.below(12), chance.pick([4, 9])];
    at(later(graded), "everything", () => year.tell(ada, "cycle.grade", { cycleId }));
    at(later(closed), "everything", () => year.tell(ada, "cycle.close", { cycleId }));
    const about = { beat: "quarterly" as const, cycleId, on: endsOn };
    if (chance.one(0.5))
      at(later(looked), "nothing", async () => {
        await year.tell(ada, "review.open", about);
        await year.tell(ada, "review.complete", { reviewId: reviewId(about) });
      });
  }
}
