import type { Bodies, Kind } from "../../shared/sync/catalog.ts";
import { call } from "../api-client.ts";
import { session } from "./signed-in.ts";

/** A row as it stood from one change to the next. `body` is null where it was deleted. */
export interface Version<K extends Kind = Kind> {
  revision: number;
  /** When the server took it (ISO instant). */
  at: string;
  /** The member who made it so. */
  actorId: string;
  deleted: boolean;
  body: Bodies[K] | null;
}

/**
 * Versions of a row, the newest first and the present one among them; at most 200 at once, older ones by the revision of
 * the last as `before`. Online only. Throws ApiError: "offline", or "not_found" for a row the server does not have yet.
 */
export function rowHistory<K extends Kind>(
  kind: K,
  id: string,
  before?: number,
): Promise<{ versions: Version<K>[]; more: boolean }> {
  const now = session();
  const query = new URLSearchParams(now.state === "signed-in" ? { workspace: now.workspaceId } : {});
  if (before !== undefined) query.set("before", String(before));
  return call("GET", `/api/history/${kind}/${encodeURIComponent(id)}?${query}`);
}
