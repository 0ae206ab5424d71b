import { type Candidate, type FocusReason, ranking } from "./ranking.ts";
import type { FocusRows } from "./rows.ts";

/** The key result a squad looks at on a day, and what put it there. */
export interface Focus {
  squadId: string;
  on: string;
  /** Absent when the squad has no running key result, or all of them are where they are to be. */
  keyResult?: Candidate["keyResult"];
  status?: Candidate["status"];
  /** The condition that chose it, or who did. */
  reason?: FocusReason | Chosen;
  /** Every running key result of the squad in the order of the rule; the rule's own choice is the first. */
  ranked: Candidate[];
}

/** Somebody chose it for the day. */
export interface Chosen {
  by: "chosen";
  memberId: string;
  /** Their own words. */
  text?: string;
}

/**
 * A squad's focus on a day: what was chosen for it while that still runs, else the first by the rule. The same rows give
 * the same answer on a phone and on a server.
 */
export function focusOf(squadId: string, on: string, rows: FocusRows): Focus {
  const ranked = ranking(squadId, on, rows);
  const choice = rows.choices.find((one) => one.squadId === squadId && one.on === on);
  const chosen = choice && ranked.find((one) => one.keyResult.id === choice.keyResultId);
  if (choice !== undefined && chosen !== undefined) {
    const text = choice.reason === undefined ? {} : { text: choice.reason };
    return {
      ...named(chosen),
      reason: { by: "chosen", memberId: choice.chosenBy, ...text },
      squadId,
      on,
      ranked,
    };
  }
  const first = ranked.find((one) => one.reason !== undefined);
  return { ...(first && { ...named(first), reason: first.reason! }), squadId, on, ranked };
}

function named({ keyResult, status }: Candidate) {
  return { keyResult, status };
}
