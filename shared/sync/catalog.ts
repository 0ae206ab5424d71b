import type { Attachment } from "../attachments/attachment.ts";
import type { Bet } from "../bets/bet.ts";
import type { Blocker } from "../check-ins/blocker.ts";
import type { CheckIn } from "../check-ins/check-in.ts";
import type { Nudge } from "../check-ins/nudge.ts";
import type { FocusChoice } from "../focus/choice.ts";
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
import type { Review } from "../reviews/review.ts";
import type { Anomaly } from "../signals/anomaly.ts";
import type { MarkedEvent } from "../signals/event.ts";
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
  focus: FocusChoice;
  event: MarkedEvent;
  anomaly: Anomaly;
  nudge: Nudge;
  review: Review;
  attachment: Attachment;
}
export type Kind = keyof Bodies;

/**
 * The module of every synced kind, which holds its schema and mutations. Modules load on use, so that the shell starts
 * without the rules of rare forms. What is known of a kind without its rules is in kinds.ts.
 */
export const catalog = {
  workspace: { load: () => import("../people/workspace.ts") },
  member: { load: () => import("../people/member.ts") },
  squad: { load: () => import("../people/squad.ts") },
  metric: { load: () => import("../metrics/metric.ts") },
  "north-star": { load: () => import("../metrics/north-star.ts") },
  reading: { load: () => import("../metrics/reading.ts") },
  cycle: { load: () => import("../okrs/cycle.ts") },
  objective: { load: () => import("../okrs/objective.ts") },
  "key-result": { load: () => import("../okrs/key-result.ts") },
  "check-in": { load: () => import("../check-ins/check-in.ts") },
  blocker: { load: () => import("../check-ins/blocker.ts") },
  candidate: { load: () => import("../metrics/candidate.ts") },
  recall: { load: () => import("../metrics/recall.ts") },
  bet: { load: () => import("../bets/bet.ts") },
  focus: { load: () => import("../focus/choice.ts") },
  event: { load: () => import("../signals/event.ts") },
  anomaly: { load: () => import("../signals/anomaly.ts") },
  nudge: { load: () => import("../check-ins/nudge.ts") },
  review: { load: () => import("../reviews/review.ts") },
  attachment: { load: () => import("../attachments/attachment.ts") },
} as const;

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
