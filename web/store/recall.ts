import { recallId } from "../../shared/metrics/recall.ts";
import { type RecallQuestion, recallQuestion } from "../../shared/metrics/recall-question.ts";
import { seriesOf } from "../../shared/metrics/series.ts";
import { starExamples } from "../../shared/metrics/star-examples.ts";
import { standing } from "../../shared/okrs/line.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { addDays } from "../../shared/time/local-date.ts";
import { type Reader, useLive, useToday } from "./live.ts";
import { useMemberId } from "./me.ts";

/** A cycle's question waits until its plan has sunk in. */
const settleDays = 14;

export interface AskedRecall {
  cycle: RowOf<"cycle">;
  question: RecallQuestion;
  /** Why the product exists. */
  statement: string;
  /** The North Star's values, oldest first. */
  values: number[];
  /** What this member answered in the cycle, once they have. */
  given: RowOf<"recall"> | undefined;
  /** The cycle is old enough to ask. */
  due: boolean;
}

/** The question of the running cycle for this member. Undefined until read; null where there is nothing to ask. */
export function useRecall(): AskedRecall | null | undefined {
  const memberId = useMemberId();
  const today = useToday();
  return useLive((read) => readRecall(read, memberId, today), [memberId, today]);
}

export async function readRecall(read: Reader, memberId: string, today: string): Promise<AskedRecall | null> {
  const cycles = await read.list("cycle");
  const cycle = cycles.find((one) => one.state === "running" && one.startsOn <= today);
  if (cycle === undefined || memberId === "") return null;
  const [northStars, metrics, candidates] = await Promise.all([
    read.list("north-star"),
    read.list("metric"),
    read.list("candidate"),
  ]);
  const question = recallQuestion({
    ...{ memberId, cycleId: cycle.id, northStars, metrics, candidates },
    examples: starExamples.map((one) => one.metric),
  });
  if (question === null) return null;
  const [given, readings] = await Promise.all([
    read.get("recall", recallId({ cycleId: cycle.id, memberId })),
    read.list("reading", question.answer.key),
  ]);
  return {
    cycle,
    question,
    statement: standing(northStars)[0]?.statement ?? "",
    values: seriesOf(readings).map((one) => one.value),
    given,
    due: addDays(cycle.startsOn, settleDays) <= today,
  };
}
