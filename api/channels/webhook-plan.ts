import { subjectOf } from "../../shared/channels/content.ts";
import { type SquadTime, squadTimes } from "../../shared/channels/squad-times.ts";
import type { Topic } from "../../shared/channels/webhook.ts";
import { digestDue } from "../../shared/reviews/digest-due.ts";
import { reportsDue } from "../../shared/reviews/report-due.ts";
import { tellingOf } from "../../shared/signals/push-policy.ts";
import { grouped } from "../../shared/sync/grouped.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import type { LoadedRow } from "../../shared/sync/rows.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { iso } from "../../shared/time/instant.ts";
import { localDate } from "../../shared/time/local-date.ts";
import { instantAt } from "../../shared/time/wall-clock.ts";
import type { Database } from "../db/client.ts";
import { planRows, revisionsOf } from "./squad-rows-store.ts";
import { rowsOf } from "./squad-view.ts";
import { storeWebhookPlans, type WebhookPlan } from "./webhook-message-store.ts";
import { type StoredWebhook, webhooksOn } from "./webhook-store.ts";

export interface WebhookPlanDeps {
  database: Database;
  now(): number;
  bytes(count: number): Uint8Array;
}

const hour = 3_600_000;
/** A server that was down says late what still has a life. */
const back = 24 * hour;
const ahead = 26 * hour;
/** A digest may come so much sooner than its day: over a weekend and what holidays do to one. */
const sooner = 7 * 24 * hour;

/**
 * Plans what webhooks are to be told in the coming day, where rows or webhooks have changed since, and each hour anew.
 * The same plan twice is one row. What was intended before a webhook was made, or switched on again, is not told.
 */
export function createWebhookPlanner({ database, now, bytes }: WebhookPlanDeps): () => Promise<void> {
  const planned = new Map<string, { of: string; at: number }>();
  return async () => {
    const hooks = grouped(await webhooksOn(database), (one) => one.workspaceId);
    for (const id of planned.keys()) if (!hooks.has(id)) planned.delete(id);
    if (hooks.size === 0) return;
    const revisions = await revisionsOf(database, [...hooks.keys()]);
    for (const [workspaceId, mine] of hooks) {
      const at = now();
      const told = mine.map(({ id, says, squadId, since }) => [id, says, squadId, since]);
      const of = JSON.stringify([revisions.get(workspaceId), told]);
      const last = planned.get(workspaceId);
      if (last?.of === of && Math.abs(at - last.at) < hour) continue;
      const rows = await planRows(database, workspaceId, iso(at - back));
      const plans = plansOf(mine, rows, at).map((one) => ({ ...one, id: uuidv7(at, bytes(10)) }));
      const webhookIds = mine.map((one) => one.id);
      await storeWebhookPlans(database, { webhookIds, plans, now: iso(at) });
      planned.set(workspaceId, { of, at });
    }
  };
}

type Plan = Omit<WebhookPlan, "id" | "says"> & { says: Topic };

function plansOf(hooks: readonly StoredWebhook[], rows: readonly LoadedRow[], at: number): Plan[] {
  const workspace = rowsOf("workspace", rows)[0];
  if (workspace === undefined) return [];
  const squads = rowsOf("squad", rows).filter((one) => one.state === "active");
  const times = squadTimes(workspace, iso(at - back), iso(at + ahead + sooner));
  const unusual = anomalyPlans(rows);
  const reviews = rowsOf("review", rows);
  const reports = reportPlans(workspace, at);
  return hooks.flatMap(({ id: webhookId, says, squadId, since }) => {
    const mine = squads.filter((one) => squadId === undefined || one.id === squadId);
    const timed = times.flatMap((time) =>
      mine.map((squad) => ({ ...time, subjectId: squad.id, plannedFor: saidAt(time, squad.id, reviews) })),
    );
    const found = unusual.filter((one) => squadId === undefined || one.squadId === squadId);
    return [...timed, ...reports, ...found.map(({ squadId: _squad, ...plan }) => plan)]
      .filter((one) => one.plannedFor >= since && one.plannedFor < iso(at + ahead))
      .filter((one) => says.includes(one.says) && one.expiresAt > iso(at))
      .map((one) => ({ ...one, webhookId }));
  });
}

/** A digest does not wait for its day once the metric check is done. */
function saidAt(
  { says, occurrenceOn: dueOn, plannedFor: usual }: SquadTime,
  squadId: string,
  reviews: readonly RowOf<"review">[],
): string {
  return says === "digest" ? digestDue({ squadId, dueOn, usual }, reviews) : usual;
}

/** The report of the company once a month, at the time check-ins are due, and for a day. */
function reportPlans({ id, zone, rhythm }: RowOf<"workspace">, at: number): Omit<Plan, "webhookId">[] {
  const day = (moment: number) => localDate(moment, zone);
  return reportsDue("monthly", rhythm, day(at - 2 * back), day(at + 2 * ahead)).map(
    ({ occurrenceOn, on }) => {
      const plannedFor = instantAt(on, rhythm.dueTime, zone);
      const expiresAt = iso(Date.parse(plannedFor) + back);
      return { says: "report", subjectId: id, occurrenceOn, plannedFor, expiresAt };
    },
  );
}

/** What was found unusual is said at once, and for a day. */
function anomalyPlans(
  rows: readonly LoadedRow[],
): (Omit<Plan, "webhookId"> & { squadId?: string | undefined })[] {
  const known = {
    metrics: rowsOf("metric", rows),
    keyResults: rowsOf("key-result", rows),
    objectives: rowsOf("objective", rows),
  };
  return rowsOf("anomaly", rows).flatMap((one) => {
    const named = subjectOf(one.series, known);
    if (named === undefined || !tellingOf(one, named.cadence).push) return [];
    return {
      says: "anomalies",
      subjectId: one.id,
      occurrenceOn: one.onset,
      plannedFor: one.raisedAt,
      expiresAt: iso(Date.parse(one.raisedAt) + back),
      squadId: one.squadId ?? named.squadId,
    };
  });
}
