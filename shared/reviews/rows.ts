import type { RowOf } from "../sync/mutation.ts";

/** What agendas, digests and beats are worked out from; every list may hold more than is asked for. */
export interface ReviewRows {
  workspace: RowOf<"workspace">;
  members: readonly RowOf<"member">[];
  squads: readonly RowOf<"squad">[];
  metrics: readonly RowOf<"metric">[];
  northStars: readonly RowOf<"north-star">[];
  cycles: readonly RowOf<"cycle">[];
  objectives: readonly RowOf<"objective">[];
  keyResults: readonly RowOf<"key-result">[];
  checkInsOn: (keyResultId: string) => readonly RowOf<"check-in">[];
  blockersOn: (keyResultId: string) => readonly RowOf<"blocker">[];
  readingsOf: (metricId: string) => readonly RowOf<"reading">[];
  anomalies: readonly RowOf<"anomaly">[];
  bets: readonly RowOf<"bet">[];
  reviews: readonly RowOf<"review">[];
  /** What was marked on days; without it nothing was. */
  events?: readonly RowOf<"event">[];
}

/** Committed key results of running cycles; of one squad, where one is named. */
export function runningKeyResults(
  { cycles, objectives, keyResults }: Pick<ReviewRows, "cycles" | "objectives" | "keyResults">,
  squadId?: string,
): RowOf<"key-result">[] {
  const running = new Set(cycles.filter((one) => one.state === "running").map((one) => one.id));
  const own = new Set(objectives.filter((one) => one.squadId === squadId).map((one) => one.id));
  return keyResults
    .filter((one) => one.state === "committed" && running.has(one.cycleId))
    .filter((one) => squadId === undefined || own.has(one.objectiveId))
    .sort(byTitle);
}

export function byTitle(a: { title: string; id: string }, b: { title: string; id: string }): number {
  return a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1);
}

/** Anomalies nobody has answered, of what is asked about; the oldest first. */
export function openAnomalies(
  { anomalies }: Pick<ReviewRows, "anomalies">,
  isAbout: (anomaly: RowOf<"anomaly">) => boolean = () => true,
): RowOf<"anomaly">[] {
  return anomalies
    .filter((one) => one.answer === undefined && one.withdrawnAt === undefined && isAbout(one))
    .sort((a, b) => (a.onset === b.onset ? (a.id < b.id ? -1 : 1) : a.onset < b.onset ? -1 : 1));
}
