import { refusalWords } from "./refusal.ts";
import type { Refused } from "./task.ts";

export type FieldErrors = Partial<Record<string, string>>;

/**
 * What stands below each field: what the form itself misses, and what a rule refused. A refusal about "moves.because"
 * is found under that and under "because".
 */
export function fieldErrors(mistakes: FieldErrors, refused: Refused | undefined): FieldErrors {
  if (refused?.field === undefined) return mistakes;
  const words = refusalWords(refused.code).todo;
  return { ...mistakes, [refused.field]: words, [refused.field.split(".").at(-1)!]: words };
}
