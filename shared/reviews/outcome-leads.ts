import { holm } from "../metrics/holm.ts";
import type { Lead } from "../metrics/lead.ts";
import { withoutDips } from "../signals/dips.ts";
import { metricSeries } from "../signals/series-of.ts";
import type { RowOf } from "../sync/mutation.ts";
import { orderOf } from "./retro.ts";
import type { ReviewRows } from "./rows.ts";

/** Whether the North Star has moved before a business outcome so far. */
export interface OutcomeLead {
  outcome: RowOf<"metric">;
  lead: Lead;
  /** What its readings and lags are counted in. */
  by: "weeks" | "months";
}

const seed = 1;

/** The North Star's metric against every business outcome in use, by all that was read until a day. */
export function outcomeLeads(
  star: RowOf<"metric">,
  until: string,
  { metrics, readingsOf, events = [], anomalies }: ReviewRows,
): OutcomeLead[] {
  const series = (metric: RowOf<"metric">) =>
    withoutDips(metricSeries(metric, readingsOf(metric.id), { events, anomalies }));
  const leads = metrics
    .filter((one) => one.kind === "outcome" && one.state === "active")
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((outcome): OutcomeLead => {
      const monthly = outcome.cadence === "monthly" || star.cadence === "monthly";
      const by = monthly ? "monthly" : "weekly";
      const lead = orderOf(series(star), series(outcome), until, seed, by);
      return { outcome, lead, by: monthly ? "months" : "weeks" };
    });
  const stands = holm(leads.map((one) => one.lead.p));
  return leads.map((one, index) =>
    stands[index] ? one : { ...one, lead: { ...one.lead, verdict: "no evidence either way" } },
  );
}

/** What can be said of it, and never more: "no evidence either way" is no "does not lead". */
export function outcomeLine({ outcome, lead, by }: OutcomeLead, star: string): string {
  const { verdict, lag = 0, readings, r, low, high } = lead;
  const both = `${readings} ${by} with both`;
  if (verdict === "not enough weeks") return `Cannot tell: ${readings} of 13 ${by} with both.`;
  const close = [r, low, high].some((one) => one === undefined)
    ? ""
    : `; correlation of their changes ${number(r!)}, ${number(low!)} to ${number(high!)}`;
  const period = lag === 1 ? by.slice(0, -1) : by;
  if (verdict === "early sign")
    return `An early sign that ${star} moves ${lag} ${period} before ${outcome.name} (${both}${close}).`;
  if (verdict === "tends to move first")
    return `${star} tends to move before ${outcome.name}, by ${lag} ${period} (${both}${close}).`;
  return `No evidence either way (${both}${close}).`;
}

function number(value: number): string {
  return value.toFixed(2).replace("-", "−");
}
