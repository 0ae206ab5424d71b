import type { ComponentType } from "react";
import { Redirect, Route, Switch } from "wouter";
import { Candidate } from "./Candidate.tsx";
import { CandidateEdit } from "./CandidateEdit.tsx";
import { CandidateNew } from "./CandidateNew.tsx";
import { CandidatesStep } from "./CandidatesStep.tsx";
import { Choose } from "./Choose.tsx";
import { ChooseStep } from "./ChooseStep.tsx";
import { FitStep } from "./FitStep.tsx";
import { Judge } from "./Judge.tsx";
import { ModelStep } from "./ModelStep.tsx";
import { Overview } from "./Overview.tsx";
import { SignStep } from "./SignStep.tsx";
import { home } from "./steps.ts";
import { ValueStep } from "./ValueStep.tsx";
import { WhyStep } from "./WhyStep.tsx";

const places: readonly (readonly [path: string, place: ComponentType])[] = [
  ["", Overview],
  ["/fit", FitStep],
  ["/why", WhyStep],
  ["/value", ValueStep],
  ["/model", ModelStep],
  ["/candidates", CandidatesStep],
  ["/candidates/new", CandidateNew],
  ["/candidates/:id", Candidate],
  ["/candidates/:id/edit", CandidateEdit],
  ["/candidates/:id/judge/:test", Judge],
  ["/choose", ChooseStep],
  ["/choose/:id", Choose],
  ["/sign", SignStep],
];

/** All places of the workshop, which load together: whoever opens one goes on to the next, perhaps without a network. */
export function Workshop() {
  return (
    <Switch>
      {places.map(([path, Place]) => (
        <Route key={path} path={`${home}${path}`}>
          <Place />
        </Route>
      ))}
      <Route>
        <Redirect to={home} replace />
      </Route>
    </Switch>
  );
}
