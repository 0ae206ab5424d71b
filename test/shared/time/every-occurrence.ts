import { type Cadence, occurrences } from "../../../shared/time/cadence.ts";
import { addDays, weekdayOf } from "../../../shared/time/local-date.ts";

/**
 * Walks a cadence through a zone and compares it, day by day, with what Intl says a wall clock there shows. Returns
 * every fault as a sentence; an empty list means each intended occurrence came exactly once, at the right moment.
 */
export function faultsOf(cadence: Cadence, zone: string, firstOn: string, lastOn: string): string[] {
  const clock = wallClockOf(zone);
  const span = [`${addDays(firstOn, -2)}T00:00:00Z`, `${addDays(lastOn, 3)}T00:00:00Z`] as const;
  const found = occurrences(cadence, zone, ...span).filter(
    (one) => one.dueOn >= firstOn && one.dueOn <= lastOn,
  );
  const faults = found.flatMap((one) => faultAt(one.dueAt, `${one.dueOn} ${cadence.time}`, zone, clock));
  const came = found.map((one) => one.dueOn).join();
  const intended = intendedDays(cadence, firstOn, lastOn).join();
  if (came !== intended) faults.push(`${zone}: days differ: ${came} instead of ${intended}`);
  if (found.some((one, i) => i > 0 && one.dueAt <= found[i - 1]!.dueAt)) faults.push(`${zone}: out of order`);
  return faults;
}

function faultAt(dueAt: string, intended: string, zone: string, clock: (at: number) => string): string[] {
  const at = Date.parse(dueAt);
  const shown = clock(at);
  if (shown === intended) {
    // In a fold the same wall clock time was already shown half an hour, an hour or two hours ago.
    const earlier = [30, 60, 120].some((minutes) => clock(at - minutes * 60_000) === intended);
    return earlier ? [`${zone}: ${intended} fired at the second of two`] : [];
  }
  const exists = [-180, -120, -60, -30, 0, 30, 60, 120, 180].some((m) => clock(at + m * 60_000) === intended);
  if (exists) return [`${zone}: ${intended} fired at ${shown}`];
  return shown > intended ? [] : [`${zone}: ${intended} does not exist and fired early, at ${shown}`];
}

function intendedDays(cadence: Cadence, from: string, to: string): string[] {
  const days: string[] = [];
  for (let on = from; on <= to; on = addDays(on, 1))
    if (cadence.every === "day" || weekdayOf(on) === cadence.weekday) days.push(on);
  return days;
}

function wallClockOf(zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  });
  return (at) => format.format(at);
}
