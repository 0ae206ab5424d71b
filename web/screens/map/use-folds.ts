import { useState } from "react";
import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import { loadDraft, saveDraft } from "../../store/draft.ts";
import { useMemberId } from "../../store/me.ts";
import { afterPaint } from "../../ui/after-paint.ts";
import { useAnswer } from "../../ui/answer.ts";
import { createFolds, type Folds } from "./folds.ts";

const key = "map-folds";
let known: { memberId: string; folds: Folds } | undefined;

/** The branches as this member left them on this phone. Undefined until read. */
export function useFolds(map: AlignmentMap): Folds | undefined {
  const memberId = useMemberId();
  const [answer] = useAnswer(() => loadDraft<Record<string, boolean>>(key), { key: memberId });
  if (known?.memberId === memberId) return known.folds;
  if (answer.state === "waiting" || memberId === "") return undefined;
  const said = answer.state === "here" ? (answer.value ?? {}) : {};
  const alive = Object.fromEntries(Object.entries(said).filter(([id]) => map.nodes.has(id)));
  known = { memberId, folds: createFolds(alive, keep) };
  return known.folds;
}

function keep(said: Record<string, boolean>): void {
  afterPaint(() => void saveDraft(key, said));
}

/** The branches while something is searched for: all open, and what is shut is forgotten with the search. */
export function usePassingFolds(searched: string): Folds {
  const [passing, setPassing] = useState(() => ({ searched, folds: createFolds({}, () => {}) }));
  if (passing.searched === searched) return passing.folds;
  const folds = createFolds({}, () => {});
  setPassing({ searched, folds });
  return folds;
}
