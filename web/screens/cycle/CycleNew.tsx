import { useState } from "react";
import { quarterAfter } from "../../../shared/okrs/quarter.ts";
import { useLive, useToday } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { CycleForm } from "./CycleForm.tsx";

/** Opens a cycle for planning; its days are proposed as the next free quarter. */
export function CycleNew() {
  const today = useToday();
  const [id] = useState(newId);
  const cycles = useLive((read) => read.list("cycle"), []);
  const [mayOpen] = useMay([["cycle.open", {}]]);
  if (cycles === undefined || mayOpen === undefined) return null;
  return (
    <Page title="Open a cycle" back={{ href: "/cycle", label: "the cycle" }}>
      {mayOpen ? (
        <>
          <p>It opens in planning: people draft objectives, and nobody is nudged until it is committed.</p>
          <CycleForm
            label="Open the cycle"
            draftKey="cycle.open"
            fresh={quarterAfter(cycles, today)}
            save={(words) => mutate("cycle.open", { id, ...words })}
            back={`/cycle?cycle=${id}`}
          />
        </>
      ) : (
        <EmptyState
          title="Admins open cycles"
          body="Ask one of them when the next should begin."
          action={<Button href="/cycle">See the cycle</Button>}
        />
      )}
    </Page>
  );
}
