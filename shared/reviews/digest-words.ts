import { formatDelta, formatValue } from "../metrics/value.ts";
import type { Digest, DigestKeyResult } from "./digest.ts";
import { decisionWords, type Names, statusWords } from "./words.ts";

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

/** The whole digest as headed lines of plain text; sections without anything are left out. */
export function digestSections(digest: Digest, names: Names, locale?: string): DigestSection[] {
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
          return `${name}: ${formatValue(trend.value, metric.unit, locale)}${moved}`;
        }),
        ...keyResults.filter((one) => one.said !== undefined).map((one) => keyResultLine(one, locale)),
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
        return `${name} went ${one.direction}: ${said}${one.answer?.text ? `, ${one.answer.text}` : ""}`;
      }),
    },
    {
      heading: "Blocked",
      lines: blockers.map((one) => `${title(one.keyResultId)}: ${one.text}`),
    },
    {
      heading: "Decided",
      lines: decisions.map((one) => `${names.subject(one.subject)}: ${decisionWords(one, names)}`),
    },
    { heading: "Notes", lines: notes === undefined ? [] : [notes] },
  ].filter((one) => one.lines.length > 0);
}

const answerWords = { explained: "explained", blocker: "a blocker", "false-alarm": "a false alarm" } as const;

function keyResultLine({ keyResult, said, delta, status }: DigestKeyResult, locale?: string): string {
  const now = said?.value === undefined ? [] : [formatValue(said.value, keyResult.unit, locale)];
  const moved = delta === undefined ? [] : [formatDelta(delta, keyResult.unit, locale)];
  return `${keyResult.title}: ${[...now, ...moved, statusWords[status]].join(", ")}`;
}

function sum(people: Digest["people"], field: "done" | "of"): number {
  return people.reduce((total, one) => total + one[field], 0);
}
