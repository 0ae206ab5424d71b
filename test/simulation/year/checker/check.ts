import { day, dayIn, hour, iso, minute } from "../calendar.ts";
import type { Lived } from "../live.ts";
import type { Year } from "../year.ts";
import { checkBudget } from "./budget.ts";
import { checkDecisions } from "./decisions.ts";
import { checkDeliveries, endPhones } from "./deliveries.ts";
import { intendedIn } from "./intended.ts";
import { type Line, linesIn, postsIn, sameAs } from "./ledger.ts";
import { firstMoment } from "./people.ts";

/** What a checked year held. */
export interface Found {
  /** Broken promises, each as a sentence; at most a few of each sort. */
  breaches: string[];
  counts: Record<string, number>;
}

/** Everything a check looks at, and where it writes down what it found. */
export interface Check {
  year: Year;
  until: number;
  lived: Lived;
  breach(promise: string, what: string): void;
}

const shown = 5;

/** Reads the ledger of a year, and the receipts of the push services, and holds both against what was true when. */
export async function checkYear(year: Year, lived: Lived, from: number, until: number): Promise<Found> {
  const { facts, northing } = year;
  const [lines, posts] = [await linesIn(northing.database), await postsIn(northing.database)];
  endPhones(year);
  const broken = new Map<string, string[]>();
  const breach = (promise: string, what: string) => {
    broken.set(promise, [...(broken.get(promise) ?? []), what]);
  };
  const check: Check = { year, until, lived, breach };

  const keyOf = (one: { kind: string; subjectId: string; memberId: string; occurrenceOn: string }) =>
    [one.kind, one.subjectId, one.memberId, one.occurrenceOn].join(" ");
  const same = sameAs(lines);
  const there = new Map(lines.map((one) => [keyOf(one), one]));
  // What is intended in the first day was planned before there was anything to plan it by.
  const intended = intendedIn(facts, year.workspaceId, from + day, until - hour);
  for (const one of intended) {
    const line = there.get(keyOf(one));
    if (line === undefined) breach("none is missing", `${keyOf(one)} was to be said at ${iso(one.at)}`);
    else if (
      !isSnoozed(year, one.memberId, one.at) &&
      !isPutOff(year, line, same(line), one.at) &&
      !isInTime(year, line, one.at)
    )
      breach(
        "each in time",
        `${keyOf(one)} was to be decided at ${iso(one.at)}, not ${iso(line.saidAt ?? line.decidedAt ?? 0)}`,
      );
  }
  checkDecisions(check, lines, posts);
  checkBudget(check, lines);
  checkDeliveries(check, lines, posts);

  const breaches = [...broken].flatMap(([promise, all]) => [
    ...all.slice(0, shown).map((one) => `${promise}: ${one}`),
    ...(all.length > shown ? [`${promise}: and ${all.length - shown} more`] : []),
  ]);
  const said = lines.filter((one) => one.saidAt !== undefined).length;
  const counts = {
    ...{ intended: intended.length, lines: lines.length, said, messages: posts.length },
    ...{
      tries: year.services.receipts.length,
      taken: year.services.receipts.filter((one) => one.taken).length,
    },
    breaches: [...broken.values()].reduce((sum, all) => sum + all.length, 0),
  };
  return { breaches, counts };
}

/** Somebody wants to hear of nothing for now. */
function isSnoozed({ facts }: Year, memberId: string, at: number): boolean {
  const until = facts.find("member", memberId, at)?.preferences.snoozedUntil;
  return until !== undefined && Date.parse(until) > at;
}

/** A digest that is ready on a day on which its squad has had its word comes on the next that has none. */
function isPutOff({ facts }: Year, line: Line, same: readonly Line[], at: number): boolean {
  const zone = facts.find("member", line.memberId, at)?.zone;
  if (line.kind !== "digest" || zone === undefined) return false;
  return same.some(
    ({ id, saidAt }) =>
      id !== line.id && saidAt !== undefined && saidAt <= at && dayIn(saidAt, zone) === dayIn(at, zone),
  );
}

/** Within three minutes, or of the server's coming back. */
function isInTime({ away, facts }: Year, { saidAt, decidedAt: last, memberId }: Line, at: number): boolean {
  const decidedAt = saidAt ?? last;
  if (decidedAt === undefined) return false;
  const gone = away.find((one) => one.from <= at && at < one.until);
  const expected =
    gone === undefined ? at : (firstMoment(facts, memberId, gone.until, gone.until + 9 * day) ?? at);
  return decidedAt >= at - minute && decidedAt <= expected + 3 * minute;
}
