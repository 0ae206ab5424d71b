import {
  bodyOf,
  put,
  type Refusal,
  type RowOf,
  type Rows,
  refuse,
  type When,
  type Write,
} from "../sync/mutation.ts";
import type { GateFinding, Plan } from "./gate.ts";
import { keyResultsOf } from "./live-key-results.ts";

/** A cycle's plan, as the gate looks at it. */
export function planOf(cycleId: string, rows: Rows): Plan {
  const objectives = rows.list("objective", cycleId);
  return {
    objectives,
    keyResults: keyResultsOf(objectives, rows),
    members: rows.list("member"),
    metrics: rows.list("metric"),
    northStars: rows.list("north-star"),
  };
}

/** The refusal for the first finding; in a whole cycle the field begins with the row's id. */
export function blocked(findings: GateFinding[], wholeCycle = false): Refusal | undefined {
  const first = findings[0];
  if (first === undefined) return undefined;
  return refuse(
    first.code,
    wholeCycle && first.kind !== "cycle" ? `${first.id}.${first.field}` : first.field,
  );
}

/** The findings a revision brings: an older flaw, such as an owner who left, does not block an unrelated change. */
export function newFindings(before: GateFinding[], after: GateFinding[]): GateFinding[] {
  const name = ({ code, id, field }: GateFinding) => `${code} ${id} ${field}`;
  const known = new Set(before.map(name));
  return after.filter((one) => !known.has(name(one)));
}

export function committedObjective(objective: RowOf<"objective">): Write[] {
  if (objective.state !== "draft") return [];
  return [put("objective", objective.id, { ...bodyOf<"objective">(objective), state: "committed" })];
}

export function committedKeyResult(keyResult: RowOf<"key-result">, { at }: When): Write[] {
  if (keyResult.state !== "draft") return [];
  const body = { ...bodyOf<"key-result">(keyResult), state: "committed" as const, committedAt: at };
  return [put("key-result", keyResult.id, body)];
}
