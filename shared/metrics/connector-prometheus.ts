import { type Found, numberOf } from "./connector-number.ts";

/** Which series of a Prometheus text are meant. */
export interface Selector {
  name: string;
  labels: { name: string; is: "=" | "!="; value: string }[];
}
/** A selector that is none; `at` counts the characters before what is wrong. */
export interface SelectorMistake {
  at: number;
}

const most = { characters: 500, labels: 64 };
const metricName = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const label = /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=|!=)\s*"((?:[^"\\\n]|\\[\\"n])*)"\s*(,|(?=\}))/y;

/** `http_requests_total{job="api",code!="500"}`: a name, and labels that are or are not. No patterns. */
export function parseSelector(text: string): Selector | SelectorMistake {
  if (text.length > most.characters) return { at: most.characters };
  const trimmed = text.trimEnd();
  const name = sticky(metricName, trimmed, 0)?.[0];
  if (name === undefined) return { at: 0 };
  if (name.length === trimmed.length) return { name, labels: [] };
  const read = readLabels(trimmed, name.length);
  if ("at" in read) return read;
  return read.end === trimmed.length ? { name, labels: read.labels } : { at: read.end };
}

/** One line of the text: a name with its labels, and its value as written. */
interface Sample {
  name: string;
  labels: Map<string, string>;
  value: string;
}

/**
 * The number a selector finds in a text of the Prometheus exposition format (0.0.4, or OpenMetrics). Of several
 * series, `only` refuses to choose and `sum` adds them up.
 */
export function numberOfSeries(text: string, selector: Selector, pick: "only" | "sum"): Found {
  const values: string[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const sample = parseSample(line.replace(/\r$/, ""));
    if (sample === undefined) return { unread: "not-prometheus", at: String(index + 1) };
    if (matches(sample, selector)) values.push(sample.value);
  }
  if (values.length === 0) return { unread: "nothing-there" };
  if (values.length > 1 && pick === "only") return { unread: "several", count: values.length };
  let sum = 0;
  for (const value of values) {
    const found = numberOf(value);
    if (!("value" in found)) return found;
    sum += found.value;
  }
  return Number.isFinite(sum) ? { value: sum } : { unread: "not-finite" };
}

function parseSample(line: string): Sample | undefined {
  const name = sticky(metricName, line, 0)?.[0];
  if (name === undefined) return undefined;
  const read = line[name.length] === "{" ? readLabels(line, name.length) : { labels: [], end: name.length };
  if ("at" in read || read.labels.some((one) => one.is !== "=")) return undefined;
  // A timestamp may follow the value, and in OpenMetrics an exemplar behind "#".
  const rest = /^[ \t]+(\S+)(?:[ \t]+-?[\d.eE+]+)?(?:[ \t]+#.*)?[ \t]*$/.exec(line.slice(read.end));
  if (rest === null) return undefined;
  return { name, labels: new Map(read.labels.map((one) => [one.name, one.value])), value: rest[1]! };
}

/** A label that is not there counts as empty, as Prometheus has it. */
function matches(sample: Sample, { name, labels }: Selector): boolean {
  if (sample.name !== name) return false;
  return labels.every((one) => ((sample.labels.get(one.name) ?? "") === one.value) === (one.is === "="));
}

function readLabels(
  text: string,
  from: number,
): { labels: Selector["labels"]; end: number } | SelectorMistake {
  if (text[from] !== "{") return { at: from };
  const labels: Selector["labels"] = [];
  let at = from + 1;
  for (let found = sticky(label, text, at); found !== null; found = sticky(label, text, at)) {
    if (labels.length === most.labels) return { at };
    labels.push({ name: found[1]!, is: found[2] as "=" | "!=", value: unescaped(found[3]!) });
    at += found[0].length;
  }
  const close = sticky(/\s*\}/y, text, at);
  return close === null ? { at } : { labels, end: at + close[0].length };
}

function unescaped(text: string): string {
  return text.replace(/\\([\\"n])/g, (_, one: string) => (one === "n" ? "\n" : one));
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
