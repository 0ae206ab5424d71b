import { standing } from "../../../shared/okrs/line.ts";
import type { Workshop } from "../../../shared/people/workspace.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Reader } from "../../store/live.ts";

/** Everything the workshop shows. */
export interface WorkshopRows {
  workshop: Workshop;
  /** Those who left, too: they may have signed. */
  members: RowOf<"member">[];
  /** Those in use. */
  metrics: RowOf<"metric">[];
  /** Short names that are taken, by retired metrics too. */
  keys: ReadonlySet<string>;
  /** Candidates that are open, oldest first. */
  shortlist: RowOf<"candidate">[];
  chosen: RowOf<"candidate">[];
  /** The log of those that fell, the latest first. */
  rejected: RowOf<"candidate">[];
  /** North Stars that hold or are proposed, the company's first. */
  stars: RowOf<"north-star">[];
}

export async function workshopRows(read: Reader): Promise<WorkshopRows> {
  const [[workspace], members, metrics, all, stars] = await Promise.all([
    read.list("workspace"),
    read.list("member"),
    read.list("metric"),
    read.list("candidate"),
    read.list("north-star"),
  ]);
  const candidates = all.sort((a, b) => (a.id < b.id ? -1 : 1));
  const inState = (state: RowOf<"candidate">["state"]) => candidates.filter((one) => one.state === state);
  return {
    workshop: workspace?.workshop ?? {},
    members,
    metrics: metrics.filter((one) => one.state === "active"),
    keys: new Set(metrics.map((one) => one.key)),
    shortlist: inState("open"),
    chosen: inState("chosen"),
    rejected: inState("rejected").sort((a, b) => ((a.rejectedAt ?? "") < (b.rejectedAt ?? "") ? 1 : -1)),
    stars: standing(stars),
  };
}
