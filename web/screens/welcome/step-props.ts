import type { Draft } from "./draft.ts";
import type { Held } from "./from-rows.ts";
import type { Setting } from "./intents.ts";

/** What every step gets: what was typed, what is saved, and the way on. */
export interface StepProps {
  draft: Draft;
  rows: Held;
  setting: Setting;
  change: (changes: Partial<Draft>) => void;
  onDone: () => void;
}
