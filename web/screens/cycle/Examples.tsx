import { same } from "../../../shared/okrs/carry-over.ts";
import { objectiveExamples } from "../../../shared/okrs/objective-examples.ts";
import { Chip } from "../../ui/Chip.tsx";
import styles from "./Cycle.module.css";
import type { KeyResultForm } from "./key-result-form.ts";
import type { ObjectiveForm } from "./objective-form.ts";

/** Objectives to begin with, folded away: a tap puts one into the form, to be changed there. */
export function ObjectiveExamples({ onTake }: { onTake: (patch: Partial<ObjectiveForm>) => void }) {
  return (
    <details className={styles.more}>
      <summary>Examples to begin with</summary>
      <div className={styles.suggestions}>
        {objectiveExamples.map(({ title, why }) => (
          <Chip key={title} onClick={() => onTake({ title, why })}>
            {title}
          </Chip>
        ))}
      </div>
    </details>
  );
}

/** Key results to begin with; those of the example the objective was taken from, where it was. */
export function KeyResultExamples({
  objective,
  onTake,
}: {
  objective: string;
  onTake: (patch: Partial<KeyResultForm>) => void;
}) {
  const own = objectiveExamples.filter((one) => same(one.title, objective));
  const offered = (own.length > 0 ? own : objectiveExamples).flatMap((one) => one.keyResults);
  return (
    <details className={styles.more}>
      <summary>Examples to begin with</summary>
      <div className={styles.suggestions}>
        {offered.map((one) => (
          <Chip key={one.title} onClick={() => onTake({ ...one, measures: "" })}>
            {one.title}
          </Chip>
        ))}
      </div>
    </details>
  );
}
