import { Link } from "wouter";
import { lintKeyResult } from "../../../../shared/okrs/lint.ts";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { Findings } from "../../../ui/Findings.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { GateLines } from "../GateLines.tsx";
import { numbersLine } from "../words.ts";
import styles from "./Planning.module.css";
import type { StepProps } from "./step-props.ts";

/** A key result in a session: its sentence, owner, input and numbers, and what gate and lint say of it. */
export function PlannedKeyResult({
  rows,
  may,
  findings,
  lint,
  keyResult,
}: StepProps & { keyResult: RowOf<"key-result"> }) {
  const missing = findings.filter((one) => one.id === keyResult.id);
  const owner = rows.members.find((one) => one.id === keyResult.ownerId)?.name ?? "nobody";
  const input = rows.metrics.find((one) => one.id === keyResult.moves?.metricId)?.name;
  return (
    <li>
      <p className={styles.strong}>
        {may.edit.has(keyResult.id) ? (
          <Link href={`/cycle/key-results/${keyResult.id}/edit?plan=key-results`} className={styles.edit}>
            {keyResult.title}
            <Icon name="pencil" />
          </Link>
        ) : (
          keyResult.title
        )}
      </p>
      <p className={styles.soft}>{[owner, input, numbersLine(keyResult)].filter(Boolean).join(" · ")}</p>
      <GateLines findings={missing} direction={keyResult.direction} />
      <Findings findings={[...lintKeyResult(keyResult), ...lint.filter((one) => one.id === keyResult.id)]} />
    </li>
  );
}
