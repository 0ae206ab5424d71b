import { useState } from "react";
import { loadDraft, saveDraft } from "../../store/draft.ts";
import { useAnswer } from "../../ui/answer.ts";
import type { Draft } from "./draft.ts";

export const draftKey = "welcome";

/**
 * What was typed, over what is saved. The whole draft is kept with its ids, so that after a reload a step finds the
 * rows that earlier steps have made. Undefined until both were read.
 */
export function useKeptDraft(fresh: Draft | undefined): [Draft, (draft: Draft) => void] | undefined {
  const [kept] = useAnswer(() => loadDraft<Draft>(draftKey));
  const [typed, setTyped] = useState<Draft>();
  if (fresh === undefined || kept.state === "waiting") return undefined;
  const before = kept.state === "here" ? kept.value : undefined;
  const keep = (draft: Draft) => {
    setTyped(draft);
    void saveDraft(draftKey, draft);
  };
  return [typed ?? { ...fresh, ...before }, keep];
}
