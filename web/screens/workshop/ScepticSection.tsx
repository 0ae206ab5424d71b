import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useToday } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDay } from "../../ui/day.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Section } from "../../ui/Section.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Candidate.module.css";
import { ScepticLinks } from "./ScepticLinks.tsx";
import { ScepticSheet } from "./ScepticSheet.tsx";
import { scepticMarks, scepticWords } from "./words.ts";

/** What somebody from outside said, and the links by which one is asked. */
export function ScepticSection({ candidate }: { candidate: RowOf<"candidate"> }) {
  const today = useToday();
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState(0);
  // The door of these links is for whoever may judge.
  const [mayAsk] = useMay([["candidate.judge", { candidateId: candidate.id }]]);
  const { sceptic, state } = candidate;
  return (
    <Section title="A sceptic from outside">
      <Card>
        {sceptic ? (
          <>
            <p>
              <StatusMark status={scepticMarks[sceptic.verdict]}>{scepticWords[sceptic.verdict]}</StatusMark>
            </p>
            <p className={styles.said} dir="auto">
              {sceptic.why}
            </p>
            <p className={styles.soft}>
              <bdi>{sceptic.by}</bdi>, from outside, on {formatDay(sceptic.at.slice(0, 10), undefined, today)}
            </p>
          </>
        ) : (
          <p>
            Somebody outside the team reads the name and the definition and says whether a customer would
            care. If they cannot explain why, simplify it.
          </p>
        )}
        {mayAsk && state !== "rejected" ? (
          <div className={styles.actions}>
            <Button onClick={() => setAsking(true)}>
              <Icon name="link" />
              {sceptic ? "Ask somebody else" : "Ask a sceptic"}
            </Button>
          </div>
        ) : null}
      </Card>
      {mayAsk ? <ScepticLinks key={`${made} ${sceptic?.at}`} candidateId={candidate.id} /> : null}
      {asking ? (
        <ScepticSheet
          candidate={candidate}
          onMade={() => setMade((before) => before + 1)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Section>
  );
}
