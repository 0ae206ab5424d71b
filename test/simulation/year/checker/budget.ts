import { dayIn, iso, plusDays, weekday } from "../calendar.ts";
import type { Check } from "./check.ts";
import { isUrgent } from "./decisions.ts";
import type { Line } from "./ledger.ts";
import { memberAt } from "./people.ts";

/** Said to one member, in the order it was said. */
interface Said {
  line: Line;
  at: number;
  urgent: boolean;
}

/** One a subject and day, three a day, ten a week, the last of each for what is urgent; and nothing held back below that. */
export function checkBudget({ year, breach }: Check, lines: readonly Line[]): void {
  const people = new Map<string, Line[]>();
  for (const one of lines) people.set(one.memberId, [...(people.get(one.memberId) ?? []), one]);
  for (const [memberId, own] of people) {
    const all: Said[] = own
      .flatMap((line) =>
        line.saidAt === undefined ? [] : [{ line, at: line.saidAt, urgent: isUrgent(year, line) }],
      )
      // Of what is said at the same minute the urgent comes first.
      .sort((a, b) => a.at - b.at || Number(b.urgent) - Number(a.urgent));
    for (const [index, one] of all.entries()) {
      const why = full(year, memberId, one, all.slice(Math.max(0, index - 40), index));
      if (why !== undefined)
        breach("none outside the budget", `${why}: ${one.line.kind} ${memberId} at ${iso(one.at)}`);
    }
    for (const line of own.filter((one) => one.state === "skipped" && one.reason === "budget")) {
      const at = line.decidedAt!;
      const wish = { line, at, urgent: isUrgent(year, line) };
      const before = all.filter(
        (one) => one.at <= at && one.at > at - 15 * 86_400_000 && one.line.id !== line.id,
      );
      if (full(year, memberId, wish, before) === undefined)
        breach("none held back without need", `${line.kind} ${memberId} at ${iso(at)}`);
    }
  }
}

/** What of the budget is used up before something is said; by the days of the zone somebody is in then. */
function full(year: Check["year"], memberId: string, { line, at, urgent }: Said, before: readonly Said[]) {
  const zone = memberAt(year, memberId, at)?.zone ?? "UTC";
  const today = dayIn(at, zone);
  const thisDay = before.filter((one) => dayIn(one.at, zone) === today);
  if (thisDay.some((one) => one.line.subjectId === line.subjectId)) return "one a subject and day";
  if (thisDay.length >= (urgent ? 3 : 2)) return "three a day";
  const thisWeek = before.filter((one) => mondayOf(dayIn(one.at, zone)) === mondayOf(today));
  if (thisWeek.length >= (urgent ? 10 : 8)) return "ten a week";
  const anomalies = thisWeek.filter((one) => one.line.kind === "anomaly").length;
  return line.kind === "anomaly" && anomalies >= 2 ? "two anomalies a week" : undefined;
}

function mondayOf(on: string): string {
  return plusDays(on, 1 - weekday(on));
}
