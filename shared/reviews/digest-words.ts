import { formatDelta, formatValue } from "../metrics/value.ts";
import type { Digest, DigestKeyResult } from "./digest.ts";
import { decisionTitle, decisionWords, type Names, statusWords } from "./words.ts";

export interface DigestSection {
  heading: string;
  lines: string[];
}

/** What a digest says at a glance, without a value, a title or anybody's words: "3 of 4 checked in, 1 decision". */
export function digestSummary({ people, anomalies, blockers, decisions }: Digest): string {
  const [done, of] = [sum(people, "done"), sum(people, "of")];
  const open = anomalies.filter((one) => one.answer === undefined).length;
  const parts = [
    of > 0 && `${done} of ${of} checked in`,
    open > 0 && `${open} ${open === 1 ? "anomaly" : "anomalies"} to explain`,
    blockers.length > 0 && `${blockers.length} blocked`,
    decisions.length > 0 && `${decisions.length} ${decisions.length === 1 ? "decision" : "decisions"}`,
  ];
  return parts.filter(Boolean).join(", ") || "A quiet week";
}

/**
 * The whole digest as headed lines of plain text; sections without anything are left out. Without `values` it holds names
 * and states alone: no number, no note, nobody's reason.
 */
export function digestSections(
  digest: Digest,
  names: Names,
  { locale, values = true }: { locale?: string | undefined; values?: boolean } = {},
): DigestSection[] {
  const { metrics, keyResults, people, anomalies, blockers, decisions, notes } = digest;
  const missing = people.filter((one) => one.state === "missing");
  const title = (id: string) =>
    keyResults.find((one) => one.keyResult.id === id)?.keyResult.title ?? "a key result";
  return [
    {
      heading: "What moved",
      lines: [
        ...metrics.map(({ metric, isStar, trend }) => {
          const moved =
            trend.before === undefined ? "" : `, ${formatDelta(trend.before.delta, metric.unit, locale)}`;
          const name = isStar ? `North Star, ${metric.name}` : metric.name;
          if (!values) return `${name}: ${towards[trend.before?.towards ?? "flat"]}`;
          return `${name}: ${formatValue(trend.value, metric.unit, locale)}${moved}`;
        }),
        ...keyResults
          .filter((one) => one.said !== undefined)
          .map((one) =>
            values ? keyResultLine(one, locale) : `${one.keyResult.title}: ${statusWords[one.status]}`,
          ),
      ],
    },
    {
      heading: "Who checked in",
      lines: people
        .filter((one) => one.state !== "missing")
        .map((one) => `${names.member(one.memberId)}${one.state === "late" ? ", late" : ""}`),
    },
    {
      heading: "Missing",
      lines: missing.map(({ memberId }) => {
        const theirs = keyResults.filter(
          (one) => one.said === undefined && one.keyResult.ownerId === memberId,
        );
        return `${names.member(memberId)}: ${theirs.map((one) => one.keyResult.title).join(", ")}`;
      }),
    },
    {
      heading: "Unusual",
      lines: anomalies.map((one) => {
        const name = names.series(one.series);
        const said = one.answer === undefined ? "nobody has said why" : answerWords[one.answer.as];
        const why = values && one.answer?.text ? `: ${one.answer.text}` : "";
        return `${name} went ${one.direction}, ${said}${why}`;
      }),
    },
    {
      heading: "Blocked",
      lines: blockers.map((one) =>
        values ? `${title(one.keyResultId)}: ${one.text}` : title(one.keyResultId),
      ),
    },
    {
      heading: "Decided",
      lines: decisions.map((one) =>
        values ? `${names.subject(one.subject)}. ${decisionWords(one, names)}` : decisionTitle(one, names),
      ),
    },
    { heading: "Notes", lines: notes === undefined || !values ? [] : [notes] },
  ].filter((one) => one.lines.length > 0);
}

const towards = { up: "up", down: "down", flat: "as before" } as const;
const answerWords = { explained: "explained", blocker: "a blocker", "false-alarm": "a false alarm" } as const;

function keyResultLine({ keyResult, said, delta, status }: DigestKeyResult, locale?: string): string {
  const now = said?.value === undefined ? [] : [formatValue(said.value, keyResult.unit, locale)];
  const moved = delta === undefined ? [] : [formatDelta(delta, keyResult.unit, locale)];
  return `${keyResult.title}: ${[...now, ...moved, statusWords[status]].join(", ")}`;
}

function sum(people: Digest["people"], field: "done" | "of"): number {
  return people.reduce((total, one) => total + one[field], 0);
}
