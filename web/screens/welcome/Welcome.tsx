import { useState } from "react";
import { Redirect, useLocation, useSearchParams } from "wouter";
import { useLive, useToday } from "../../store/live.ts";
import { newId } from "../../store/mutate.ts";
import { useSession } from "../../store/session.ts";
import { CycleStep } from "./CycleStep.tsx";
import { emptyDraft } from "./draft.ts";
import { held, knownFrom, resumed } from "./from-rows.ts";
import { InputsStep } from "./InputsStep.tsx";
import { PeopleStep } from "./PeopleStep.tsx";
import { proposedCycle } from "./quarter.ts";
import { StarStep } from "./StarStep.tsx";
import type { StepProps } from "./step-props.ts";
import { addressOf, steps, stepToShow } from "./steps.ts";
import { useKeptDraft } from "./use-kept-draft.ts";
import { WorkspaceStep } from "./WorkspaceStep.tsx";

const screens = {
  workspace: WorkspaceStep,
  star: StarStep,
  inputs: InputsStep,
  cycle: CycleStep,
  people: PeopleStep,
};

/** Setting a workspace up for the first time. What is typed is kept on this phone; each step saves like any change. */
export function Welcome() {
  const session = useSession();
  if (session.state === "loading") return null;
  if (session.state === "signed-out") return <Redirect to="/sign-in" replace />;
  const mine = session.workspaces.find((one) => one.id === session.workspaceId);
  if (mine !== undefined && mine.role !== "admin") return <Redirect to="/" replace />;
  return <Steps memberId={session.memberId} />;
}

function Steps({ memberId }: { memberId: string }) {
  const today = useToday();
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const [blank] = useState(() => emptyDraft(newId, proposedCycle(today)));
  const rows = useLive(held, []);
  const kept = useKeptDraft(rows && resumed(blank, rows));
  if (rows === undefined || kept === undefined) return null;
  const [draft, keep] = kept;
  const known = knownFrom(rows, draft.cycle.id);
  const step = stepToShow(search.get("step"), draft, known);
  const Screen = screens[step];
  const props: StepProps = {
    draft,
    rows,
    change: (changes) => keep({ ...draft, ...changes }),
    setting: { memberId, on: today, known },
    onDone: () => navigate(addressOf(steps[steps.indexOf(step) + 1] ?? "people")),
  };
  return <Screen key={step} {...props} />;
}
