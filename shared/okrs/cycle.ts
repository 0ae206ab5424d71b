import * as z from "zod/mini";
import * as field from "../sync/field.ts";
import {
  bodyOf,
  type Context,
  defineMutation,
  put,
  type Refusal,
  type Rows,
  refuse,
} from "../sync/mutation.ts";
import { change, sentAgain } from "../sync/write.ts";
import { daysBetween } from "../time/local-date.ts";
import { blocked, committedKeyResult, committedObjective, planOf } from "./commit.ts";
import { gate } from "./gate.ts";
import { graded } from "./grading.ts";
import { keyResultsOf } from "./live-key-results.ts";
import { cannotPlan } from "./phase.ts";

export const phase = z.enum(["planning", "running", "grading", "closed"]);

export const schema = z.strictObject({
  name: field.title,
  startsOn: field.day,
  endsOn: field.day,
  state: phase,
  /** When it was closed: a check-in made before then may still come back from a phone. */
  closedAt: z.optional(field.instant),
  /** Which squads said they can move which inputs in it. */
  allocations: z.optional(
    z.array(z.strictObject({ squadId: field.id, metricId: field.id })).check(z.maxLength(500)),
  ),
});
export type Cycle = z.output<typeof schema>;

const shortestDays = 6;
const longestDays = 366;

const open = defineMutation({
  args: z.strictObject({ id: field.id, name: field.title, startsOn: field.day, endsOn: field.day }),
  may: ["admin"],
  rule({ id, ...said }, { rows }) {
    const cycle: Cycle = { ...said, state: "planning" };
    return (
      sentAgain("cycle", id, cycle, rows, ["state", "closedAt", "allocations"]) ??
      unsound(id, cycle, rows) ?? { writes: [put("cycle", id, cycle)] }
    );
  },
});

const revise = defineMutation({
  args: z.strictObject({
    cycleId: field.id,
    name: z.optional(field.title),
    startsOn: z.optional(field.day),
    endsOn: z.optional(field.day),
  }),
  subject: known,
  may: ["admin"],
  rule({ cycleId, name, startsOn, endsOn }, { rows }) {
    const cycle = rows.get("cycle", cycleId)!;
    if (cycle.state === "closed") return refuse("cycle_closed", "cycleId");
    if (cycle.state === "grading" && (startsOn ?? endsOn) !== undefined)
      return refuse("cycle_state", "cycleId");
    const after = {
      name: name ?? cycle.name,
      startsOn: startsOn ?? cycle.startsOn,
      endsOn: endsOn ?? cycle.endsOn,
    };
    return unsound(cycleId, after, rows) ?? change("cycle", cycle, after);
  },
});

/** A squad's answer to which inputs it can move in the cycle; it takes the place of that squad's last one. */
const allocate = defineMutation({
  args: z.strictObject({
    cycleId: field.id,
    squadId: field.id,
    metricIds: z.array(field.id).check(z.maxLength(5)),
  }),
  subject({ cycleId, squadId }, { rows }) {
    if (rows.get("cycle", cycleId) === undefined) return refuse("not_found", "cycleId");
    return rows.get("squad", squadId)?.state === "active" ? { squadId } : refuse("not_found", "squadId");
  },
  may: ["admin", "director", "pm"],
  rule({ cycleId, squadId, metricIds }, { rows }) {
    const cycle = rows.get("cycle", cycleId)!;
    const refusal = cannotPlan(cycleId, rows);
    if (refusal) return refusal;
    for (const id of metricIds) {
      const metric = rows.get("metric", id);
      if (metric === undefined) return refuse("not_found", "metricIds");
      if (metric.state === "retired") return refuse("metric_retired", "metricIds");
    }
    const others = (cycle.allocations ?? []).filter((one) => one.squadId !== squadId);
    const own = [...new Set(metricIds)].map((metricId) => ({ squadId, metricId }));
    return change("cycle", cycle, { allocations: [...others, ...own] });
  },
});

/** The gate, then planning becomes running and every draft is committed with it. */
const commit = defineMutation({
  args: z.strictObject({ cycleId: field.id }),
  subject: known,
  may: ["admin"],
  rule({ cycleId }, { rows, when }) {
    const cycle = rows.get("cycle", cycleId)!;
    const refusal = notIn("planning", cycle.state);
    if (refusal) return refusal;
    const plan = planOf(cycleId, rows);
    return (
      blocked(gate(cycleId, plan), true) ?? {
        writes: [
          put("cycle", cycleId, { ...bodyOf<"cycle">(cycle), state: "running" }),
          ...plan.objectives.flatMap(committedObjective),
          ...plan.keyResults.flatMap((one) => committedKeyResult(one, when)),
        ],
      }
    );
  },
});

const grade = defineMutation({
  args: z.strictObject({ cycleId: field.id }),
  subject: known,
  may: ["admin"],
  rule({ cycleId }, { rows }) {
    const cycle = rows.get("cycle", cycleId)!;
    return notIn("running", cycle.state) ?? change("cycle", cycle, { state: "grading" });
  },
});

/** Whatever nobody graded gets its computed score; without a single value it stays ungraded. */
const close = defineMutation({
  args: z.strictObject({ cycleId: field.id }),
  subject: known,
  may: ["admin"],
  rule({ cycleId }, context) {
    const { rows, when } = context;
    const cycle = rows.get("cycle", cycleId)!;
    const refusal = notIn("grading", cycle.state);
    if (refusal) return refusal;
    const closed: Cycle = { ...bodyOf<"cycle">(cycle), state: "closed", closedAt: when.at };
    const ungraded = keyResultsOf(rows.list("objective", cycleId), rows).filter(
      (one) => one.state === "committed",
    );
    // Asked for together, or a large cycle would load them one by one.
    rows.listMany(
      "check-in",
      ungraded.map((one) => one.id),
    );
    return {
      writes: [put("cycle", cycleId, closed), ...ungraded.flatMap((one) => graded(one, {}, context) ?? [])],
    };
  },
});

export const mutations = { open, revise, allocate, commit, grade, close };

function known({ cycleId }: { cycleId: string }, { rows }: Context): Refusal | Record<string, never> {
  return rows.get("cycle", cycleId) === undefined ? refuse("not_found", "cycleId") : {};
}

function notIn(wanted: Cycle["state"], state: Cycle["state"]): Refusal | undefined {
  if (state === wanted) return undefined;
  return refuse(state === "closed" ? "cycle_closed" : "cycle_state", "cycleId");
}

/** Cycles have names of their own and days of their own: whatever runs on a day belongs to one of them. */
function unsound(id: string, cycle: Omit<Cycle, "state">, rows: Rows): Refusal | undefined {
  const { name, startsOn, endsOn } = cycle;
  const days = daysBetween(startsOn, endsOn);
  if (days < shortestDays || days > longestDays) return refuse("cycle_dates", "endsOn");
  for (const other of rows.list("cycle")) {
    if (other.id === id) continue;
    if (other.name.toLowerCase() === name.toLowerCase()) return refuse("name_taken", "name");
    if (other.startsOn <= endsOn && startsOn <= other.endsOn) return refuse("cycle_dates", "startsOn");
  }
  return undefined;
}
