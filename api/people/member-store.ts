import type { Role } from "../../shared/people/member.ts";
import type { Database, Row, Statement } from "../db/client.ts";

export function insertPerson(id: string, name: string, at: string): Statement {
  return { sql: "insert into person (id, name, created_at) values (?, ?, ?)", args: [id, name, at] };
}

/** A person who comes back after a removal is a new member and the same person. */
export function insertMembership(
  personId: string,
  workspaceId: string,
  memberId: string,
  at: string,
): Statement {
  return {
    sql: `insert into membership (person_id, workspace_id, member_id, joined_at) values (?, ?, ?, ?)
          on conflict (person_id, workspace_id) do update
            set member_id = excluded.member_id, joined_at = excluded.joined_at, ended_at = null`,
    args: [personId, workspaceId, memberId, at],
  };
}

export interface MemberRow {
  id: string;
  name: string;
  role: Role;
  email: string | null;
  state: "active" | "removed";
  workspaceId: string;
  personId: string | null;
}

/** Texts of people are taken out of a body here and not by SQL, whose driver cannot give back half a character. */
const columns = "r.id, r.body, r.workspace_id as workspaceId, m.person_id as personId";
const joined = `row r left join membership m on m.workspace_id = r.workspace_id and m.member_id = r.id
  and m.ended_at is null where r.kind = 'member' and r.deleted = 0`;

export async function findMember(database: Database, workspaceId: string, id: string) {
  const rows = await database.read(`select ${columns} from ${joined} and r.workspace_id = ? and r.id = ?`, [
    workspaceId,
    id,
  ]);
  return rows.map(toMember)[0];
}

/** Everybody who is active in a workspace, by name. */
export async function listMembers(database: Database, workspaceId: string): Promise<MemberRow[]> {
  const rows = await database.read(
    `select ${columns} from ${joined} and r.workspace_id = ? and r.body->>'state' = 'active'
     order by r.body->>'name', r.id`,
    [workspaceId],
  );
  return rows.map(toMember);
}

/** Active members of any workspace with this e-mail address or name, letters of either case. */
export async function findMembersCalled(database: Database, called: string): Promise<MemberRow[]> {
  const rows = await database.read(
    `select ${columns} from ${joined} and r.body->>'state' = 'active'
       and (lower(r.body->>'email') = lower(?) or lower(r.body->>'name') = lower(?)) limit 20`,
    [called, called],
  );
  return rows.map(toMember);
}

function toMember({ body, ...row }: Row): MemberRow {
  const { name, role, email = null, state } = JSON.parse(String(body)) as MemberRow;
  return { ...row, name, role, email, state } as MemberRow;
}

/** Where a person is an active member: in the workspace named, else where they joined first. */
export async function firstMembership(
  database: Database,
  personId: string,
  workspaceId: string | null,
): Promise<{ workspaceId: string; memberId: string } | undefined> {
  const rows = await database.read(
    `select m.workspace_id as workspaceId, m.member_id as memberId from membership m
     join row r on r.workspace_id = m.workspace_id and r.kind = 'member' and r.id = m.member_id and r.deleted = 0
     where m.person_id = ? and m.ended_at is null and r.body->>'state' = 'active'
     order by m.workspace_id = ? desc, m.joined_at, m.workspace_id limit 1`,
    [personId, workspaceId],
  );
  return rows[0] as unknown as { workspaceId: string; memberId: string } | undefined;
}

export interface Place {
  id: string;
  name: string;
  zone: string;
}

/** A workspace as its members see it. */
export async function findWorkspace(database: Database, id: string): Promise<Place | undefined> {
  const rows = await database.read(
    "select id, body from row where workspace_id = ? and kind = 'workspace' and id = ? and deleted = 0",
    [id, id],
  );
  return rows.map(toPlace)[0];
}

/** Every workspace that was founded, the oldest first. */
export async function listWorkspaces(database: Database): Promise<Place[]> {
  const rows = await database.read(
    `select r.id, r.body from row r join workspace w on w.id = r.workspace_id
     where r.kind = 'workspace' and r.id = w.id and r.deleted = 0 order by w.created_at, w.id limit 1000`,
  );
  return rows.map(toPlace);
}

function toPlace({ id, body }: Row): Place {
  const { name, zone } = JSON.parse(String(body)) as Place;
  return { id: String(id), name, zone };
}

/** The name of a squad that still stands. */
export async function findSquad(
  database: Database,
  workspaceId: string,
  id: string,
): Promise<string | undefined> {
  const rows = await database.read(
    `select body from row where workspace_id = ? and kind = 'squad' and id = ? and deleted = 0
       and body->>'state' = 'active'`,
    [workspaceId, id],
  );
  return rows[0] && (JSON.parse(String(rows[0].body)) as { name: string }).name;
}
