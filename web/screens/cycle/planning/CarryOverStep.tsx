import { formatNumber } from "../../../../shared/metrics/value.ts";
import type { Unfinished } from "../../../../shared/okrs/carry-over.ts";
import { useDrafted } from "../../../store/drafted.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { RefusalNote } from "../../../ui/RefusalNote.tsx";
import { Switch } from "../../../ui/Switch.tsx";
import { showToast } from "../../../ui/Toast.tsx";
import { useTask } from "../../../ui/task.ts";
import { scoreWord } from "../score.ts";
import { numbersLine } from "../words.ts";
import { carryOn, takeBack } from "./carry-on.ts";
import styles from "./Planning.module.css";
import { carryable } from "./planning-view.ts";
import type { StepProps } from "./step-props.ts";

/** What the last cycle did not reach, with its score; what is chosen becomes a draft that starts where it stands now. */
export function CarryOverStep(props: StepProps) {
  const { rows, may } = props;
  const task = useTask();
  const draft = useDrafted<{ chosen: string[] }>(`cycle.carry-over ${rows.cycle.id}`, { chosen: [] });
  if (draft === undefined) return null;
  const offered = carryable(rows);
  if (offered.length === 0)
    return (
      <EmptyState
        title="Nothing is left over"
        body={
          rows.past === undefined
            ? "No cycle ran before this one."
            : `Everything of ${rows.past.cycle.name} was reached, or dropped.`
        }
      />
    );
  const open = new Set(
    offered.flatMap((one) => one.keyResults.filter(({ planned }) => !planned).map(({ row }) => row.id)),
  );
  const chosen = draft.value.chosen.filter((id) => open.has(id));
  const toggle = (id: string, on: boolean) =>
    draft.set({ chosen: on ? [...chosen, id] : chosen.filter((one) => one !== id) });

  async function carry() {
    let made: Awaited<ReturnType<typeof carryOn>> | undefined;
    const done = await task.run(async () => {
      made = await carryOn(props, chosen);
      return made.outcome;
    });
    if (made === undefined || !done) return;
    const { drafts } = made;
    await draft?.drop();
    const undo = { label: "Undo", onTap: () => void task.run(() => takeBack(drafts)) };
    showToast({ text: `${drafts.keyResults.length} carried over as drafts`, action: undo });
  }

  return (
    <>
      {offered.map(({ row, keyResults }) => (
        <Card key={row.id} label={row.title}>
          <h2 className={styles.name}>{row.title}</h2>
          <p className={styles.soft}>
            {rows.squads.find((one) => one.id === row.squadId)?.name ?? "Company"}
          </p>
          {keyResults.map((one) =>
            one.planned || !may.write.has(row.squadId ?? "") ? (
              <div key={one.row.id}>
                <p>{one.row.title}</p>
                <p className={styles.soft}>{one.planned ? "in the plan already" : became(one)}</p>
              </div>
            ) : (
              <Switch
                key={one.row.id}
                label={one.row.title}
                detail={became(one)}
                checked={chosen.includes(one.row.id)}
                onChange={(on) => toggle(one.row.id, on)}
              />
            ),
          )}
          {may.write.has(row.squadId ?? "") ? null : (
            <p className={styles.soft}>Whoever writes these objectives carries them over.</p>
          )}
        </Card>
      ))}
      <RefusalNote refused={task.refused} />
      {may.write.size === 0 ? null : (
        <Button busy={task.busy} disabled={chosen.length === 0} onClick={carry}>
          {chosen.length === 0 ? "Choose what goes on" : `Carry over ${chosen.length}`}
        </Button>
      )}
    </>
  );
}

/** "scored 0.61 · stands at 21.0% · 18% to 26%" */
function became({ row, score, last }: Unfinished): string {
  const scored = score === null ? "no value was ever said" : `scored ${scoreWord(score)}`;
  const ended = last === undefined ? undefined : `stands at ${formatNumber(last, row.unit)}`;
  return [scored, ended, numbersLine(row)].filter(Boolean).join(" · ");
}
