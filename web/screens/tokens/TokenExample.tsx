import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useToday } from "../../store/live.ts";
import type { ApiToken } from "../../store/tokens.ts";
import { CopyText } from "../../ui/CopyText.tsx";
import { Field } from "../../ui/Field.tsx";
import { Select } from "../../ui/Select.tsx";
import { sendingCall } from "./token-words.ts";

/** How a program sends a reading with this token: the whole call, for the metric that is chosen. */
export function TokenExample({
  token: { metricIds },
  metrics,
}: {
  token: Pick<ApiToken, "metricIds">;
  metrics: readonly RowOf<"metric">[];
}) {
  const today = useToday();
  const open = metrics.filter(
    ({ id, state }) => state === "active" && (metricIds === null || metricIds.includes(id)),
  );
  const [chosen, setChosen] = useState("");
  const key = open.find((one) => one.id === chosen)?.key ?? open[0]?.key;
  if (key === undefined)
    return <p>There is no metric it can send to yet. Define one, and its key is all it takes.</p>;
  return (
    <>
      <Field label="To send a reading of">
        <Select
          options={open.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen || open[0]!.id}
          onChange={setChosen}
        />
      </Field>
      <CopyText text={sendingCall(globalThis.location.origin, key, today)} deed="Copy the call" />
    </>
  );
}
