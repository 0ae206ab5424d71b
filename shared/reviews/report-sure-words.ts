import { formatNumber, formatValue } from "../metrics/value.ts";
import type { Report } from "./report.ts";
import type { ReportLine, ReportMark } from "./report-text.ts";
import type { ReportSpeech } from "./report-words.ts";
import type { RetroVerdict } from "./retro.ts";
import { cannotSeparate, retroLines, verdictLine, verdictWords } from "./retro-words.ts";

const marks: Record<RetroVerdict, ReportMark> = { confirmed: "ok", unproven: "quiet", refuted: "bad" };

/** Whether the work moved the star, in a sentence: nobody should read to the end to learn that it cannot be told. */
export function sureLead({ looks }: Report["sure"], cycle: Report["cycle"]): string {
  if (looks === undefined)
    return "Whether the work moved the star is judged when the cycle is closed; until then it is too early.";
  if (looks.length === 0) return "";
  const confirmed = looks.filter((one) => one.retro.verdict === "confirmed").length;
  const counts = (["confirmed", "refuted", "unproven"] as const).flatMap((verdict) => {
    const count = looks.filter((one) => one.retro.verdict === verdict).length;
    return count === 0 ? [] : `${count} ${verdict}`;
  });
  const said =
    confirmed === 0
      ? `${cycle.name} does not show that the work moved the star`
      : `In ${cycle.name} the work and the star moved together`;
  return `${said}: of ${looks.length} ${looks.length === 1 ? "input" : "inputs"}, ${counts.join(", ")}.`;
}

/** Of a closed cycle each input's look back; before that, what the numbers stand on. */
export function sureLines({ sure, star, groups }: Report, speech: ReportSpeech): ReportLine[] {
  const { looks, silent, disagreeing, keyResults, week, weeks } = sure;
  const grounds: ReportLine[] = [
    ...(silent === 0 ? [] : [{ text: `Nobody checked in last on ${silent} of ${keyResults} key results` }]),
    ...(disagreeing === 0 ? [] : [{ text: `On ${disagreeing} the owner says otherwise than the pace does` }]),
    ...(star?.metric.estimated ? [{ text: "The North Star is estimated, not measured" }] : []),
    ...(star?.old ? [{ text: "The last reading of the North Star is old" }] : []),
  ];
  if (looks === undefined)
    return [
      {
        text: `Too early to say what moved the star: ${week} of ${weeks} weeks`,
        detail: "Each input is judged once the cycle is closed and graded.",
        mark: { as: "too-early", word: "too early" },
      },
      ...grounds,
    ];
  if (star === undefined || groups.length === 0) return grounds;
  const says = (input: string) => ({
    ...{ input, star: star.metric.name, day: speech.names.day },
    value: (of: number) => formatValue(of, star.metric.unit, speech.locale),
    number: (of: number) => formatNumber(of, star.metric.unit, speech.locale),
  });
  const [first] = looks;
  const path = first && retroLines(first.retro, says(""))[2]!.answer;
  return [
    ...(path === undefined ? [] : [{ text: star.metric.name, detail: path }]),
    ...looks.map(({ metric, retro }): ReportLine => {
      const [reached, shifted] = retroLines(retro, says(metric.name)).map((one) => one.answer);
      // Where nothing was to move it there is nothing to judge by.
      const verdict = retro.reached.keyResults === 0 ? reached : verdictLine(retro);
      return {
        text: metric.name,
        detail: [verdict, shifted].filter(Boolean).join(" "),
        mark: { as: marks[retro.verdict], word: verdictWords[retro.verdict].toLowerCase() },
      };
    }),
    ...grounds,
  ];
}

/** Said with every look back, whatever it found. */
export function sureNote({ sure, cycle }: Report): string {
  if (sure.looks === undefined) return "";
  return `${sure.weeks} weeks of ${cycle.name}. ${cannotSeparate}`;
}
