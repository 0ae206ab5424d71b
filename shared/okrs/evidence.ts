import { type Standing, standing } from "../check-ins/history.ts";
import { closedOccurrences } from "../check-ins/owed.ts";
import type { Rhythm } from "../people/workspace.ts";
import type { RowOf } from "../sync/mutation.ts";
import { localDate } from "../time/local-date.ts";
import { elapsed, expected, pace, progress, type Status, status, tooEarly } from "./progress.ts";

/** What is computed of a key result at a moment, where its owner is. */
export interface Evidence {
  /** The owner's day. */
  on: string;
  status: Status;
  /** 0–1; absent while there is nothing to compute it from. */
  progress: number | undefined;
  /** 0–1; what must stay above or below is expected in full. */
  expected: number;
  /** Absent without progress, and while it is too early to say. */
  pace: number | undefined;
  /** The last check-in that counts. */
  last: Standing | undefined;
}

/** `checkIns` are the key result's own; `zone` is its owner's, or the workspace's where the owner is gone. */
export function evidence(
  keyResult: RowOf<"key-result">,
  about: {
    cycle: RowOf<"cycle">;
    rhythm: Rhythm;
    zone: string;
    checkIns: readonly RowOf<"check-in">[];
    at: number;
  },
): Evidence {
  const { cycle, rhythm, checkIns } = about;
  const on = localDate(about.at, about.zone);
  const made = progress(keyResult, checkIns);
  const byNow = expected(keyResult, cycle, on);
  const closed = closedOccurrences(keyResult, cycle, rhythm, on);
  return {
    on,
    status: status({ keyResult, cycle, checkIns, on, closedOccurrences: closed }),
    progress: made?.shown,
    expected: byNow,
    pace: made === null || elapsed(cycle, on) < tooEarly ? undefined : pace(made, byNow),
    last: standing(checkIns).at(-1),
  };
}
