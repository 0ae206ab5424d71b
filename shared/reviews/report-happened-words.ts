import type { ReportChange } from "./report-changes.ts";
import type { ReportDecision, ReportNext } from "./report-decided.ts";
import type { ReportLine, ReportMark } from "./report-text.ts";
import type { ReportSpeech } from "./report-words.ts";
import type { ReviewRows } from "./rows.ts";
import { beatTitles, decisionWords, statusWords } from "./words.ts";

const most = 6;

/** The weightiest changes; the others are counted. */
export function changeLines(
  changes: readonly ReportChange[],
  rows: ReviewRows,
  speech: ReportSpeech,
): ReportLine[] {
  return cut(changes.map((one) => changeLine(one, rows, speech)));
}

function changeLine(one: ReportChange, rows: ReviewRows, { names }: ReportSpeech): ReportLine {
  switch (one.what) {
    case "status":
      return {
        text: `${one.title}: ${statusWords[one.from]} before`,
        mark: { as: one.to, word: `now ${statusWords[one.to]}` },
      };
    case "blocked":
      return {
        text: `${one.title}: ${one.text}`,
        mark: { as: "warn", word: `blocked since ${names.day(one.on)}` },
      };
    case "unblocked":
      return {
        text: `${one.title}: ${one.how ?? one.text}`,
        mark: { as: "ok", word: `no longer blocked, ${names.day(one.on)}` },
      };
    case "unusual":
      return unusualLine(one.anomaly, names);
    case "marked": {
      const { metricId, text, on } = one.event;
      const about = rows.metrics.find((metric) => metric.id === metricId)?.name;
      return { text: `${names.day(on)}: ${text}${about === undefined ? "" : ` (${about})`}` };
    }
    case "bets":
      return {
        text: `Bets that ended in this cycle: ${one.won} won, ${one.lost} lost, ${one.inconclusive} inconclusive`,
      };
  }
}

function unusualLine(
  { series, direction, on, answer, adverse }: (ReportChange & { what: "unusual" })["anomaly"],
  names: ReportSpeech["names"],
): ReportLine {
  const where = direction === "up" ? "above" : "below";
  const said = answer === undefined || answer.text === "" ? "" : `: ${answer.text}`;
  const mark: ReportMark = adverse ? "warn" : "ok";
  return {
    text: `${names.series(series)} was ${where} what was expected on ${names.day(on)}${said}`,
    mark: { as: mark, word: answer === undefined ? "not explained yet" : answerWords[answer.as] },
  };
}

const answerWords = { explained: "explained", blocker: "a blocker", "false-alarm": "false alarm" } as const;

export function decisionLines(decisions: readonly ReportDecision[], { names }: ReportSpeech): ReportLine[] {
  return cut(
    decisions.map(({ decision, beat, on }) => ({
      text: `${names.subject(decision.subject)}. ${decisionWords(decision, names)}`,
      detail: `${beatTitles[beat]}, ${names.day(on)}`,
    })),
  );
}

/** What is ahead, what is overdue first. */
export function nextLines({ endsOn, reviews, cycle }: ReportNext, { names }: ReportSpeech): ReportLine[] {
  return [
    ...reviews.map(
      (one): ReportLine => ({
        text: `${beatTitles[one.beat]}: ${aheadWords(one, names)}`,
        ...(one.due ? { mark: { as: "warn", word: "due" } } : {}),
      }),
    ),
    ...(endsOn === undefined ? [] : [{ text: `The cycle ends on ${names.day(endsOn)}` }]),
    ...(cycle === undefined
      ? []
      : [
          {
            text: `${cycle.name}: ${names.day(cycle.startsOn)} to ${names.day(cycle.endsOn)}, ${cycle.state}`,
          },
        ]),
  ];
}

function aheadWords({ on, due, by }: ReportNext["reviews"][number], { day }: ReportSpeech["names"]): string {
  if (by !== undefined) return `${due ? "open since" : "opens"} ${day(on)}, due ${day(by)}`;
  return due ? `due since ${day(on)}` : day(on);
}

function cut(lines: ReportLine[]): ReportLine[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), { text: `and ${lines.length - most + 1} more` }];
}
