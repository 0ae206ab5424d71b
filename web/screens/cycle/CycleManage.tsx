import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Card } from "../../ui/Card.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";

/** What an admin may do with a cycle beside its next step: rename it, move its days, grade it early. */
export function CycleManage({ cycle, today }: { cycle: RowOf<"cycle">; today: string }) {
  const cycleId = cycle.id;
  const [asked, setAsked] = useState(false);
  const [mayRevise, mayGrade] = useMay([
    ["cycle.revise", { cycleId }],
    ["cycle.grade", { cycleId }],
  ]);
  const revises = mayRevise && cycle.state !== "closed";
  const grades = mayGrade && cycle.state === "running" && cycle.endsOn >= today;
  if (!revises && !grades) return null;
  return (
    <Section title="This cycle">
      <Card flush>
        {revises ? <ListRow title="Change its name or days" href={`/cycle/${cycleId}/edit`} /> : null}
        {grades ? (
          <ListRow title="Grade it early" detail="before its last day" onClick={() => setAsked(true)} />
        ) : null}
      </Card>
      <ConfirmSheet
        open={asked}
        title={`Start grading ${cycle.name}?`}
        deed="Start grading"
        onClose={() => setAsked(false)}
        onConfirm={() => mutate("cycle.grade", { cycleId })}
      >
        <p>It has not ended yet. Check-ins are no longer owed, and it cannot go back to running.</p>
      </ConfirmSheet>
    </Section>
  );
}
