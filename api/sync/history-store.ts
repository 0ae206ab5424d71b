import type { Kind } from "../../shared/sync/catalog.ts";
import type { Database } from "../db/client.ts";

/** A row as it stood from one revision to the next; `body` is null where it was deleted. */
export interface Version {
  revision: number;
  at: string;
  actorId: string;
  deleted: boolean;
  body: Record<string, unknown> | null;
}

/** Versions of one row below a revision, the newest first, the present one among them. */
export async function versions(
  database: Database,
  workspaceId: string,
  { kind, id, before, limit }: { kind: Kind; id: string; before: number; limit: number },
): Promise<Version[]> {
  const found = await database.read(
    `select revision, at, actor_id as "actorId", deleted, body from (
       select row.revision, revision.at, revision.actor_id, row.deleted, row.body from row
         join revision on revision.workspace_id = row.workspace_id and revision.revision = row.revision
         where row.workspace_id = ?1 and row.kind = ?2 and row.id = ?3
       union all
       select revision, at, actor_id, deleted, body from row_history
         where workspace_id = ?1 and kind = ?2 and id = ?3)
     where revision < ?4 order by revision desc limit ?5`,
    [workspaceId, kind, id, before, limit],
  );
  return found.map(({ revision, at, actorId, deleted, body }) => ({
    revision: Number(revision),
    at: String(at),
    actorId: String(actorId),
    deleted: deleted === 1,
    body: body === null ? null : JSON.parse(String(body)),
  }));
}

/**
 * The last revision before a moment, 0 when there was none. By the latest stamp and not the highest number, so that one
 * commit of a server whose clock was wrong stands for no other day.
 */
export async function revisionBefore(
  database: Database,
  workspaceId: string,
  moment: string,
): Promise<number> {
  const [found] = await database.read(
    "select revision from revision where workspace_id = ? and at < ? order by at desc, revision desc limit 1",
    [workspaceId, moment],
  );
  return Number(found?.revision ?? 0);
}

export interface StandRequest {
  /** As of this revision. */
  revision: number;
  kinds: readonly Kind[];
  /** Rows that belong to another cycle than this one are left out; absent: none is. */
  cycleId?: string | undefined;
  /** Where the page before ended. */
  after: { kind: string; id: string };
  limit: number;
}

/** Rows in the order of kind and id, as they travel and joined by commas, and where the page ended. */
export interface StoodPage {
  rows: string;
  count: number;
  last: { kind: string; id: string };
}

/**
 * SQL of a table of every row of a workspace as it stood at a revision, tombstones among them: those not touched since,
 * and of the others the version of then. Its workspace is parameter ?1, its revision ?2; `which` narrows `row`.
 */
export function stoodRows(which: string): string {
  return `select row.kind, row.id,
            case when row.revision <= ?2 then row.revision else old.revision end as revision,
            case when row.revision <= ?2 then row.deleted else old.deleted end as deleted,
            case when row.revision <= ?2 then row.body else old.body end as body, row.cycle_id
          from row left join row_history as old on row.revision > ?2
            and old.workspace_id = row.workspace_id and old.kind = row.kind and old.id = row.id
            and old.revision = (
              select max(revision) from row_history as one where one.workspace_id = row.workspace_id
                and one.kind = row.kind and one.id = row.id and one.revision <= ?2)
          where row.workspace_id = ?1 and ${which}`;
}

/**
 * A page of the live rows as they stood at a revision. One result, as thousands of them cost the driver more than the
 * search.
 */
export async function stood(
  database: Database,
  workspaceId: string,
  { revision, kinds, cycleId, after, limit }: StandRequest,
): Promise<StoodPage> {
  const [found] = await database.read(
    `with
       stood as (${stoodRows(`(row.kind, row.id) > (?3, ?4)
         and row.kind in (select value from json_each(?5))
         and (?6 is null or row.cycle_id is null or row.cycle_id = ?6)`)}),
       page as materialized (select * from stood where deleted = 0 order by kind, id limit ?7)
     select count(*) as count,
       json_group_array(
         json_object('kind', kind, 'id', id, 'revision', revision, 'body', json(body))) as rows,
       (select kind from page order by kind desc limit 1) as kind,
       (select id from page order by kind desc, id desc limit 1) as id
     from page`,
    [workspaceId, revision, after.kind, after.id, JSON.stringify(kinds), cycleId ?? null, limit],
  );
  const { count, rows, kind, id } = found as { count: number; rows: string; kind: string; id: string };
  return { rows: rows.slice(1, -1), count, last: { kind, id } };
}

/** The zone a workspace lives by now; undefined when there is no such workspace. */
export async function zoneOf(database: Database, workspaceId: string): Promise<string | undefined> {
  const [found] = await database.read(
    "select body->>'zone' as zone from row where workspace_id = ? and kind = 'workspace' and deleted = 0",
    [workspaceId],
  );
  return found && String(found.zone);
}
