import type { Database, Value } from "../db/client.ts";
import type { Page, PageRequest } from "./sync-store.ts";

/** Closed cycles before the latest: too old for a device to hold; their rows come when one is opened. */
const oldCycles = `select id from row
  where workspace_id = ?1 and kind = 'cycle' and deleted = 0 and body->>'state' = 'closed'
  order by body->>'endsOn' desc, id desc limit -1 offset 1`;

/**
 * One page in one statement, so that rows, head and tag are of one snapshot. The page ends before the revision that
 * would not fit whole; a first revision that is larger than a page goes whole.
 */
export async function page(database: Database, workspaceId: string, request: PageRequest): Promise<Page> {
  const { after, limit, cycleId, only } = request;
  const args: Value[] = [workspaceId, after, limit];
  let within = `(cycle_id is null or cycle_id not in (${oldCycles}))`;
  if (cycleId !== undefined) {
    within = "cycle_id = ?4";
    args.push(cycleId);
  } else if (only !== undefined) {
    within += " and kind in (select value from json_each(?4)) and revision <= ?5";
    args.push(JSON.stringify(only.kinds), only.upTo);
  }
  const [found] = await database.read(
    `with
       above as materialized (
         select revision from row where workspace_id = ?1 and revision > ?2 and ${within}
         order by revision limit ?3 + 1),
       cut as (
         select case when count(*) <= ?3 then (select revision from workspace where id = ?1)
                     when max(revision) > min(revision) then max(revision) - 1
                     else min(revision) end as revision
         from above),
       rest as (
         select exists (select 1 from row where workspace_id = ?1 and revision > cut.revision and ${within}) as more
         from cut),
       upto as (
         select case when more then cut.revision else (select revision from workspace where id = ?1) end as revision,
                more
         from cut, rest)
     select
       upto.revision as revision,
       upto.more as more,
       coalesce((select tag from revision where workspace_id = ?1 and revision = upto.revision), '') as tag,
       (select json_group_array(
          case when deleted then json_object('kind', kind, 'id', id, 'revision', revision, 'deleted', json('true'))
               else json_object('kind', kind, 'id', id, 'revision', revision, 'body', json(body)) end)
        from (select * from row
          where workspace_id = ?1 and revision > ?2 and revision <= upto.revision and ${within} order by revision)
       ) as rows
     from upto`,
    args,
  );
  const { revision, tag, more, rows } = found as {
    revision: number;
    tag: string;
    more: number;
    rows: string;
  };
  return { rows: rows.slice(1, -1), revision, tag, more: more === 1 };
}
