import type { Beat } from "../../../shared/metrics/completeness.ts";
import { useRhythm } from "../../store/reviews.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";

const doors: readonly { beat: Beat; title: string }[] = [
  { beat: "monthly", title: "Monthly OKR review" },
  { beat: "quarterly", title: "Look back at the cycle" },
];

/** The ways to the reviews a cycle is kept by, and whether one of them is due. */
export function RhythmDoors() {
  const beats = useRhythm()?.beats;
  if (beats === undefined) return null;
  const due = (beat: Beat) => beats.some((one) => one.beat === beat && one.state === "due");
  return (
    <Section title="Reviews">
      <Card flush>
        {doors.map(({ beat, title }) => (
          <ListRow
            key={beat}
            href={`/rhythm/${beat}`}
            title={title}
            end={due(beat) ? <StatusMark status="warn">due</StatusMark> : undefined}
          />
        ))}
        <ListRow href="/rhythm/report" title="Report" detail="One page to print, copy or share" />
        <ListRow
          href="/rhythm"
          title="The whole rhythm"
          detail="Daily to yearly, each squad’s metric check"
        />
      </Card>
    </Section>
  );
}
