import * as z from "zod/mini";
import * as field from "../sync/field.ts";

export const rhythm = z.strictObject({
  /** ISO weekday, 1 is Monday. */
  dueDay: field.weekday,
  dueTime: field.time,
  openDaysBefore: z.int().check(z.minimum(0), z.maximum(6)),
  focusTime: field.time,
  workdays: field.weekdays.check(z.minLength(1)),
});
export type Rhythm = z.output<typeof rhythm>;

export const defaultRhythm: Rhythm = {
  dueDay: 1,
  dueTime: "09:00",
  openDaysBefore: 3,
  focusTime: "09:30",
  workdays: [1, 2, 3, 4, 5],
};

export const lockScreen = z.enum(["private", "titles", "full"]);

export const schema = z.strictObject({
  name: field.title,
  zone: field.zone,
  rhythm,
  lockScreen,
  decisionRules: z.array(field.note),
});
export type Workspace = z.output<typeof schema>;

export const mutations = {};
