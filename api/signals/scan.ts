import { createHash } from "node:crypto";
import { anomalyChanges, type Finding } from "../../shared/signals/anomalies.ts";
import { anomalyId } from "../../shared/signals/anomaly-id.ts";
import { isSameSeries } from "../../shared/signals/series-of.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { isoNow } from "../../shared/time/instant.ts";
import type { Database } from "../db/client.ts";
import { createPause } from "../imports/pause.ts";
import type { Log } from "../log.ts";
import type { ServerMutation, Sync } from "../sync/sync.ts";
import { passes } from "../sync/sync-store.ts";
import { type Directory, readDirectory, watchedOf } from "./directory.ts";
import { type Looked, type Looking, lookAtKeyResult, lookAtMetric } from "./findings.ts";
import * as scans from "./scan-store.ts";
import { anomaliesIn, openAnomalies, touchedBy } from "./store.ts";

export interface SignalDeps {
  database: Database;
  sync: Pick<Sync, "apply">;
  /** Milliseconds since 1970. */
  now(): number;
  bytes(count: number): Uint8Array;
  wait(milliseconds: number): Promise<unknown>;
  log: Log;
}

export interface Scanner {
  /** Looks through what is new in every workspace. Any number of processes may do so at once. */
  work(): Promise<void>;
  /** Ends the look under way at the next series; whoever comes next begins it again. */
  stop(): void;
}

/** Whoever holds a workspace longer than this without a word is gone. */
const leaseMilliseconds = 10_000;
const longestRest = 10_000;

/**
 * Scans workspaces whose history has grown: 1. see which series were touched; 2. claim the workspace by a lease; 3. for
 * each series work out the anomalies it should have and raise or withdraw what differs, by mutations whose ids follow
 * from what they say; 4. note how far history was scanned. After a crash before 4 it is scanned again without an effect.
 */
export function createScanner(deps: SignalDeps): Scanner {
  const { database, log } = deps;
  let stopping = false;
  /** After a long look a workspace is left alone for as long again, so that an import is not scanned without end. */
  const restsUntil = new Map<string, number>();
  const instant = (later = 0) => isoNow(deps, later);

  async function scan(behind: scans.Behind): Promise<void> {
    const touched = await touchedBy(database, behind);
    if (
      !touched.all &&
      touched.metricIds.length + touched.keyResultIds.length + touched.cycleIds.length === 0
    )
      return scans.passOver(database, behind);
    const lease = Buffer.from(deps.bytes(12)).toString("base64url");
    const claim = { now: instant(), lease, leaseUntil: instant(leaseMilliseconds) };
    if (!(await scans.claimScan(database, behind, claim))) return;
    const { workspaceId } = behind;
    try {
      const directory = await readDirectory(database, workspaceId);
      const { metrics, keyResults } = watchedOf(directory, touched);
      const ids = [...metrics, ...keyResults].map((one) => one.id);
      const stored = await anomaliesIn(database, workspaceId, ids);
      const marks = { events: directory.events, anomalies: stored };
      const on = instant().slice(0, 10);
      const looking = { database, workspaceId, directory, marks, on, pause: createPause(deps) };
      let prolongedAt = deps.now();
      for (const one of [...metrics, ...keyResults]) {
        if (stopping) break;
        if (deps.now() - prolongedAt > leaseMilliseconds / 4) {
          prolongedAt = deps.now();
          if (!(await scans.prolongScan(database, workspaceId, lease, instant(leaseMilliseconds)))) return;
        }
        await lookAt(one, looking, stored);
      }
      if (stopping) return;
      await letGo(directory, workspaceId);
      await scans.noteScan(database, behind, lease);
    } finally {
      // Without an effect where it was noted or somebody else has taken over.
      await scans.releaseScan(database, workspaceId, lease);
    }
  }

  /** A fault of ours in one series leaves the others alone; trouble that passes ends the look. */
  async function lookAt(
    one: RowOf<"metric"> | (RowOf<"key-result"> & { squadId: string | undefined }),
    looking: Looking,
    stored: readonly RowOf<"anomaly">[],
  ): Promise<void> {
    try {
      if ("objectiveId" in one) return await settle(await lookAtKeyResult(one, looking), looking, stored);
      for await (const looked of lookAtMetric(one, looking)) await settle(looked, looking, stored);
    } catch (error) {
      if (passes(error)) throw error;
      log.error("signals.failed", { seriesId: one.id, stack: String((error as Error).stack) });
    }
  }

  async function settle(
    { name, cadence, since, findings }: Looked,
    { workspaceId }: Looking,
    stored: readonly RowOf<"anomaly">[],
  ): Promise<void> {
    const rows = stored.filter((one) => one.on >= since && isSameSeries(one.series, name));
    const { raise, withdraw } = anomalyChanges(findings, rows, cadence);
    await change(workspaceId, name.id, rows, raise, withdraw);
  }

  /** Of what is not watched any more nobody is asked: a retired metric, a key result that was dropped or whose cycle ended. */
  async function letGo({ metrics, keyResults }: Directory, workspaceId: string): Promise<void> {
    const open = await openAnomalies(database, workspaceId);
    const gone = open.filter(
      ({ series: { kind, id } }) => !(kind === "metric" ? metrics : keyResults).has(id),
    );
    for (const seriesId of new Set(gone.map((one) => one.series.id))) {
      const rows = gone.filter((one) => one.series.id === seriesId);
      const ids = rows.map((one) => one.id);
      await change(workspaceId, seriesId, rows, [], ids);
    }
  }

  async function change(
    workspaceId: string,
    seriesId: string,
    rows: readonly RowOf<"anomaly">[],
    raise: readonly Finding[],
    withdraw: readonly string[],
  ): Promise<void> {
    const revisionOf = (id: string) => rows.find((row) => row.id === id)?.revision ?? 0;
    const mutations = [
      ...raise.map((one) => mutation("anomaly.raise", one, revisionOf(anomalyId(one)))),
      ...withdraw.map((id) => mutation("anomaly.withdraw", { anomalyId: id }, revisionOf(id))),
    ];
    if (mutations.length === 0) return;
    const results = await deps.sync.apply(workspaceId, { memberId: workspaceId, server: true }, mutations);
    const refused = results.filter((one) => one.outcome === "rejected");
    log.info("signals.scanned", {
      ...{ workspaceId, seriesId, raised: raise.length, withdrawn: withdraw.length },
      ...(refused.length > 0 ? { refused: refused.map((one) => one.code).join(" ") } : {}),
    });
  }

  /** The same finding on the same row is the same mutation, whichever server sends it and however often. */
  function mutation(name: string, args: object, revision: number): ServerMutation {
    const said = createHash("sha256").update(JSON.stringify([name, args, revision]));
    return { id: uuidv7(0, said.digest().subarray(0, 10)), name, args, at: instant() };
  }

  return {
    async work() {
      const faults: unknown[] = [];
      for (const behind of await scans.workspacesBehind(database)) {
        const began = deps.now();
        if (stopping) break;
        if (began < (restsUntil.get(behind.workspaceId) ?? 0)) continue;
        await scan(behind).catch((fault) => faults.push(fault));
        restsUntil.set(
          behind.workspaceId,
          Math.min(deps.now() + deps.now() - began, deps.now() + longestRest),
        );
      }
      if (faults.length > 0) throw new AggregateError(faults, "workspaces could not be scanned");
    },
    stop() {
      stopping = true;
    },
  };
}
