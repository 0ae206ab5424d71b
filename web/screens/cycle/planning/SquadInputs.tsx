import { fitFor, mostInputs } from "../../../../shared/okrs/allocation.ts";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { mutate } from "../../../store/mutate.ts";
import { Card } from "../../../ui/Card.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { plural } from "../../../ui/day.ts";
import { RefusalNote } from "../../../ui/RefusalNote.tsx";
import { SideBySide } from "../../../ui/SideBySide.tsx";
import { useTask } from "../../../ui/task.ts";
import styles from "./Planning.module.css";
import type { PlanningRows } from "./planning-rows.ts";
import { fitWords } from "./planning-words.ts";

/** One squad and the inputs it can move, to be tapped; beside them what speaks for an input. */
export function SquadInputs({
  squad,
  rows,
  inputs,
  chosen,
  may,
}: {
  squad: RowOf<"squad">;
  rows: PlanningRows;
  /** The weakest first. */
  inputs: readonly RowOf<"metric">[];
  chosen: readonly string[];
  may: boolean;
}) {
  const task = useTask();
  const past = { objectives: rows.pastObjectives, keyResults: rows.past?.keyResults ?? [] };
  const fits = inputs.flatMap((one) => {
    const fit = fitFor(squad, one, past);
    return fit === undefined ? [] : [`${one.name}: ${fitWords[fit]}`];
  });
  const nameOf = (id: string) => rows.metrics.find((one) => one.id === id)?.name ?? "an input";
  const set = (metricIds: string[]) =>
    task.run(() => mutate("cycle.allocate", { cycleId: rows.cycle.id, squadId: squad.id, metricIds }));
  const toggled = (id: string) =>
    chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
  return (
    <Card label={squad.name}>
      <h2 className={styles.name}>{squad.name}</h2>
      <p className={styles.soft}>{[plural(squad.members.length, "person", "people"), ...fits].join(" · ")}</p>
      {may ? (
        <SideBySide label={`Inputs ${squad.name} can move`}>
          {inputs.map((one) => (
            <Chip
              key={one.id}
              pressed={chosen.includes(one.id)}
              disabled={!chosen.includes(one.id) && chosen.length >= mostInputs}
              onClick={() => void set(toggled(one.id))}
            >
              {one.name}
            </Chip>
          ))}
        </SideBySide>
      ) : (
        <p>
          {chosen.length === 0
            ? "Its PM, a director or an admin says what it can move."
            : chosen.map(nameOf).join(", ")}
        </p>
      )}
      <RefusalNote refused={task.refused} />
    </Card>
  );
}
