import type { Database, Statement } from "../db/client.ts";

/** Lines of one part of an export, each a JSON text as it stands in the file. */
export interface Lines {
  lines: string[];
  /** Where the next page begins; undefined after the last. */
  next: string | undefined;
}

const together = 2000;

/** The workspace's revision; undefined where there is no such workspace. */
export async function revisionOf(database: Database, workspaceId: string): Promise<number | undefined> {
  const [found] = await database.read("select revision from workspace where id = ?", [workspaceId]);
  return found && Number(found.revision);
}

/** Who wrote each revision, when, up to one. */
export async function revisions(
  database: Database,
  workspaceId: string,
  upTo: number,
  after: string,
): Promise<Lines> {
  const rows = await database.read(
    `select revision as place, json_array(revision, at, actor_id) as line from revision
     where workspace_id = ? and revision > ? and revision <= ? order by revision limit ?`,
    [workspaceId, Number(after || 0), upTo, together],
  );
  return paged(rows);
}

/**
 * Every version of every row up to a revision, in the order of kind, id and revision. A version moves from `row` to
 * `row_history` when it is replaced and is in one of them at any time, so pages of a living workspace fit together.
 */
export async function versions(
  database: Database,
  workspaceId: string,
  upTo: number,
  after: string,
): Promise<Lines> {
  const [kind, id, revision] = after === "" ? ["", "", 0] : (JSON.parse(after) as [string, string, number]);
  const rows = await database.read(
    `select json_array(kind, id, revision) as place,
       '{"kind":' || json_quote(kind) || ',"id":' || json_quote(id) || ',"revision":' || revision
         || case when deleted = 1 then ',"deleted":true}' else ',"body":' || body || '}' end as line
     from (select kind, id, revision, deleted, body from row where workspace_id = ?1 and (kind, id) >= (?3, ?4)
           union all
           select kind, id, revision, deleted, body from row_history
             where workspace_id = ?1 and (kind, id) >= (?3, ?4))
     where revision <= ?2 and (kind, id, revision) > (?3, ?4, ?5) order by kind, id, revision limit ?6`,
    [workspaceId, upTo, kind, id, revision, together],
  );
  return paged(rows);
}

/** What became of each mutation, so that phones of the workspace do not tell it all again. */
export async function mutations(
  database: Database,
  workspaceId: string,
  upTo: number,
  after: string,
): Promise<Lines> {
  const rows = await database.read(
    `select id as place, json_array(id, payload_hash, actor_id, name, revision, outcome, code, field, flags, at, received_at)
       as line from mutation
     where workspace_id = ? and revision <= ? and id > ? order by id limit ?`,
    [workspaceId, upTo, after, together],
  );
  return paged(rows);
}

/** Attachments up to a revision whose body is here whole, in the order of their ids. */
export async function wholeFiles(database: Database, workspaceId: string, upTo: number): Promise<string[]> {
  const rows = await database.read(
    `select attachment_id as id from file where workspace_id = ?1 and whole_at is not null
       and exists (select 1 from row where workspace_id = ?1 and kind = 'attachment' and id = attachment_id
                     and revision <= ?2
                   union all
                   select 1 from row_history where workspace_id = ?1 and kind = 'attachment' and id = attachment_id
                     and revision <= ?2)
     order by attachment_id`,
    [workspaceId, upTo],
  );
  return rows.map((row) => String(row.id));
}

/** Everything of an export, ready to be written. */
export interface Imported {
  workspaceId: string;
  epoch: string;
  revision: number;
  revisions: readonly { revision: number; at: string; actorId: string; tag: string }[];
  versions: readonly {
    kind: string;
    id: string;
    revision: number;
    parentId: string;
    cycleId: string | null;
    body: string | null;
    /** The newest of its row. */
    last: boolean;
  }[];
  /** Each as it stands in the file. */
  mutations: readonly (readonly (string | number | null)[])[];
}

/** Writes a whole workspace in one batch: all of it or nothing. */
export async function store(database: Database, imported: Imported): Promise<void> {
  const { workspaceId, epoch, revision } = imported;
  const rowsOf = (last: boolean) => imported.versions.filter((one) => one.last === last);
  await database.write([
    {
      sql: "insert into workspace (id, epoch, revision) values (?, ?, ?)",
      args: [workspaceId, epoch, revision],
    },
    ...inserts(
      `insert into revision (workspace_id, revision, tag, at, actor_id)
       select ?, v->>'revision', v->>'tag', v->>'at', v->>'actorId'`,
      imported,
      imported.revisions,
    ),
    ...inserts(
      `insert into row (workspace_id, kind, id, parent_id, cycle_id, revision, deleted, body)
       select ?, v->>'kind', v->>'id', v->>'parentId', v->>'cycleId', v->>'revision', v->>'body' is null, v->>'body'`,
      imported,
      rowsOf(true),
    ),
    ...inserts(
      `insert into row_history (workspace_id, kind, id, revision, at, actor_id, deleted, body)
       select ?1, v->>'kind', v->>'id', v->>'revision', r.at, r.actor_id, v->>'body' is null, v->>'body'`,
      imported,
      rowsOf(false),
      "join revision r on r.workspace_id = ?1 and r.revision = v->>'revision'",
    ),
    ...inserts(
      `insert into mutation (workspace_id, id, payload_hash, actor_id, name, revision, outcome, code, field, flags, at, received_at)
       select ?, v->>0, v->>1, v->>2, v->>3, v->>4, v->>5, v->>6, v->>7, v->>8, v->>9, v->>10`,
      imported,
      imported.mutations,
    ),
  ]);
}

/** One statement for every `together` entries, which arrive as the JSON they are made from. */
function inserts(
  what: string,
  { workspaceId }: Imported,
  entries: readonly unknown[],
  also = "",
): Statement[] {
  const statements: Statement[] = [];
  for (let from = 0; from < entries.length; from += together)
    statements.push({
      sql: `${what} from (select value as v from json_each(?2)) ${also}`.replace("select ?,", "select ?1,"),
      args: [workspaceId, JSON.stringify(entries.slice(from, from + together))],
    });
  return statements;
}

function paged(rows: readonly Record<string, unknown>[]): Lines {
  const lines = rows.map((row) => String(row.line));
  return { lines, next: rows.length < together ? undefined : String(rows.at(-1)!.place) };
}
