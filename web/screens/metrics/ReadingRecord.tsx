import { useState } from "react";
import { useLocation, useParams } from "wouter";
import { readingId } from "../../../shared/metrics/reading-id.ts";
import { localDate } from "../../../shared/time/local-date.ts";
import { useDrafted } from "../../store/drafted.ts";
import { useLive, useNow } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
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
import { type MetricRows, metricRows } from "./metric-rows.ts";
import { ReadingFields } from "./ReadingFields.tsx";
import { freshReading, mistakesIn, recordArgs, sameReading, undone } from "./reading-form.ts";

/** Records a reading by hand, offline too: the last value and today stand in it already. */
export function ReadingRecord() {
  const { id = "" } = useParams<{ id: string }>();
  const rows = useLive((read) => metricRows(read, id), [id]);
  const [mayRecord] = useMay([["reading.record", { metricId: id }]]);
  if (rows === undefined || mayRecord === undefined) return null;
  const back = { href: rows ? `/metrics/${id}` : "/star", label: rows ? "the metric" : "the North Star" };
  return (
    <Page title="Record a reading" detail={rows?.metric.name} back={back}>
      {rows && mayRecord && rows.metric.state === "active" ? (
        <RecordForm key={id} rows={rows} />
      ) : (
        <EmptyState
          title="No reading can be recorded here"
          body="The metric is retired or gone, or it takes its steward, its squad’s PM or an admin."
          action={<Button href={back.href}>Back</Button>}
        />
      )}
    </Page>
  );
}

function RecordForm({ rows }: { rows: MetricRows }) {
  const { metric, readings, zone } = rows;
  const [, navigate] = useLocation();
  const [tried, setTried] = useState(false);
  const task = useTask();
  const today = localDate(useNow(), zone);
  const draft = useDrafted(`reading.record ${metric.id}`, freshReading(readings, today));
  if (draft === undefined) return null;
  const mistakes = mistakesIn(draft.value, today);
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);

  async function save() {
    setTried(true);
    const args = draft && recordArgs(draft.value, metric.id);
    if (args === undefined || Object.keys(mistakes).length > 0) return;
    const page = `/metrics/${metric.id}`;
    const before = sameReading(draft!.value, readings);
    if (!(await task.run(() => mutate("reading.record", args)))) return;
    await draft?.drop();
    showToast({
      text: before === undefined ? "Reading saved on this device" : "Corrected on this device",
      action:
        before === undefined
          ? {
              label: "Change it",
              onTap: () => navigate(`${page}?reading=${encodeURIComponent(readingId(args))}`),
            }
          : {
              label: "Undo",
              onTap: () => void task.run(() => mutate("reading.record", undone(args, before))),
            },
    });
    navigate(page);
  }

  return (
    <Form label="Record a reading" onSubmit={save}>
      <DraftNote draft={draft} />
      <ReadingFields form={draft.value} set={draft.set} rows={rows} today={today} errors={errors} />
      <FormEnd task={task}>Save the reading</FormEnd>
    </Form>
  );
}
