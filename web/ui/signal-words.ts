import type { Metric } from "../../shared/metrics/metric.ts";
import { anomalyWords, placeWords } from "../../shared/signals/words.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { capitalized } from "../../shared/words/first-letter.ts";
import type { Mark } from "./StatusMark.tsx";

type Anomaly = RowOf<"anomaly">;

/** The address of an anomaly's page; its id may hold signs an address does not. */
export function signalHref({ id }: Pick<Anomaly, "id">): string {
  return `/signals/${encodeURIComponent(id)}`;
}

/** The day a person is told: a check-in counts for its due day, which may still lie ahead of `today`. */
export function toldOn(on: string, today: string): string {
  return on < today ? on : today;
}

/** Its shape and word: where it lies, or what was said of it. */
export function signalMark(anomaly: Anomaly): { mark: Mark; word: string } {
  const { answer, withdrawnAt, rule, adverse } = anomaly;
  if (withdrawnAt !== undefined) return { mark: "no-data", word: "withdrawn" };
  if (answer !== undefined) return answers[answer.as];
  const isLimit = rule === "floor" || rule === "ceiling";
  return { mark: isLimit ? "bad" : adverse ? "warn" : "ok", word: placeWords(anomaly) };
}

const answers = {
  explained: { mark: "done", word: "explained" },
  blocker: { mark: "warn", word: "a blocker" },
  "false-alarm": { mark: "no-data", word: "false alarm" },
} as const;

/** What happened without the name, which stands above it: "Fell to 31%. Recent weeks ran 36–42%." */
export function whatHappened(
  anomaly: Anomaly,
  about: { unit: Metric["unit"]; cadence: Metric["cadence"] },
): string {
  const said = anomalyWords(anomaly, { ...about, name: "" }).replace(/^[\s:]+/, "");
  return capitalized(said);
}

/** Those whose answer it is: the squad's PMs, else who keeps the metric or owns the key result. */
export function whoAnswers(
  {
    metric,
    keyResult,
    squad,
  }: {
    metric?: RowOf<"metric"> | undefined;
    keyResult?: RowOf<"key-result"> | undefined;
    squad?: RowOf<"squad"> | undefined;
  },
  members: readonly RowOf<"member">[],
): string {
  const name = (id: string) => members.find((one) => one.id === id && one.state === "active")?.name;
  const pms =
    squad?.members.filter((one) => one.as === "pm").flatMap((one) => name(one.memberId) ?? []) ?? [];
  const steward = metric && name(metric.stewardId);
  const owner = keyResult && name(keyResult.ownerId);
  const said = [
    pms.length === 0 ? undefined : `${joined(pms)}, PM of ${squad?.name}`,
    steward && !pms.includes(steward) ? `${steward}, its steward` : undefined,
    owner && !pms.includes(owner) ? `${owner}, who owns it` : undefined,
  ].filter((one) => one !== undefined);
  return said.length === 0 ? "a director or an admin" : said.join(", or ");
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
