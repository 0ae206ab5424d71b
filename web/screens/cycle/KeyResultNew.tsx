import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { useDrafted } from "../../store/drafted.ts";
import { useLive } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { Select } from "../../ui/Select.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { KeyResultExamples } from "./Examples.tsx";
import { FormPage, useWayBack } from "./FormPage.tsx";
import { GateNote } from "./GateNote.tsx";
import { KeyResultFields } from "./KeyResultFields.tsx";
import { blankKeyResult, draftArgs, type KeyResultForm, mistakesIn } from "./key-result-form.ts";
import { keyResultPlace, type Place } from "./key-result-place.ts";

/** A new key result under an objective. It may be saved unfinished; the gate asks for the rest at the commit. */
export function KeyResultNew() {
  const asked = new URLSearchParams(useSearch());
  const objectiveId = asked.get("objective") ?? "";
  const memberId = useMemberId();
  const place = useLive((read) => keyResultPlace(read, memberId, objectiveId), [memberId, objectiveId]);
  const cycleId = place?.cycle?.id;
  const back = useWayBack(cycleId, {
    href: cycleId === undefined ? "/cycle" : `/cycle?cycle=${cycleId}`,
    label: "the cycle",
  });
  if (place === undefined) return null;
  const { objective, mayDraft } = place;
  return (
    <FormPage cycleId={cycleId} title="New key result" detail={objective?.title} back={back}>
      {mayDraft && objective ? (
        <NewForm
          key={`${objective.id} ${asked.get("input")}`}
          place={place}
          fresh={begunWith(asked.get("input"), memberId, place)}
          memberId={memberId}
          back={back.href}
        />
      ) : (
        <EmptyState
          title="No key result can be added here"
          body="The objective is gone or its cycle takes no more, or your role only reads."
          action={<Button href={back.href}>Back to the cycle</Button>}
        />
      )}
    </FormPage>
  );
}

/** A blank form, or one that moves the input a planning session came with. */
function begunWith(input: string | null, memberId: string, { choices }: Place): KeyResultForm {
  const blank = blankKeyResult(memberId);
  const movesId = choices.moves.some((one) => one.value === input) ? (input ?? "") : "";
  const metric = choices.metrics.find((one) => one.id === movesId);
  return metric === undefined ? blank : { ...blank, movesId, unit: metric.unit };
}

function NewForm({
  place,
  fresh,
  memberId,
  back,
}: {
  place: Place;
  fresh: KeyResultForm;
  memberId: string;
  back: string;
}) {
  const [, navigate] = useLocation();
  const [id] = useState(newId);
  const [tried, setTried] = useState(false);
  const task = useTask();
  const objectiveId = place.objective!.id;
  const draft = useDrafted(`key-result.draft ${objectiveId}`, fresh);
  if (draft === undefined) return null;
  const form = draft.value;
  const mistakes = mistakesIn(form);
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);

  async function save() {
    setTried(true);
    if (Object.keys(mistakes).length > 0 || draft === undefined) return;
    const done = await task.run(() => mutate("key-result.draft", { id, objectiveId, ...draftArgs(form) }));
    if (!done) return;
    await draft.drop();
    showToast({ text: "Key result saved as a draft" });
    navigate(back);
  }

  return (
    <Form label="New key result" onSubmit={save}>
      <DraftNote draft={draft} />
      <Field
        label="Who answers for it?"
        hint="Exactly one person checks in on it each week."
        error={errors.ownerId}
      >
        <Select
          options={
            place.namesAnyone
              ? place.choices.owners
              : place.choices.owners.filter((one) => one.value === memberId)
          }
          value={form.ownerId}
          onChange={(ownerId) => draft.set({ ownerId })}
        />
      </Field>
      <KeyResultExamples objective={place.objective!.title} onTake={draft.set} />
      <KeyResultFields form={form} set={draft.set} place={place} errors={errors} />
      <GateNote form={form} place={place} />
      <FormEnd task={task}>Save the key result</FormEnd>
    </Form>
  );
}
