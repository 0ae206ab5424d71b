import { allocatedTo } from "../../../../shared/okrs/allocation.ts";
import { squadSandbag } from "../../../../shared/okrs/sandbag.ts";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Findings } from "../../../ui/Findings.tsx";
import { Section } from "../../../ui/Section.tsx";
import { byOrder } from "./by-order.ts";
import { PlannedObjective } from "./PlannedObjective.tsx";
import styles from "./Planning.module.css";
import { recordOf } from "./planning-view.ts";
import type { StepProps } from "./step-props.ts";

/** Squad by squad: the inputs it took on, the objectives it has, and a draft made from the answer. */
export function ObjectivesStep(props: StepProps) {
  const { rows, may, lint } = props;
  const squads = rows.squads
    .filter((one) => one.state === "active")
    .sort((a, b) => a.name.localeCompare(b.name));
  const nameOf = (id: string) => rows.metrics.find((one) => one.id === id)?.name;
  if (squads.length === 0)
    return (
      <EmptyState title="No squads yet" body="The company's objectives take the key results themselves." />
    );
  return squads.map((squad) => {
    const inputs = allocatedTo(rows.cycle, squad.id).flatMap((id) => nameOf(id) ?? []);
    const own = byOrder(rows.objectives).filter((one) => one.squadId === squad.id && one.state !== "dropped");
    const ofSquad = lint.filter((one) => one.kind === "squad" && one.id === squad.id);
    return (
      <Section key={squad.id} title={squad.name} end={inputs.join(", ") || "no input taken on"}>
        {own.map((one) => (
          <PlannedObjective key={one.id} {...props} objective={one} step="objectives" />
        ))}
        <Findings findings={[...ofSquad, ...squadSandbag(recordOf(squad.id, rows))]} />
        {may.write.has(squad.id) ? (
          <Button href={`/cycle/objectives/new?cycle=${rows.cycle.id}&squad=${squad.id}&plan=objectives`}>
            {own.length === 0 && inputs.length > 0
              ? `Draft one for ${squad.name}`
              : `New objective of ${squad.name}`}
          </Button>
        ) : own.length === 0 ? (
          <p className={styles.soft}>Its PM writes its objectives.</p>
        ) : null}
      </Section>
    );
  });
}
