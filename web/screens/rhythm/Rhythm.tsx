import type { Beat } from "../../../shared/metrics/completeness.ts";
import type { BeatState } from "../../../shared/reviews/beat-state.ts";
import { useToday } from "../../store/live.ts";
import { type Rhythm as Beats, useRhythm } from "../../store/reviews.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Page } from "../../ui/Page.tsx";
import { addressOf } from "../../ui/review-name.ts";
import { Section } from "../../ui/Section.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { beatMarks, beatWords, whenWords } from "./rhythm-words.ts";

const order: readonly Beat[] = ["daily", "weekly", "monthly", "quarterly", "yearly"];

/** The five beats: whose each is, when the last was held, when the next is due. */
export function Rhythm() {
  const today = useToday();
  const rhythm = useRhythm();
  return (
    <Page
      title="The rhythm"
      detail="Five beats keep the North Star load-bearing"
      back={{ href: "/", label: "today" }}
    >
      {rhythm
        ? order.map((beat) => <BeatSection key={beat} beat={beat} rhythm={rhythm} today={today} />)
        : null}
      <Section title="For whoever asks" end="The cycle on one page">
        <Card flush>
          <ListRow href="/rhythm/report" title="Report" detail="Print it, copy it, share it by a link" />
          <ListRow href="/tv" title="On a wall" detail="Large, and turning by itself" />
        </Card>
      </Section>
    </Page>
  );
}

function BeatSection({ beat, rhythm, today }: { beat: Beat; rhythm: Beats; today: string }) {
  const { title, what } = beatWords[beat];
  const states = rhythm.beats.filter((one) => one.beat === beat);
  return (
    <Section title={title} end={what}>
      <Card flush>
        {beat === "daily" ? (
          <Daily rhythm={rhythm} resting={states[0]?.state === "resting"} />
        ) : states.length === 0 ? (
          <ListRow title="No squad yet" detail="Each squad’s PM leads its own." href="/me/squads" />
        ) : (
          <ul>
            {states.map((one) => (
              <li key={one.squadId ?? beat}>
                <BeatRow one={one} rhythm={rhythm} today={today} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Section>
  );
}

function BeatRow({ one, rhythm, today }: { one: BeatState; rhythm: Beats; today: string }) {
  const { beat, squadId, state } = one;
  if (beat === "daily") return null;
  const squad = rhythm.squads.find((two) => two.id === squadId)?.name;
  const leaders = namesOf(rhythm.leaders(one), rhythm);
  const { mark, word } = beatMarks[state];
  return (
    <ListRow
      href={addressOf({ beat, squadId })}
      title={squad ?? leaders}
      detail={[squad === undefined ? "" : leaders, whenWords(one, today)].filter(Boolean).join(" · ")}
      end={<StatusMark status={mark}>{word}</StatusMark>}
    />
  );
}

/** The daily beat is kept by looking: the rule always has an answer while something runs. */
function Daily({ rhythm, resting }: { rhythm: Beats; resting: boolean }) {
  const squads = rhythm.squads
    .filter((one) => one.state === "active")
    .sort((a, b) => a.name.localeCompare(b.name));
  if (squads.length === 0) return <ListRow title="No squad yet" href="/me/squads" />;
  return (
    <ul>
      {squads.map((one) => (
        <li key={one.id}>
          <ListRow
            href={`/focus/${one.id}`}
            title={one.name}
            detail={resting ? "nothing runs yet" : "every working day"}
          />
        </li>
      ))}
    </ul>
  );
}

function namesOf(ids: readonly string[], { members }: Beats): string {
  const names = ids.flatMap((id) => members.find((one) => one.id === id)?.name ?? []).sort();
  return names.length === 0 ? "Nobody leads it yet" : names.join(", ");
}
