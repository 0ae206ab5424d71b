import { useState } from "react";
import { rowHistory } from "../../store/history.ts";
import { useNow } from "../../store/live.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { focusHere } from "../../ui/focus-on-mount.ts";
import { HistoryList } from "../../ui/HistoryList.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import { Section } from "../../ui/Section.tsx";
import { historyEntries } from "./key-result-history.ts";
import type { Place } from "./key-result-place.ts";

/** Who changed what of a key result; the server keeps it, so it is asked for when somebody wants to see it. */
export function KeyResultHistory({ keyResultId, place }: { keyResultId: string; place: Place }) {
  const [open, setOpen] = useState(false);
  return (
    <Section title="Who changed what">
      {open ? (
        <div tabIndex={-1} ref={focusHere}>
          <Versions keyResultId={keyResultId} place={place} />
        </div>
      ) : (
        <Button onClick={() => setOpen(true)}>Show its history</Button>
      )}
    </Section>
  );
}

function Versions({ keyResultId, place }: { keyResultId: string; place: Place }) {
  const now = useNow();
  const [answer, again] = useAnswer(() => rowHistory("key-result", keyResultId), { key: keyResultId });
  if (answer.state === "waiting") return <p role="status">Fetching its history from the server.</p>;
  if (answer.state !== "here")
    return <NeedsServer code={answer.code} what="The history of a key result" onAgain={again} />;
  const { versions, more } = answer.value;
  return (
    <Card>
      <HistoryList entries={historyEntries(versions, place, more)} now={now} />
    </Card>
  );
}
