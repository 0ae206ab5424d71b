import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { useTask } from "../../ui/task.ts";
import { AnswerSheet } from "./AnswerSheet.tsx";
import { giveAnswer } from "./answer.ts";
import styles from "./Signals.module.css";
import type { SignalRows } from "./signal-rows.ts";

/** The three answers. A false alarm is one tap; the others want a word. */
export function Answers({ rows }: { rows: SignalRows }) {
  const [asked, setAsked] = useState<"explained" | "blocker">();
  const task = useTask();
  const { anomaly } = rows.signal;
  const open = anomaly.answer === undefined;
  const said = anomaly.answer?.as;
  return (
    <Section title={open ? "What is it?" : "Say otherwise"}>
      <RefusalNote refused={task.refused} where="request" />
      <div className={styles.answers}>
        <Button kind={open ? "owed" : "plain"} big onClick={() => setAsked("explained")}>
          {said === "explained" ? "Explain it anew" : "I can explain it"}
        </Button>
        {said === "blocker" ? null : (
          <Button big onClick={() => setAsked("blocker")}>
            It blocks us, open a blocker
          </Button>
        )}
        {said === "false-alarm" ? null : (
          <Button
            big
            busy={task.busy}
            onClick={() => task.run(() => giveAnswer(anomaly, { as: "false-alarm", text: "" }))}
          >
            False alarm
          </Button>
        )}
      </div>
      <p className={styles.foot}>Works offline. Your squad sees the answer.</p>
      {asked === undefined ? null : (
        <AnswerSheet key={asked} as={asked} rows={rows} onClose={() => setAsked(undefined)} />
      )}
    </Section>
  );
}
