import { allocatedTo, untaken } from "../../../../shared/okrs/allocation.ts";
import { inputsOf } from "../../../../shared/okrs/planning.ts";
import { Banner } from "../../../ui/Banner.tsx";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { weakest } from "./planning-view.ts";
import { SquadInputs } from "./SquadInputs.tsx";
import type { StepProps } from "./step-props.ts";

/** Each squad's answer to which inputs it can move, and the inputs nobody has taken on. */
export function SquadsStep({ rows, may, now }: StepProps) {
  const squads = rows.squads
    .filter((one) => one.state === "active")
    .sort((a, b) => a.name.localeCompare(b.name));
  if (squads.length === 0)
    return (
      <EmptyState
        title="No squads yet"
        body="Without squads the company plans for itself: go on to its objectives."
        action={<Button href="/me/squads">Form a squad</Button>}
      />
    );
  const { moved, unmoved } = weakest(rows, now);
  const inputs = [...moved, ...unmoved].map((one) => one.metric);
  const left = untaken(rows.cycle, inputsOf(rows), squads);
  return (
    <>
      {left.length === 0 ? null : (
        <Banner
          tone="warn"
          icon="flag"
          title={left.length === 1 ? "One input is nobody's" : `${left.length} inputs are nobody's`}
          body={left.map((one) => one.name).join(", ")}
        />
      )}
      {squads.map((squad) => (
        <SquadInputs
          key={squad.id}
          squad={squad}
          rows={rows}
          inputs={inputs}
          chosen={allocatedTo(rows.cycle, squad.id)}
          may={may.allocate.has(squad.id)}
        />
      ))}
    </>
  );
}
