import { checkYear, type Found } from "./checker/check.ts";
import { foundCompany } from "./company.ts";
import { live } from "./live.ts";
import { commitQuarter, openQuarter, quartersOf } from "./quarters.ts";
import { createStory } from "./story.ts";
import { type Bug, openYear } from "./year.ts";

export interface Span {
  seed: number;
  /** The first day; the company is founded at ten that morning, UTC. */
  from: string;
  weeks: number;
  bug?: Bug;
}

/** Lives some weeks of a company and checks them. The same span is the same story, to the second. */
export async function liveThrough({ seed, from, weeks, bug }: Span): Promise<Found> {
  const start = Date.parse(`${from}T10:00:00Z`);
  const until = start + weeks * 7 * 86_400_000;
  const year = await openYear(seed, start, bug);
  try {
    const company = await foundCompany(year);
    const [startsOn, endsOn] = quartersOf(2026).find(([, last]) => last > from)!;
    await commitQuarter(year, company, await openQuarter(year, company, startsOn, endsOn));
    const lived = await live(year, createStory(year, company), until);
    return await checkYear(year, lived, start, until);
  } finally {
    await year.close();
  }
}
