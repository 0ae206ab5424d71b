import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { useToday } from "../../store/live.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { formatDay } from "../../ui/day.ts";
import { Field } from "../../ui/Field.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Select } from "../../ui/Select.tsx";
import { useTask } from "../../ui/task.ts";

const fortnight = 14;

/** Who checks in for somebody who is away and could not say so themselves. Two weeks; they can change it. */
export function StandIn({ member, members }: { member: RowOf<"member">; members: RowOf<"member">[] }) {
  const today = useToday();
  const [who, setWho] = useState("");
  const task = useTask();
  const memberId = member.id;
  const delegate =
    member.delegate !== undefined && member.delegate.untilOn >= today ? member.delegate : undefined;
  const others = members.filter((one) => one.id !== memberId && one.role !== "viewer");
  const untilOn = addDays(today, fortnight);
  if (delegate !== undefined)
    return (
      <>
        <p>
          {members.find((one) => one.id === delegate.memberId)?.name ?? "Somebody"} stands in until{" "}
          {formatDay(delegate.untilOn)}.
        </p>
        <Button
          busy={task.busy}
          onClick={() => task.run(() => mutate("member.set-delegate", { memberId, delegate: null }))}
        >
          End it
        </Button>
        <RefusalNote refused={task.refused} where="request" />
      </>
    );
  if (others.length === 0) return null;
  return (
    <>
      <Field label="Away: who stands in" hint={`Until ${formatDay(untilOn)}`}>
        <Select
          options={others.map((one) => ({ value: one.id, label: one.name }))}
          value={who}
          onChange={setWho}
          placeholder="Nobody"
        />
      </Field>
      {who === "" ? null : (
        <Button
          busy={task.busy}
          onClick={() =>
            task.run(() => mutate("member.set-delegate", { memberId, delegate: { memberId: who, untilOn } }))
          }
        >
          Hand over
        </Button>
      )}
      <RefusalNote refused={task.refused} where="request" />
    </>
  );
}
