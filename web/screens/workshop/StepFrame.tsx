import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { useWide } from "../../ui/wide.ts";
import { StepList } from "./StepList.tsx";
import { addressOf, after, before, home, type Step, steps, titles } from "./steps.ts";
import styles from "./Workshop.module.css";
import type { WorkshopRows } from "./workshop-rows.ts";

/**
 * One place in the workshop: the steps beside it where there is room, the way back, and the way on. `title` and `back`
 * take the step's own place for a page below it, which has no way on but its own.
 */
export function StepFrame({
  step,
  rows,
  title,
  detail,
  back,
  children,
}: {
  step: Step;
  rows: WorkshopRows;
  title?: string;
  detail?: ReactNode;
  back?: { href: string; label: string };
  children: ReactNode;
}) {
  const wide = useWide();
  const number = steps.indexOf(step) + 1;
  return (
    <Page
      title={title ?? titles[step]}
      detail={detail ?? `Step ${number} of ${steps.length}`}
      back={back ?? { href: home, label: "the workshop" }}
      wide
    >
      <div className={styles.columns}>
        {wide ? (
          <nav className={styles.list} aria-label="Steps of the workshop">
            <StepList rows={rows} current={step} />
          </nav>
        ) : null}
        <div className={styles.detail}>
          {children}
          {title === undefined ? <Way step={step} /> : null}
        </div>
      </div>
    </Page>
  );
}

function Way({ step }: { step: Step }) {
  const [earlier, later] = [before(step), after(step)];
  return (
    <div className={styles.way}>
      {earlier ? (
        <Button kind="quiet" href={addressOf(earlier)}>
          Back: {titles[earlier]}
        </Button>
      ) : null}
      {later ? (
        <Button href={addressOf(later)}>Next: {titles[later]}</Button>
      ) : (
        <Button href="/star">To the Star tab</Button>
      )}
    </div>
  );
}
