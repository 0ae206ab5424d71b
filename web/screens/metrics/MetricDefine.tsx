import { useState } from "react";
import { useLocation } from "wouter";
import type { LibraryMetric } from "../../../shared/metrics/library/library-metric.ts";
import type { Metric } from "../../../shared/metrics/metric.ts";
import { useDrafted } from "../../store/drafted.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { Banner } from "../../ui/Banner.tsx";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { Select } from "../../ui/Select.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { MetricFields } from "./MetricFields.tsx";
import type { MetricChoices } from "./metric-choices.ts";
import { blankMetric, defineArgs, formOf, type MetricForm, mistakesIn } from "./metric-form.ts";
import { StatementFields } from "./StatementFields.tsx";
import { kinds as allKinds } from "./words.ts";

export interface DefineProps {
  first: Metric["kind"];
  kinds: typeof allKinds;
  choices: MetricChoices;
  memberId: string;
  /** What stands in the form before anything is typed. */
  template?: LibraryMetric | undefined;
}

/** The form of a new metric of one of some kinds, begun with the `first`, or with what a template says. */
export function MetricDefine({ first, kinds, choices, memberId, template }: DefineProps) {
  const [, navigate] = useLocation();
  const [ids] = useState(() => ({ metric: newId(), northStar: newId() }));
  const [tried, setTried] = useState(false);
  const task = useTask();
  const squadId = choices.forCompany ? "" : (choices.squads[0]?.value ?? "");
  const draft = useDrafted<MetricForm>(`metric.define ${template?.id ?? first}`, {
    ...blankMetric(first, memberId),
    ...(template === undefined ? {} : formOf(template)),
    squadId,
  });
  if (draft === undefined) return null;
  const form = draft.value;
  const { kind } = form;
  const mistakes = mistakesIn(form, true);
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);

  async function define() {
    const defined = await mutate("metric.define", defineArgs(form, ids.metric, choices.keys));
    if (!defined.saved || kind !== "north-star") return defined;
    const { businessModel } = form;
    return mutate("north-star.propose", {
      id: ids.northStar,
      metricId: ids.metric,
      statement: form.statement.trim(),
      ...(businessModel === "" ? {} : { businessModel }),
    });
  }

  async function save() {
    setTried(true);
    if (draft === undefined || Object.keys(mistakes).length > 0) return;
    if (!(await task.run(define))) return;
    await draft.drop();
    showToast({
      text: kind === "north-star" ? "Proposed: now the CEO and the CPO sign it" : "Metric defined",
    });
    navigate(kind === "north-star" ? "/star" : `/metrics/${ids.metric}`);
  }

  return (
    <Form label="Define a metric" onSubmit={save}>
      <DraftNote draft={draft} />
      {template === undefined ? null : (
        <Banner
          tone="quiet"
          icon="pencil"
          title="Make it yours"
          body={`Fill in what stands in braces, and mind the trap: ${template.trap}`}
        />
      )}
      <Field label="What is it for?" hint={allKinds.find((one) => one.value === kind)?.hint}>
        <Select
          options={kinds}
          value={kind}
          onChange={(next) => draft.set({ kind: next as Metric["kind"] })}
        />
      </Field>
      {kind === "north-star" ? <StatementFields form={form} set={draft.set} errors={errors} /> : null}
      <MetricFields form={form} set={draft.set} choices={choices} errors={errors} />
      <FormEnd task={task}>{kind === "north-star" ? "Propose it" : "Define it"}</FormEnd>
    </Form>
  );
}
