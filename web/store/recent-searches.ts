import { dropDraft, loadDraft, saveDraft } from "./draft.ts";
import { useDraft } from "./drafted.ts";

const key = "search.recent";
const kept = 8;

/** What this person looked for on this phone, the latest first; it goes with the sign-out. Undefined until read. */
export function useRecentSearches(): readonly string[] | undefined {
  const stored = useDraft<string[]>(key);
  return stored && (stored.draft ?? []);
}

/** Puts a search first among those kept; what it begins with, left over from typing, makes room. */
export async function keepSearch(typed: string): Promise<void> {
  const text = typed.trim().slice(0, 200);
  if (text === "") return;
  const before = (await loadDraft<string[]>(key)) ?? [];
  const others = before.filter((one) => !text.toLowerCase().startsWith(one.toLowerCase()));
  await saveDraft(key, [text, ...others].slice(0, kept));
}

export const forgetSearches = () => dropDraft(key);
