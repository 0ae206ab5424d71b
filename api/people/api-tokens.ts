import { uuidv7 } from "../../shared/sync/uuid.ts";
import { isoNow } from "../../shared/time/instant.ts";
import { DatabaseError } from "../db/database-error.ts";
import { Refused } from "../errors.ts";
import * as store from "./api-token-store.ts";
import { day, minute, type PeopleDeps } from "./people-deps.ts";
import { countTry, countUse } from "./rate-limit.ts";
import { hashOf } from "./secret.ts";
import type { Membership } from "./signed.ts";

/** What a token may do, as its maker says; `days`: how long, for ever when absent. */
export interface TokenTerms {
  name: string;
  scopes: store.Scope[];
  metricIds?: string[] | undefined;
  days?: number | undefined;
}

const most = 200;
/** 192 random bits; the prefix lets scanners of code and logs know one that was left lying about. */
const prefix = "northing_";
const secretBytes = 24;
const hintLength = prefix.length + 4;

/** Makes a token. Its secret is in this answer and nowhere else. Refuses a name in use and a metric that is not here. */
export async function makeApiToken(
  deps: PeopleDeps,
  { workspaceId, memberId }: Membership,
  { name, scopes, metricIds, days }: TokenTerms,
) {
  if ((await store.listApiTokens(deps.database, workspaceId)).length >= most)
    throw new Refused("rate_limited");
  if (metricIds !== undefined) {
    const known = await store.knownMetrics(deps.database, workspaceId, metricIds);
    const strange = metricIds.findIndex((id) => !known.has(id));
    if (strange >= 0) throw new Refused("not_found", { field: `metricIds.${strange}` });
  }
  const secret = `${prefix}${Buffer.from(deps.bytes(secretBytes)).toString("base64url")}`;
  const token: store.ApiTokenRow = {
    id: uuidv7(deps.now(), deps.bytes(10)),
    ...{ workspaceId, memberId, name, scopes, metricIds: metricIds ?? null },
    hint: secret.slice(0, hintLength),
    createdAt: isoNow(deps),
    expiresAt: days === undefined ? null : isoNow(deps, days * day),
    lastUsedAt: null,
  };
  try {
    await deps.database.write(store.insertApiToken({ ...token, hash: hashOf(secret) }));
  } catch (error) {
    if (error instanceof DatabaseError && error.code === "constraint")
      throw new Refused("name_taken", { field: "name" });
    throw error;
  }
  deps.log.info("api_token.made", { tokenId: token.id, workspaceId, memberId, scopes: scopes.join(" ") });
  return { ...said(token), secret };
}

export async function listApiTokens(deps: PeopleDeps, workspaceId: string) {
  return (await store.listApiTokens(deps.database, workspaceId)).map(said);
}

/** Ends a token at once. One of another workspace answers like one that does not exist. */
export async function revokeApiToken(deps: PeopleDeps, { workspaceId, memberId }: Membership, id: string) {
  const tokens = await store.listApiTokens(deps.database, workspaceId);
  if (!tokens.some((one) => one.id === id)) throw new Refused("not_found");
  deps.revocations.append(isoNow(deps), "api-token", [id]);
  await store.revokeApiToken(deps.database, workspaceId, id, isoNow(deps));
  deps.log.info("api_token.revoked", { tokenId: id, workspaceId, memberId });
}

/**
 * The token a request's `Authorization` header brings, counted as one use. Missing, wrong, run out, revoked, of a
 * removed member and of another scope cannot be told apart: `token_refused`. Guesses are counted by address.
 */
export async function openApiToken(
  deps: PeopleDeps,
  authorization: string | undefined,
  scope: store.Scope,
  address: string,
): Promise<store.ApiTokenRow> {
  const [, secret] = /^Bearer ([\w-]{16,200})$/i.exec(authorization ?? "") ?? [];
  const token =
    secret === undefined ? undefined : await store.findApiToken(deps.database, hashOf(secret), isoNow(deps));
  if (!token?.scopes.includes(scope)) {
    await countTry(deps, "bearer", address);
    throw new Refused("token_refused");
  }
  await countUse(deps, token.id);
  if (token.lastUsedAt === null || deps.now() - Date.parse(token.lastUsedAt) > minute)
    await store.noteUse(deps.database, token.id, isoNow(deps));
  return token;
}

function said({ workspaceId: _here, ...token }: store.ApiTokenRow) {
  return token;
}
