import type { Database, Statement } from "../db/client.ts";
import { DatabaseError } from "../db/database-error.ts";
import { page } from "./page-store.ts";
import { load } from "./row-store.ts";
import type { Commit, Head, Outcome, SyncStore } from "./sync-store.ts";

/** The history of every workspace, in libSQL. The same statements run on a file and on a server. */
export function createSyncStore(database: Database): SyncStore {
  return {
    async create(workspaceId, epoch) {
      await database.write([
        {
          sql: "insert into workspace (id, epoch, revision) values (?, ?, 0) on conflict (id) do nothing",
          args: [workspaceId, epoch],
        },
      ]);
    },

    async head(workspaceId) {
      const [found] = await database.read(
        `select epoch, revision, restored_at as "restoredAt" from workspace where id = ?`,
        [workspaceId],
      );
      return found as Head | undefined;
    },

    async tag(workspaceId, revision) {
      const [found] = await database.read(
        "select tag from revision where workspace_id = ? and revision = ?",
        [workspaceId, revision],
      );
      return found?.tag as string | undefined;
    },

    async outcomes(workspaceId, ids) {
      if (ids.length === 0) return new Map();
      const found = await database.read(
        `select mutation.id, payload_hash as "payloadHash", outcome, code, field, revision
           from json_each(?2) as wanted cross join mutation on workspace_id = ?1 and mutation.id = wanted.value`,
        [workspaceId, JSON.stringify(ids)],
      );
      return new Map(found.map((one) => [String(one.id), outcomeOf(one)]));
    },

    load: (workspaceId, wants) => load(database, workspaceId, wants),

    async commit(commit) {
      try {
        await database.write(statementsOf(commit));
        return true;
      } catch (error) {
        if (error instanceof DatabaseError && error.code === "constraint") return false;
        throw error;
      }
    },

    page: (workspaceId, request) => page(database, workspaceId, request),

    async revisions(workspaceIds) {
      const found = await database.read(
        "select id, revision from workspace where id in (select value from json_each(?))",
        [JSON.stringify(workspaceIds)],
      );
      return new Map(found.map((one) => [String(one.id), Number(one.revision)]));
    },
  };
}

/** After a restore: every phone learns that its history may be gone, and may offer what it had sent since. */
export async function beginEpoch(database: Database, restoredAt: string): Promise<void> {
  await database.write([
    {
      sql: "update workspace set epoch = lower(hex(randomblob(16))), restored_at = ?",
      args: [restoredAt],
    },
  ]);
}

/** The compare stands first: a head that has moved puts null where none may be, and nothing of the batch remains. */
function statementsOf({ workspaceId, from, revisions, rows, judged }: Commit): Statement[] {
  const statement = (sql: string, items: readonly unknown[]): Statement[] =>
    items.length === 0 ? [] : [{ sql, args: [workspaceId, JSON.stringify(items)] }];
  const current = [...new Map(rows.map((row) => [`${row.kind} ${row.id}`, row])).values()];
  const last = new Set(current);
  const replaced = rows.filter((row) => !last.has(row));
  return [
    {
      sql: "update workspace set revision = case when revision = ? and epoch = ? then ? end where id = ?",
      args: [from.revision, from.epoch, from.revision + revisions.length, workspaceId],
    },
    ...statement(
      `insert into revision (workspace_id, revision, tag, at, actor_id)
       select ?1, value->>'revision', value->>'tag', value->>'at', value->>'actorId' from json_each(?2)`,
      revisions,
    ),
    ...statement(
      `insert into row_history (workspace_id, kind, id, revision, at, actor_id, deleted, body)
       select ?1, row.kind, row.id, row.revision, revision.at, revision.actor_id, row.deleted, row.body
         from json_each(?2) as replacing
         cross join row on row.workspace_id = ?1 and row.kind = value->>'kind' and row.id = value->>'id'
         cross join revision on revision.workspace_id = ?1 and revision.revision = row.revision`,
      current.map(({ kind, id }) => ({ kind, id })),
    ),
    ...statement(
      `insert into row_history (workspace_id, kind, id, revision, at, actor_id, deleted, body)
       select ?1, value->>'kind', value->>'id', value->>'revision', revision.at, revision.actor_id,
              value->>'body' is null, value->>'body'
         from json_each(?2)
         cross join revision on revision.workspace_id = ?1 and revision.revision = value->>'revision'`,
      replaced,
    ),
    // Without "where true" the parser takes "on conflict" for a join.
    ...statement(
      `insert into row (workspace_id, kind, id, parent_id, cycle_id, revision, deleted, body)
       select ?1, value->>'kind', value->>'id', value->>'parentId', value->>'cycleId', value->>'revision',
              value->>'body' is null, value->>'body'
         from json_each(?2) where true
       on conflict (workspace_id, kind, id) do update set
         parent_id = excluded.parent_id, cycle_id = excluded.cycle_id, revision = excluded.revision,
         deleted = excluded.deleted, body = excluded.body`,
      current,
    ),
    ...statement(
      `insert into mutation
         (workspace_id, id, payload_hash, device_id, actor_id, name, revision, outcome, code, field, at, received_at)
       select ?1, value->>'id', value->>'payloadHash', value->>'deviceId', value->>'actorId', value->>'name',
              value->>'revision', value->>'outcome', value->>'code', value->>'field', value->>'at',
              value->>'receivedAt'
         from json_each(?2)`,
      judged,
    ),
  ];
}

function outcomeOf({ id, payloadHash, outcome, code, field, revision }: Record<string, unknown>): Outcome {
  return {
    id: String(id),
    payloadHash: String(payloadHash),
    outcome: outcome === "applied" ? "applied" : "rejected",
    ...(code !== null && { code: String(code) }),
    ...(field !== null && { field: String(field) }),
    revision: Number(revision),
  };
}
