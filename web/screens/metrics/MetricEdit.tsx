import { useState } from "react";
import { useLocation, useParams } from "wouter";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useDrafted } from "../../store/drafted.ts";
import { useLive } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { useMemberId } from "../../store/me.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { Page } from "../../ui/Page.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { MetricFields } from "./MetricFields.tsx";
import { type MetricChoices, metricChoices } from "./metric-choices.ts";
import { metricForm, mistakesIn, reviseArgs } from "./metric-form.ts";

/** Changes what a metric says of itself; its key and its kind stay. */
export function MetricEdit() {
  const { id = "" } = useParams<{ id: string }>();
  const memberId = useMemberId();
  const [mayRevise] = useMay([["metric.revise", { metricId: id }]]);
  const loaded = useLive(
    async (read) => ({
      metric: await read.get("metric", id),
      choices: await metricChoices(read, memberId, id),
    }),
    [id, memberId],
  );
  if (loaded === undefined || mayRevise === undefined) return null;
  const { metric, choices } = loaded;
  const back = { href: metric ? `/metrics/${id}` : "/star", label: metric ? "the metric" : "the North Star" };
  return (
    <Page title="Revise the metric" detail={metric?.name} back={back}>
      {metric && mayRevise && metric.state === "active" ? (
        <EditForm key={id} metric={metric} choices={choices} />
      ) : (
        <EmptyState
          title="Nothing to revise here"
          body="The metric is retired or gone, or it takes an admin or its squad’s PM."
          action={<Button href={back.href}>Back</Button>}
        />
      )}
    </Page>
  );
}

function EditForm({ metric, choices }: { metric: RowOf<"metric">; choices: MetricChoices }) {
  const { id: metricId } = metric;
  const [, navigate] = useLocation();
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useDrafted(`metric.revise ${metricId}`, metricForm(metric));
  if (draft === undefined) return null;
  const mistakes = mistakesIn(draft.value, false);
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);

  async function save() {
    setTried(true);
    if (draft === undefined || Object.keys(mistakes).length > 0) return;
    const changes = reviseArgs(draft.value, metric);
    const same = Object.keys(changes).length === 0;
    if (!same && !(await task.run(() => mutate("metric.revise", { metricId, ...changes })))) return;
    await draft.drop();
    showToast({ text: "Metric saved" });
    navigate(`/metrics/${metricId}`);
  }

  return (
    <Form label="Revise the metric" onSubmit={save}>
      <DraftNote draft={draft} />
      <MetricFields form={draft.value} set={draft.set} choices={choices} errors={errors} />
      <FormEnd task={task}>Save the metric</FormEnd>
    </Form>
  );
}
