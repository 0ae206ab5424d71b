import type { Unit } from "../../../../shared/metrics/metric.ts";
import type { KeyResult } from "../../../../shared/okrs/key-result.ts";
import type { Band } from "../../../../shared/okrs/progress.ts";
import type { InputProposal } from "../../../../shared/reviews/next-inputs.ts";
import type { RetroVerdict } from "../../../../shared/reviews/retro.ts";
import type { Mark } from "../../../ui/StatusMark.tsx";

/** Grades go from 0.0 to 1.0; two decimals, so that 0.69 does not look like 0.7. */
export const gradeUnit: Unit = { label: "", scale: "value", decimals: 2 };

export const bandMarks: Record<Band, { mark: Mark; word: string }> = {
  green: { mark: "ok", word: "got there" },
  amber: { mark: "warn", word: "close" },
  red: { mark: "bad", word: "fell short" },
  empty: { mark: "no-data", word: "no value" },
};

export const bandHints: Record<KeyResult["commitment"], string> = {
  committed: "Committed: 1.00 is what was promised, from 0.90 it is close.",
  aspirational: "Aspirational: from 0.70 it got there, from 0.40 it is close.",
};

export const verdictMarks: Record<RetroVerdict, Mark> = {
  confirmed: "ok",
  unproven: "quiet",
  refuted: "off-pace",
};

export const proposalMarks: Record<InputProposal["as"], { mark: Mark; word: string }> = {
  keep: { mark: "ok", word: "keep" },
  ask: { mark: "warn", word: "ask" },
  replace: { mark: "off-pace", word: "replace" },
};
