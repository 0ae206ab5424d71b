import { useState } from "react";
import { Redirect } from "wouter";
import { useDrafted } from "../../store/drafted.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Form } from "../../ui/Form.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { useTask } from "../../ui/task.ts";
import { CheckInCard } from "./CheckInCard.tsx";
import { type CardData, useCardData } from "./card-data.ts";
import { type Entry, type EntryField, faultsOf, freshEntry, recordOf } from "./entry.ts";
import styles from "./Stack.module.css";
import type { Passed } from "./Stack.tsx";
import { SavesWhere, StackHead } from "./StackHead.tsx";
import { standsInWords } from "./stands-in.ts";
import { whyAsked } from "./why.ts";

interface Props {
  keyResultId: string;
  on: string;
  at: number;
  of: number;
  late: boolean;
  onPass: (passed: Passed) => void;
}

export function StackCard(props: Props) {
  const data = useCardData(props.keyResultId, props.on);
  if (data === undefined) return null;
  if (data === null) return <Redirect to={`/key-results/${props.keyResultId}`} replace />;
  return <Dealt {...props} data={data} />;
}

/** The card with its entry, which survives leaving, and its three ways on: no change, save, skip. */
function Dealt({ data, keyResultId, on, at, of, late, onPass }: Props & { data: CardData }) {
  const last = data.said.at(-1);
  const [id] = useState(newId);
  const draft = useDrafted<Entry>(`check-in/${keyResultId}`, freshEntry(id, last));
  const [faults, setFaults] = useState<Partial<Record<EntryField, string>>>({});
  const { busy, refused, run } = useTask();
  // Judged once: who loses a key result while typing keeps the card, and the rule says why it is not taken.
  const [mayCheckIn] = useState(data.mayCheckIn);
  if (!mayCheckIn) return <Redirect to={`/key-results/${keyResultId}`} replace />;
  if (draft === undefined) return null;
  // A draft whose check-in was saved just before the page went away is done with.
  const over = data.checkIns.some((one) => one.id === draft.typed.id);
  const entry = over ? freshEntry(id, last) : draft.value;
  const touched = !over && Object.keys(draft.typed).some((key) => key !== "id");
  const change = (patch: Partial<Entry>) => {
    setFaults({});
    draft.set({ id: entry.id, ...patch });
  };

  async function save(said: Entry) {
    const wrong = faultsOf(said, data.keyResult);
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    await run(async () => {
      const outcome = await mutate("check-in.record", recordOf(said, data.keyResult));
      if (!outcome.saved) return outcome;
      onPass({ keyResultId, saved: { checkInId: said.id, mutationId: outcome.mutationId } });
      await draft!.drop();
      return outcome;
    });
  }

  return (
    <div className={styles.stack}>
      <StackHead at={at} of={of} onSkip={() => onPass({ keyResultId })} />
      <Form label="Check-in" onSubmit={() => void save(entry)}>
        <div className={styles.card}>
          <CheckInCard
            data={data}
            on={on}
            entry={entry}
            faults={faults}
            why={whyAsked(data, on, entry)}
            standsIn={standsInWords(data)}
            restored={draft.restored && touched}
            late={late}
            readOut={at > 0}
            onChange={change}
            onStartOver={() => void draft.drop()}
          />
        </div>
        <div className={styles.foot}>
          <RefusalNote refused={refused} />
          <SavesWhere />
          <div className={styles.buttons}>
            {last === undefined || touched ? null : (
              <Button big busy={busy} onClick={() => void save(freshEntry(entry.id, last))}>
                No change
              </Button>
            )}
            <Button kind="owed" big busy={busy} type="submit">
              {at < of - 1 ? "Save, next" : "Save"}
            </Button>
          </div>
        </div>
      </Form>
    </div>
  );
}
