import type { ImportJob } from "../../shared/imports/report.ts";
import type { Database } from "../db/client.ts";
import type { Importer } from "./imports-deps.ts";
import { type Chunk, chunksOf } from "./store.ts";

/** An import somebody is applying right now. */
export interface Claimed extends Importer {
  id: string;
  uploadId: string;
  chunks: number;
  nextChunk: number;
  at: string;
}

const isDue = "state in ('waiting', 'applying') and (lease_until is null or lease_until <= ?)";

/** Takes the oldest import that nobody is applying, for as long as the lease lasts. */
export async function claimJob(
  database: Database,
  { now, lease, leaseUntil }: { now: string; lease: string; leaseUntil: string },
): Promise<Claimed | undefined> {
  // A look costs no write; most of the time there is nothing to do.
  if ((await database.read(`select 1 from import_job where ${isDue} limit 1`, [now])).length === 0)
    return undefined;
  const [claimed] = await database.write([
    {
      sql: `update import_job set state = 'applying', lease = ?, lease_until = ?
            where id in (select id from import_job where ${isDue} order by at, id limit 1)
            returning id, workspace_id, member_id, upload_id, chunks, next_chunk, at`,
      args: [lease, leaseUntil, now],
    },
  ]);
  const row = claimed?.rows[0];
  if (row === undefined) return undefined;
  return {
    ...{ id: String(row.id), workspaceId: String(row.workspace_id), memberId: String(row.member_id) },
    ...{ uploadId: String(row.upload_id), chunks: Number(row.chunks), nextChunk: Number(row.next_chunk) },
    at: String(row.at),
  };
}

export async function chunkAt(
  database: Database,
  uploadId: string,
  place: number,
): Promise<Chunk | undefined> {
  const [row] = await database.read("select body from import_chunk where upload_id = ? and place = ?", [
    uploadId,
    place,
  ]);
  return row && (JSON.parse(String(row.body)) as Chunk);
}

/** How a chunk went. Counted once: only while the import still stands before it and the lease is held. */
export async function noteChunk(
  database: Database,
  { id, nextChunk }: Pick<Claimed, "id" | "nextChunk">,
  { lease, leaseUntil, applied }: { lease: string; leaseUntil: string; applied: number },
): Promise<boolean> {
  const [noted] = await database.write([
    {
      sql: `update import_job set applied = applied + ?, next_chunk = next_chunk + 1, lease_until = ?
            where id = ? and next_chunk = ? and state = 'applying' and lease = ?`,
      args: [applied, leaseUntil, id, nextChunk, lease],
    },
  ]);
  return noted?.rowsAffected === 1;
}

/** Ends an import: whole, or where it stopped with why. Its rows are not needed any more. */
export async function endJob(
  database: Database,
  id: string,
  {
    lease,
    at,
    stopped,
    applied,
  }: { lease: string; at: string; stopped?: ImportJob["stopped"]; applied: number },
): Promise<void> {
  await database.write([
    {
      sql: `update import_job set state = ?, stopped = ?, applied = applied + ?, ended_at = ?, lease_until = null
            where id = ? and state = 'applying' and lease = ?`,
      args: [
        stopped === undefined ? "done" : "stopped",
        stopped === undefined ? null : JSON.stringify(stopped),
        ...[applied, at, id, lease],
      ],
    },
    chunksOf(id),
  ]);
}

/** Lets somebody else go on at once. */
export async function releaseJob(database: Database, id: string, lease: string): Promise<void> {
  await database.write([
    { sql: "update import_job set lease_until = null where id = ? and lease = ?", args: [id, lease] },
  ]);
}
