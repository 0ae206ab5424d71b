import { type View, viewOf } from "../../shared/reminders/view.ts";
import type { LoadedRow } from "../../shared/sync/rows.ts";
import { iso } from "../../shared/time/instant.ts";
import { addDays } from "../../shared/time/local-date.ts";
import type { Database } from "../db/client.ts";
import { type ChangedRow, loadRows, rowsSince, workspaceRevisions } from "./snapshot-store.ts";

/** What was asked, chosen or reviewed longer ago decides nothing any more; a yearly review counts for a month. */
const daysBack = 50;

/** Views of workspaces as they are now; of one that has changed only the changes are read. */
export interface Snapshots {
  /** A fresh look at which workspaces there are. */
  workspaces(): Promise<string[]>;
  view(workspaceId: string): Promise<View | undefined>;
  /** Changes whenever the workspace's rows do. */
  revision(workspaceId: string): number;
}

interface Known {
  /** The workspace's revision when this was last looked at, and up to which rows are in it. */
  revision: number;
  upTo: number;
  on: string;
  rows: Map<string, LoadedRow>;
  view: View | undefined;
}

export function createSnapshots(database: Database, now: () => number): Snapshots {
  let revisions = new Map<string, number>();
  const known = new Map<string, Known>();

  async function look(workspaceId: string, revision: number, on: string, before: Known | undefined) {
    const current = before?.on === on && before.revision <= revision ? before : undefined;
    const changes = current && (await rowsSince(database, workspaceId, current.upTo));
    const rows =
      (current && changes && merged(current.rows, changes)) ??
      new Map(
        (await loadRows(database, workspaceId, addDays(on, -daysBack))).map((one) => [keyOf(one), one]),
      );
    const seen = changes ?? [...rows.values()];
    const upTo = seen.reduce(
      (last, one) => Math.max(last, one.revision),
      Math.max(revision, current?.upTo ?? 0),
    );
    // A change of what reminders do not look at leaves the view as it is, and with it what was worked out from it.
    const view = current && changes?.length === 0 ? current.view : viewOf([...rows.values()]);
    return { revision, upTo, on, rows, view };
  }

  return {
    async workspaces() {
      revisions = await workspaceRevisions(database);
      for (const id of known.keys()) if (!revisions.has(id)) known.delete(id);
      return [...revisions.keys()];
    },
    async view(workspaceId) {
      const on = iso(now()).slice(0, 10);
      const revision = revisions.get(workspaceId) ?? -1;
      const ready = known.get(workspaceId);
      if (ready?.revision === revision && ready.on === on) return ready.view;
      const found = await look(workspaceId, revision, on, ready);
      known.set(workspaceId, found);
      return found.view;
    },
    revision: (workspaceId) => revisions.get(workspaceId) ?? -1,
  };
}

/** Undefined where the changes say that rows are wanted which were not read before: a cycle began or ended. */
function merged(
  rows: Map<string, LoadedRow>,
  changes: readonly ChangedRow[],
): Map<string, LoadedRow> | undefined {
  if (changes.some((one) => one.kind === "cycle")) return undefined;
  for (const change of changes) {
    const { body } = change;
    if (body === undefined) rows.delete(keyOf(change));
    else if (isOfLiveCycle(body, rows)) rows.set(keyOf(change), { ...change, body });
  }
  return rows;
}

function isOfLiveCycle(body: object, rows: Map<string, LoadedRow>): boolean {
  if (!("cycleId" in body)) return true;
  const cycle = rows.get(`cycle ${String(body.cycleId)}`)?.body;
  const state = cycle && "state" in cycle ? cycle.state : undefined;
  return state === "running" || state === "grading" || "beat" in body;
}

function keyOf({ kind, id }: Pick<LoadedRow, "kind" | "id">): string {
  return `${kind} ${id}`;
}
