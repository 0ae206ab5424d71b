import type { ImportJob } from "../../shared/imports/report.ts";
import type { MutationResult } from "../../shared/sync/protocol.ts";
import { isoNow } from "../../shared/time/instant.ts";
import { passes } from "../sync/sync-store.ts";
import * as store from "./applying-store.ts";
import { derivedId } from "./check.ts";
import type { ImportsDeps } from "./imports-deps.ts";
import { type Chunk, sweepImports } from "./store.ts";

/** A chunk takes a fraction of a second; whoever holds a lease and is silent for this long is gone. */
const leaseMilliseconds = 20_000;
const longestWait = 250;
const orphanMilliseconds = 3_600_000;
/** How long an ended import can be asked about: as long as a revoked token. */
const keptMilliseconds = 400 * 86_400_000;

export interface Applier {
  /** Applies what is due until nothing is, or until it is told to stop. Any number of processes may do so. */
  work(): Promise<void>;
  sweep(): Promise<void>;
  stop(): void;
}

/**
 * Applies accepted imports, chunk by chunk: 1. claim one by a lease; 2. apply its next chunk, with ids that follow from
 * the import and the place, so that sync knows a chunk it has seen; 3. note it, if the import still stands there. After
 * a crash between 2 and 3 the chunk is applied again without an effect. A refusal ends the import where it is.
 */
export function createApplier(deps: ImportsDeps): Applier {
  let stopping = false;
  const instant = (later = 0) => isoNow(deps, later);

  async function apply(job: store.Claimed, lease: string): Promise<void> {
    for (let place = job.nextChunk; place < job.chunks && !stopping; place += 1) {
      const began = deps.now();
      const chunk = await store.chunkAt(deps.database, job.uploadId, place);
      // Cancelled meanwhile, or finished by another process.
      if (chunk === undefined) return;
      const mutations = chunk.mutations.map(({ name, args }, index) => ({
        ...{ name, args, at: job.at },
        id: derivedId(Date.parse(job.at), job.id, `${place} ${index}`),
      }));
      const results = await deps.sync.apply(job.workspaceId, { memberId: job.memberId }, mutations);
      const applied = chunk.mutations.reduce(
        (sum, one, index) =>
          sum + (one.counts && results[index]?.outcome === "applied" ? one.lines.length : 0),
        0,
      );
      const stopped = refusalIn(chunk, results);
      if (stopped !== undefined) {
        deps.log.warn("import.stopped", { importId: job.id, code: stopped.code });
        return store.endJob(deps.database, job.id, { lease, at: instant(), stopped, applied });
      }
      const note = { lease, leaseUntil: instant(leaseMilliseconds), applied };
      if (!(await store.noteChunk(deps.database, { id: job.id, nextChunk: place }, note))) return;
      // Half of the time is everybody else's.
      await deps.wait(Math.min(Math.max(0, deps.now() - began), longestWait));
    }
    if (stopping) return store.releaseJob(deps.database, job.id, lease);
    await store.endJob(deps.database, job.id, { lease, at: instant(), applied: 0 });
    deps.log.info("import.done", { importId: job.id });
  }

  return {
    async work() {
      while (!stopping) {
        const lease = Buffer.from(deps.bytes(12)).toString("base64url");
        const claim = { now: instant(), lease, leaseUntil: instant(leaseMilliseconds) };
        const job = await store.claimJob(deps.database, claim);
        if (job === undefined) return;
        try {
          await apply(job, lease);
        } catch (error) {
          if (passes(error)) throw error;
          const stopped = { code: "internal", firstLine: 0, lastLine: 0 };
          await store.endJob(deps.database, job.id, { lease, at: instant(), stopped, applied: 0 });
          throw error;
        }
      }
    },
    sweep: () =>
      sweepImports(deps.database, {
        orphans: instant(-orphanMilliseconds),
        ended: instant(-keptMilliseconds),
      }),
    stop() {
      stopping = true;
    },
  };
}

/** The first refusal of a chunk, with the lines the chunk came from and, where it can be told, the very line. */
function refusalIn(chunk: Chunk, results: readonly MutationResult[]): ImportJob["stopped"] {
  const index = results.findIndex((one) => one.outcome === "rejected");
  const refused = results[index];
  if (refused === undefined) return undefined;
  const { lines } = chunk.mutations[index]!;
  const all = chunk.mutations.flatMap((one) => one.lines);
  const place = /^readings\.(\d+)\./.exec(refused.field ?? "")?.[1];
  const line = place === undefined ? (lines.length === 1 ? lines[0] : undefined) : lines[Number(place)];
  return {
    code: refused.code ?? "internal",
    ...{ firstLine: Math.min(...all), lastLine: Math.max(...all) },
    ...(line === undefined ? {} : { line }),
  };
}
