import { addDays } from "../../shared/time/local-date.ts";
import { metricBy } from "./program.ts";
import type { Persona, World } from "./world.ts";

/** A level with a little scatter, the same each time. */
export const steady = (weeks: number, level = 100): number[] =>
  Array.from({ length: weeks }, (_, week) => level + ((week * 5) % 7) - 3);

/** A weekly metric of somebody's, higher is better. */
export function weeklyMetric(world: World, who: Persona, key: string, more: object = {}): Promise<string> {
  return metricBy(world, who, key, { cadence: "weekly", ...more });
}

/** Records a value a week, the last one on `until`, a Monday. */
export async function record(
  world: World,
  metricId: string,
  values: readonly number[],
  until = "2026-03-02",
) {
  const on = (place: number) => addDays(until, 7 * (place + 1 - values.length));
  const result = await world.mutate(world.ada, "reading.record-many", {
    ...{ metricId, source: "warehouse" },
    readings: values.map((value, place) => ({ on: on(place), value })),
  });
  if (result.outcome !== "applied") throw new Error(`not recorded: ${result.code}`);
}

/** Lets the server look through what is new, until nothing is. */
export async function scan({ northing }: Pick<World, "northing">): Promise<void> {
  const job = northing.recurring.find((one) => one.name === "scan for signals")!;
  for (let turns = 0; turns < 5; turns += 1) await job.work();
}

/** Every anomaly stored, oldest first, each in a line. */
export async function anomaliesIn({ northing }: Pick<World, "northing">): Promise<string[]> {
  return (await anomalyRows({ northing })).map(
    ({ body: { direction, rule, on, onset, preset, withdrawnAt, answer } }) =>
      `${direction} ${rule} on ${on} since ${onset}, ${preset}${withdrawnAt ? ", withdrawn" : ""}${answer ? `, ${answer.as}` : ""}`,
  );
}

export async function anomalyRows({ northing }: Pick<World, "northing">) {
  const rows = await northing.database.read(
    "select id, revision, body from row where kind = 'anomaly' order by body->>'on', id",
  );
  return rows.map((row) => ({
    id: String(row.id),
    revision: Number(row.revision),
    body: JSON.parse(String(row.body)),
  }));
}
