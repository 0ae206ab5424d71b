import { seriesOf } from "../../../shared/metrics/series.ts";
import { starThen } from "../../../shared/metrics/star-then.ts";
import { type ObjectiveProgress, objectiveProgress } from "../../../shared/okrs/objective-progress.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Reader } from "../../store/live.ts";

/** The North Star as it stood when a cycle ended, and what it came from. */
export interface StarAtEnd {
  metric: RowOf<"metric">;
  /** The last readings up to the cycle's last day, and up to the day before its first. */
  end: RowOf<"reading">;
  start: RowOf<"reading"> | undefined;
}

/** An objective as it ended. */
export interface PastObjective {
  row: RowOf<"objective">;
  squad: string | undefined;
  /** The company objective it serves, by its title. */
  serves: string | undefined;
  score: ObjectiveProgress;
  keyResults: { row: RowOf<"key-result">; owner: string; checkIns: RowOf<"check-in">[] }[];
}

export interface PastRows {
  star: StarAtEnd | undefined;
  objectives: PastObjective[];
  /** Held in the cycle, the earliest first. */
  reviews: RowOf<"review">[];
}

type Cycle = RowOf<"cycle">;

/** What a cycle came to, as far as this phone holds its rows. */
export async function pastRows(read: Reader, cycle: Cycle): Promise<PastRows> {
  const [objectives, keyResults, checkIns, members, squads, reviews, star] = await Promise.all([
    read.inCycle("objective", cycle.id),
    read.inCycle("key-result", cycle.id),
    read.inCycle("check-in", cycle.id),
    read.list("member"),
    read.list("squad"),
    read.list("review", cycle.id),
    starAtEnd(read, cycle),
  ]);
  const nameOf = (id: string) => members.find((one) => one.id === id)?.name ?? "somebody who left";
  const said = new Map<string, RowOf<"check-in">[]>();
  for (const one of checkIns) said.set(one.keyResultId, [...(said.get(one.keyResultId) ?? []), one]);
  const counted = keyResults.filter((one) => one.state === "committed" || one.state === "graded");
  const ended = objectives
    .filter((one) => one.state === "committed")
    .map((row): PastObjective => {
      const own = counted.filter((one) => one.objectiveId === row.id).sort((a, b) => (a.id < b.id ? -1 : 1));
      const under = own.map((one) => ({
        ...{ row: one, owner: nameOf(one.ownerId), checkIns: said.get(one.id) ?? [] },
      }));
      const squad = squads.find((one) => one.id === row.squadId)?.name;
      const serves = objectives.find((one) => one.id === row.parentId)?.title;
      return { row, squad, serves, keyResults: under, score: objectiveProgress(own, checkIns) };
    })
    .sort((a, b) => (a.squad ?? "").localeCompare(b.squad ?? "") || (a.row.id < b.row.id ? -1 : 1));
  const held = reviews.filter((one) => one.state === "done").sort((a, b) => (a.on < b.on ? -1 : 1));
  return { star, objectives: ended, reviews: held };
}

/** Undefined where there was no North Star or nobody read it by then. */
export async function starAtEnd(read: Reader, cycle: Cycle): Promise<StarAtEnd | undefined> {
  const star = starThen(await read.list("north-star"), cycle.endsOn);
  const metric = star && (await read.get("metric", star.metricId));
  if (metric === undefined) return undefined;
  const series = seriesOf(await read.list("reading", metric.id));
  const end = series.findLast((one) => one.on <= cycle.endsOn);
  const start = series.findLast((one) => one.on < cycle.startsOn);
  return end && { metric, end, start };
}
