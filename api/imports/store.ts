import type { ImportJob, ImportReport } from "../../shared/imports/report.ts";
import type { Database, Row } from "../db/client.ts";
import type { Importer } from "./imports-deps.ts";

/** Some of an import's mutations, which are applied together. */
export interface Chunk {
  mutations: { name: string; args: object; counts: boolean; lines: number[] }[];
}

const columns = `id, kind, state, file_name as "fileName", member_id as "by", at, ended_at as "endedAt", rows, applied,
  stopped, report`;

/** Stores chunks ahead of their import; without one they are swept away later. */
export async function storeChunks(
  database: Database,
  uploadId: string,
  place: number,
  chunks: readonly Chunk[],
  at: string,
): Promise<void> {
  await database.write([
    {
      sql: `insert into import_chunk (upload_id, place, body, stored_at)
            select ?1, ?2 + key, value, ?3 from json_each(?4)`,
      args: [uploadId, place, at, JSON.stringify(chunks.map((one) => JSON.stringify(one)))],
    },
  ]);
}

/** From here on the import is there. An id that is known already stays what it was. */
export async function insertJob(database: Database, job: NewJob): Promise<void> {
  const { id, workspaceId, memberId, kind, fileName, uploadId, rows, chunks, report, at } = job;
  await database.write([
    {
      sql: `insert into import_job
              (id, workspace_id, member_id, kind, file_name, upload_id, rows, chunks, report, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
      args: [
        id,
        workspaceId,
        memberId,
        kind,
        fileName ?? null,
        uploadId,
        rows,
        chunks,
        JSON.stringify(report),
        at,
      ],
    },
  ]);
}
export interface NewJob extends Importer {
  id: string;
  kind: string;
  fileName: string | undefined;
  uploadId: string;
  rows: number;
  chunks: number;
  report: ImportReport;
  at: string;
}

/** The newest imports of a workspace, without their reports' details. */
export async function listJobs(database: Database, workspaceId: string, most: number): Promise<ImportJob[]> {
  const rows = await database.read(
    `select ${columns} from import_job where workspace_id = ? order by at desc, id desc limit ?`,
    [workspaceId, most],
  );
  return rows.map((row) => told(row).job);
}

export async function findJob(
  database: Database,
  workspaceId: string,
  id: string,
): Promise<{ job: ImportJob; report: ImportReport } | undefined> {
  const [row] = await database.read(`select ${columns} from import_job where workspace_id = ? and id = ?`, [
    workspaceId,
    id,
  ]);
  return row && told(row);
}

/** Whether the id is taken, in whatever workspace. */
export async function isTaken(database: Database, id: string): Promise<boolean> {
  return (await database.read("select 1 from import_job where id = ?", [id])).length > 0;
}

/** Ends an import that has not ended; what was applied stands. */
export async function cancelJob(
  database: Database,
  workspaceId: string,
  id: string,
  at: string,
): Promise<void> {
  await database.write([
    {
      sql: `update import_job set state = 'cancelled', ended_at = ?, lease = null, lease_until = null
            where workspace_id = ? and id = ? and state in ('waiting', 'applying')`,
      args: [at, workspaceId, id],
    },
    chunksOf(id),
  ]);
}

/** Chunks whose import never came to be, because the server went down in between, and imports ended long ago. */
export async function sweepImports(
  database: Database,
  { orphans, ended }: { orphans: string; ended: string },
): Promise<void> {
  await database.write([
    {
      sql: `delete from import_chunk where stored_at < ? and upload_id not in (select upload_id from import_job)`,
      args: [orphans],
    },
    { sql: "delete from import_job where ended_at < ?", args: [ended] },
  ]);
}

/** Deletes what is left of an import that has ended. */
export function chunksOf(id: string) {
  return {
    sql: `delete from import_chunk where upload_id in
            (select upload_id from import_job where id = ? and state not in ('waiting', 'applying'))`,
    args: [id],
  };
}

function told(row: Row): { job: ImportJob; report: ImportReport } {
  const { report: text, stopped, fileName, endedAt, ...rest } = row;
  const report = JSON.parse(String(text)) as ImportReport;
  const job = {
    ...rest,
    counts: report.counts,
    ...(fileName === null ? {} : { fileName }),
    ...(endedAt === null ? {} : { endedAt }),
    ...(stopped === null ? {} : { stopped: JSON.parse(String(stopped)) }),
  };
  return { job: job as ImportJob, report };
}
