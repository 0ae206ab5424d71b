import type { GateFinding } from "../../../../shared/okrs/gate.ts";
import { Card } from "../../../ui/Card.tsx";
import { ListRow } from "../../../ui/ListRow.tsx";
import { gateRule } from "../gate-words.ts";
import type { PlanningRows } from "./planning-rows.ts";

/** The gate's findings, each a way to the field it is about; the form leads back here. */
export function GateFindings({ findings, rows }: { findings: readonly GateFinding[]; rows: PlanningRows }) {
  return (
    <Card flush>
      {findings.map((finding) => {
        const keyResult = rows.keyResults.find((one) => one.id === finding.id);
        const objective = rows.objectives.find((one) => one.id === finding.id);
        const { rule, field, todo } = gateRule(finding, keyResult?.direction);
        return (
          <ListRow
            key={`${finding.id} ${finding.code} ${finding.field}`}
            title={`${rule} · ${field}`}
            detail={[keyResult?.title ?? objective?.title, todo].filter(Boolean).join(": ")}
            href={wayTo(finding, rows.cycle.id)}
          />
        );
      })}
    </Card>
  );
}

function wayTo({ kind, id, field }: GateFinding, cycleId: string): string {
  const back = `plan=gate&field=${field}`;
  if (kind === "cycle") return `/cycle/objectives/new?cycle=${cycleId}&${back}`;
  if (field === "keyResults") return `/cycle/key-results/new?objective=${id}&${back}`;
  return kind === "objective" ? `/cycle/objectives/${id}?${back}` : `/cycle/key-results/${id}/edit?${back}`;
}
