import * as z from "zod/mini";

/** What customers mainly come for; it says which North Stars are worth looking at. */
export const businessModel = z.enum(["attention", "transaction", "productivity", "user-generated-content"]);
export type BusinessModel = z.output<typeof businessModel>;
