import * as z from "zod/mini";
import { standing } from "../okrs/line.ts";
import * as field from "../sync/field.ts";
import { defineMutation, put, refuse } from "../sync/mutation.ts";

/** Whether a member, asked once in a cycle, picked the North Star from four. */
export const schema = z.strictObject({
  memberId: field.id,
  cycleId: field.id,
  right: z.boolean(),
  at: field.instant,
});
export type Recall = z.output<typeof schema>;

/** The id of the one answer a member gives in a cycle, so that two devices cannot give two. */
export function recallId({ cycleId, memberId }: Pick<Recall, "cycleId" | "memberId">): string {
  return `${cycleId}/${memberId}`;
}

/** `choice` is a metric's id, or whatever else stood among the four. The first answer counts. */
const answer = defineMutation({
  args: z.strictObject({ cycleId: field.id, choice: field.title }),
  may: ["admin", "director", "member", "viewer"],
  rule({ cycleId, choice }, { rows, who, when }) {
    const cycle = rows.get("cycle", cycleId);
    if (cycle === undefined) return refuse("not_found", "cycleId");
    if (cycle.state === "closed") return refuse("cycle_closed", "cycleId");
    const stars = standing(rows.list("north-star"));
    if (stars.length === 0) return refuse("not_found", "choice");
    const id = recallId({ cycleId, memberId: who.memberId });
    if (rows.get("recall", id) !== undefined) return refuse("already_answered", "cycleId");
    const right = stars.some((one) => one.metricId === choice);
    return { writes: [put("recall", id, { memberId: who.memberId, cycleId, right, at: when.at })] };
  },
});

export const mutations = { answer };
