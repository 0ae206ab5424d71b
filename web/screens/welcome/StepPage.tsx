import type { ReactNode } from "react";
import { Link } from "wouter";
import { useSyncState } from "../../store/sync-state.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Page } from "../../ui/Page.tsx";
import styles from "./StepPage.module.css";
import { addressOf, before, type Step, steps } from "./steps.ts";

/** One step: where it stands among the five, the way back, and whether it is saved to this phone only. */
export function StepPage({
  step,
  title,
  detail,
  children,
}: {
  step: Step;
  title: string;
  detail: ReactNode;
  children: ReactNode;
}) {
  const { phase } = useSyncState();
  const earlier = before(step);
  const number = steps.indexOf(step) + 1;
  return (
    <main className={styles.step}>
      <div className={styles.top}>
        {earlier ? (
          <Link href={addressOf(earlier)} className={styles.back} aria-label="Back to the step before">
            <Icon name="back" />
          </Link>
        ) : null}
        <div className={styles.dashes} aria-hidden="true">
          {steps.map((one, index) => (
            <span key={one} className={index < number ? styles.done : styles.dash} />
          ))}
        </div>
        <span className={styles.count}>
          {number} of {steps.length}
        </span>
        {phase === "offline" ? (
          <span className={styles.offline}>
            <Icon name="offline" />
            offline, saves to this phone
          </span>
        ) : null}
      </div>
      <Page title={title} detail={detail}>
        {children}
      </Page>
    </main>
  );
}
