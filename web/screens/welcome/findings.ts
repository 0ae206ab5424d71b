import { type GateFinding, gateKeyResult } from "../../../shared/okrs/gate.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { type Draft, keyResultNumbers, keyResultTitle } from "./draft.ts";
import type { Held } from "./from-rows.ts";

export interface Finding {
  field: string;
  words: string;
}

const words: Partial<Record<GateFinding["code"], string>> = {
  gate_owner: "It needs an owner: one person who answers for it.",
  gate_number: "It needs two numbers: where it starts and where it should end.",
  gate_baseline_is_target: "Start and target are the same; one of the two has to differ.",
  gate_path: "It does not reach the North Star yet; choose the input metric it moves.",
  gate_because: "Say why it moves the metric, in three words or more.",
};

/** What the commit gate would say to the key result as it is typed, in words. Empty: it would pass. */
export function findingsOf(draft: Draft, rows: Held, memberId: string): Finding[] {
  const found: Finding[] = gateKeyResult(asRow(draft, memberId), {
    ...rows,
    objectives: [],
    keyResults: [],
  }).map(({ code, field }) => ({ field, words: words[code] ?? "" }));
  if (draft.objective.title.trim() === "")
    found.unshift({ field: "objective", words: "The objective needs a sentence." });
  if (keyResultTitle(draft).trim() === "")
    found.push({ field: "title", words: "The key result needs a name." });
  return found;
}

function asRow(draft: Draft, ownerId: string): RowOf<"key-result"> {
  const { id, movesId, because } = draft.keyResult;
  return {
    id,
    revision: 0,
    cycleId: draft.cycle.id,
    objectiveId: draft.objective.id,
    alsoServes: [],
    ownerId,
    previousOwners: [],
    title: keyResultTitle(draft),
    direction: "increase",
    ...keyResultNumbers(draft),
    moves: { metricId: movesId, because },
    commitment: "committed",
    weight: 1,
    state: "draft",
  };
}
