import { Link } from "wouter";
import { starTests } from "../../../../shared/metrics/candidate-tests.ts";
import type { Revalidation } from "../../../../shared/metrics/revalidation.ts";
import { lowered } from "../../../../shared/words/first-letter.ts";
import { useAttachments } from "../../../store/attachments.ts";
import { useMay } from "../../../store/may.ts";
import { Button } from "../../../ui/Button.tsx";
import { formatDay } from "../../../ui/day.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Page } from "../../../ui/Page.tsx";
import { useWide } from "../../../ui/wide.ts";
import styles from "../Rhythm.module.css";
import { AnswerStep } from "./AnswerStep.tsx";
import { EvidenceStep } from "./EvidenceStep.tsx";
import { OutcomesStep } from "./OutcomesStep.tsx";
import { PastRevalidations } from "./PastRevalidations.tsx";
import { TestStep } from "./TestStep.tsx";
import { addressOf, firstOpen, isDone, stepTitle, type YearlyStep, yearlySteps } from "./yearly-steps.ts";
import type { YearlyView } from "./yearly-view.ts";
import { triggerWords } from "./yearly-words.ts";

export interface StepProps {
  view: YearlyView;
  now: Revalidation;
  today: string;
  /** Whether the member who looks may answer. */
  mayWrite: boolean;
  /** Where a saved step leads. */
  next: string;
}

/** The re-validation while it is under way, one step at a time; on a wide screen all of them stand beside it. */
export function RevalidationWalk({
  view,
  now,
  asked,
  today,
  ...page
}: {
  view: YearlyView;
  now: Revalidation;
  asked: string | null;
  today: string;
  title: string;
  detail: string;
  back: { href: string; label: string };
}) {
  const wide = useWide();
  const [mayWrite] = useMay([["north-star.attest", { northStarId: view.star.id }]]);
  const files = useAttachments(view.star.id) ?? [];
  const hasFiles = files.some(({ file }) => file.openedAt === now.openedAt);
  const step = yearlySteps.find((one) => one === asked) ?? firstOpen(now);
  const at = yearlySteps.indexOf(step);
  const [before, after] = [yearlySteps[at - 1], yearlySteps[at + 1]];
  const test = starTests.find((one) => one === step);
  const props: StepProps = {
    ...{ view, now, today },
    mayWrite: mayWrite === true,
    next: addressOf(after ?? "answer"),
  };
  const steps = (
    <ul className={styles.ways}>
      {yearlySteps.map((one) => (
        <li key={one}>
          <Link href={addressOf(one)} className={styles.way} aria-current={one === step ? "step" : undefined}>
            <span className={styles.mark} aria-hidden="true">
              {isDone(one, now, hasFiles) ? <Icon name="check" /> : null}
            </span>
            <span className={styles.wayWords}>{stepTitle(one)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <Page {...page} wide>
      <p className={styles.soft}>
        Opened on {formatDay(now.openedAt.slice(0, 10), undefined, today)}:{" "}
        {lowered(triggerWords[now.trigger].label)}.
      </p>
      <div className={styles.session}>
        <nav aria-label="Steps">
          {wide ? (
            steps
          ) : (
            <details className={styles.all} key={step}>
              <summary>
                {at + 1} of {yearlySteps.length}: {stepTitle(step)}
              </summary>
              {steps}
            </details>
          )}
        </nav>
        <div className={styles.work}>
          {test ? <TestStep key={test} test={test} {...props} /> : null}
          {step === "outcomes" ? <OutcomesStep {...props} /> : null}
          {step === "evidence" ? <EvidenceStep {...props} /> : null}
          {step === "answer" ? <AnswerStep {...props} /> : null}
          <Ways before={before} after={after} />
          {step === "answer" ? <PastRevalidations past={view.past} rows={view.rows} today={today} /> : null}
        </div>
      </div>
    </Page>
  );
}

function Ways({ before, after }: { before: YearlyStep | undefined; after: YearlyStep | undefined }) {
  return (
    <div className={styles.doors}>
      {before === undefined ? <span /> : <Button href={addressOf(before)}>Back</Button>}
      {after === undefined ? null : <Button href={addressOf(after)}>Next: {stepTitle(after)}</Button>}
    </div>
  );
}
