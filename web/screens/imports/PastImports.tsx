import { importJobs } from "../../store/imports.ts";
import { useNow } from "../../store/live.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Card } from "../../ui/Card.tsx";
import { formatAgo } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import { Section } from "../../ui/Section.tsx";
import { kindWords, spaced, stateWords } from "./words.ts";

/** What was imported before, by anybody here. */
export function PastImports() {
  const [jobs, again] = useAnswer(importJobs);
  const now = useNow();
  if (jobs.state === "waiting" || (jobs.state === "here" && jobs.value.length === 0)) return null;
  return (
    <Section title="Imports so far">
      {jobs.state === "refused" ? (
        <NeedsServer code={jobs.code} what="The list of imports" onAgain={again} />
      ) : (
        <Card flush>
          {jobs.value.map((job) => (
            <ListRow
              key={job.id}
              href={`/me/imports/${job.id}`}
              title={job.fileName ?? kindWords[job.kind].label}
              detail={`${spaced(job.applied)} of ${spaced(job.rows)} ${kindWords[job.kind].many}, ${formatAgo(job.at, now)}`}
              end={stateWords[job.state]}
            />
          ))}
        </Card>
      )}
    </Section>
  );
}
