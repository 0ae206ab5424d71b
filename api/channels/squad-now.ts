import type { SquadRows } from "../../shared/channels/content.ts";
import { iso } from "../../shared/time/instant.ts";
import { addDays } from "../../shared/time/local-date.ts";
import type { Database } from "../db/client.ts";
import { squadRows } from "./squad-rows-store.ts";
import { squadView } from "./squad-view.ts";

/** What the squads of a workspace are told by; undefined for one that has not been founded to the end. */
export type Squads = (workspaceId: string) => Promise<SquadRows | undefined>;

/** Plots of a digest and of an anomaly need no more. */
const weeksBack = 60;

/** The squads of workspaces as they stand now, each workspace read once for all messages that are due together. */
export function squadsNow({ database, now }: { database: Database; now(): number }): Squads {
  const since = addDays(iso(now()).slice(0, 10), -7 * weeksBack);
  const known = new Map<string, Promise<SquadRows | undefined>>();
  return (workspaceId) => {
    const rows = known.get(workspaceId) ?? squadRows(database, workspaceId, since).then(squadView);
    known.set(workspaceId, rows);
    return rows;
  };
}
