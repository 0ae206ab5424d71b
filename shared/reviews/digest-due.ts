import type { RowOf } from "../sync/mutation.ts";

/**
 * When a squad's digest of a week is told: at its usual time, or as soon as its metric check is done, if that is before.
 * `usual` and the answer are ISO instants; `dueOn` is the day the check-ins of the week were due.
 */
export function digestDue(
  { squadId, dueOn, usual }: { squadId: string; dueOn: string; usual: string },
  reviews: readonly RowOf<"review">[],
): string {
  const held = reviews.find(
    (one) => one.beat === "weekly" && one.squadId === squadId && one.on === dueOn && one.state === "done",
  );
  return held?.doneAt !== undefined && held.doneAt < usual ? held.doneAt : usual;
}
