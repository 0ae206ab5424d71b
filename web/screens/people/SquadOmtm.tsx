import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useLive } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Field } from "../../ui/Field.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Select } from "../../ui/Select.tsx";
import { useTask } from "../../ui/task.ts";

/** The squad's one metric that matters this cycle; an admin or its PM names it. */
export function SquadOmtm({ squad }: { squad: RowOf<"squad"> }) {
  const squadId = squad.id;
  const [mayName] = useMay([["squad.set-omtm", { squadId }]]);
  const task = useTask();
  const rows = useLive(
    async (read) => ({ cycles: await read.list("cycle"), metrics: await read.list("metric") }),
    [],
  );
  if (rows === undefined || mayName === undefined) return null;
  const open = rows.cycles
    .filter((one) => one.state !== "closed")
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const standing = open.find((one) => one.id === squad.omtm?.cycleId);
  const cycle = standing ?? open.find((one) => one.state === "running") ?? open[0];
  const named = standing && rows.metrics.find((one) => one.id === squad.omtm?.metricId);
  if (!mayName)
    return named ? (
      <p>
        Its one metric of {standing.name}: {named.name}
      </p>
    ) : null;
  if (cycle === undefined) return null;
  const choices = rows.metrics
    .filter((one) => one.state === "active" || one.id === named?.id)
    .map((one) => ({ value: one.id, label: one.name }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const set = (metricId: string) =>
    task.run(() =>
      mutate("squad.set-omtm", { squadId, omtm: metricId === "" ? null : { metricId, cycleId: cycle.id } }),
    );
  return (
    <>
      <Field
        label={`One metric that matters, ${cycle.name}`}
        hint="What the squad looks at first. It may change with every cycle."
      >
        <Select
          options={choices}
          value={named?.id ?? ""}
          placeholder="None named"
          onChange={(metricId) => void set(metricId)}
        />
      </Field>
      <RefusalNote refused={task.refused} where="request" />
    </>
  );
}
