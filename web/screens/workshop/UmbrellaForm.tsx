import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Select } from "../../ui/Select.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { umbrellaChoices, underUmbrella } from "./choose-form.ts";
import type { WorkshopRows } from "./workshop-rows.ts";

/** For a proposal that was made before there was a second line: it is proposed again, under the metric above both. */
export function UmbrellaForm({ northStar, rows }: { northStar: RowOf<"north-star">; rows: WorkshopRows }) {
  const [umbrellaMetricId, setUmbrella] = useState("");
  const [tried, setTried] = useState(false);
  const [id] = useState(newId);
  const task = useTask();

  async function save() {
    setTried(true);
    if (umbrellaMetricId === "") return;
    const again = underUmbrella(northStar, id, umbrellaMetricId);
    if (await task.run(() => mutate("north-star.propose", again)))
      showToast({ text: "Under its umbrella; signatures begin anew" });
  }

  return (
    <Form label="Name the umbrella" onSubmit={save}>
      <Field
        label="Umbrella metric"
        hint="Another line has a North Star. One metric stands above both; signatures begin anew."
        error={tried && umbrellaMetricId === "" ? "Name the metric above both lines." : ""}
      >
        <Select
          options={umbrellaChoices(rows, northStar.metricId)}
          value={umbrellaMetricId}
          placeholder="not chosen yet"
          onChange={setUmbrella}
        />
      </Field>
      <RefusalNote refused={task.refused} />
      <Button type="submit" busy={task.busy}>
        Put it under this umbrella
      </Button>
    </Form>
  );
}
