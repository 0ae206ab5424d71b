import type { Kind } from "./catalog.ts";

interface Place {
  /** The field that holds the id of the row's parent; what rows are listed by. */
  parent: string | null;
  /** The field that holds the id of the cycle it belongs to. */
  cycle: string | null;
}

/** Where the rows of each kind stand. Apart from the catalog, so that whoever only stores rows carries no rules. */
export const places: Readonly<Record<Kind, Place>> = {
  workspace: { parent: null, cycle: null },
  member: { parent: null, cycle: null },
  squad: { parent: null, cycle: null },
  metric: { parent: null, cycle: null },
  "north-star": { parent: null, cycle: null },
  reading: { parent: "metricId", cycle: null },
  cycle: { parent: null, cycle: null },
  objective: { parent: "cycleId", cycle: "cycleId" },
  "key-result": { parent: "objectiveId", cycle: "cycleId" },
  "check-in": { parent: "keyResultId", cycle: "cycleId" },
  blocker: { parent: "keyResultId", cycle: null },
  candidate: { parent: null, cycle: null },
  recall: { parent: "cycleId", cycle: "cycleId" },
  bet: { parent: "squadId", cycle: null },
  focus: { parent: "squadId", cycle: null },
  event: { parent: null, cycle: null },
  anomaly: { parent: null, cycle: null },
  nudge: { parent: "keyResultId", cycle: "cycleId" },
  review: { parent: "cycleId", cycle: "cycleId" },
  attachment: { parent: "subjectId", cycle: null },
};

/** Rises when a kind is added, so that a phone that has just learnt it is given its rows from the beginning. */
export const catalogVersion = 4;

/** The catalog version a kind came with, for those that were not there from the first. */
const cameWith: Partial<Record<Kind, number>> = {
  candidate: 2,
  recall: 2,
  bet: 2,
  focus: 3,
  event: 3,
  anomaly: 3,
  nudge: 3,
  review: 3,
  attachment: 4,
};

export const kinds = Object.keys(places) as Kind[];

export function isKind(name: string): name is Kind {
  return Object.hasOwn(places, name);
}

/** Kinds that a phone of this catalog version has not heard of. */
export function kindsNewerThan(version: number): Kind[] {
  return kinds.filter((kind) => (cameWith[kind] ?? 1) > version);
}

/** The id of a row's parent, "" for a kind that has none; what rows are listed by. */
export function parentOf(kind: Kind, body: object): string {
  const field = places[kind].parent;
  return field === null ? "" : String((body as Record<string, unknown>)[field]);
}

/** The id of the cycle a row belongs to, or null. */
export function cycleOf(kind: Kind, body: object): string | null {
  const field = places[kind].cycle;
  return field === null ? null : String((body as Record<string, unknown>)[field]);
}
