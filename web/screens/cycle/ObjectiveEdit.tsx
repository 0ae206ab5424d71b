import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useDrafted } from "../../store/drafted.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { refusalWords } from "../../ui/refusal.ts";
import { SideBySide } from "../../ui/SideBySide.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { ObjectiveFields } from "./ObjectiveFields.tsx";
import type { ObjectiveChoices } from "./objective-choices.ts";
import { mistakesIn, type ObjectiveForm, objectiveForm, reviseArgs } from "./objective-form.ts";

/** The form of an objective that stands: its words, its commit into a running cycle, and dropping it. */
export function ObjectiveEdit({
  objective,
  cycle,
  choices,
  back,
}: {
  objective: RowOf<"objective">;
  cycle: RowOf<"cycle">;
  choices: ObjectiveChoices;
  /** Where a saved form leads. */
  back: string;
}) {
  const askedField = new URLSearchParams(useSearch()).get("field");
  const { id: objectiveId } = objective;
  const [, navigate] = useLocation();
  const [asked, setAsked] = useState(false);
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useDrafted(`objective.revise ${objectiveId}`, objectiveForm(objective));
  if (draft === undefined) return null;
  const mistakes = mistakesIn(draft.value);
  const errors = {
    ...askedOf(askedField, draft.value),
    ...fieldErrors(tried ? mistakes : {}, task.refused),
  };

  async function save() {
    setTried(true);
    if (draft === undefined || Object.keys(mistakes).length > 0) return;
    const changes = reviseArgs(draft.value, objective);
    const same = Object.keys(changes).length === 0;
    if (!same && !(await task.run(() => mutate("objective.revise", { objectiveId, ...changes })))) return;
    await draft.drop();
    showToast({ text: "Objective saved" });
    navigate(back);
  }

  return (
    <>
      <Form label="Edit objective" onSubmit={save} led={askedField !== null}>
        <DraftNote draft={draft} />
        <ObjectiveFields
          id={objectiveId}
          form={draft.value}
          set={draft.set}
          choices={choices}
          errors={errors}
        />
        <FormEnd task={task}>Save the objective</FormEnd>
      </Form>
      <SideBySide>
        {cycle.state === "running" && objective.state === "draft" ? (
          <Button
            busy={task.busy}
            onClick={async () =>
              (await task.run(() => mutate("objective.commit", { objectiveId }))) &&
              showToast({ text: "Committed with its key results" })
            }
          >
            Commit it
          </Button>
        ) : null}
        <Button kind="quiet" onClick={() => setAsked(true)}>
          Drop it
        </Button>
      </SideBySide>
      <ConfirmSheet
        open={asked}
        title="Drop this objective?"
        deed="Drop it"
        onClose={() => setAsked(false)}
        onConfirm={async () => {
          const outcome = await mutate("objective.drop", { objectiveId });
          if (outcome.saved) navigate(back);
          return outcome;
        }}
      >
        <p>
          Its key results are dropped with it, and nobody owes a check-in on them any more. The history stays.
        </p>
      </ConfirmSheet>
    </>
  );
}

/** What the gate asks of the field somebody was led to, while the form does not answer it. */
function askedOf(field: string | null, form: ObjectiveForm): Partial<Record<string, string>> {
  if (field === "parentId" && form.squadId !== "" && !form.isExempt && form.parentId === "")
    return { parentId: refusalWords("gate_parent").todo };
  return {};
}
