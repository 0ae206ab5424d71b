import type { Role } from "../../shared/people/member.ts";
import type { Database, Statement } from "../db/client.ts";

export type Purpose = "set-up" | "invite" | "device" | "sign-in";

/** What an invite promises, fixed when it was made. */
export interface InviteTerms {
  role: Role;
  squadId?: string | undefined;
  as?: "pm" | "member" | undefined;
  name?: string | undefined;
  email?: string | undefined;
}

export interface TokenRow {
  id: string;
  purpose: Purpose;
  reusable: boolean;
  createdAt: string;
  expiresAt: string;
  workspaceId: string | null;
  personId: string | null;
  memberId: string | null;
  createdBy: string | null;
  invite: InviteTerms | null;
  claim: string | null;
  askerHash: string | null;
  askerName: string | null;
  confirmedAt: string | null;
}

export type NewToken = Pick<TokenRow, "id" | "purpose" | "createdAt" | "expiresAt"> & {
  hash: string;
} & Partial<Pick<TokenRow, "reusable" | "workspaceId" | "personId" | "memberId" | "createdBy" | "invite">>;

export function insertToken(token: NewToken): Statement {
  return {
    sql: `insert into token (id, hash, purpose, reusable, created_at, expires_at, workspace_id, person_id, member_id,
            created_by, invite) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    args: [
      token.id,
      token.hash,
      token.purpose,
      token.reusable ? 1 : 0,
      token.createdAt,
      token.expiresAt,
      token.workspaceId ?? null,
      token.personId ?? null,
      token.memberId ?? null,
      token.createdBy ?? null,
      token.invite ? JSON.stringify(token.invite) : null,
    ],
  };
}

const columns = `id, purpose, reusable, created_at as createdAt, expires_at as expiresAt, workspace_id as workspaceId,
  person_id as personId, member_id as memberId, created_by as createdBy, invite, claim, asker_hash as askerHash,
  asker_name as askerName, confirmed_at as confirmedAt`;
const usable = "(uses = 0 or reusable = 1) and revoked_at is null and expires_at > ?";

/** The token, if it can still be used. */
export async function findToken(
  database: Database,
  hash: string,
  now: string,
): Promise<TokenRow | undefined> {
  const rows = await database.read(`select ${columns} from token where hash = ? and ${usable}`, [hash, now]);
  return rows.map(toToken)[0];
}

/** The set-up link of this start: the one row there is gets a new secret, as long as it was not used. */
export function renewSetUp(hash: string, createdAt: string, expiresAt: string): Statement {
  return {
    sql: `update token set hash = ?, created_at = ?, expires_at = ?, claim = null, claimed_until = null
          where purpose = 'set-up' and uses = 0`,
    args: [hash, createdAt, expiresAt],
  };
}

/** Whose links: a workspace's, or those one device made. */
export interface Owner {
  workspaceId?: string;
  createdBy?: string;
}

/** Links of one purpose that wait to be used. */
export async function listTokens(database: Database, purpose: Purpose, of: Owner, now: string) {
  const rows = await database.read(
    `select ${columns} from token where purpose = ? and (workspace_id = ? or created_by = ?) and ${usable}
     order by created_at, id limit 1000`,
    [purpose, of.workspaceId ?? null, of.createdBy ?? null, now],
  );
  return rows.map(toToken);
}

/** Withdraws usable links of one purpose. Answers how many there were. */
export async function revokeTokens(
  database: Database,
  purpose: Purpose,
  ids: readonly string[],
  of: Owner,
  now: string,
): Promise<number> {
  const [result] = await database.write([
    {
      sql: `update token set revoked_at = ? where id in (select value from json_each(?)) and purpose = ?
              and (workspace_id = ? or created_by = ?) and ${usable}`,
      args: [now, JSON.stringify(ids), purpose, of.workspaceId ?? null, of.createdBy ?? null, now],
    },
  ]);
  return result?.rowsAffected ?? 0;
}

/** Takes a token for one redemption; changes nothing when another one holds it or it is no longer usable. */
export function claimToken(id: string, claim: string, now: string, until: string): Statement {
  return {
    sql: `update token set claim = ?, claimed_until = ?
          where id = ? and ${usable} and (claim is null or claimed_until < ?)`,
    args: [claim, until, id, now, now],
  };
}

export async function releaseToken(database: Database, id: string, claim: string): Promise<void> {
  await database.write([
    {
      sql: "update token set claim = null, claimed_until = null where id = ? and claim = ?",
      args: [id, claim],
    },
  ]);
}

/** Part of the batch that gives what the link promised: a NULL into NOT NULL fails it if the claim is not ours. */
export function spendToken(id: string, claim: string, now: string): Statement {
  return {
    sql: `update token set uses = case when claim = ? and (uses = 0 or reusable = 1) and revoked_at is null then 1 end,
            used_at = ?, claim = null, claimed_until = null where id = ?`,
    args: [claim, now, id],
  };
}

/** Binds a device link to the first device that asks; changes nothing for later ones. */
export function bindAsker(id: string, askerHash: string, name: string): Statement {
  return {
    sql: "update token set asker_hash = ?, asker_name = ? where id = ? and asker_hash is null",
    args: [askerHash, name, id],
  };
}

/** The tap holds for the device that was shown, and for no other. */
export function confirmToken(id: string, askerHash: string, now: string): Statement {
  return {
    sql: "update token set confirmed_at = ? where id = ? and asker_hash = ? and confirmed_at is null",
    args: [now, id, askerHash],
  };
}

function toToken(row: Record<string, unknown>): TokenRow {
  const { invite, reusable } = row;
  return {
    ...(row as unknown as TokenRow),
    reusable: reusable === 1,
    invite: typeof invite === "string" ? (JSON.parse(invite) as InviteTerms) : null,
  };
}
