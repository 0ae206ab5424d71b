import { useState } from "react";
import { occurrenceAt } from "../../../shared/check-ins/occurrence.ts";
import { debtNow } from "../../../shared/check-ins/owed.ts";
import type { ReviewSubject } from "../../../shared/reviews/review.ts";
import { localDate } from "../../../shared/time/local-date.ts";
import { useDrafted } from "../../store/drafted.ts";
import { useLive, useNow } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { useMemberId } from "../../store/me.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { formatAgo } from "../../ui/day.ts";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Rhythm.module.css";
import type { ReviewView } from "./review-view.ts";

const dayLong = 86_400_000;

/** A question to the owner of a key result whose check-in is owed now; once a day, whoever asks. */
export function AskOwner({ subject, view }: { subject: ReviewSubject; view: ReviewView }) {
  const { rows, names } = view;
  const me = useMemberId();
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const keyResult =
    subject.kind === "key-result" ? rows.keyResults.find((one) => one.id === subject.id) : undefined;
  const keyResultId = keyResult?.id ?? "";
  const nudges = useLive(
    async (read) => (keyResultId === "" ? [] : await read.list("nudge", keyResultId)),
    [keyResultId],
  );
  const [may] = useMay(keyResultId === "" ? [] : [["nudge.send", { keyResultId }]]);
  const cycle = rows.cycles.find((one) => one.id === keyResult?.cycleId);
  if (keyResult === undefined || cycle?.state !== "running" || nudges === undefined) return null;
  const owner = rows.members.find((one) => one.id === keyResult.ownerId);
  const on = localDate(now, owner?.zone ?? rows.workspace.zone);
  const occurrence = occurrenceAt(rows.workspace.rhythm, on);
  const debt = debtNow(keyResult, cycle, occurrence, on, rows.checkInsOn(keyResult.id));
  const last = nudges.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (last !== undefined && now - Date.parse(last.at) < dayLong)
    return (
      <p className={styles.soft}>
        {last.by === me ? "You" : names.member(last.by)} asked {formatAgo(last.at, now)}
      </p>
    );
  if (may !== true || debt === undefined || owner === undefined || owner.id === me) return null;
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        Ask {owner.name}
      </Button>
      {asking ? (
        <Asking keyResultId={keyResult.id} owner={owner.name} onClose={() => setAsking(false)} />
      ) : null}
    </>
  );
}

function Asking({
  keyResultId,
  owner,
  onClose,
}: {
  keyResultId: string;
  owner: string;
  onClose: () => void;
}) {
  const task = useTask();
  const draft = useDrafted<{ note: string }>(`nudge.send ${keyResultId}`, { note: "" });
  if (draft === undefined) return null;
  const note = draft.value.note.trim();
  async function send() {
    const args = { id: newId(), keyResultId, ...(note === "" ? {} : { note }) };
    if (draft === undefined || !(await task.run(() => mutate("nudge.send", args)))) return;
    onClose();
    await draft.drop();
    showToast({ text: `${owner} is asked for the check-in` });
  }
  return (
    <Sheet open onClose={onClose} title={`Ask ${owner}`}>
      <Form label={`Ask ${owner}`} onSubmit={send}>
        <p>A message asks for the check-in they owe, within their hours. It is sent once a day at most.</p>
        <Field label="Your question" hint="It may stay empty.">
          <TextArea value={draft.value.note} max={500} onChange={(text) => draft.set({ note: text })} />
        </Field>
        <FormEnd task={task}>Ask</FormEnd>
      </Form>
    </Sheet>
  );
}
