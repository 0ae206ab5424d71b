import { localDate } from "../time/local-date.ts";
import type { FocusRows } from "./rows.ts";

/**
 * The rows as they stood at the end of an earlier day, as far as they say so themselves: what was said, opened, raised or
 * answered later is left out. What was dropped or reworded since is not brought back.
 */
export function asOf(on: string, rows: FocusRows): FocusRows {
  const by = (at: string | undefined) => at !== undefined && localDate(at, rows.workspace.zone) <= on;
  return {
    ...rows,
    checkInsOn: (id) => rows.checkInsOn(id).filter((one) => by(one.at)),
    blockersOn: (id) =>
      rows
        .blockersOn(id)
        .filter((one) => by(one.openedAt))
        .map((one) => (by(one.resolvedAt) ? one : { ...one, resolvedAt: undefined })),
    anomalies: rows.anomalies
      .filter((one) => one.raisedAt === undefined || by(one.raisedAt))
      .map((one) => ({
        ...one,
        withdrawnAt: by(one.withdrawnAt) ? one.withdrawnAt : undefined,
        answer: by(one.answer?.at) ? one.answer : undefined,
      })),
  };
}
