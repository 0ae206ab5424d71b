import { expect, test } from "vitest";
import { type LintScore, labelledTexts, lintScore } from "../../support/lint-scores.ts";

const wrong = ({ verdicts }: LintScore) =>
  verdicts
    .filter((one) => !one.lenient)
    .map(({ label, verdict, text }) => `${label}, not ${verdict}: ${text}`);

const files: [string, string, string[]][] = [
  ["the labelled examples", "okr-lint-examples.json", []],
  ["further texts", "okr-lint-further.json", ["h096", "l085", "l090", "m069", "n089"]],
  ["the texts held out", "okr-lint-held-out.json", ["i072"]],
  ["traps", "okr-lint-traps.json", ["j101", "j116", "j143", "j145"]],
];

test.each(files)("of %s nine in ten are judged right, and no good one is flagged", (name, file) => {
  const score = lintScore(labelledTexts(file));
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  console.info(`${name}: strict ${percent(score.strict)}, lenient ${percent(score.lenient)}`);
  expect(score.flagged.map(({ text, verdict }) => `${verdict}: ${text}`)).toEqual([]);
  expect(score.strict, wrong(score).join("\n")).toBeGreaterThanOrEqual(0.9);
  expect(score.lenient, wrong(score).join("\n")).toBeGreaterThanOrEqual(0.95);
});

test.each(files)("of %s only those are missed that always were", (_, file, missed) => {
  const { verdicts } = lintScore(labelledTexts(file));
  expect(verdicts.filter((one) => !one.strict).map((one) => one.id)).toEqual(missed);
});
