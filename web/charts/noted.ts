import type { Judged } from "../../shared/metrics/watched.ts";
import type { Signal } from "../../shared/signals/detect.ts";
import { placeWords } from "../../shared/signals/words.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { addDays } from "../../shared/time/local-date.ts";
import { formatDay } from "../ui/day.ts";

/** What people said about one series: what they marked, what was raised, and how they answered it. */
export interface Noted {
  events: readonly RowOf<"event">[];
  anomalies: readonly RowOf<"anomaly">[];
  /** For the names of those who answered. */
  members: readonly RowOf<"member">[];
  /** The id of the one anomaly a plot is about. */
  about?: string | undefined;
}

const nothing: Noted = { events: [], anomalies: [], members: [] };

/** Of all that was said what is about one series of a metric: "" or no segment is the whole. */
export function notedOf(metricId: string, segment = "", noted = nothing): Noted {
  return {
    events: noted.events.filter((one) => one.metricId === undefined || one.metricId === metricId),
    anomalies: noted.anomalies.filter(
      ({ series }) =>
        series.kind === "metric" && series.id === metricId && (series.segment ?? "") === segment,
    ),
    members: noted.members,
    about: noted.about,
  };
}

/** What fired, by the days of the readings, and what people say of it. */
export interface Rings {
  ringed: string[];
  /** What has its answer, or is long past, in words. */
  quiet: { on: string; word: string }[];
  /** The one thing worth a word on the plot: the latest open one, else the latest answer. */
  word: string | undefined;
}

/** As long as somebody may still be expected to look at what fired without being asked. */
const recent = 91;
const longest = 36;

/**
 * `today` tells what is long past: a signal nobody was asked about then is shown and asks for nothing. On a plot about
 * one anomaly the others stand back.
 */
export function ringsOf(
  { signals }: Pick<Judged, "signals">,
  noted: Noted,
  since: string,
  today: string,
): Rings {
  const standing = noted.anomalies.filter((one) => one.withdrawnAt === undefined);
  const told = (one: Signal) =>
    standing.some(
      (other) => other.direction === one.direction && (other.onset === one.onset || other.on === one.on),
    );
  const fired = [
    ...standing.map((one) => ({ ...one, asked: one.answer === undefined })),
    ...signals
      .filter((one) => !told(one))
      .map((one) => ({ ...one, id: "", answer: undefined, asked: one.on >= addDays(today, -recent) })),
  ]
    .filter((one) => one.on >= since)
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const near = (id: string) => noted.about === undefined || noted.about === id;
  const open = fired.filter((one) => one.asked && near(one.id));
  const ringed = [...new Set(open.map((one) => one.on))];
  const quiet = fired.filter((one) => !open.includes(one) && !ringed.includes(one.on));
  const latest = open.at(-1);
  const last = quiet.findLast((one) => one.answer !== undefined && near(one.id));
  return {
    ringed,
    quiet: quiet.map((one) => ({ on: one.on, word: quietWord(one, noted) })),
    word: latest
      ? `${placeWords(latest)} ${formatDay(latest.on, undefined, today)}`
      : last && quietWord(last, noted),
  };
}

type Fired = Pick<RowOf<"anomaly">, "on" | "rule" | "direction" | "answer">;

function quietWord(one: Fired, noted: Noted): string {
  return one.answer === undefined ? `${placeWords(one)} then` : answerWord(one, noted);
}

const said = { explained: "explained", blocker: "a blocker", "false-alarm": "false alarm" } as const;

/** "outage, explained by Imani"; "" of one nobody answered. */
export function answerWord(
  { answer }: Pick<RowOf<"anomaly">, "answer">,
  { members }: Pick<Noted, "members">,
): string {
  if (answer === undefined) return "";
  const name = members.find((one) => one.id === answer.by)?.name.split(" ")[0] ?? "somebody";
  const by = answer.as === "explained" ? `explained by ${name}` : `${said[answer.as]}, said ${name}`;
  return answer.text === "" ? by : `${shortened(answer.text)}, ${by}`;
}

/** The first words of a text, as many as stand under a plot. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if ([...line].length <= longest) return line;
  const cut = [...line].slice(0, longest - 1).join("");
  const whole = cut.slice(0, cut.lastIndexOf(" ") > longest / 2 ? cut.lastIndexOf(" ") : undefined);
  return `${whole.replace(/[\s,;:.–-]+$/, "")}…`;
}

const types = { launch: "Launch", definition: "Definition changed", "expected-dip": "Expected dip" } as const;

/** "Launch: voice search"; a dip says until when. */
export function eventWords({ type, text, untilOn }: RowOf<"event">, today: string): string {
  const until = untilOn === undefined ? "" : ` until ${formatDay(untilOn, undefined, today)}`;
  return `${types[type]}${until}: ${text}`;
}
