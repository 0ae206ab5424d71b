import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useDrafted } from "../../store/drafted.ts";
import { mutate } from "../../store/mutate.ts";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { GateNote } from "./GateNote.tsx";
import { askedErrors } from "./gate-form.ts";
import { KeyResultFields } from "./KeyResultFields.tsx";
import { keyResultForm, mistakesIn, reviseArgs } from "./key-result-form.ts";
import type { Place } from "./key-result-place.ts";

export function KeyResultRevise({
  keyResult,
  place,
  back,
}: {
  keyResult: RowOf<"key-result">;
  place: Place;
  /** Where a saved form leads. */
  back: string;
}) {
  const askedField = new URLSearchParams(useSearch()).get("field");
  const [, navigate] = useLocation();
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useDrafted(`key-result.revise ${keyResult.id}`, keyResultForm(keyResult));
  if (draft === undefined) return null;
  const form = draft.value;
  const mistakes = mistakesIn(form);
  const errors = {
    ...askedErrors(askedField, form, place),
    ...fieldErrors(tried ? mistakes : {}, task.refused),
  };

  async function save() {
    setTried(true);
    if (Object.keys(mistakes).length > 0 || draft === undefined) return;
    const changes = reviseArgs(form, keyResult);
    const done =
      Object.keys(changes).length === 0 ||
      (await task.run(() => mutate("key-result.revise", { keyResultId: keyResult.id, ...changes })));
    if (!done) return;
    await draft.drop();
    showToast({ text: "Key result saved" });
    navigate(back);
  }

  return (
    <Form label="Edit key result" onSubmit={save} led={askedField !== null}>
      <DraftNote draft={draft} />
      <KeyResultFields
        form={form}
        set={draft.set}
        place={place}
        errors={errors}
        bound={keyResult.state !== "draft"}
      />
      <GateNote form={form} place={place} committed={keyResult.state === "committed"} />
      <FormEnd task={task}>Save the key result</FormEnd>
    </Form>
  );
}
