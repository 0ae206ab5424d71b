import { useState } from "react";
import styles from "./AskForCheckIn.module.css";
import { Button } from "./Button.tsx";
import { formatAgo, formatDay, formatTime } from "./day.ts";
import { Field } from "./Field.tsx";
import { Form } from "./Form.tsx";
import { RefusalNote } from "./RefusalNote.tsx";
import { Sheet } from "./Sheet.tsx";
import { TextArea } from "./TextArea.tsx";
import { showToast } from "./Toast.tsx";
import { useTask } from "./task.ts";

/**
 * Asks a key result's owner for the check-in they owe, once a day; and says who has asked and when. `asking` is what
 * `useNudging` of the store answers.
 */
export function AskForCheckIn({
  asking,
  now,
}: {
  asking: {
    owner: string;
    mayAsk: boolean;
    last?: { by: string; at: string; note?: string; againAt: string };
    note: string;
    setNote: (note: string) => void;
    ask: () => Promise<unknown>;
  };
  now: number;
}) {
  const { owner, mayAsk, last, note, setNote, ask } = asking;
  const [open, setOpen] = useState(false);
  const task = useTask();
  const first = owner.split(" ")[0];
  const rests = last !== undefined && Date.parse(last.againAt) > now;
  if (!mayAsk && last === undefined) return null;
  const send = async () => {
    if (!(await task.run(ask))) return;
    setOpen(false);
    showToast({ text: `${first} is asked for it` });
  };
  return (
    <div className={styles.ask}>
      {last === undefined ? null : (
        <p className={styles.last}>
          {last.by} asked {formatAgo(last.at, now)}
          {last.note ? `: “${last.note}”` : "."}
          {mayAsk && rests ? ` It can be asked for again ${againWords(last.againAt, now)}.` : ""}
        </p>
      )}
      {mayAsk && !rests ? <Button onClick={() => setOpen(true)}>Ask {first} to check in</Button> : null}
      <Sheet open={open} onClose={() => setOpen(false)} title={`Ask ${first} to check in`}>
        <p>They get one message now, outside their quiet hours. It can be asked for once a day.</p>
        <Form label="What you say with it" onSubmit={send}>
          <Field label="A word with it, if you like">
            <TextArea value={note} onChange={setNote} max={500} />
          </Field>
          <RefusalNote refused={task.refused} />
          <Button type="submit" kind="owed" big busy={task.busy} disabled={note.trim().length > 500}>
            Ask {first}
          </Button>
        </Form>
      </Sheet>
    </div>
  );
}

function againWords(at: string, now: number): string {
  const today = new Date(now).toDateString() === new Date(at).toDateString();
  return `${today ? "today" : `on ${formatDay(at.slice(0, 10))}`} at ${formatTime(at)}`;
}
