import { useParams } from "wouter";
import { formatFigure } from "../../../shared/metrics/figure.ts";
import { useLive, useToday } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { useMemberId } from "../../store/me.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDay } from "../../ui/day.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FigureHead } from "../../ui/FigureHead.tsx";
import { Page } from "../../ui/Page.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { signalMark, whatHappened, whoAnswers } from "../../ui/signal-words.ts";
import { Answered } from "./Answered.tsx";
import { Answers } from "./Answers.tsx";
import { SignalFacts } from "./SignalFacts.tsx";
import { SignalPlot } from "./SignalPlot.tsx";
import styles from "./Signals.module.css";
import { type SignalRows, signalRows } from "./signal-rows.ts";

const back = { href: "/signals", label: "the signals" };

/** One anomaly: what happened, its plot, the rule in words, whose it is, and what people say it was. */
export function Signal() {
  const { id = "" } = useParams<{ id: string }>();
  const memberId = useMemberId();
  const rows = useLive((read) => signalRows(read, id, memberId), [id, memberId]);
  if (rows === undefined) return <Page title="Something changed" back={back} children={null} />;
  if (rows === null)
    return (
      <Page title="Something changed" back={back}>
        <EmptyState
          title="This signal is not here"
          body="It may not have reached this phone yet, or belong to another workspace. It comes with the next sync."
          action={<Button href="/signals">See all signals</Button>}
        />
      </Page>
    );
  return <Found rows={rows} />;
}

function Found({ rows }: { rows: SignalRows }) {
  const { signal, members } = rows;
  const { anomaly, name, unit, cadence, squad } = signal;
  const today = useToday();
  const [mayAnswer] = useMay([["anomaly.answer", { anomalyId: anomaly.id }]]);
  const { mark, word } = signalMark({ ...anomaly, answer: undefined });
  const { answer, withdrawnAt } = anomaly;
  return (
    <Page
      title="Something changed"
      detail={`${name} · ${squad?.name ?? "company"}`}
      back={back}
      aside={<SignalFacts rows={rows} today={today} />}
    >
      {withdrawnAt === undefined ? null : (
        <Banner
          tone="quiet"
          icon="undo"
          title="Withdrawn"
          body={`Since ${formatDay(withdrawnAt.slice(0, 10), undefined, today)} there is nothing to answer: a correction took its ground away, another signal tells of it too, or what it is about is not watched any more.`}
        />
      )}
      <Card label="What happened">
        <FigureHead
          value={formatFigure(anomaly.value, unit)}
          unit={unit.scale === "ratio" ? "" : unit.label}
          mark={<StatusMark status={mark}>{word}</StatusMark>}
        />
        <p>{whatHappened(anomaly, { unit, cadence })}</p>
        <SignalPlot rows={rows} today={today} />
      </Card>
      {answer === undefined ? null : <Answered rows={rows} mayAnswer={mayAnswer === true} />}
      {withdrawnAt !== undefined || mayAnswer === undefined ? null : mayAnswer ? (
        <Answers rows={rows} />
      ) : answer === undefined ? (
        <p className={styles.foot}>{whoAnswers(signal, members)}, says what it is. You may read along.</p>
      ) : null}
      {anomaly.rule === "stall" && withdrawnAt === undefined ? (
        <Button kind="quiet" href="/rhythm/yearly?trigger=stall">
          Is it still the right North Star?
        </Button>
      ) : null}
    </Page>
  );
}
