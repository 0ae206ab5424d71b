import * as z from "zod/mini";
import * as field from "../sync/field.ts";

export const about = z.enum(["moved", "blocked", "help"]);

/** What a person says in a check-in, and again in full in an amendment. */
export const content = {
  value: z.optional(field.number),
  confidence: field.confidence,
  note: z.optional(field.note),
  about: z.optional(z.array(about).check(z.maxLength(3))),
  /** Milestones done by now; those of earlier check-ins stay done whether they are named again or not. */
  done: z.optional(z.array(field.id).check(z.maxLength(20))),
};
