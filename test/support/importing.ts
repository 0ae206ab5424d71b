import type { ImportJob, ImportReport } from "../../shared/imports/report.ts";
import type { Persona, World } from "./world.ts";

/** What the door of imports said. */
export interface ImportAnswer {
  status: number;
  code: string | undefined;
  field: string | undefined;
  report: ImportReport;
  job: ImportJob;
}

/** Sends a file as somebody: text as UTF-8 CSV, bytes as they are, an array as JSON. */
export async function sendFile(
  who: Persona,
  kind: string,
  body: string | Uint8Array | ReadableStream<Uint8Array> | object[],
  params: Record<string, string> = {},
): Promise<ImportAnswer> {
  const isJson = Array.isArray(body);
  const response = await who.at.send(`/api/v1/import/${kind}?${new URLSearchParams(params)}`, {
    method: "POST",
    headers: { origin: "http://localhost:4170", "content-type": isJson ? "application/json" : "text/csv" },
    body: isJson ? JSON.stringify(body) : body,
    duplex: "half",
  } as never);
  const {
    error,
    report,
    import: job,
  } = (await response.json()) as never as {
    error?: { code: string; field?: string };
    report: ImportReport;
    import: ImportJob;
  };
  return { status: response.status, code: error?.code, field: error?.field, report, job };
}

/** Each problem as "line:column code". */
export function problemsOf({ report }: Pick<ImportAnswer, "report">): string[] {
  return report.problems.map(({ line, column, code }) => `${line}${column ? `:${column}` : ""} ${code}`);
}

/** Lets the server do what is due. */
export async function applyAll({ northing }: Pick<World, "northing">): Promise<void> {
  await northing.recurring.find((one) => one.name === "apply imports")!.work();
}

/** Northwind with a North Star and two inputs, a squad of Ben's and two cycles: one running, one planned. */
export async function plannedNorthwind(world: World) {
  const { ada, ben, mutate, id } = world;
  const names = ["star", "habit", "minutes", "old", "squad", "now", "next", "goal", "start"] as const;
  const ids = Object.fromEntries(names.map((name) => [name, id()])) as Record<(typeof names)[number], string>;
  const must = async (name: string, args: object) => {
    const result = await mutate(ada, name, args);
    if (result.outcome !== "applied") throw new Error(`${name}: ${JSON.stringify(result)}`);
  };
  const metric = { definition: "", goodDirection: "up", cadence: "weekly", stewardId: ada.memberId };
  const unit = { label: "", scale: "ratio", decimals: 1 };
  const plain = { label: "min", scale: "value", decimals: 0 };
  await must("squad.form", { id: ids.squad, name: "Podcasts" });
  await must("squad.assign", { squadId: ids.squad, memberId: ben.memberId, as: "pm" });
  await must("metric.define", {
    ...{ ...metric, id: ids.star, key: "listening", name: "Time listening", kind: "north-star", unit: plain },
  });
  await must("north-star.propose", { id: id(), metricId: ids.star, statement: "Time well spent" });
  const input = { ...metric, kind: "input", parentId: ids.star };
  await must("metric.define", { ...input, id: ids.habit, key: "habit", name: "Weekly habit", unit });
  await must("metric.define", {
    ...{ ...input, id: ids.minutes, key: "minutes", name: "Minutes", unit: plain, stewardId: ben.memberId },
  });
  await must("metric.define", {
    ...metric,
    id: ids.old,
    key: "old",
    name: "Old",
    kind: "health",
    unit: plain,
  });
  await must("metric.retire", { metricId: ids.old });
  const spans = { now: ["2026-01-01", "2026-03-31"], next: ["2026-04-01", "2026-06-30"] } as const;
  for (const [name, [startsOn, endsOn]] of Object.entries(spans))
    await must("cycle.open", {
      id: ids[name as "now"],
      name: name === "now" ? "Q1" : "Q2",
      startsOn,
      endsOn,
    });
  await must("objective.draft", { id: ids.goal, cycleId: ids.now, title: "Be the daily companion" });
  await must("key-result.draft", {
    ...{ id: ids.start, objectiveId: ids.goal, ownerId: ada.memberId, title: "Habit, 10% to 20%" },
    ...{ direction: "increase", baseline: 0.1, target: 0.2, unit },
    moves: { metricId: ids.habit, because: "a habit brings people back" },
  });
  await must("cycle.commit", { cycleId: ids.now });
  return ids;
}

/** Everything that stands in the workspace's history and imports, to show that something changed nothing. */
export async function everythingIn({ northing }: Pick<World, "northing">): Promise<string> {
  const tables = ["workspace", "row", "row_history", "revision", "mutation", "import_job", "import_chunk"];
  const found = tables.map((table) => northing.database.read(`select * from ${table} order by 1, 2, 3`));
  return JSON.stringify(await Promise.all(found));
}
