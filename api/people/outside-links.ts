import { uuidv7 } from "../../shared/sync/uuid.ts";
import { isoNow } from "../../shared/time/instant.ts";
import type { Database, Statement } from "../db/client.ts";
import { Refused } from "../errors.ts";
import type { PeopleDeps } from "./people-deps.ts";
import { hashOf, mintSecret } from "./secret.ts";

/** A link that somebody without an account opens; of its secret only the hash is stored. */
export interface OutsideLink {
  id: string;
  workspaceId: string;
  /** The member who made it. */
  createdBy: string;
  createdAt: string;
  expiresAt: string;
}

interface Terms<About, Listed extends OutsideLink> {
  /** What the log calls it. */
  name: string;
  /** Milliseconds. */
  lifetime: number;
  /** Its address below the origin. */
  path(secret: string): string;
  insert(link: OutsideLink & { hash: string } & About): Statement;
  /** A workspace's links that still open, oldest first. */
  list(database: Database, workspaceId: string, now: string): Promise<Listed[]>;
  revoke(workspaceId: string, id: string, now: string): Statement;
}

const mostOpen = 100;

/** One kind of such links: made with a secret that is told once, listed while they open, and taken back. */
export function outsideLinks<About, Listed extends OutsideLink>(terms: Terms<About, Listed>) {
  const { name, lifetime, path, insert } = terms;

  async function list(deps: PeopleDeps, workspaceId: string): Promise<Omit<Listed, "workspaceId">[]> {
    const links = await terms.list(deps.database, workspaceId, isoNow(deps));
    return links.map(({ workspaceId: _, ...link }) => link);
  }

  return {
    list,

    /** Refuses `rate_limited` beyond 100 open ones in a workspace. */
    async make(
      deps: PeopleDeps,
      { workspaceId, memberId }: { workspaceId: string; memberId: string },
      about: About,
    ): Promise<{ id: string; url: string; expiresAt: string }> {
      if ((await list(deps, workspaceId)).length >= mostOpen) throw new Refused("rate_limited");
      const secret = mintSecret(deps.bytes);
      const link = {
        ...{ id: uuidv7(deps.now(), deps.bytes(10)), hash: hashOf(secret), workspaceId },
        ...{ createdBy: memberId, createdAt: isoNow(deps), expiresAt: isoNow(deps, lifetime) },
      };
      await deps.database.write([insert({ ...link, ...about })]);
      deps.log.info(`${name}.made`, { linkId: link.id, workspaceId, memberId });
      return { id: link.id, url: `${deps.origin()}${path(secret)}`, expiresAt: link.expiresAt };
    },

    /** Refuses `not_found` for one that opens nothing any more. */
    async revoke(deps: PeopleDeps, workspaceId: string, id: string): Promise<void> {
      const now = isoNow(deps);
      const open = await terms.list(deps.database, workspaceId, now);
      if (!open.some((one) => one.id === id)) throw new Refused("not_found");
      deps.revocations.append(now, "token", [id]);
      await deps.database.write([terms.revoke(workspaceId, id, now)]);
      deps.log.info(`${name}.revoked`, { linkId: id, workspaceId });
    },
  };
}
