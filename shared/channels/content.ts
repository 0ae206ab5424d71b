import { occurrenceAt } from "../check-ins/occurrence.ts";
import type { FocusChoice } from "../focus/choice.ts";
import { dayBets } from "../focus/day-bets.ts";
import { focusOf } from "../focus/focus.ts";
import { focusWords } from "../focus/words.ts";
import type { Metric } from "../metrics/metric.ts";
import { digestOf } from "../reviews/digest.ts";
import { digestSections, digestSummary } from "../reviews/digest-words.ts";
import { answerTo } from "../reviews/key-result-now.ts";
import { namesIn } from "../reviews/names.ts";
import { type ReviewRows, runningKeyResults } from "../reviews/rows.ts";
import { tellingOf } from "../signals/push-policy.ts";
import { anomalyTitle, anomalyWords, ruleWords } from "../signals/words.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { Saying } from "./saying.ts";
import type { Topic } from "./webhook.ts";

/** All that squads are told is worked out from. */
export interface SquadRows extends ReviewRows {
  choices: readonly (FocusChoice & { id: string })[];
}

/** What is to be said of which squad or anomaly; `occurrenceOn` as in `SquadTime`. */
export interface About {
  says: Exclude<Topic, "report">;
  subjectId: string;
  occurrenceOn: string;
}

/** Why nothing is said; stands in the ledger. */
export type Unsaid = "squad-gone" | "nothing-to-say" | "answered" | "not-pushed";
export type Said = { saying: Saying; squad?: { id: string; name: string } } | { skip: Unsaid };

/**
 * Puts a message into words by what is true now; what there is nothing to say of, or has been answered meanwhile, is not
 * said. `origin` is where people open the app; without `values` a digest is in names and states alone.
 */
export function contentOf(
  about: About,
  rows: SquadRows,
  { origin, values = true }: { origin: string; values?: boolean },
): Said {
  if (about.says === "anomalies") return anomalySaid(about.subjectId, rows, origin);
  const squad = rows.squads.find((one) => one.id === about.subjectId && one.state === "active");
  if (squad === undefined) return { skip: "squad-gone" };
  const on = about.occurrenceOn;
  const say = {
    digest: () => digestSaid(squad, on, rows, { origin, values }),
    focus: () => focusSaid(squad, on, rows, origin),
    misses: () => missesSaid(squad, on, rows, origin),
  };
  const saying = say[about.says]();
  if (saying === undefined) return { skip: "nothing-to-say" };
  return { saying, squad: { id: squad.id, name: squad.name } };
}

type Squad = RowOf<"squad">;

function digestSaid(
  squad: Squad,
  on: string,
  rows: SquadRows,
  { origin, values }: { origin: string; values: boolean },
): Saying | undefined {
  const digest = digestOf(squad.id, on, rows);
  if (digest === undefined || digest.keyResults.length + digest.decisions.length === 0) return undefined;
  return {
    says: "digest",
    title: `${squad.name}, the week in short: ${digestSummary(digest)}`,
    parts: digestSections(digest, namesIn(rows), { values }),
    link: { label: "Read the digest", url: `${origin}/rhythm/digest/${squad.id}/${digest.on}` },
  };
}

function focusSaid(squad: Squad, on: string, rows: SquadRows, origin: string): Saying | undefined {
  const nameOf = (id: string) => rows.members.find((one) => one.id === id)?.name;
  const words = focusWords(focusOf(squad.id, on, rows), nameOf);
  if (words === undefined) return undefined;
  const find = (id: string) => rows.keyResults.find((one) => one.id === id);
  const { people, unjustified } = dayBets(squad.id, on, { bets: rows.bets, members: rows.members, find });
  const bets = people.flatMap((one) => {
    const who = one.memberId === undefined ? "nobody yet" : (nameOf(one.memberId) ?? "somebody who left");
    return one.bets.map(({ bet }) => `${bet.title} (${who})`);
  });
  const without = unjustified > 0 ? [`${unjustified} open without a key result`] : [];
  return {
    says: "focus",
    title: `${squad.name} today: ${words.title}`,
    parts: [
      { lines: [words.why, ...(words.detail === undefined ? [] : [words.detail])] },
      ...(bets.length + without.length > 0 ? [{ heading: "Bets", lines: [...bets, ...without] }] : []),
    ],
    link: { label: "Open today's focus", url: `${origin}/focus/${squad.id}` },
  };
}

function missesSaid(squad: Squad, on: string, rows: SquadRows, origin: string): Saying | undefined {
  const occurrence = occurrenceAt(rows.workspace.rhythm, on);
  const missing = runningKeyResults(rows, squad.id).filter(
    (one) => answerTo(occurrence, one, rows) === undefined,
  );
  if (missing.length === 0) return undefined;
  const { member } = namesIn(rows);
  const count = `${missing.length} ${missing.length === 1 ? "check-in is" : "check-ins are"} missing`;
  return {
    says: "misses",
    title: `${squad.name}: ${count}`,
    parts: [{ lines: missing.map((one) => `${one.title} (${member(one.ownerId)})`) }],
    link: { label: "Open the metric check", url: `${origin}/rhythm/weekly/${squad.id}` },
  };
}

function anomalySaid(id: string, rows: SquadRows, origin: string): Said {
  const anomaly = rows.anomalies.find((one) => one.id === id);
  const named = anomaly && subjectOf(anomaly.series, rows);
  if (anomaly === undefined || named === undefined) return { skip: "nothing-to-say" };
  const telling = tellingOf(anomaly, named.cadence);
  if (!telling.push) return { skip: telling.because === "answered" ? "answered" : "not-pushed" };
  const squad = rows.squads.find((one) => one.id === (anomaly.squadId ?? named.squadId));
  const saying: Saying = {
    says: "anomalies",
    title: anomalyTitle(anomaly, named.name),
    parts: [{ lines: [anomalyWords(anomaly, named), ruleWords(anomaly.rule, named.cadence)] }],
    link: { label: "See it and say why", url: `${origin}/signals/${encodeURIComponent(id)}` },
  };
  return squad === undefined ? { saying } : { saying, squad: { id: squad.id, name: squad.name } };
}

interface Named {
  name: string;
  unit: Metric["unit"];
  cadence: Metric["cadence"];
  squadId: string | undefined;
}

/** What an anomaly's series is called and measured in, and the squad it belongs to. */
export function subjectOf(
  { kind, id }: RowOf<"anomaly">["series"],
  { metrics, keyResults, objectives }: Pick<SquadRows, "metrics" | "keyResults" | "objectives">,
): Named | undefined {
  if (kind === "metric") {
    const metric = metrics.find((one) => one.id === id);
    return metric && { ...metric, squadId: metric.squadId };
  }
  const keyResult = keyResults.find((one) => one.id === id);
  if (keyResult === undefined) return undefined;
  const squadId = objectives.find((one) => one.id === keyResult.objectiveId)?.squadId;
  return { name: keyResult.title, unit: keyResult.unit, cadence: "weekly", squadId };
}
