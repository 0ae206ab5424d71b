import type { ImportKind, Step } from "../../shared/imports/plan.ts";
import type { Problems } from "../../shared/imports/problem.ts";
import type { ImportJob, ImportReport } from "../../shared/imports/report.ts";
import type { Role } from "../../shared/people/member.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { iso } from "../../shared/time/instant.ts";
import { Refused } from "../errors.ts";
import type { Revocations } from "../people/revocations.ts";
import { check } from "./check.ts";
import type { Importer, ImportsDeps } from "./imports-deps.ts";
import { createPause } from "./pause.ts";
import type { FileRead } from "./read-csv.ts";
import * as store from "./store.ts";
import type { Asked } from "./terms.ts";

const listed = 50;
/** Files looked at together: each may hold a hundred megabytes while it is. */
const mostAtOnce = 2;
/** Mutations in a chunk. Readings are packed, 500 in each. */
const perChunk = 100;
const storedTogether = 4;

export type Imported =
  | { outcome: "checked"; report: ImportReport }
  | { outcome: "refused"; report: ImportReport }
  | { outcome: "accepted"; job: ImportJob; report: ImportReport };

/** The verbs of importing, for the door. Applying itself is done by `applyDue`. */
export function createImports(deps: ImportsDeps & { revocations: Revocations }) {
  let busy = 0;

  async function take(
    who: Importer,
    kind: ImportKind,
    asked: Asked,
    read: (problems: Problems) => Promise<FileRead>,
  ): Promise<Imported> {
    const id = asked.id ?? uuidv7(deps.now(), deps.bytes(10));
    if (!asked.dryRun && (await store.isTaken(deps.database, id))) return known(who, id);
    const { report, steps } = await check(deps, who, kind, id, asked, read);
    if (asked.dryRun) return { outcome: "checked", report };
    if (report.problemCount > 0) return { outcome: "refused", report };
    const uploadId = uuidv7(deps.now(), deps.bytes(10));
    const at = iso(deps.now());
    const chunks = chunked(steps, kind.packed === undefined ? perChunk : 1);
    for (let place = 0; place < chunks.length; place += storedTogether) {
      const some = chunks.slice(place, place + storedTogether);
      await store.storeChunks(deps.database, uploadId, place, some, at);
      await deps.wait(0);
    }
    await store.insertJob(deps.database, {
      ...{ ...who, id, kind: kind.name, fileName: asked.fileName, uploadId, report, at },
      ...{ rows: report.counts.new + report.counts.changed + report.counts.unchanged, chunks: chunks.length },
    });
    deps.log.info("import.accepted", { importId: id, kind: kind.name, rows: report.rows });
    return known(who, id);
  }

  async function known({ workspaceId }: Importer, id: string): Promise<Imported> {
    const found = await store.findJob(deps.database, workspaceId, id);
    if (found === undefined) throw new Refused("invalid_request", { field: "id" });
    return { outcome: "accepted", ...found };
  }

  return {
    /**
     * Looks at a file and, unless it is a dry run, accepts it to be applied when nothing is wrong with any of its
     * rows. Refuses `rate_limited` while as many files as memory allows are being looked at.
     */
    async take(...given: Parameters<typeof take>): Promise<Imported> {
      if (busy >= mostAtOnce) throw new Refused("rate_limited", { retryAfter: 5 });
      busy += 1;
      try {
        return await take(...given);
      } finally {
        busy -= 1;
      }
    },
    /** For one file: lets others have their turn in the middle of it. */
    pause: () => createPause(deps),
    list: (workspaceId: string) => store.listJobs(deps.database, workspaceId, listed),
    /** Refuses `not_found`, for another workspace's too. */
    async find(workspaceId: string, id: string) {
      const found = await store.findJob(deps.database, workspaceId, id);
      if (found === undefined) throw new Refused("not_found");
      return found;
    },
    /** Stops an import before its next chunk: whoever started it may, and an admin. One that has ended stays as it is. */
    async cancel({ workspaceId, memberId }: Importer, role: Role, id: string) {
      const { job } = await this.find(workspaceId, id);
      if (job.by !== memberId && role !== "admin") throw new Refused("forbidden");
      const at = iso(deps.now());
      deps.revocations.append(at, "import", [id]);
      await store.cancelJob(deps.database, workspaceId, id, at);
      return this.find(workspaceId, id);
    },
  };
}
export type Imports = ReturnType<typeof createImports>;

function chunked(steps: readonly Step[], size: number): store.Chunk[] {
  const chunks: store.Chunk[] = [];
  for (let from = 0; from < steps.length; from += size)
    chunks.push({
      mutations: steps.slice(from, from + size).map(({ name, args, counts, row, parts }) => ({
        ...{ name, args, counts },
        lines: parts?.map((one) => one.row.line) ?? [row.line],
      })),
    });
  return chunks;
}
