import type * as z from "zod/mini";
import type { Standing, Subject } from "../people/policy.ts";
import type { Bodies, Kind } from "./catalog.ts";
import type { RejectionCode } from "./codes.ts";

/** A row as a rule and a screen see it: its body, its id and the revision the server gave it (0 before that). */
export type RowOf<K extends Kind> = Bodies[K] & { id: string; revision: number };

/** What a rule may read. A row that is not loaded yet makes the driver load it and run the rule again. */
export interface Rows {
  get<K extends Kind>(kind: K, id: string): RowOf<K> | undefined;
  /** The same for many at once, in their order; what is missing is loaded in one go. */
  getMany<K extends Kind>(kind: K, ids: readonly string[]): (RowOf<K> | undefined)[];
  /** Live rows of a kind under one parent; for a kind without a parent, all of them. */
  list<K extends Kind>(kind: K, parentId?: string): RowOf<K>[];
  /** The live rows under each of many parents, in their order; what is missing is loaded in one go. */
  listMany<K extends Kind>(kind: K, parentIds: readonly string[]): RowOf<K>[];
}

/** Who acts. `server` marks the doors no phone has: founding a workspace, joining it. */
export interface Actor {
  memberId: string;
  server?: boolean;
}

/** `at` is what the device claims, clamped to `receivedAt`; both are ISO instants in UTC. */
export interface When {
  at: string;
  receivedAt: string;
  /** Set when a phone offers its journal again after a restore: judged at `at`, without the 14-day limit. */
  healing?: boolean;
}

export interface Context {
  rows: Rows;
  who: Actor;
  when: When;
}

export type Write = { [K in Kind]: { kind: K; id: string; body: Bodies[K] } }[Kind];
export interface Tombstone {
  kind: Kind;
  id: string;
  deleted: true;
}
export interface Refusal {
  refused: RejectionCode;
  field?: string;
}
export type Verdict = { writes: (Write | Tombstone)[] } | Refusal;

export interface Definition<A extends z.ZodMiniType = z.ZodMiniType> {
  args: A;
  /** What the policy table judges the actor's standing towards; absent: the workspace as a whole. */
  subject?: (args: z.output<A>, context: Context) => Subject | Refusal;
  /** Who may, in the words of the policy table; any one standing is enough. */
  may: readonly Standing[];
  rule: (args: z.output<A>, context: Context) => Verdict;
}

/** Ties a rule's argument types to its schema. */
export function defineMutation<A extends z.ZodMiniType>(definition: Definition<A>): Definition<A> {
  return definition;
}

export function refuse(code: RejectionCode, field?: string): Refusal {
  return field === undefined ? { refused: code } : { refused: code, field };
}

/** A row to write. Fields left undefined are left out, so that both sides store the same. */
export function put<K extends Kind>(kind: K, id: string, body: Bodies[K]): Write {
  const said = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  return { kind, id, body: said } as unknown as Write;
}

/** A row's body without what the store adds, ready to be put back with changes. */
export function bodyOf<K extends Kind>(row: RowOf<K>): Bodies[K] {
  const { id: _id, revision: _revision, ...body } = row;
  return body as unknown as Bodies[K];
}

export function isRefusal(value: object): value is Refusal {
  return "refused" in value;
}
