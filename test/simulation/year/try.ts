import { checkYear } from "./checker/check.ts";
import { foundCompany } from "./company.ts";
import { live } from "./live.ts";
import { commitQuarter, openQuarter, quartersOf } from "./quarters.ts";
import { createStory } from "./story.ts";
import { openYear } from "./year.ts";
export async function run(weeks: number) {
  const u = () => { const x = process.cpuUsage(); return (x.user + x.system) / 1e6; };
  for (const seed of (process.env.SEEDS ?? "1").split(",").map(Number)) {
  const start = Date.parse("2025-12-29T10:00:00Z");
  const year = await openYear(seed, start);
  const company = await foundCompany(year);
  await commitQuarter(year, company, await openQuarter(year, company, ...quartersOf(2026)[0]!));
  const story = createStory(year, company);
  const s = u();
  const until = start + weeks * 7 * 86400000;
  const lived = await live(year, story, until);
  console.log("cpu", u() - s, lived.looks.length);
  const s2 = u();
  const found = await checkYear(year, lived, start, until);
  console.log("check", u() - s2, found.counts, [...year.refused], year.away.length);
  console.log(found.breaches.join("\n"));
  await year.close();
  }
}
