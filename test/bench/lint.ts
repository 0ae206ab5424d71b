import { labelledTexts, lintScore } from "../support/lint-scores.ts";
import { type Figure, figure } from "./figure.ts";

/** How the lint judges the labelled texts of `test/data`, file by file: shares, and good texts it flagged. */
export function lint(): Figure[] {
  const files = {
    examples: "okr-lint-examples.json",
    further: "okr-lint-further.json",
    "held-out": "okr-lint-held-out.json",
    traps: "okr-lint-traps.json",
  };
  return Object.entries(files).flatMap(([name, file]) => {
    const { strict, lenient, flagged, verdicts } = lintScore(labelledTexts(file));
    if (verdicts.length === 0) throw new Error(`${file} has no texts`);
    return [
      figure(`lint-${name}-accuracy`, strict * 100, "%", "≥ 90"),
      figure(`lint-${name}-lenient`, lenient * 100, "%", "≥ 95"),
      figure(`lint-${name}-good-flagged`, flagged.length, "texts", "0"),
    ];
  });
}
