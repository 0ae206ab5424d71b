import { type ReportAsked, type ReportView, reportOn, type ToldReport } from "../../store/reports.ts";
import { type Answer, useAnswer } from "../../ui/answer.ts";

interface Told {
  told: ToldReport | undefined;
  /** What the server said of a past day. */
  answer: Answer<unknown>;
  again: () => void;
}

/** The report asked for: of today from this phone's rows, of a past day from the server. */
export function useTold({ cycleId, on }: ReportAsked, view: ReportView | null | undefined): Told {
  // A view that answers the question before names another cycle, of which no day is to be fetched.
  const isOf = view?.asked.on === on && view?.asked.cycleId === cycleId;
  const cycle = isOf ? view?.cycle : undefined;
  const key = on === undefined || cycle === undefined ? "" : `${on} ${cycle.id}`;
  const [answer, again] = useAnswer(
    async () => ({ key, told: on && cycle ? await reportOn(on, cycle, view?.cycles ?? []) : undefined }),
    { key },
  );
  if (on === undefined) return { told: view?.told, answer: isOf ? answer : { state: "waiting" }, again };
  if (answer.state !== "here") return { told: undefined, answer, again };
  const isLate = answer.value.key !== key || !isOf;
  return {
    told: isLate ? undefined : answer.value.told,
    answer: isLate ? { state: "waiting" } : answer,
    again,
  };
}
