import * as z from "zod/mini";
import * as field from "../sync/field.ts";
import { defineMutation, put, refuse } from "../sync/mutation.ts";
import { sentAgain } from "../sync/write.ts";
import { daysBetween } from "../time/local-date.ts";

/** What a plot and the detector should know of a day; without a metric it concerns them all. */
export const schema = z.strictObject({
  metricId: z.optional(field.id),
  on: field.day,
  /** The last day of an expected dip; absent: the one day. */
  untilOn: z.optional(field.day),
  type: z.enum(["launch", "definition", "expected-dip"]),
  text: field.title,
  /** From that day on the readings are held against each other only. */
  rebaseline: z.optional(z.boolean()),
  by: field.id,
});
export type MarkedEvent = z.output<typeof schema>;

const longestDip = 92;

const mark = defineMutation({
  args: z.strictObject({
    id: field.id,
    metricId: z.optional(field.id),
    on: field.day,
    untilOn: z.optional(field.day),
    type: z.enum(["launch", "definition", "expected-dip"]),
    text: field.title,
    rebaseline: z.optional(z.boolean()),
  }),
  may: ["admin", "director", "member"],
  rule({ id, ...said }, { rows, who }) {
    const event: MarkedEvent = { ...said, by: who.memberId };
    const again = sentAgain("event", id, event, rows);
    if (again) return again;
    const { metricId, on, untilOn, type, rebaseline } = said;
    if (metricId !== undefined && rows.get("metric", metricId) === undefined)
      return refuse("not_found", "metricId");
    const days = untilOn === undefined ? 0 : daysBetween(on, untilOn);
    if (days < 0 || days > longestDip || (untilOn !== undefined && type !== "expected-dip"))
      return refuse("invalid_arguments", "untilOn");
    if (rebaseline === true && type === "expected-dip") return refuse("invalid_arguments", "rebaseline");
    return { writes: [put("event", id, event)] };
  },
});

/** Whoever marked it takes it back, or somebody with a say over the whole workspace. */
const unmark = defineMutation({
  args: z.strictObject({ eventId: field.id }),
  subject: ({ eventId }, { rows }) => {
    const event = rows.get("event", eventId);
    return event === undefined ? refuse("not_found", "eventId") : { memberId: event.by };
  },
  may: ["self", "admin", "director"],
  rule: ({ eventId }) => ({ writes: [{ kind: "event", id: eventId, deleted: true }] }),
});

export const mutations = { mark, unmark };
