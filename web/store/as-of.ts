import type { Kind } from "../../shared/sync/catalog.ts";
import { parentOf } from "../../shared/sync/kinds.ts";
import { mappedKinds } from "../../shared/sync/mapped-kinds.ts";
import type { RowOf, Rows } from "../../shared/sync/mutation.ts";
import type { WireRow } from "../../shared/sync/protocol.ts";
import { call } from "../api-client.ts";
import { session } from "./signed-in.ts";

/** Rows as they stood at the end of a day: what rules and pure functions read, all at hand. */
export interface AsOf extends Rows {
  on: string;
  /** Live rows of a kind that belonged to a cycle. */
  inCycle<K extends "objective" | "key-result" | "check-in">(kind: K, cycleId: string): RowOf<K>[];
  /** Every row of a kind, whatever its parent. */
  all<K extends Kind>(kind: K): RowOf<K>[];
}

/**
 * The workspace as it stood at the end of `on` ("2026-11-23"), of all cycles or of one: workspace, members, squads,
 * metrics, North Stars, cycles, objectives, key results, check-ins, and the kinds named besides. Online only. Throws
 * ApiError: "offline" without a network, "invalid_request" for a day that has not begun.
 */
export async function asOf(on: string, cycleId?: string, also: readonly Kind[] = []): Promise<AsOf> {
  const found: WireRow[] = [];
  for (let next: string | undefined; ; ) {
    const page = await call<{ rows: WireRow[]; next?: string }>("GET", pathOf(on, cycleId, also, next));
    found.push(...page.rows);
    next = page.next;
    if (next === undefined) return rowsAt(on, found);
  }
}

function pathOf(on: string, cycleId: string | undefined, also: readonly Kind[], next: string | undefined) {
  const now = session();
  const query = new URLSearchParams({ on, kind: [...new Set([...mappedKinds, ...also])].join(",") });
  if (now.state === "signed-in") query.set("workspace", now.workspaceId);
  if (cycleId !== undefined) query.set("cycle", cycleId);
  if (next !== undefined) query.set("after", next);
  return `/api/as-of?${query}`;
}

/** Rows of a day, from the form they travel in. */
export function rowsAt(on: string, wire: readonly WireRow[]): AsOf {
  const kinds = new Map<string, Map<string, object>>();
  for (const { kind, id, revision, body } of wire) {
    const some = kinds.get(kind) ?? new Map<string, object>();
    kinds.set(kind, some.set(id, { ...body, id, revision }));
  }
  const all = <K extends Kind>(kind: K) => [...(kinds.get(kind)?.values() ?? [])] as RowOf<K>[];
  return {
    on,
    all,
    get: <K extends Kind>(kind: K, id: string) => kinds.get(kind)?.get(id) as RowOf<K> | undefined,
    getMany: <K extends Kind>(kind: K, ids: readonly string[]) =>
      ids.map((id) => kinds.get(kind)?.get(id) as RowOf<K> | undefined),
    list: (kind, parentId = "") => all(kind).filter((row) => parentOf(kind, row) === parentId),
    listMany: (kind, parentIds) =>
      parentIds.flatMap((id) => all(kind).filter((row) => parentOf(kind, row) === id)),
    inCycle: (kind, cycleId) => all(kind).filter((row) => row.cycleId === cycleId),
  };
}
