import { type Standing, standing } from "../check-ins/history.ts";
import type { RowOf } from "../sync/mutation.ts";
import { daysBetween } from "../time/local-date.ts";
import type { Cycle } from "./cycle.ts";
import { type Forecast, fewestPoints, forecast, type Point, priorFrom, stretchOf } from "./forecast.ts";
import type { Status } from "./progress.ts";

/** Where a key result will likely end, from its own check-ins. */
export interface Outlook extends Forecast {
  /** Of an aspirational one: the chance to come 70 % of the way, and the value that is. */
  stretch?: { probability: number; value: number };
}

/**
 * The forecast of a running key result on a day; undefined before four check-ins with a value, after its cycle, and for
 * milestones. `graded` are key results of past cycles, for the chance before anything is known.
 */
export function outlookOf(
  keyResult: RowOf<"key-result">,
  cycle: Pick<Cycle, "startsOn" | "endsOn" | "state">,
  checkIns: readonly RowOf<"check-in">[],
  graded: readonly Pick<RowOf<"key-result">, "grade">[],
  on: string,
): Outlook | undefined {
  const { direction, baseline, target, unit, commitment, state } = keyResult;
  const runs = state === "committed" && cycle.state === "running" && on <= cycle.endsOn;
  if (!runs || direction === "milestones" || target === undefined) return undefined;
  const said = standing(checkIns).flatMap((one) => pointOf(one, cycle));
  if (said.length < fewestPoints) return undefined;
  const heads = direction === "increase" || direction === "decrease";
  const points =
    heads && baseline !== undefined && said[0]!.week > 0 ? [{ week: 0, value: baseline }, ...said] : said;
  const scores = graded.flatMap((one) => one.grade?.adjusted ?? one.grade?.score ?? []);
  const question = {
    goodDirection: direction === "increase" || direction === "stay-above" ? "up" : "down",
    endWeek: weekOf(cycle.endsOn, cycle),
    prior: priorFrom(scores.filter((one) => one >= 1).length, scores.length),
    scale: unit.scale,
  } as const;
  const found = forecast(points, { ...question, target });
  if (found === null) return undefined;
  if (commitment !== "aspirational" || !heads || baseline === undefined) return found;
  const value = stretchOf(baseline, target);
  const { probability } = forecast(points, { ...question, target: value })!;
  return { ...found, stretch: { probability, value } };
}

const unlikely = 0.35;
const likely = 0.6;

/** Where pace and forecast point different ways; the two are never blended. */
export function outlookAgainst(status: Status, { probability }: Outlook): "worse" | "better" | undefined {
  if (status === "on-pace" && probability <= unlikely) return "worse";
  return (status === "behind" || status === "off-pace") && probability >= likely ? "better" : undefined;
}

function pointOf({ original, latest }: Standing, cycle: Pick<Cycle, "startsOn">): Point[] {
  return latest.value === undefined
    ? []
    : [{ week: weekOf(original.occurrenceOn, cycle), value: latest.value }];
}

function weekOf(on: string, { startsOn }: Pick<Cycle, "startsOn">): number {
  return daysBetween(startsOn, on) / 7;
}
