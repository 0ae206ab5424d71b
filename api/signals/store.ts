import type { Kind } from "../../shared/sync/catalog.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import type { Database } from "../db/client.ts";
import type { Behind } from "./scan-store.ts";

/** What has changed: the series concerned, or everything. */
export interface Touched {
  metricIds: string[];
  keyResultIds: string[];
  cycleIds: string[];
  all: boolean;
}

/** The series that what was written above `from`, up to `to`, may have changed. */
export async function touchedBy(database: Database, { workspaceId, from, to }: Behind): Promise<Touched> {
  const rows = await database.read(
    `select distinct kind,
       case kind when 'reading' then parent_id when 'check-in' then parent_id when 'north-star' then body->>'metricId'
                 when 'event' then body->>'metricId' when 'anomaly' then body->>'$.series.id' else id end as about,
       case kind when 'anomaly' then body->>'$.series.kind' end as of
     from row where workspace_id = ? and revision > ? and revision <= ?
       and kind in ('reading', 'metric', 'north-star', 'check-in', 'key-result', 'cycle', 'event', 'anomaly')`,
    [workspaceId, from, to],
  );
  const about = (...kinds: Kind[]) =>
    rows
      .filter((one) => kinds.includes(one.kind as Kind) && one.about !== null)
      .map((one) => String(one.about));
  const answered = (kind: string) =>
    rows.filter((one) => one.kind === "anomaly" && one.of === kind).map((one) => String(one.about));
  return {
    metricIds: [...new Set([...about("reading", "metric", "north-star", "event"), ...answered("metric")])],
    keyResultIds: [...new Set([...about("check-in", "key-result"), ...answered("key-result")])],
    cycleIds: about("cycle"),
    // An event that concerns every metric, or one that is gone and names none any more.
    all: from === 0 || rows.some((one) => one.kind === "event" && one.about === null),
  };
}

/** The live rows of these kinds in a workspace. */
export async function rowsOf<K extends Kind>(
  database: Database,
  workspaceId: string,
  kind: K,
  cycleIds?: readonly string[],
): Promise<RowOf<K>[]> {
  const within = cycleIds === undefined ? "" : "and cycle_id in (select value from json_each(?))";
  const rows = await database.read(
    `select id, revision, body from row where workspace_id = ? and kind = ? and deleted = 0 ${within}`,
    [workspaceId, kind, ...(cycleIds === undefined ? [] : [JSON.stringify(cycleIds)])],
  );
  return rows.map(toRow<K>);
}

export async function checkInsOf(database: Database, workspaceId: string, keyResultId: string) {
  const rows = await database.read(
    `select id, revision, body from row
     where workspace_id = ? and kind = 'check-in' and parent_id = ? and deleted = 0`,
    [workspaceId, keyResultId],
  );
  return rows.map(toRow<"check-in">);
}

/** The anomalies of these series, by any segment. */
export async function anomaliesIn(database: Database, workspaceId: string, seriesIds: readonly string[]) {
  const rows = await database.read(
    `select id, revision, body from row where workspace_id = ? and kind = 'anomaly' and deleted = 0
       and body->>'$.series.id' in (select value from json_each(?))`,
    [workspaceId, JSON.stringify(seriesIds)],
  );
  return rows.map(toRow<"anomaly">);
}

/** The anomalies of a workspace that wait for an answer. */
export async function openAnomalies(database: Database, workspaceId: string) {
  const rows = await database.read(
    `select id, revision, body from row where workspace_id = ? and kind = 'anomaly' and deleted = 0
       and body->'answer' is null and body->'withdrawnAt' is null`,
    [workspaceId],
  );
  return rows.map(toRow<"anomaly">);
}

/** So many readings are read at a time, since a server answers with no more than a few megabytes. */
const pageSize = 5000;

/** A metric's readings from a day on, of every segment, page by page. */
export async function* readingsOf(
  database: Database,
  workspaceId: string,
  metricId: string,
  since: string,
): AsyncGenerator<RowOf<"reading">[]> {
  // A reading's id begins with its metric's and its day, and "0" is the character after "/".
  for (let after = `${metricId}/${since}`, more = true; more; ) {
    const rows = await database.read(
      `select id, revision, body->>'on' as "on", body->>'value' as value, body->>'segment' as segment from row
       where workspace_id = ? and kind = 'reading' and id > ? and id < ? and deleted = 0 order by id limit ?`,
      [workspaceId, after, `${metricId}0`, pageSize],
    );
    yield rows.map(({ id, revision, on, value, segment }) => ({
      ...{ id: String(id), revision: Number(revision), metricId, on: String(on), value: Number(value) },
      ...(segment === null ? {} : { segment: String(segment) }),
    }));
    after = String(rows.at(-1)?.id);
    more = rows.length === pageSize;
  }
}

/** A stored row, as the rule that wrote it left it. */
function toRow<K extends Kind>(row: Record<string, unknown>): RowOf<K> {
  const body = JSON.parse(String(row.body));
  return { ...body, id: String(row.id), revision: Number(row.revision) };
}
