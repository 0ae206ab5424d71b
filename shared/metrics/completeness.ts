import { standing } from "../okrs/line.ts";
import type { Squad } from "../people/squad.ts";
import type { BeatState } from "../reviews/beat-state.ts";
import type { RowOf } from "../sync/mutation.ts";

/** The five parts of a North Star framework that holds. */
export type PartName = "north-star" | "inputs" | "outcomes" | "rituals" | "decision-rules";

/** One thing a part lacks; the screen has its words and knows where it is put right. */
export type Missing =
  | { what: "no-star" | "not-signed" | "no-outcome" | "no-guardrail" | "rules-unconfirmed" }
  | { what: "too-few-inputs" | "too-many-inputs"; count: number }
  | { what: "no-steward"; metricId: string; name: string }
  | { what: "no-squads" }
  | { what: "no-members" | "no-pm"; squadId: string; name: string }
  | { what: "no-director" | "no-cpo" | "no-ceo" }
  /** The last one of a beat ran out of time without being held. */
  | { what: "beat-missed"; beat: Exclude<Beat, "daily">; squadId?: string; name?: string };

export type Beat = "daily" | "weekly" | "monthly" | "quarterly" | "yearly";

export interface Part {
  name: PartName;
  /** 1 is whole, 0.5 a North Star that is proposed and not committed. */
  share: number;
  missing: Missing[];
}

export interface Framework {
  northStars: readonly RowOf<"north-star">[];
  metrics: readonly RowOf<"metric">[];
  members: readonly RowOf<"member">[];
  squads: readonly RowOf<"squad">[];
  decisionRules: readonly string[];
  /** Where the beats stand today; without them only their owners are asked about. */
  beats?: readonly BeatState[];
}

export const fewestInputs = 3;
export const mostInputs = 5;

/** The five parts in the order they are built, each with what it still lacks. */
export function completeness(framework: Framework): Part[] {
  const active = framework.metrics.filter((one) => one.state === "active");
  return [
    northStarPart(framework.northStars),
    part("inputs", inputsMissing(active, framework.members)),
    part("outcomes", active.some((one) => one.kind === "outcome") ? [] : [{ what: "no-outcome" }]),
    part("rituals", [...Object.values(beatsMissing(framework)).flat(), ...missedBeats(framework)]),
    part("decision-rules", [
      ...(active.some((one) => one.kind === "guardrail") ? [] : [{ what: "no-guardrail" } as const]),
      ...(framework.decisionRules.length > 0 ? [] : [{ what: "rules-unconfirmed" } as const]),
    ]),
  ];
}

/** Of five. */
export function completed(parts: readonly Part[]): number {
  return parts.reduce((sum, one) => sum + one.share, 0);
}

/** What keeps each beat of the rhythm from having its owner; empty where somebody owns it. */
export function beatsMissing({
  squads,
  members,
}: Pick<Framework, "squads" | "members">): Record<Beat, Missing[]> {
  const active = members.filter((one) => one.state === "active");
  const present = squads.filter((one) => one.state === "active");
  const has = (squad: Squad, as?: "pm") =>
    squad.members.some(
      (one) => (as === undefined || one.as === as) && active.some(({ id }) => id === one.memberId),
    );
  const none: Missing[] = present.length === 0 ? [{ what: "no-squads" }] : [];
  const lacking = (what: "no-members" | "no-pm", as?: "pm"): Missing[] =>
    present.filter((one) => !has(one, as)).map(({ id, name }) => ({ what, squadId: id, name }));
  const cpo: Missing[] = active.some((one) => one.title === "cpo") ? [] : [{ what: "no-cpo" }];
  const ceo: Missing[] = active.some((one) => one.title === "ceo") ? [] : [{ what: "no-ceo" }];
  return {
    daily: [...none, ...lacking("no-members")],
    // A squad nobody is in lacks its people first; its PM comes with them.
    weekly: lacking("no-pm", "pm").filter(
      (one) => !("squadId" in one) || present.some((squad) => squad.id === one.squadId && has(squad)),
    ),
    monthly: active.some((one) => one.role === "director") ? [] : [{ what: "no-director" }],
    quarterly: cpo,
    yearly: ceo,
  };
}

/** A beat whose last one was missed; a squad without a PM is asked for that first. */
function missedBeats(framework: Framework): Missing[] {
  const { beats = [], squads } = framework;
  const ownerless = beatsMissing(framework);
  return beats.flatMap(({ beat, squadId, missedOn }): Missing[] => {
    if (missedOn === undefined || beat === "daily") return [];
    if (ownerless[beat].some((one) => squadId === undefined || ("squadId" in one && one.squadId === squadId)))
      return [];
    const name = squads.find((one) => one.id === squadId)?.name;
    return [{ what: "beat-missed", beat, ...(squadId && { squadId }), ...(name && { name }) }];
  });
}

/** Who owns each beat: squads by name for the daily one, people for the others. */
export function beatOwners({
  squads,
  members,
}: Pick<Framework, "squads" | "members">): Record<Beat, string[]> {
  const active = members.filter((one) => one.state === "active");
  const present = squads.filter((one) => one.state === "active" && one.members.length > 0);
  const named = (wanted: (one: RowOf<"member">) => boolean) => active.filter(wanted).map((one) => one.name);
  return {
    daily: present.map((one) => one.name),
    weekly: named(({ id }) =>
      present.some((squad) => squad.members.some((one) => one.as === "pm" && one.memberId === id)),
    ),
    monthly: named((one) => one.role === "director"),
    quarterly: named((one) => one.title === "cpo"),
    yearly: named((one) => one.title !== undefined),
  };
}

function northStarPart(northStars: readonly RowOf<"north-star">[]): Part {
  const [star] = standing(northStars);
  if (star === undefined) return { name: "north-star", share: 0, missing: [{ what: "no-star" }] };
  if (star.state === "committed") return { name: "north-star", share: 1, missing: [] };
  return { name: "north-star", share: 0.5, missing: [{ what: "not-signed" }] };
}

function inputsMissing(active: readonly RowOf<"metric">[], members: readonly RowOf<"member">[]): Missing[] {
  const inputs = active.filter((one) => one.kind === "input");
  const orphans = inputs.filter(
    ({ stewardId }) => !members.some((one) => one.id === stewardId && one.state === "active"),
  );
  const count = inputs.length;
  return [
    ...(count < fewestInputs ? [{ what: "too-few-inputs", count } as const] : []),
    ...(count > mostInputs ? [{ what: "too-many-inputs", count } as const] : []),
    ...orphans.map(({ id, name }) => ({ what: "no-steward", metricId: id, name }) as const),
  ];
}

function part(name: PartName, missing: Missing[]): Part {
  return { name, share: missing.length === 0 ? 1 : 0, missing };
}
