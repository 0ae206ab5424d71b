import { useState } from "react";
import { useLocation, useParams } from "wouter";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useDrafted } from "../../store/drafted.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { CandidateFields } from "./CandidateFields.tsx";
import { CandidateGone } from "./CandidateGone.tsx";
import { formOf, mistakesIn, reviseArgs } from "./candidate-form.ts";
import { StepFrame } from "./StepFrame.tsx";
import { addressOfCandidate } from "./steps.ts";
import { useCandidate } from "./use-candidate.ts";
import type { WorkshopRows } from "./workshop-rows.ts";

/** Other words for a candidate. Its verdicts stay; whether they still hold is for its judges to say. */
export function CandidateEdit() {
  const { id = "" } = useParams();
  const found = useCandidate(id);
  const [mayRevise] = useMay([["candidate.revise", { candidateId: id }]]);
  if (found === undefined || mayRevise === undefined) return null;
  const { rows, candidate } = found;
  if (candidate === undefined || !mayRevise || candidate.state === "rejected")
    return <CandidateGone rows={rows} />;
  return (
    <StepFrame
      step="candidates"
      rows={rows}
      title="Edit the candidate"
      detail={candidate.name}
      back={{ href: addressOfCandidate(id), label: "the candidate" }}
    >
      <EditForm key={id} candidate={candidate} metrics={rows.metrics} />
    </StepFrame>
  );
}

function EditForm({
  candidate,
  metrics,
}: {
  candidate: RowOf<"candidate">;
  metrics: WorkshopRows["metrics"];
}) {
  const { id } = candidate;
  const [, navigate] = useLocation();
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useDrafted(`candidate.revise ${id}`, formOf(candidate));
  if (draft === undefined) return null;
  const mistakes = mistakesIn(draft.value);

  async function save() {
    setTried(true);
    if (draft === undefined || Object.keys(mistakes).length > 0) return;
    if (!(await task.run(() => mutate("candidate.revise", reviseArgs(draft.typed, id))))) return;
    await draft.drop();
    showToast({ text: "Saved" });
    navigate(addressOfCandidate(id));
  }

  return (
    <Form label="Edit the candidate" onSubmit={save}>
      <DraftNote draft={draft} />
      <CandidateFields
        form={draft.value}
        set={draft.set}
        metrics={metrics}
        errors={fieldErrors(tried ? mistakes : {}, task.refused)}
      />
      <FormEnd task={task}>Save</FormEnd>
    </Form>
  );
}
