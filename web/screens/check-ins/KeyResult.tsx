import { useParams } from "wouter";
import { useToday } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { dismissOverwrite, restoreMine, useOverwrites } from "../../store/overwrites.ts";
import { useOwed } from "../../store/owed.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LineToStar } from "../../ui/LineToStar.tsx";
import { Overwrites } from "../../ui/Overwrites.tsx";
import { Page } from "../../ui/Page.tsx";
import { AskOwner } from "./AskOwner.tsx";
import { Blockers } from "./Blockers.tsx";
import { type CardData, useCardData } from "./card-data.ts";
import { Guardrails } from "./Guardrails.tsx";
import { History } from "./History.tsx";
import styles from "./KeyResult.module.css";
import { KeyResultBets } from "./KeyResultBets.tsx";
import { KeyResultPlot } from "./KeyResultPlot.tsx";
import { KeyResultSignals } from "./KeyResultSignals.tsx";
import { StandingNow } from "./StandingNow.tsx";

const back = { href: "/check-in/mine", label: "my key results" };

/** A key result's page: anybody reads it, and those entitled act on it. */
export function KeyResult() {
  const { id = "" } = useParams<{ id: string }>();
  const on = useToday();
  const data = useCardData(id, on);
  if (data === undefined) return <Page title="Key result" back={back} children={null} />;
  if (data === null)
    return (
      <Page title="Key result" back={back}>
        <EmptyState
          title="This key result is not here"
          body="It was dropped, or belongs to a cycle this phone does not hold."
          action={<Button href="/cycle">Go to the cycle</Button>}
        />
      </Page>
    );
  return <Found data={data} on={on} />;
}

function Found({ data, on }: { data: CardData; on: string }) {
  const { keyResult, cycle, squad, owner } = data;
  const running = keyResult.state === "committed" && cycle.state !== "closed" && cycle.state !== "planning";
  const isOwed = useOwed()?.some((one) => one.keyResult.id === keyResult.id) === true;
  const [mayEdit] = useMay([["key-result.revise", { keyResultId: keyResult.id }]]);
  const overwrites = useOverwrites({ kind: "key-result", id: keyResult.id });
  const detail = [owner?.name ?? "nobody", squad?.name ?? "company", cycle.name, commitmentWord(data)];
  return (
    <Page
      title={keyResult.title}
      detail={detail.join(" · ")}
      back={back}
      aside={<History data={data} on={on} />}
    >
      <Overwrites
        overwrites={overwrites}
        mayRestore={mayEdit === true && cycle.state !== "closed" && keyResult.state !== "graded"}
        onRestore={restoreMine}
        onDismiss={dismissOverwrite}
      />
      <Card label="Where it stands">
        <StandingNow data={data} on={on} />
        <KeyResultPlot data={data} on={on} />
        <Guardrails guardrails={data.guardrails} />
        {running && data.mayCheckIn ? (
          <Button kind={isOwed ? "owed" : "plain"} big href={`/check-in?kr=${keyResult.id}`}>
            {isOwed || data.said.length === 0 ? "Check in" : "Check in again"}
          </Button>
        ) : null}
        {running ? <AskOwner keyResultId={keyResult.id} /> : null}
      </Card>
      <Card label="Why it matters">
        <LineToStar keyResult={keyResult} sky={data} />
        {keyResult.moves === undefined ? null : (
          <p className={styles.because}>
            <strong>Because</strong> {withoutBecause(keyResult.moves.because)}
          </p>
        )}
        {data.objective === undefined ? null : (
          <p className={styles.soft}>It serves the objective “{data.objective.title}”.</p>
        )}
      </Card>
      <KeyResultSignals data={data} on={on} />
      <Blockers data={data} open={running} />
      <KeyResultBets data={data} open={keyResult.state === "draft" || running} />
      {mayEdit === true && keyResult.state !== "graded" ? (
        <Button href={`/cycle/key-results/${keyResult.id}/edit`}>Edit the key result</Button>
      ) : null}
    </Page>
  );
}

function commitmentWord({ keyResult }: CardData): string {
  if (keyResult.state !== "committed") return keyResult.state;
  return keyResult.commitment;
}

function withoutBecause(sentence: string): string {
  return sentence.replace(/^because\s+/i, "");
}
