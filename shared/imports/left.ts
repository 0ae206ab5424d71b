/** What a file says and an import cannot take over, by reason. It is told beside what it does take over. */
export const leftCodes = [
  /** Current values of drafts: only a committed key result takes a check-in. */
  "current_of_draft",
  /** Current values of key results that only their owners, or the squad's PM, check in on. */
  "current_of_others",
  /** Current values of key results that run here already, with check-ins of their own. */
  "current_of_running",
  /** Progress without a baseline and a target to work a value out from. */
  "progress_without_numbers",
  /** Due days that are not in the key result's cycle: it ends with its cycle. */
  "due_outside_cycle",
] as const;
export type LeftCode = (typeof leftCodes)[number];

/** Counts what is left out. */
export interface Left {
  add(code: LeftCode): void;
  listed(): { code: LeftCode; count: number }[];
}

export function createLeft(): Left {
  const counts = new Map<LeftCode, number>();
  return {
    add: (code) => void counts.set(code, (counts.get(code) ?? 0) + 1),
    listed: () => leftCodes.flatMap((code) => (counts.has(code) ? [{ code, count: counts.get(code)! }] : [])),
  };
}
