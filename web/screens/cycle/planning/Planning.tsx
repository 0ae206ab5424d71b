import { useSearch } from "wouter";
import { gate } from "../../../../shared/okrs/gate.ts";
import { planLint } from "../../../../shared/okrs/plan-lint.ts";
import type { PlanningStep } from "../../../../shared/okrs/planning.ts";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { saveDraft } from "../../../store/draft.ts";
import { useDrafted } from "../../../store/drafted.ts";
import { useLive, useNow, useToday } from "../../../store/live.ts";
import { useMay } from "../../../store/may.ts";
import { useMemberId } from "../../../store/me.ts";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Page } from "../../../ui/Page.tsx";
import { CarryOverStep } from "./CarryOverStep.tsx";
import { CompanyStep } from "./CompanyStep.tsx";
import { GateStep } from "./GateStep.tsx";
import { InputsStep } from "./InputsStep.tsx";
import { KeyResultsStep } from "./KeyResultsStep.tsx";
import { LoadStep } from "./LoadStep.tsx";
import { ObjectivesStep } from "./ObjectivesStep.tsx";
import styles from "./Planning.module.css";
import { planningRows } from "./planning-rows.ts";
import { stepsOf } from "./planning-view.ts";
import { stepWords } from "./planning-words.ts";
import { SessionFrame } from "./SessionFrame.tsx";
import { SquadsStep } from "./SquadsStep.tsx";
import { StarStep } from "./StarStep.tsx";
import { sessionMay } from "./session-may.ts";
import { neighbours, sessionKey, stepAddress, stepFrom } from "./step-address.ts";
import type { StepProps } from "./step-props.ts";

const steps: Record<PlanningStep, (props: StepProps) => React.ReactNode> = {
  star: StarStep,
  inputs: InputsStep,
  squads: SquadsStep,
  "carry-over": CarryOverStep,
  company: CompanyStep,
  objectives: ObjectivesStep,
  "key-results": KeyResultsStep,
  load: LoadStep,
  gate: GateStep,
};

/** The planning session of a cycle: from the North Star down to the commit, one step at a time, where it was left. */
export function Planning() {
  const asked = new URLSearchParams(useSearch());
  const askedCycle = asked.get("cycle") ?? undefined;
  const memberId = useMemberId();
  const [now, today] = [useNow(), useToday()];
  const loaded = useLive(
    async (read) => {
      const rows = await planningRows(read, askedCycle);
      return { rows, may: rows && (await sessionMay(read, memberId, rows)) };
    },
    [askedCycle, memberId],
  );
  const cycleId = loaded?.rows?.cycle.id ?? "";
  const kept = useDrafted<{ step: PlanningStep }>(sessionKey(cycleId), { step: "star" });
  if (loaded === undefined || kept === undefined) return null;
  const { rows, may } = loaded;
  if (rows === undefined || may === undefined || rows.cycle.state !== "planning")
    return <NothingToPlan cycle={rows?.cycle} />;
  const step = stepFrom(asked.get("step")) ?? kept.value.step;
  const { before, after } = neighbours(step);
  const Step = steps[step];
  const { title, asks } = stepWords[step];
  const remember = (next: PlanningStep) => void saveDraft(sessionKey(cycleId), { step: next });
  return (
    <SessionFrame
      key={step}
      cycleId={cycleId}
      step={step}
      states={stepsOf(rows)}
      title={title}
      detail={rows.cycle.name}
      back={{ href: `/cycle?cycle=${cycleId}`, label: "the cycle" }}
    >
      <p className={styles.asks}>{asks}</p>
      <Step
        rows={rows}
        may={may}
        memberId={memberId}
        findings={gate(rows.cycle.id, rows)}
        lint={planLint({ ...rows, cycleId })}
        now={now}
        today={today}
      />
      <div className={styles.ways}>
        {before ? (
          <Button href={stepAddress(cycleId, before)} onClick={() => remember(before)}>
            Back
          </Button>
        ) : null}
        {after ? (
          <Button kind="owed" big href={stepAddress(cycleId, after)} onClick={() => remember(after)}>
            Next: {stepWords[after].label}
          </Button>
        ) : null}
      </div>
    </SessionFrame>
  );
}

/** Where there is no session: nothing is planned, or the plan has been committed meanwhile. */
function NothingToPlan({ cycle }: { cycle: RowOf<"cycle"> | undefined }) {
  const [mayOpen] = useMay([["cycle.open", {}]]);
  const back = { href: cycle ? `/cycle?cycle=${cycle.id}` : "/cycle", label: "the cycle" };
  return (
    <Page title="Planning session" back={back}>
      {cycle ? (
        <EmptyState
          title={`${cycle.name} is past its planning`}
          body={
            cycle.state === "running"
              ? "It was committed. What is new joins it objective by objective."
              : "What is worth going on with can be carried into the next cycle."
          }
          action={<Button href={back.href}>See {cycle.name}</Button>}
        />
      ) : (
        <EmptyState
          title="No cycle is being planned"
          body="A session leads from the North Star to the commit of the next cycle. It begins when one is opened."
          action={
            mayOpen ? (
              <Button kind="owed" href="/cycle/new">
                Open the next cycle
              </Button>
            ) : (
              "An admin opens it."
            )
          }
        />
      )}
    </Page>
  );
}
