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
import { fieldErrors } from "../../ui/field-errors.ts";
import { Page } from "../../ui/Page.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Select } from "../../ui/Select.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { GateNote } from "./GateNote.tsx";
import { KeyResultFields } from "./KeyResultFields.tsx";
import { blankKeyResult, draftArgs, mistakesIn } from "./key-result-form.ts";
import { keyResultPlace, type Place } from "./key-result-place.ts";

/** A new key result under an objective. It may be saved unfinished; the gate asks for the rest at the commit. */
export function KeyResultNew() {
  const objectiveId = new URLSearchParams(useSearch()).get("objective") ?? "";
  const memberId = useMemberId();
  const place = useLive((read) => keyResultPlace(read, memberId, objectiveId), [memberId, objectiveId]);
  if (place === undefined) return null;
  const { objective, cycle, mayDraft } = place;
  const back = { href: cycle ? `/cycle?cycle=${cycle.id}` : "/cycle", label: "the cycle" };
  return (
    <Page title="New key result" detail={objective?.title} back={back}>
      {mayDraft && objective ? (
        <NewForm key={objective.id} place={place} memberId={memberId} back={back.href} />
      ) : (
        <EmptyState
          title="No key result can be added here"
          body="The objective is gone or its cycle takes no more, or your role only reads."
          action={<Button href={back.href}>Back to the cycle</Button>}
        />
      )}
    </Page>
  );
}

function NewForm({ place, memberId, back }: { place: Place; memberId: string; back: string }) {
  const [, navigate] = useLocation();
  const [id] = useState(newId);
  const [tried, setTried] = useState(false);
  const task = useTask();
  const objectiveId = place.objective!.id;
  const draft = useDrafted(`key-result.draft ${objectiveId}`, blankKeyResult(memberId));
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
      <KeyResultFields form={form} set={draft.set} choices={place.choices} errors={errors} />
      <GateNote form={form} place={place} />
      <RefusalNote refused={task.refused} />
      <Button kind="owed" big type="submit" busy={task.busy}>
        Save the key result
      </Button>
    </Form>
  );
}
