import { Link } from "wouter";
import { Card } from "../../ui/Card.tsx";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { addressOf, type Standing, type Step, standings, titles } from "./steps.ts";
import styles from "./Workshop.module.css";
import type { WorkshopRows } from "./workshop-rows.ts";

/** The steps with what stands in each; where one is, is marked. */
export function StepList({ rows, current }: { rows: WorkshopRows; current?: Step }) {
  return (
    <Card flush>
      <ol>
        {standings(rows).map(({ step, state, words }, index) => (
          <li key={step} className={styles.step}>
            <Link
              href={addressOf(step)}
              className={styles.stepLink}
              aria-current={step === current ? "step" : undefined}
            >
              <Mark state={state} number={index + 1} />
              <span className={styles.stepWords}>
                <span className={styles.stepTitle}>{titles[step]}</span>
                <span className={styles.soft}>{words}</span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Mark({ state, number }: { state: Standing["state"]; number: number }) {
  return (
    <span className={classes(styles.mark, state !== "open" && styles[state])} aria-hidden="true">
      {state === "done" ? <Icon name="check" /> : number}
    </span>
  );
}
