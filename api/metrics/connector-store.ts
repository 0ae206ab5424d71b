import type { Draft, Look } from "../../shared/metrics/connector.ts";
import type { Failure } from "../../shared/metrics/connector-failure.ts";
import type { Database, Row } from "../db/client.ts";
import { DatabaseError } from "../db/database-error.ts";

/** A connector as it is stored. */
export interface Stored extends Omit<Draft, "url" | "headers"> {
  id: string;
  workspaceId: string;
  memberId: string;
  /** Address and headers, encrypted. */
  sealed: string;
  state: "on" | "paused";
  dueAt: string;
  failures: number;
  failingSince?: string;
  failure?: Failure;
  lastAt?: string;
  lastOn?: string;
  lastValue?: number;
}

export const connectorColumns = `id, workspace_id, member_id, metric_id, name, segment, look, factor, schedule, sealed, state, due_at,
  failures, failing_since, failure, last_at, last_on, last_value`;

export async function listConnectors(database: Database, workspaceId: string): Promise<Stored[]> {
  const rows = await database.read(
    `select ${connectorColumns} from connector where workspace_id = ? order by name, id`,
    [workspaceId],
  );
  return rows.map(toStored);
}

export async function findConnector(database: Database, workspaceId: string, id: string) {
  const rows = await database.read(
    `select ${connectorColumns} from connector where workspace_id = ? and id = ?`,
    [workspaceId, id],
  );
  return rows[0] && toStored(rows[0]);
}

export type NewConnector = Pick<
  Stored,
  | "id"
  | "workspaceId"
  | "memberId"
  | "metricId"
  | "name"
  | "segment"
  | "look"
  | "factor"
  | "schedule"
  | "sealed"
  | "dueAt"
>;

/**
 * Stores a new connector, or what was made of an old one of the same workspace: on and free of failures. Whoever is asking for the old one right now loses their lease. False when the metric has a source of this name.
 */
export async function saveConnector(database: Database, one: NewConnector, at: string): Promise<boolean> {
  const {
    id,
    workspaceId,
    memberId,
    metricId,
    name,
    segment = "",
    look,
    factor,
    schedule,
    sealed,
    dueAt,
  } = one;
  const said = [memberId, metricId, name, segment, JSON.stringify(look), factor];
  const args = [id, workspaceId, ...said, JSON.stringify(schedule), sealed, at, at, dueAt];
  try {
    await database.write([
      {
        sql: `insert into connector (id, workspace_id, member_id, metric_id, name, segment, look, factor, schedule,
                sealed, created_at, revised_at, due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              on conflict (id) do update set member_id = excluded.member_id, metric_id = excluded.metric_id,
                name = excluded.name, segment = excluded.segment, look = excluded.look, factor = excluded.factor,
                schedule = excluded.schedule, sealed = excluded.sealed, revised_at = excluded.revised_at,
                due_at = excluded.due_at, ${fresh} where workspace_id = excluded.workspace_id`,
        args,
      },
    ]);
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === "constraint") return false;
    throw error;
  }
}

const fresh = `state = 'on', failures = 0, failing_since = null, failure = null, lease = null, lease_until = null`;

/** Stops it by hand; what went wrong before stays to be read. */
export async function pauseConnector(database: Database, id: string): Promise<void> {
  const sql = "update connector set state = 'paused', lease = null, lease_until = null where id = ?";
  await database.write([{ sql, args: [id] }]);
}

/** Starts it again, as `memberId`. */
export async function resumeConnector(database: Database, id: string, memberId: string, dueAt: string) {
  const sql = `update connector set ${fresh}, member_id = ?, due_at = ? where id = ?`;
  await database.write([{ sql, args: [memberId, dueAt, id] }]);
}

/** Removes a connector with everything secret in them. */
export async function deleteConnector(database: Database, id: string): Promise<void> {
  await database.write([{ sql: "delete from connector where id = ?", args: [id] }]);
}

/** Whether a metric takes readings; undefined when the workspace has none by this id. */
export async function metricState(database: Database, workspaceId: string, id: string) {
  const rows = await database.read(
    `select body->>'state' as state from row where workspace_id = ? and kind = 'metric' and id = ? and deleted = 0`,
    [workspaceId, id],
  );
  return rows[0] && String(rows[0].state);
}

/** A row of this table; `connectorColumns` names what it takes. */
export function toStored(row: Row): Stored {
  const said = Object.fromEntries(
    Object.entries(optional).filter(([, name]) => row[name] !== null && row[name] !== ""),
  );
  return {
    id: String(row.id),
    workspaceId: String(row.workspace_id),
    memberId: String(row.member_id),
    metricId: String(row.metric_id),
    name: String(row.name),
    look: JSON.parse(String(row.look)) as Look,
    factor: Number(row.factor),
    schedule: JSON.parse(String(row.schedule)) as Draft["schedule"],
    sealed: String(row.sealed),
    state: row.state === "on" ? "on" : "paused",
    dueAt: String(row.due_at),
    failures: Number(row.failures),
    ...Object.fromEntries(Object.entries(said).map(([key, name]) => [key, row[name]])),
    ...(row.failure === null ? {} : { failure: JSON.parse(String(row.failure)) as Failure }),
  };
}

const optional = {
  segment: "segment",
  failingSince: "failing_since",
  lastAt: "last_at",
  lastOn: "last_on",
  lastValue: "last_value",
};
