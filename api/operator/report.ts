import type { Northing } from "../northing.ts";

/** What the operator typed cannot be done; the message says what to type instead. */
export class OperatorMistake extends Error {}

/** What a command prints, and whether all is well. */
export interface Report {
  lines: string[];
  ok: boolean;
}

/** What commands work on. */
export type Parts = Pick<Northing, "database" | "people">;
