import { useState } from "react";
import type { Standing } from "../../../shared/check-ins/history.ts";
import type { Args } from "../../../shared/sync/catalog.ts";
import { useDrafted } from "../../store/drafted.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfidenceSlider } from "../../ui/ConfidenceSlider.tsx";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import type { CardData } from "./card-data.ts";
import { type Entry, type EntryField, faultsOf, noteMax } from "./entry.ts";
import { questionOf } from "./question.ts";
import { MilestoneField, ValueField } from "./ValueField.tsx";

/** Says a check-in anew; what was said before stays visible in the history. */
export function AmendSheet({
  data,
  on,
  checkIn,
  onClose,
}: {
  data: CardData;
  on: string;
  checkIn: Standing;
  onClose: () => void;
}) {
  const { latest, original } = checkIn;
  const [id] = useState(newId);
  const [faults, setFaults] = useState<Partial<Record<EntryField, string>>>({});
  const { busy, refused, run } = useTask();
  const draft = useDrafted<Entry>(`amend/${original.id}`, {
    id,
    value: latest.value,
    confidence: latest.confidence,
    about: latest.about ?? [],
    note: latest.note ?? "",
    blocked: "",
    done: latest.done ?? [],
  });
  if (draft === undefined) return null;
  const entry = draft.value;
  const others = { ...data, checkIns: data.checkIns.filter((one) => (one.amends ?? one.id) !== original.id) };
  const save = async () => {
    const { blocked: _blocked, ...wrong } = faultsOf(entry, data.keyResult);
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    if (!(await run(() => mutate("check-in.amend", amendOf(entry, original.id, data))))) return;
    onClose();
    showToast({ text: "Amended; what it said before stays visible" });
    await draft.drop();
  };
  return (
    <Sheet open onClose={onClose} title="Amend the check-in">
      <DraftNote draft={draft} />
      <Form label="Amend the check-in" onSubmit={() => void save()}>
        {data.keyResult.direction === "milestones" ? (
          <MilestoneField data={others} on={on} done={entry.done} onChange={(done) => draft.set({ done })} />
        ) : (
          <ValueField
            data={data}
            on={on}
            value={entry.value}
            error={faults.value}
            onChange={(value) => draft.set({ value })}
          />
        )}
        <ConfidenceSlider
          label={questionOf(data.keyResult, data.cycle)}
          value={entry.confidence}
          onChange={(confidence) => draft.set({ confidence })}
        />
        <Field label="Note" error={faults.note}>
          <TextArea value={entry.note} max={noteMax} onChange={(note) => draft.set({ note })} />
        </Field>
        <RefusalNote refused={refused} />
        <Button kind="owed" big busy={busy} type="submit">
          Save the amendment
        </Button>
      </Form>
    </Sheet>
  );
}

function amendOf(entry: Entry, checkInId: string, { keyResult }: CardData): Args<"check-in.amend"> {
  const note = entry.note.trim();
  return {
    id: entry.id,
    checkInId,
    confidence: entry.confidence!,
    ...(keyResult.direction === "milestones" ? { done: entry.done } : { value: entry.value }),
    ...(note === "" ? {} : { note }),
    ...(entry.about.length === 0 ? {} : { about: entry.about }),
  };
}
