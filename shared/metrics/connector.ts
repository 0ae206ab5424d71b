import * as z from "zod/mini";
import { checkInSource } from "../check-ins/measured.ts";
import * as field from "../sync/field.ts";
import { type Failure, failure } from "./connector-failure.ts";
import { isHeaderName, isHeaderValue } from "./connector-header.ts";
import type { Found } from "./connector-number.ts";
import { numberAt, parsePath } from "./connector-path.ts";
import { numberOfSeries, parseSelector } from "./connector-prometheus.ts";

/** Not a synced kind: only admins see connectors, and nobody sees the secrets in them again. */

/** Where the number stands in an answer. */
const look = z.discriminatedUnion("format", [
  z.strictObject({
    format: z.literal("json"),
    path: z.string().check(z.refine((text) => Array.isArray(parsePath(text)))),
  }),
  z.strictObject({
    format: z.literal("prometheus"),
    selector: z.string().check(z.refine((text) => "name" in parseSelector(text))),
    /** What to do with several series. */
    pick: z.enum(["only", "sum"]),
  }),
]);
export type Look = z.output<typeof look>;

const mostHeaders = 10;
const headerName = z.string().check(z.refine(isHeaderName));
const headerValue = z.string().check(z.refine(isHeaderValue));

/** A header as it is typed; without a value, the one that is kept under this name stays. */
const header = z.strictObject({ name: headerName, value: z.optional(headerValue) });

const name = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(80),
  z.refine((text) => text !== checkInSource),
);
const address = z.string().check(z.trim(), z.minLength(1), z.maxLength(2048));
/** When a source is asked, by the workspace's clock; an hourly one at the minutes of `time`. */
const schedule = z.strictObject({
  every: z.enum(["hour", "day", "week"]),
  /** ISO weekday of a weekly one. */
  weekday: z.optional(field.weekday),
  time: field.time,
});
export type Schedule = z.output<typeof schedule>;

const label = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));

/** A connector as its form sends it. Without a `url`, the one that is kept stays. */
export const draft = z.strictObject({
  metricId: field.id,
  /** Becomes the source of its readings. */
  name,
  url: z.optional(address),
  headers: z.array(header).check(
    z.maxLength(mostHeaders),
    z.refine((all) => new Set(all.map((one) => one.name.toLowerCase())).size === all.length),
  ),
  look,
  /** The number found times this is the reading: 0.01 makes a ratio of a percentage. */
  factor: field.number.check(z.refine((factor) => factor !== 0)),
  segment: z.optional(label),
  schedule,
});
export type Draft = z.output<typeof draft>;

/** What is tried before it is saved; `connectorId` names the one whose kept address and headers are meant. */
export const trial = z.strictObject({
  connectorId: z.optional(field.id),
  url: z.optional(address),
  headers: draft.shape.headers,
  look,
  factor: draft.shape.factor,
});
export type Trial = z.output<typeof trial>;

/** What a try found: the number as it stood there, and the reading it would be. */
export const tried = z.union([z.object({ found: z.number(), value: z.number() }), z.object({ failure })]);
export type Tried = z.output<typeof tried>;

/** A connector as its admins see it: the address without its query, headers by name. */
export interface Connector {
  id: string;
  metricId: string;
  name: string;
  address: string;
  /** The address has a query, which is not shown because it may hold a key. */
  hidden: boolean;
  headers: string[];
  look: Look;
  factor: number;
  segment?: string | undefined;
  schedule: Schedule;
  /** The member its readings are recorded as: who saved or resumed it last. */
  memberId: string;
  state: "on" | "paused";
  /** Paused by hand when absent and `state` is "paused". */
  failure?: Failure;
  failures: number;
  failingSince?: string;
  lastAt?: string;
  lastOn?: string;
  lastValue?: number;
  /** When it is asked next; absent while it is paused. */
  dueAt?: string;
}

/** The reading in an answer: the number where it was looked for, times the factor. */
export function readAnswer(text: string, where: Look): Found {
  if (where.format === "json") {
    const steps = parsePath(where.path);
    return Array.isArray(steps) ? numberAt(text, steps) : { unread: "nothing-there" };
  }
  const selector = parseSelector(where.selector);
  return "name" in selector ? numberOfSeries(text, selector, where.pick) : { unread: "nothing-there" };
}

/** Times the factor, without the noise of binary fractions; undefined when that is no number any more. */
export function scaled(found: number, factor: number): number | undefined {
  const value = Number((found * factor).toPrecision(15));
  return Number.isFinite(value) ? value : undefined;
}
