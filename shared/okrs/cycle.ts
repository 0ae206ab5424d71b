import * as z from "zod/mini";
import * as field from "../sync/field.ts";

export const phase = z.enum(["planning", "running", "grading", "closed"]);

export const schema = z.strictObject({
  name: field.title,
  startsOn: field.day,
  endsOn: field.day,
  state: phase,
});
export type Cycle = z.output<typeof schema>;

export const mutations = {};
