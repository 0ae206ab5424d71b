import { type View, viewOf } from "../../shared/reminders/view.ts";
import { addDays } from "../../shared/time/local-date.ts";
import type { Database } from "../db/client.ts";
import { loadRows, workspaceRevisions } from "./store.ts";

/** Check-ins of the last weeks are enough for what is owed and what was last said. */
const weeksBack = 5;

/** Views of workspaces as they are now; one is read again only when its revision has changed. */
export interface Snapshots {
  /** A fresh look at which workspaces there are. */
  workspaces(): Promise<string[]>;
  view(workspaceId: string): Promise<View | undefined>;
  /** Changes whenever the workspace's rows do. */
  revision(workspaceId: string): number;
}

export function createSnapshots(database: Database, now: () => number): Snapshots {
  let revisions = new Map<string, number>();
  const known = new Map<string, { revision: number; on: string; view: View | undefined }>();
  return {
    async workspaces() {
      revisions = await workspaceRevisions(database);
      for (const id of known.keys()) if (!revisions.has(id)) known.delete(id);
      return [...revisions.keys()];
    },
    async view(workspaceId) {
      const on = new Date(now()).toISOString().slice(0, 10);
      const revision = revisions.get(workspaceId) ?? -1;
      const ready = known.get(workspaceId);
      if (ready?.revision === revision && ready.on === on) return ready.view;
      const view = viewOf(await loadRows(database, workspaceId, addDays(on, -7 * weeksBack)));
      known.set(workspaceId, { revision, on, view });
      return view;
    },
    revision: (workspaceId) => revisions.get(workspaceId) ?? -1,
  };
}
