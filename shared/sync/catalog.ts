import type { Bet } from "../bets/bet.ts";
import type { Blocker } from "../check-ins/blocker.ts";
import type { CheckIn } from "../check-ins/check-in.ts";
import type { Candidate } from "../metrics/candidate.ts";
import type { Metric } from "../metrics/metric.ts";
import type { NorthStar } from "../metrics/north-star.ts";
import type { Reading } from "../metrics/reading.ts";
import type { Recall } from "../metrics/recall.ts";
import type { Cycle } from "../okrs/cycle.ts";
import type { KeyResult } from "../okrs/key-result.ts";
import type { Objective } from "../okrs/objective.ts";
import type { Member } from "../people/member.ts";
import type { Squad } from "../people/squad.ts";
import type { Workspace } from "../people/workspace.ts";
import type { Definition } from "./mutation.ts";

/** The body of each synced kind. */
export interface Bodies {
  workspace: Workspace;
  member: Member;
  squad: Squad;
  metric: Metric;
  "north-star": NorthStar;
  reading: Reading;
  cycle: Cycle;
  objective: Objective;
  "key-result": KeyResult;
  "check-in": CheckIn;
  blocker: Blocker;
  candidate: Candidate;
  recall: Recall;
  bet: Bet;
}
export type Kind = keyof Bodies;

/**
 * Every synced kind: the field that names its parent, the field that names its cycle, and the module that holds its
 * schema and mutations. Modules load on use, so that the shell starts without the rules of rare forms.
 */
export const catalog = {
  workspace: { parent: null, cycle: null, load: () => import("../people/workspace.ts") },
  member: { parent: null, cycle: null, load: () => import("../people/member.ts") },
  squad: { parent: null, cycle: null, load: () => import("../people/squad.ts") },
  metric: { parent: null, cycle: null, load: () => import("../metrics/metric.ts") },
  "north-star": { parent: null, cycle: null, load: () => import("../metrics/north-star.ts") },
  reading: { parent: "metricId", cycle: null, load: () => import("../metrics/reading.ts") },
  cycle: { parent: null, cycle: null, load: () => import("../okrs/cycle.ts") },
  objective: { parent: "cycleId", cycle: "cycleId", load: () => import("../okrs/objective.ts") },
  "key-result": { parent: "objectiveId", cycle: "cycleId", load: () => import("../okrs/key-result.ts") },
  "check-in": { parent: "keyResultId", cycle: "cycleId", load: () => import("../check-ins/check-in.ts") },
  blocker: { parent: "keyResultId", cycle: null, load: () => import("../check-ins/blocker.ts") },
  candidate: { parent: null, cycle: null, load: () => import("../metrics/candidate.ts") },
  recall: { parent: "cycleId", cycle: "cycleId", load: () => import("../metrics/recall.ts") },
  bet: { parent: "squadId", cycle: null, load: () => import("../bets/bet.ts") },
} as const;

/** Rises when a kind is added, so that a phone that has just learnt it is given its rows from the beginning. */
export const catalogVersion = 2;

/** The catalog version a kind came with, for those that were not there from the first. */
const cameWith: Partial<Record<Kind, number>> = { candidate: 2, recall: 2, bet: 2 };

export const kinds = Object.keys(catalog) as Kind[];

/** Kinds that a phone of this catalog version has not heard of. */
export function kindsNewerThan(version: number): Kind[] {
  return kinds.filter((kind) => (cameWith[kind] ?? 1) > version);
}

type Modules = { [K in Kind]: Awaited<ReturnType<(typeof catalog)[K]["load"]>>["mutations"] };
type Names = { [K in Kind]: { [V in keyof Modules[K] & string]: `${K}.${V}` }[keyof Modules[K] & string] };
/** Every mutation, `noun.verb`. */
export type MutationName = Names[Kind];
/** The arguments of each mutation, as its schema gives them. */
export type Args<N extends MutationName> = N extends `${infer K}.${infer V}`
  ? K extends Kind
    ? V extends keyof Modules[K]
      ? Modules[K][V] extends Definition<infer A>
        ? A["_zod"]["output"]
        : never
      : never
    : never
  : never;

/** The definition of a mutation, or undefined for a name nobody knows. Loads its module the first time. */
export async function definitionOf(name: string): Promise<Definition | undefined> {
  const [noun, verb] = name.split(".");
  if (noun === undefined || verb === undefined || !Object.hasOwn(catalog, noun)) return undefined;
  const { mutations } = await catalog[noun as Kind].load();
  return Object.hasOwn(mutations, verb) ? (mutations as Record<string, Definition>)[verb] : undefined;
}

/** The id of a row's parent, "" for a kind that has none; what rows are listed by. */
export function parentOf(kind: Kind, body: object): string {
  const field = catalog[kind].parent;
  return field === null ? "" : String((body as Record<string, unknown>)[field]);
}

/** The id of the cycle a row belongs to, or null. */
export function cycleOf(kind: Kind, body: object): string | null {
  const field = catalog[kind].cycle;
  return field === null ? null : String((body as Record<string, unknown>)[field]);
}
