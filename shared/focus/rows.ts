import type { Workspace } from "../people/workspace.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { FocusChoice } from "./choice.ts";

/** What a focus is worked out from; every list may hold more than is asked for. */
export interface FocusRows {
  /** Its zone says on which day a blocker was opened. */
  workspace: Pick<Workspace, "rhythm" | "zone">;
  cycles: readonly RowOf<"cycle">[];
  objectives: readonly RowOf<"objective">[];
  keyResults: readonly RowOf<"key-result">[];
  checkInsOn: (keyResultId: string) => readonly RowOf<"check-in">[];
  blockersOn: (keyResultId: string) => readonly RowOf<"blocker">[];
  anomalies: readonly AnomalyOf[];
  choices: readonly Pick<FocusChoice, "squadId" | "on" | "keyResultId" | "chosenBy" | "reason">[];
}

/** As much of an anomaly as says whose it is and whether it waits for an answer. */
export interface AnomalyOf {
  id: string;
  series: { kind: "metric" | "key-result"; id: string };
  /** The day of the reading that fired, and when it was found. */
  on?: string | undefined;
  raisedAt?: string | undefined;
  withdrawnAt?: string | undefined;
  answer?: { at?: string } | undefined;
}
