import type { Bodies, Kind } from "../../shared/sync/catalog.ts";
import { equal } from "../../shared/sync/write.ts";
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

/** One change of a row: who, when, and each field that says something else since ("moves.because"). */
export interface Step {
  revision: number;
  at: string;
  actorId: string;
  deed: "made" | "changed" | "deleted" | "brought back";
  changes: { field: string; before: unknown; after: unknown }[];
}

/**
 * What changed from version to version, the newest first. With `more` older ones than these, the oldest here is only
 * what the next is compared with.
 */
export function stepsOf<K extends Kind>(versions: readonly Version<K>[], more = false): Step[] {
  return versions.slice(0, more ? -1 : undefined).map((version, i) => {
    const { revision, at, actorId } = version;
    const older = versions[i + 1];
    const changes =
      older?.body && version.body && !older.deleted && !version.deleted
        ? changesBetween(older.body, version.body)
        : [];
    return { revision, at, actorId, deed: deedOf(version, older), changes };
  });
}

function deedOf(version: Version, older: Version | undefined): Step["deed"] {
  if (version.deleted) return "deleted";
  if (older === undefined) return "made";
  return older.deleted ? "brought back" : "changed";
}

function changesBetween(before: object, after: object, above = ""): Step["changes"] {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key) => {
    const field = `${above}${key}`;
    if (equal(old[key], now[key])) return [];
    if (above === "" && isPlain(old[key]) && isPlain(now[key]))
      return changesBetween(old[key], now[key], `${field}.`);
    return [{ field, before: old[key], after: now[key] }];
  });
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
