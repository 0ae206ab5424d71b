import type { Review } from "../../../shared/reviews/review.ts";
import { useDrafted } from "../../store/drafted.ts";
import { mutate } from "../../store/mutate.ts";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useTask } from "../../ui/task.ts";

/** The notes of a review, written where a question asks for them; its end shows the same text. */
export function NotesEntry({
  review,
  label,
  onSaved,
}: {
  review: Pick<Review, "notes"> & { id: string };
  label: string;
  onSaved: () => void;
}) {
  const task = useTask();
  const draft = useDrafted<{ notes: string }>(`review.note ${review.id}`, { notes: review.notes ?? "" });
  if (draft === undefined) return null;
  const notes = draft.value.notes.trim();

  async function save() {
    const changed = notes !== (review.notes ?? "");
    const args = { reviewId: review.id, notes: notes === "" ? null : notes };
    if (changed && !(await task.run(() => mutate("review.note", args)))) return;
    await draft?.drop();
    onSaved();
  }

  return (
    <Form label={label} onSubmit={save}>
      <Field label={label} hint="Kept in the review’s notes, which everybody in the workspace can read.">
        <TextArea
          rows={4}
          max={2000}
          value={draft.value.notes}
          onChange={(text) => draft.set({ notes: text })}
        />
      </Field>
      <FormEnd task={task}>Save, next</FormEnd>
    </Form>
  );
}
