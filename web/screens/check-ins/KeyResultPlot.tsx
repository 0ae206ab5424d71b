import { outlookOf } from "../../../shared/okrs/forecast-of.ts";
import { CheckInPlot } from "../../charts/CheckInPlot.tsx";
import { type Reader, useLive } from "../../store/live.ts";
import type { CardData } from "./card-data.ts";
import { Outlook } from "./Outlook.tsx";
import { statusWith } from "./why.ts";

/** The values over the cycle against the way they were to take, what fired among them, and where they will likely end. */
export function KeyResultPlot({ data, on }: { data: CardData; on: string }) {
  const told = useLive(readTold, []);
  if (told === undefined) return null;
  const { keyResult, cycle, checkIns, said, members, zone } = data;
  const outlook = outlookOf(keyResult, cycle, checkIns, told.graded, on);
  return (
    <>
      <CheckInPlot
        {...{ keyResult, cycle, checkIns, said, zone }}
        noted={{ events: told.events, anomalies: told.anomalies, members }}
        today={on}
        ending={outlook}
      />
      {outlook === undefined ? null : (
        <Outlook outlook={outlook} keyResult={keyResult} status={statusWith(data, on)} />
      )}
    </>
  );
}

/** What was marked and raised, and how key results of the cycles this phone holds ended. */
async function readTold(read: Reader) {
  const [events, anomalies, cycles] = await Promise.all([
    read.list("event"),
    read.list("anomaly"),
    read.list("cycle"),
  ]);
  const past = cycles.filter((one) => one.state === "grading" || one.state === "closed");
  const keyResults = await Promise.all(past.map((one) => read.inCycle("key-result", one.id)));
  return { events, anomalies, graded: keyResults.flat().filter((one) => one.state === "graded") };
}
