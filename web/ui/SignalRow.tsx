import type { Metric } from "../../shared/metrics/metric.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { formatDay } from "./day.ts";
import { ListRow } from "./ListRow.tsx";
import { StatusMark } from "./StatusMark.tsx";
import { signalHref, signalMark, toldOn, whatHappened } from "./signal-words.ts";

/** One anomaly in a list: of what, what happened, whose it is, and where it stands. */
export function SignalRow({
  anomaly,
  name,
  unit,
  cadence,
  squad,
  named = true,
  today,
}: {
  anomaly: RowOf<"anomaly">;
  name: string;
  unit: Metric["unit"];
  cadence: Metric["cadence"];
  squad?: RowOf<"squad"> | undefined;
  /** False where the page is about this one thing: then what happened is the title. */
  named?: boolean;
  today: string;
}) {
  const { mark, word } = signalMark(anomaly);
  const happened = whatHappened(anomaly, { unit, cadence });
  const { answer } = anomaly;
  const said = [
    formatDay(toldOn(anomaly.on, today), undefined, today),
    squad?.name ?? "",
    named ? happened : "",
  ];
  const head = said.filter(Boolean).join(" · ");
  return (
    <ListRow
      href={signalHref(anomaly)}
      title={named ? name : happened}
      detail={
        <>
          <StatusMark status={mark}>{word}</StatusMark>
          <br />
          {answer?.text ? `${head}${head.endsWith(".") ? "" : " ·"} “${shortened(answer.text)}”` : head}
        </>
      }
    />
  );
}

/** In a list an answer is a reminder of itself; whole it stands on its page. */
function shortened(text: string): string {
  const letters = [...text];
  return letters.length > 120 ? `${letters.slice(0, 119).join("").trimEnd()}…` : text;
}
