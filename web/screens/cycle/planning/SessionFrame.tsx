import type { ReactNode } from "react";
import { Link } from "wouter";
import { type PlanningStep, planningSteps, type StepState } from "../../../../shared/okrs/planning.ts";
import { saveDraft } from "../../../store/draft.ts";
import { classes } from "../../../ui/classes.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Page } from "../../../ui/Page.tsx";
import { useWide } from "../../../ui/wide.ts";
import { StarLine } from "../StarLine.tsx";
import { openWords, stepWords } from "./planning-words.ts";
import styles from "./SessionFrame.module.css";
import { neighbours, sessionKey, stepAddress } from "./step-address.ts";

interface Session {
  cycleId: string;
  step: PlanningStep;
  states: readonly StepState[];
}

/** A planning session: its steps at the left where there is room, else how far it is; the work beside or below. */
export function SessionFrame({
  title,
  detail,
  back,
  children,
  ...session
}: Session & {
  title: string;
  detail?: ReactNode;
  back: { href: string; label: string };
  children: ReactNode;
}) {
  const wide = useWide();
  const { number } = neighbours(session.step);
  return (
    <Page title={title} detail={detail} back={back} wide>
      <div className={styles.session}>
        {wide ? (
          <nav aria-label="Steps of the session">
            <Steps {...session} />
          </nav>
        ) : (
          <nav aria-label="Steps of the session" className={styles.progress}>
            <div className={styles.dashes} aria-hidden="true">
              {planningSteps.map((one, index) => (
                <span key={one} className={classes(styles.dash, index < number && styles.done)} />
              ))}
            </div>
            <details className={styles.all}>
              <summary>
                {number} of {planningSteps.length}: {stepWords[session.step].label}
              </summary>
              <Steps {...session} />
            </details>
          </nav>
        )}
        <div className={styles.work}>
          {session.step === "star" ? null : <StarLine />}
          {children}
        </div>
      </div>
    </Page>
  );
}

function Steps({ cycleId, step, states }: Session) {
  return (
    <ol className={styles.steps}>
      {states.map((state, index) => (
        <li key={state.step}>
          <Link
            href={stepAddress(cycleId, state.step)}
            className={styles.step}
            aria-current={state.step === step ? "step" : undefined}
            onClick={() => void saveDraft(sessionKey(cycleId), { step: state.step })}
          >
            <span className={styles.mark} aria-hidden="true">
              {state.open === 0 ? <Icon name="check" /> : index + 1}
            </span>
            <span>
              {stepWords[state.step].label}
              <span className={styles.open}>{openWords(state.step, state.open) ?? "done"}</span>
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
