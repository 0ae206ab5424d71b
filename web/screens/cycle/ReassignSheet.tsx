import { useState } from "react";
import { graceDays } from "../../../shared/check-ins/owner.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { mutate } from "../../store/mutate.ts";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { Select } from "../../ui/Select.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Cycle.module.css";
import type { Place } from "./key-result-place.ts";

/** Hands a key result to somebody else, saying first what becomes of check-ins that are still on their way. */
export function ReassignSheet({
  open,
  onClose,
  keyResult,
  place,
}: {
  open: boolean;
  onClose: () => void;
  keyResult: RowOf<"key-result">;
  place: Place;
}) {
  const [ownerId, setOwnerId] = useState("");
  const [tried, setTried] = useState(false);
  const task = useTask();
  const nameOf = (id: string) => place.plan.members.find((one) => one.id === id)?.name ?? "somebody";
  const before = nameOf(keyResult.ownerId);
  const after = ownerId === "" ? "the new owner" : nameOf(ownerId);

  async function hand() {
    setTried(true);
    if (ownerId === "") return;
    const { id: keyResultId } = keyResult;
    if (!(await task.run(() => mutate("key-result.reassign", { keyResultId, ownerId })))) return;
    showToast({ text: `${nameOf(ownerId)} owns it now` });
    onClose();
  }

  return (
    <Sheet open={open} onClose={onClose} title="Hand it over">
      <Form label="Hand over" onSubmit={hand}>
        <Field
          label="Who answers for it from now on?"
          error={
            fieldErrors(tried && ownerId === "" ? { ownerId: "Choose one person." } : {}, task.refused)
              .ownerId
          }
        >
          <Select
            options={place.choices.owners.filter((one) => one.value !== keyResult.ownerId)}
            value={ownerId}
            placeholder="not chosen yet"
            onChange={setOwnerId}
          />
        </Field>
        {keyResult.state === "draft" ? (
          <p>It is a draft: nobody has checked in on it yet.</p>
        ) : (
          <ul className={styles.findings}>
            <li>What {before} said so far stays in the history, with the name.</li>
            <li>
              A check-in {before} saved before now on a phone that is still offline counts for {graceDays}{" "}
              days.
            </li>
            <li>One saved after now is not accepted; {before} sees it with its text and can send it on.</li>
            <li>An open check-in, and the next nudge, go to {after}.</li>
          </ul>
        )}
        <FormEnd task={task}>Hand it over</FormEnd>
      </Form>
    </Sheet>
  );
}
