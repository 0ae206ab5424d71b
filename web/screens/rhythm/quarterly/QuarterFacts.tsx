import type { HeldItem } from "../../../../shared/reviews/agenda.ts";
import { quarterRetro } from "../../../../shared/reviews/quarter-retro.ts";
import { betsOf, betsTaught, elseHappened, inputsNext } from "../../../../shared/reviews/quarterly.ts";
import { ItemFacts } from "../ItemFacts.tsx";
import { MarkedThen } from "../MarkedThen.tsx";
import type { ReviewView } from "../review-view.ts";
import { BetsTaught } from "./BetsTaught.tsx";
import { GradeFacts } from "./GradeFacts.tsx";
import { NextInputs } from "./NextInputs.tsx";
import { RetroFacts } from "./RetroFacts.tsx";

/** What the look back at a cycle has to show of an item: a grade, a retro, or what belongs to a question. */
export function QuarterFacts({
  item: { subject, part },
  view,
  today,
}: {
  item: HeldItem;
  view: ReviewView;
  today: string;
}) {
  const { rows, terms } = view;
  const quarter = quarterRetro(terms.cycleId, rows);
  if (part === "grades") {
    const keyResult = rows.keyResults.find((one) => one.id === subject.id);
    return keyResult ? <GradeFacts keyResult={keyResult} view={view} /> : null;
  }
  const look = quarter?.inputs.find((one) => one.metric.id === subject.id);
  if (quarter && look) return <RetroFacts look={look} quarter={quarter} view={view} today={today} />;
  if (subject.kind !== "topic") return <ItemFacts subject={subject} view={view} today={today} />;
  if (subject.id === elseHappened) return <MarkedThen cycleId={terms.cycleId} rows={rows} today={today} />;
  if (subject.id === betsTaught) return <BetsTaught bets={betsOf(terms.cycleId, rows)} />;
  if (subject.id === inputsNext && quarter) return <NextInputs quarter={quarter} />;
  return null;
}
