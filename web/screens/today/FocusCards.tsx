import { focusWords } from "../../../shared/focus/words.ts";
import { type FocusView, type SquadFocus, useFocus } from "../../store/focus.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { DueBeats } from "./DueBeats.tsx";
import { FocusCard } from "./FocusCard.tsx";
import { nameIn } from "./focus-names.ts";

/** The reviews I am to hold, then the day's focus of each of my squads. */
export function FocusCards({ on }: { on: string }) {
  return (
    <>
      <DueBeats />
      <Focuses on={on} />
    </>
  );
}

/** For somebody in no squad, one line for each squad there is. */
function Focuses({ on }: { on: string }) {
  const view = useFocus();
  if (!view) return null;
  if (!view.mine) return <AllFocus view={view} />;
  return view.squads
    .filter(isWorthACard)
    .map((one) => <FocusCard key={one.squad.id} one={one} view={view} on={on} />);
}

/** A squad with nothing running and nothing meant for the day has nothing to look at. */
function isWorthACard({ focus, day }: SquadFocus): boolean {
  return focus.ranked.length > 0 || day.people.length > 0 || day.unjustified > 0;
}

function AllFocus({ view }: { view: FocusView }) {
  const looking = view.squads.filter((one) => one.focus.keyResult !== undefined);
  if (looking.length === 0) return null;
  return (
    <Section title="The squads’ focus today">
      <Card flush>
        <ul>
          {looking.map(({ squad, focus }) => (
            <li key={squad.id}>
              <ListRow
                href={`/focus/${squad.id}`}
                title={squad.name}
                detail={focusWords(focus, nameIn(view))?.title}
                end={focus.status && <StatusMark status={focus.status} />}
              />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
