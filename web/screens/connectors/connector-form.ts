import type { Connector, Draft, Look, Schedule, Trial } from "../../../shared/metrics/connector.ts";
import { isHeaderName, isHeaderValue } from "../../../shared/metrics/connector-header.ts";
import { parsePath } from "../../../shared/metrics/connector-path.ts";
import { parseSelector } from "../../../shared/metrics/connector-prometheus.ts";

/** A header as it is typed; `kept`: the server has a value for it, which an empty one leaves as it is. */
export interface HeaderTyped {
  name: string;
  value: string;
  kept: boolean;
}

/** A connector as it is typed: "" and undefined are "not yet" or "none". */
export interface ConnectorForm {
  metricId: string;
  name: string;
  url: string;
  headers: readonly HeaderTyped[];
  format: Look["format"];
  path: string;
  selector: string;
  pick: "only" | "sum";
  factor: number | undefined;
  segment: string;
  every: Schedule["every"];
  weekday: number;
  time: string;
}

/** Wrong fields in words; a header's stand under "headers.0.name" and "headers.0.value". */
export type Mistakes = Partial<Record<string, string>>;

export function blankConnector(metricId: string): ConnectorForm {
  return {
    metricId,
    name: "",
    url: "",
    headers: [],
    format: "json",
    path: "",
    selector: "",
    pick: "only",
    factor: 1,
    segment: "",
    every: "day",
    weekday: 1,
    time: "07:00",
  };
}

export function connectorForm({ look, schedule, ...one }: Connector): ConnectorForm {
  return {
    ...blankConnector(one.metricId),
    name: one.name,
    url: one.address,
    headers: one.headers.map((name) => ({ name, value: "", kept: true })),
    ...(look.format === "json"
      ? { format: "json", path: look.path }
      : { format: "prometheus", selector: look.selector, pick: look.pick }),
    factor: one.factor,
    segment: one.segment ?? "",
    every: schedule.every,
    weekday: schedule.weekday ?? 1,
    time: schedule.time,
  };
}

/** What the draft on this device keeps: nothing that may be a secret. */
export function withoutSecrets(patch: Partial<ConnectorForm>): Partial<ConnectorForm> {
  const { headers: _headers, url, ...plain } = patch;
  return url === undefined ? plain : { ...plain, url: url.split(/[?#]/)[0]! };
}

/** What must be put right before the source can be asked, each with the way to do so. */
export function trialMistakes(form: ConnectorForm, before: Connector | undefined): Mistakes {
  const mistakes: Mistakes = {};
  const { format, factor } = form;
  if (form.url.trim() === "") mistakes.url = "Type the https address the number comes from.";
  else if (!URL.canParse(form.url.trim())) mistakes.url = "This is no address. One begins with https://.";
  if (format === "json") mistakes.path = pathMistake(form.path);
  else mistakes.selector = selectorMistake(form.selector);
  if (factor === undefined || factor === 0) mistakes.factor = "A number other than 0; 1 leaves it as it is.";
  const moved = before !== undefined && originOf(form.url) !== originOf(before.address);
  for (const [place, header] of form.headers.entries()) {
    const others = form.headers.slice(0, place).map((one) => one.name.toLowerCase());
    mistakes[`headers.${place}.name`] = headerNameMistake(header, others);
    mistakes[`headers.${place}.value`] = headerValueMistake(header, moved);
  }
  return said(mistakes);
}

/** The same, and what it takes to be saved. */
export function mistakesIn(form: ConnectorForm, before: Connector | undefined): Mistakes {
  const mistakes = trialMistakes(form, before);
  if (form.metricId === "") mistakes.metricId = "Choose the metric it is for.";
  if (form.name.trim() === "") mistakes.name = "Give it a name; its readings carry it as their source.";
  if (!/^\d\d:\d\d$/.test(form.time)) mistakes.time = "Choose a time.";
  return mistakes;
}

/** The address is left out while it is the one that is kept, a header's value while it is. */
export function trialArgs(form: ConnectorForm, before: Connector | undefined): Trial {
  return { ...(before === undefined ? {} : { connectorId: before.id }), ...asked(form, before) };
}

export function draftArgs(form: ConnectorForm, before: Connector | undefined): Draft {
  const { metricId, name, segment, every, weekday, time } = form;
  return {
    ...asked(form, before),
    ...{ metricId, name: name.trim() },
    ...(segment.trim() === "" ? {} : { segment: segment.trim() }),
    schedule: { every, time, ...(every === "week" ? { weekday } : {}) },
  };
}

function asked(form: ConnectorForm, before: Connector | undefined): Omit<Trial, "connectorId"> {
  const { format, path, selector, pick, factor = 1 } = form;
  const url = form.url.trim();
  return {
    ...(before !== undefined && url === before.address ? {} : { url }),
    headers: form.headers.map(({ name, value }) => ({
      name,
      ...(value === "" ? {} : { value: value.trim() }),
    })),
    look: format === "json" ? { format, path } : { format, selector, pick },
    factor,
  };
}

function pathMistake(path: string): string | undefined {
  if (path === "") return "Say where in the answer the number stands.";
  const parsed = parsePath(path);
  return Array.isArray(parsed) ? undefined : from(path, parsed.at, "path");
}

function selectorMistake(selector: string): string | undefined {
  if (selector === "") return "Name the series that holds the number.";
  const parsed = parseSelector(selector);
  return "name" in parsed ? undefined : from(selector, parsed.at, "selector");
}

function from(text: string, at: number, what: string): string {
  const rest = text.slice(at, at + 20);
  return rest === "" ? `The ${what} ends too early.` : `From “${rest}” on this is no ${what}.`;
}

function headerNameMistake({ name }: HeaderTyped, others: string[]): string | undefined {
  if (!isHeaderName(name)) return "This is no name of a header that may be sent.";
  return others.includes(name.toLowerCase()) ? "This header is there already." : undefined;
}

function headerValueMistake({ value, kept }: HeaderTyped, moved: boolean): string | undefined {
  if (value === "" && kept && moved) return "Type it again: it was kept for the other address only.";
  if (value === "") return kept ? undefined : "Type its value.";
  return isHeaderValue(value.trim())
    ? undefined
    : "Letters, digits and signs of a keyboard only, on one line.";
}

function originOf(text: string): string | undefined {
  return URL.canParse(text.trim()) ? new URL(text.trim()).origin : undefined;
}

function said(mistakes: Mistakes): Mistakes {
  return Object.fromEntries(Object.entries(mistakes).filter(([, words]) => words !== undefined));
}
