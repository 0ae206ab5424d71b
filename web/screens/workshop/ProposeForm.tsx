import { useState } from "react";
import { useLocation } from "wouter";
import { starModels } from "../../../shared/metrics/star-models.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useDrafted } from "../../store/drafted.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { Card } from "../../ui/Card.tsx";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { type ChooseForm, defineArgs, mistakesIn, proposeArgs, suggested } from "./choose-form.ts";
import { LineFields } from "./LineFields.tsx";
import { StarMetricFields } from "./StarMetricFields.tsx";
import { addressOf } from "./steps.ts";
import type { WorkshopRows } from "./workshop-rows.ts";

/** Defines the metric where there is none yet, and proposes it. A second try after a refusal defines nothing twice. */
export function ProposeForm({
  candidate,
  rows,
  memberId,
}: {
  candidate: RowOf<"candidate">;
  rows: WorkshopRows;
  memberId: string;
}) {
  const { id: candidateId } = candidate;
  const [, navigate] = useLocation();
  const [ids] = useState(() => ({ metric: newId(), star: newId() }));
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useDrafted<ChooseForm>(
    `north-star.propose ${candidateId}`,
    suggested(candidate, rows, memberId),
  );
  if (draft === undefined) return null;
  const form = draft.value;
  const mistakes = mistakesIn(form, rows);
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);

  async function propose() {
    let { metricId } = form;
    if (metricId === "") {
      const defined = await mutate("metric.define", defineArgs(form, ids.metric, rows.keys));
      if (!defined.saved) return defined;
      metricId = ids.metric;
      draft?.set({ metricId });
    }
    return mutate(
      "north-star.propose",
      proposeArgs(form, rows.stars, { id: ids.star, metricId, candidateId }),
    );
  }

  async function save() {
    setTried(true);
    if (draft === undefined || Object.keys(mistakes).length > 0) return;
    if (!(await task.run(propose))) return;
    await draft.drop();
    showToast({ text: "Proposed: now the CEO and the CPO sign it" });
    navigate(addressOf("sign"));
  }

  return (
    <Form label="Propose it" onSubmit={save}>
      <DraftNote draft={draft} />
      <Card>
        <Field
          label="What are you there for?"
          hint="The sentence that stands with the number from now on."
          error={errors.statement}
        >
          <TextArea
            rows={3}
            max={2000}
            value={form.statement}
            onChange={(statement) => draft.set({ statement })}
          />
        </Field>
        <Field label="Kind of business">
          <Select
            options={starModels}
            value={form.businessModel}
            placeholder="not chosen"
            onChange={(model) => draft.set({ businessModel: model as ChooseForm["businessModel"] })}
          />
        </Field>
      </Card>
      <StarMetricFields form={form} set={draft.set} rows={rows} errors={errors} />
      <LineFields form={form} set={draft.set} rows={rows} errors={errors} />
      <FormEnd task={task}>Propose it</FormEnd>
    </Form>
  );
}
