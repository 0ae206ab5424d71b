import { seriesOf } from "../../../shared/metrics/series.ts";
import { standing } from "../../../shared/okrs/line.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Reader } from "../../store/live.ts";

/** Everything the Star screen is computed from. */
export interface StarRows {
  workspace: RowOf<"workspace"> | undefined;
  members: RowOf<"member">[];
  squads: RowOf<"squad">[];
  northStars: RowOf<"north-star">[];
  /** The North Star shown: the one of its product line that holds, committed before proposed. */
  northStar: RowOf<"north-star"> | undefined;
  /** A newer proposal beside a committed one. */
  proposal: RowOf<"north-star"> | undefined;
  metrics: RowOf<"metric">[];
  /** By metric, oldest first, one a day. */
  series: Map<string, RowOf<"reading">[]>;
  cycles: RowOf<"cycle">[];
  cycle: RowOf<"cycle"> | undefined;
  /** What was marked, and what was raised. */
  events: RowOf<"event">[];
  anomalies: RowOf<"anomaly">[];
  /** Recall answers of the cycles whose rows this phone has. */
  recalls: RowOf<"recall">[];
  keyResults: RowOf<"key-result">[];
  checkIns: RowOf<"check-in">[];
}

const kinds = ["north-star", "input", "guardrail", "outcome", "health"];

/** `starId` shows the product line of that North Star; else the company's own. */
export async function starRows(read: Reader, today: string, starId?: string | null): Promise<StarRows> {
  const [[workspace], members, squads, stars, all, cycles, events, anomalies] = await Promise.all([
    read.list("workspace"),
    read.list("member"),
    read.list("squad"),
    read.list("north-star"),
    read.list("metric"),
    read.list("cycle"),
    read.list("event"),
    read.list("anomaly"),
  ]);
  const metrics = all
    .filter((one) => one.state === "active")
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.id < b.id ? -1 : 1));
  const readings = await Promise.all(metrics.map((one) => read.list("reading", one.id)));
  const cycle = cycles.find((one) => one.state === "running" && one.startsOn <= today);
  const holding = standing(stars);
  const { productLine } = holding.find((one) => one.id === starId) ?? holding[0] ?? {};
  const [northStar, ...others] = holding.filter((one) => one.productLine === productLine);
  return {
    workspace,
    members,
    squads,
    northStars: stars,
    northStar,
    proposal: others.find((one) => one.state === "proposed"),
    metrics,
    series: new Map(metrics.map((one, index) => [one.id, seriesOf(readings[index]!)])),
    cycles,
    cycle,
    events,
    anomalies,
    recalls: (await Promise.all(cycles.map((one) => read.list("recall", one.id)))).flat(),
    keyResults: cycle ? await read.inCycle("key-result", cycle.id) : [],
    checkIns: cycle ? await read.inCycle("check-in", cycle.id) : [],
  };
}
