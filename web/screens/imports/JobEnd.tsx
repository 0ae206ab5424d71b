import type { ImportJob } from "../../../shared/imports/report.ts";
import type { Told } from "../../store/imports.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { refusalWords } from "../../ui/refusal.ts";
import styles from "./Imports.module.css";
import { countWords, kindWords, spaced } from "./words.ts";

/** How an import ended, and what stands now. */
export function JobEnd({ told }: { told: Told }) {
  const { import: job, report } = told;
  const words = kindWords[job.kind];
  // A program may have named it by its key, which is no address.
  const metric = job.kind === "readings" ? /^[0-9a-f-]{36}$/.exec(report.fixed.metric ?? "")?.[0] : undefined;
  const href = metric === undefined ? words.href : `/metrics/${metric}`;
  return (
    <div className={styles.report} role="status">
      {job.state === "done" ? (
        <Banner
          tone="quiet"
          icon="check"
          title={`${spaced(job.applied)} ${job.applied === 1 ? words.one : words.many} imported`}
          body={`${countWords(job.counts)}. They reach everybody's phone with the next sync.`}
        />
      ) : (
        <Banner
          tone={job.state === "stopped" ? "bad" : "quiet"}
          icon="warning"
          title={job.state === "stopped" ? stoppedWords(job) : "The import was cancelled"}
          body={standsWords(job)}
        />
      )}
      <Button
        kind={job.state === "stopped" ? "plain" : "owed"}
        big
        href={job.applied > 0 ? href : "/me/imports"}
      >
        {job.applied > 0 ? `See the ${words.many}` : "Back to imports"}
      </Button>
      {job.state === "stopped" ? (
        <Button kind="owed" big href={`/me/imports?kind=${job.kind}`}>
          Check the file again
        </Button>
      ) : null}
    </div>
  );
}

function stoppedWords({ stopped }: ImportJob): string {
  if (stopped === undefined || stopped.firstLine === 0) return "The import stopped";
  if (stopped.line !== undefined) return `The import stopped at line ${spaced(stopped.line)}`;
  return `The import stopped between lines ${spaced(stopped.firstLine)} and ${spaced(stopped.lastLine)}`;
}

function standsWords({ stopped, applied, rows, kind }: ImportJob): string {
  const why = stopped === undefined ? "" : `${refusalWords(stopped.code, "request").happened} `;
  const stands =
    applied === 0
      ? "Nothing of it was applied."
      : `${spaced(applied)} of ${spaced(rows)} ${kindWords[kind].many} were applied and stand; the same file may be checked and imported again, nothing is doubled.`;
  return `${why}${stands}`;
}
