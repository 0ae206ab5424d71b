import type { Kind } from "../../shared/sync/catalog.ts";
import { parentOf } from "../../shared/sync/kinds.ts";
import { mappedKinds } from "../../shared/sync/mapped-kinds.ts";
import type { RowOf, Rows } from "../../shared/sync/mutation.ts";
import type { WireRow } from "../../shared/sync/protocol.ts";
import { call } from "../api-client.ts";
import { session } from "./signed-in.ts";

type Answered<T> = T | PromiseLike<T>;

/** What a view is gathered from: this phone's rows, or the server's of a past day. */
export interface RowSource {
  /** Live rows of a kind under one parent; without a parent, all of a kind that has none. Unordered. */
  list<K extends Kind>(kind: K, parentId?: string): Answered<RowOf<K>[]>;
  /** Live rows of a kind that belong to a cycle. Unordered. */
  inCycle<K extends "objective" | "key-result" | "check-in">(kind: K, cycleId: string): Answered<RowOf<K>[]>;
}

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
  return rowsAt(on, await wireOf(on, cycleId, [...mappedKinds, ...also]));
}

/** The same of the kinds named and no others, as they travel. */
export async function wireOf(
  on: string,
  cycleId: string | undefined,
  kinds: readonly Kind[],
): Promise<WireRow[]> {
  const found: WireRow[] = [];
  for (let next: string | undefined; ; ) {
    const page = await call<{ rows: WireRow[]; next?: string }>("GET", pathOf(on, cycleId, kinds, next));
    found.push(...page.rows);
    next = page.next;
    if (next === undefined) return found;
  }
}

/** The cycle a day lies in. */
export function cycleOn(cycles: readonly RowOf<"cycle">[], on: string): RowOf<"cycle"> | undefined {
  return cycles.find((one) => one.startsOn <= on && on <= one.endsOn);
}

/** The day an address names; undefined for what is none. */
export function dayIn(text: string | null): string | undefined {
  return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : undefined;
}

function pathOf(on: string, cycleId: string | undefined, kinds: readonly Kind[], next: string | undefined) {
  const now = session();
  const query = new URLSearchParams({ on, kind: [...new Set(kinds)].join(",") });
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
  const families = new Map<Kind, Map<string, object[]>>();
  const under = <K extends Kind>(kind: K, parentId: string) => {
    const family = families.get(kind) ?? familyOf(kind, all(kind));
    families.set(kind, family);
    return [...(family.get(parentId) ?? [])] as RowOf<K>[];
  };
  return {
    on,
    all,
    get: <K extends Kind>(kind: K, id: string) => kinds.get(kind)?.get(id) as RowOf<K> | undefined,
    getMany: <K extends Kind>(kind: K, ids: readonly string[]) =>
      ids.map((id) => kinds.get(kind)?.get(id) as RowOf<K> | undefined),
    list: (kind, parentId = "") => under(kind, parentId),
    listMany: (kind, parentIds) => parentIds.flatMap((id) => under(kind, id)),
    inCycle: (kind, cycleId) => all(kind).filter((row) => row.cycleId === cycleId),
  };
}

/** Rows of a kind by the id of their parent. */
function familyOf(kind: Kind, rows: readonly object[]): Map<string, object[]> {
  const family = new Map<string, object[]>();
  for (const row of rows) {
    const parentId = parentOf(kind, row);
    const siblings = family.get(parentId);
    if (siblings === undefined) family.set(parentId, [row]);
    else siblings.push(row);
  }
  return family;
}
