import { objectiveProgress } from "../../../../shared/okrs/objective-progress.ts";
import { scoreNotes } from "../../../../shared/okrs/progress-words.ts";
import { byTitle, type ReviewRows } from "../../../../shared/reviews/rows.ts";
import { Bar } from "../../../ui/Bar.tsx";
import { Card } from "../../../ui/Card.tsx";
import { ListRow } from "../../../ui/ListRow.tsx";
import { Section } from "../../../ui/Section.tsx";
import { formatNumber } from "../../../ui/value.ts";
import { gradeUnit } from "./quarter-words.ts";

/** How far each running objective is by what was said of its key results. */
export function ScoreSoFar({ rows }: { rows: ReviewRows }) {
  const running = new Set(rows.cycles.filter((one) => one.state === "running").map((one) => one.id));
  const scored = rows.objectives
    .filter((one) => one.state === "committed" && running.has(one.cycleId))
    .sort(byTitle)
    .flatMap((objective) => {
      const own = rows.keyResults.filter((one) => one.objectiveId === objective.id);
      const made = objectiveProgress(
        own,
        own.flatMap((one) => rows.checkInsOn(one.id)),
      );
      return own.length === 0 ? [] : [{ objective, made }];
    });
  if (scored.length === 0) return null;
  return (
    <Section title="Score so far" end="0.0 to 1.0">
      <Card flush>
        <ul>
          {scored.map(({ objective, made }) => (
            <li key={objective.id}>
              <ListRow
                href={`/cycle/objectives/${objective.id}`}
                title={<span dir="auto">{objective.title}</span>}
                detail={
                  <>
                    <Bar progress={made.score ?? 0} />
                    {made.score === null ? "" : scoreNotes(made).join("; ")}
                  </>
                }
                end={made.score === null ? "no value" : formatNumber(made.score, gradeUnit)}
              />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
