import { useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { useDrafted } from "../../store/drafted.ts";
import { useLive } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { CandidateFields } from "./CandidateFields.tsx";
import { begunFrom, mistakesIn, proposeArgs } from "./candidate-form.ts";
import { StepFrame } from "./StepFrame.tsx";
import { addressOf, addressOfCandidate } from "./steps.ts";
import { type WorkshopRows, workshopRows } from "./workshop-rows.ts";

const back = { href: addressOf("candidates"), label: "the candidates" };

/** A new candidate: blank, or begun from an entry of the example library. */
export function CandidateNew() {
  const [search] = useSearchParams();
  const rows = useLive(workshopRows, []);
  const [mayPropose] = useMay([["candidate.propose", {}]]);
  if (rows === undefined || mayPropose === undefined) return null;
  const from = search.get("from");
  return (
    <StepFrame
      step="candidates"
      rows={rows}
      title="A new candidate"
      detail={from === null ? "For the shortlist" : "Begun from an example: make the words your own"}
      back={back}
    >
      {mayPropose ? (
        <NewForm key={from ?? ""} from={from} rows={rows} />
      ) : (
        <p>An admin or a director puts candidates on the shortlist.</p>
      )}
    </StepFrame>
  );
}

function NewForm({ from, rows }: { from: string | null; rows: WorkshopRows }) {
  const [, navigate] = useLocation();
  const [id] = useState(newId);
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useDrafted(`candidate.propose ${from ?? ""}`, begunFrom(from, rows.workshop.businessModel));
  if (draft === undefined) return null;
  const mistakes = mistakesIn(draft.value);

  async function save() {
    setTried(true);
    if (draft === undefined || Object.keys(mistakes).length > 0) return;
    if (!(await task.run(() => mutate("candidate.propose", proposeArgs(draft.value, id))))) return;
    await draft.drop();
    showToast({ text: "On the shortlist" });
    navigate(addressOfCandidate(id), { replace: true });
  }

  return (
    <Form label="A new candidate" onSubmit={save}>
      <DraftNote draft={draft} />
      <CandidateFields
        form={draft.value}
        set={draft.set}
        metrics={rows.metrics}
        errors={fieldErrors(tried ? mistakes : {}, task.refused)}
      />
      <FormEnd task={task}>Put it on the shortlist</FormEnd>
    </Form>
  );
}
