import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import type { MetricRows } from "./metric-rows.ts";

/** Squads for whom this is the one metric that matters in a cycle, and the tap that makes it so. */
export function MetricOmtm({ rows: { metric, squads, cycles } }: { rows: MetricRows }) {
  const may = useMay(squads.map((one) => ["squad.set-omtm", { squadId: one.id }] as const));
  const cycle = cycles.find((one) => one.state === "running") ?? cycles[0];
  const task = useTask();
  const named = squads.filter(
    (one) => one.omtm?.metricId === metric.id && cycles.some(({ id }) => id === one.omtm?.cycleId),
  );
  const askable = squads.filter((one, index) => may[index] && !named.includes(one));
  const offered = cycle === undefined || metric.state === "retired" ? [] : askable;
  if (named.length + offered.length === 0) return null;
  const cycleName = (squad: RowOf<"squad">) => cycles.find((one) => one.id === squad.omtm?.cycleId)?.name;

  async function set(squad: RowOf<"squad">, omtm: { metricId: string; cycleId: string } | null) {
    const before = squad.omtm ?? null;
    const squadId = squad.id;
    if (!(await task.run(() => mutate("squad.set-omtm", { squadId, omtm })))) return;
    showToast({
      text: omtm === null ? `${squad.name} let go of it` : `It is ${squad.name}’s one metric now`,
      action: {
        label: "Undo",
        onTap: () => void task.run(() => mutate("squad.set-omtm", { squadId, omtm: before })),
      },
    });
  }

  return (
    <Section title="One metric that matters">
      {named.length === 0 ? null : (
        <Card flush>
          {named.map((squad) => (
            <ListRow
              key={squad.id}
              title={squad.name}
              detail={`looks at this first in ${cycleName(squad)}`}
              end={
                may[squads.indexOf(squad)] ? (
                  <Button
                    kind="quiet"
                    onClick={() => void set(squad, null)}
                    aria-label={`Let go of it for ${squad.name}`}
                  >
                    Let go
                  </Button>
                ) : null
              }
            />
          ))}
        </Card>
      )}
      {offered.length === 0 ? null : (
        <Field label={`Name it a squad’s one metric of ${cycle?.name}`}>
          <Select
            options={offered.map((one) => ({ value: one.id, label: one.name }))}
            value=""
            placeholder="Choose a squad"
            onChange={(id) => {
              const squad = offered.find((one) => one.id === id);
              if (squad && cycle) void set(squad, { metricId: metric.id, cycleId: cycle.id });
            }}
          />
        </Field>
      )}
      <RefusalNote refused={task.refused} where="request" />
    </Section>
  );
}
