import * as z from "zod/mini";
import { liveObjectives } from "../okrs/live-key-results.ts";
import * as field from "../sync/field.ts";
import { type Context, defineMutation, put, type Refusal, type Rows, refuse } from "../sync/mutation.ts";
import { change, sentAgain } from "../sync/write.ts";
import { cannotOwn } from "./ownership.ts";
import type { Subject } from "./policy.ts";

const membership = z.enum(["pm", "member"]);
const maxMembers = 200;

export const schema = z.strictObject({
  name: field.title,
  purpose: z.optional(field.text),
  members: z.array(z.strictObject({ memberId: field.id, as: membership })).check(z.maxLength(maxMembers)),
  omtm: z.optional(z.strictObject({ metricId: field.id, cycleId: field.id })),
  state: z.enum(["active", "dismissed"]),
});
export type Squad = z.output<typeof schema>;

const form = defineMutation({
  args: z.strictObject({ id: field.id, name: field.title, purpose: z.optional(field.text) }),
  may: ["admin"],
  rule({ id, name, purpose }, { rows }) {
    const squad: Squad = { name, purpose, members: [], state: "active" };
    const again = sentAgain("squad", id, squad, rows, ["members", "omtm", "state"]);
    if (again) return again;
    return nameTaken(name, id, rows) ? refuse("name_taken", "name") : { writes: [put("squad", id, squad)] };
  },
});

const rename = defineMutation({
  args: z.strictObject({
    squadId: field.id,
    name: z.optional(field.title),
    purpose: z.optional(z.nullable(field.text)),
  }),
  subject: activeSquad,
  may: ["admin", "pm"],
  rule({ squadId, ...changes }, { rows }) {
    if (changes.name !== undefined && nameTaken(changes.name, squadId, rows))
      return refuse("name_taken", "name");
    return change("squad", rows.get("squad", squadId)!, changes);
  },
});

/** Puts a member into the squad, changes what they are in it, or with null takes them out. */
const assign = defineMutation({
  args: z.strictObject({ squadId: field.id, memberId: field.id, as: z.nullable(membership) }),
  subject: activeSquad,
  may: ["admin"],
  rule({ squadId, memberId, as }, { rows }) {
    const squad = rows.get("squad", squadId)!;
    const others = squad.members.filter((one) => one.memberId !== memberId);
    if (as === null) return change("squad", squad, { members: others });
    const refusal = cannotOwn(memberId, "memberId", rows);
    if (refusal && !(refusal.refused === "viewer_cannot_own" && as === "member")) return refusal;
    if (others.length >= maxMembers) return refuse("invalid_arguments", "memberId");
    const known = others.length < squad.members.length;
    const members = known
      ? squad.members.map((one) => (one.memberId === memberId ? { memberId, as } : one))
      : [...others, { memberId, as }];
    return change("squad", squad, { members });
  },
});

const dismiss = defineMutation({
  args: z.strictObject({ squadId: field.id }),
  subject: ({ squadId }, { rows }) =>
    rows.get("squad", squadId) === undefined ? refuse("not_found", "squadId") : { squadId },
  may: ["admin"],
  rule({ squadId }, { rows }) {
    const squad = rows.get("squad", squadId)!;
    if (liveObjectives(rows).some((one) => one.squadId === squadId))
      return refuse("state_conflict", "squadId");
    return change("squad", squad, { state: "dismissed" });
  },
});

/** The one metric that matters to the squad in a cycle; null lets go of it. */
const setOmtm = defineMutation({
  args: z.strictObject({
    squadId: field.id,
    omtm: z.nullable(z.strictObject({ metricId: field.id, cycleId: field.id })),
  }),
  subject: activeSquad,
  may: ["admin", "pm"],
  rule({ squadId, omtm }, { rows }) {
    const squad = rows.get("squad", squadId)!;
    if (omtm === null) return change("squad", squad, { omtm: null });
    const metric = rows.get("metric", omtm.metricId);
    if (metric === undefined) return refuse("not_found", "omtm.metricId");
    if (metric.state === "retired") return refuse("metric_retired", "omtm.metricId");
    const cycle = rows.get("cycle", omtm.cycleId);
    if (cycle === undefined) return refuse("not_found", "omtm.cycleId");
    if (cycle.state === "closed") return refuse("cycle_closed", "omtm.cycleId");
    return change("squad", squad, { omtm });
  },
});

export const mutations = { form, rename, assign, "set-omtm": setOmtm, dismiss };

function activeSquad({ squadId }: { squadId: string }, { rows }: Context): Subject | Refusal {
  const squad = rows.get("squad", squadId);
  if (squad === undefined) return refuse("not_found", "squadId");
  return squad.state === "active" ? { squadId } : refuse("state_conflict", "squadId");
}

function nameTaken(name: string, squadId: string, rows: Rows): boolean {
  return rows
    .list("squad")
    .some(
      (one) => one.id !== squadId && one.state === "active" && one.name.toLowerCase() === name.toLowerCase(),
    );
}
