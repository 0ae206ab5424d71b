import type { Database, Statement } from "../db/client.ts";
import type { OutsideLink } from "../people/outside-links.ts";

export interface ScepticLink extends OutsideLink {
  candidateId: string;
}

/** All that somebody from outside may read. */
export interface Asked {
  company: string;
  name: string;
  definition: string;
}

export function insertLink(link: ScepticLink & { hash: string }): Statement {
  return {
    sql: `insert into share_link (id, hash, workspace_id, candidate_id, created_by, created_at, expires_at)
          values (?, ?, ?, ?, ?, ?, ?)`,
    args: [
      link.id,
      link.hash,
      link.workspaceId,
      link.candidateId,
      link.createdBy,
      link.createdAt,
      link.expiresAt,
    ],
  };
}

const columns = `id, workspace_id as workspaceId, candidate_id as candidateId, created_by as createdBy,
  created_at as createdAt, expires_at as expiresAt`;
const usable = "answered_at is null and revoked_at is null and expires_at > ?";

/** The link, if it can still be answered. */
export async function findLink(
  database: Database,
  hash: string,
  now: string,
): Promise<ScepticLink | undefined> {
  const rows = await database.read(`select ${columns} from share_link where hash = ? and ${usable}`, [
    hash,
    now,
  ]);
  return rows[0] as unknown as ScepticLink | undefined;
}

/** A workspace's links that wait for their answer, oldest first. */
export async function listLinks(
  database: Database,
  workspaceId: string,
  now: string,
): Promise<ScepticLink[]> {
  const rows = await database.read(
    `select ${columns} from share_link where workspace_id = ? and ${usable} order by created_at, id limit 1000`,
    [workspaceId, now],
  );
  return rows as unknown as ScepticLink[];
}

/** What a link asks about; undefined once the candidate has left the shortlist. */
export async function findAsked(
  database: Database,
  { workspaceId, candidateId }: Pick<ScepticLink, "workspaceId" | "candidateId">,
): Promise<Asked | undefined> {
  const rows = await database.read(
    `select home.body as home, one.body as candidate
       from row one join row home on home.workspace_id = one.workspace_id and home.kind = 'workspace'
         and home.id = one.workspace_id and home.deleted = 0
      where one.workspace_id = ? and one.kind = 'candidate' and one.id = ? and one.deleted = 0
        and one.body->>'state' <> 'rejected'`,
    [workspaceId, candidateId],
  );
  const [found] = rows;
  if (found === undefined) return undefined;
  const { name: company } = JSON.parse(String(found.home)) as { name: string };
  const { name, definition } = JSON.parse(String(found.candidate)) as Omit<Asked, "company">;
  return { company, name, definition };
}

export function revokeLink(workspaceId: string, id: string, now: string): Statement {
  return {
    sql: `update share_link set revoked_at = ? where id = ? and workspace_id = ? and ${usable}`,
    args: [now, id, workspaceId, now],
  };
}

/** Takes a link for one answer; changes nothing when another one holds it or it is no longer usable. */
export function claimLink(id: string, claim: string, now: string, until: string): Statement {
  return {
    sql: `update share_link set claim = ?, claimed_until = ?
          where id = ? and ${usable} and (claim is null or claimed_until < ?)`,
    args: [claim, until, id, now, now],
  };
}

export function releaseLink(id: string, claim: string): Statement {
  return {
    sql: "update share_link set claim = null, claimed_until = null where id = ? and claim = ?",
    args: [id, claim],
  };
}

export function spendLink(id: string, claim: string, now: string): Statement {
  return {
    sql: "update share_link set answered_at = ?, claim = null, claimed_until = null where id = ? and claim = ?",
    args: [now, id, claim],
  };
}
