import type { SquadRows } from "../../shared/channels/content.ts";
import type { Kind } from "../../shared/sync/catalog.ts";
import { grouped } from "../../shared/sync/grouped.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import type { LoadedRow } from "../../shared/sync/rows.ts";

/** Rows of one kind, as rules see them: bodies were checked by their schema before they were stored. */
export function rowsOf<K extends Kind>(kind: K, rows: readonly LoadedRow[]): RowOf<K>[] {
  return rows
    .filter((one) => one.kind === kind)
    .map(({ id, revision, body }) => ({ ...body, id, revision }) as unknown as RowOf<K>);
}

/** Undefined for a workspace that has not been founded to the end. */
export function squadView(rows: readonly LoadedRow[]): SquadRows | undefined {
  const workspace = rowsOf("workspace", rows)[0];
  if (workspace === undefined) return undefined;
  const checkIns = grouped(rowsOf("check-in", rows), (one) => one.keyResultId);
  const blockers = grouped(rowsOf("blocker", rows), (one) => one.keyResultId);
  const readings = grouped(rowsOf("reading", rows), (one) => one.metricId);
  return {
    workspace,
    members: rowsOf("member", rows),
    squads: rowsOf("squad", rows),
    metrics: rowsOf("metric", rows),
    northStars: rowsOf("north-star", rows),
    cycles: rowsOf("cycle", rows),
    objectives: rowsOf("objective", rows),
    keyResults: rowsOf("key-result", rows),
    anomalies: rowsOf("anomaly", rows),
    events: rowsOf("event", rows),
    bets: rowsOf("bet", rows),
    reviews: rowsOf("review", rows),
    choices: rowsOf("focus", rows),
    checkInsOn: (id) => checkIns.get(id) ?? [],
    blockersOn: (id) => blockers.get(id) ?? [],
    readingsOf: (id) => readings.get(id) ?? [],
  };
}
