import * as z from "zod/mini";

/** One role a member; what each may is in policy.ts and in the `may` of every mutation. */
export const role = z.enum(["admin", "director", "member", "viewer"]);
export const jobTitle = z.enum(["ceo", "cpo"]);
