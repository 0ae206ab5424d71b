import { forgetSearches, useRecentSearches } from "../../store/recent-searches.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";

/** Before anything is typed: what was looked for last, or what can be. */
export function Before({ onAsk }: { onAsk: (typed: string) => void }) {
  const recent = useRecentSearches();
  if (recent === undefined) return null;
  if (recent.length === 0)
    return (
      <EmptyState
        title="What the company remembers"
        body="Key results and objectives, notes of check-ins, blockers, decisions, what bets taught, why something was unusual. It is read on this phone and works offline; every word you type must occur."
      />
    );
  return (
    <Section title="Looked for lately">
      <Card flush>
        <ul>
          {recent.map((one) => (
            <li key={one}>
              <ListRow lead={<Icon name="clock" />} title={one} onClick={() => onAsk(one)} />
            </li>
          ))}
        </ul>
      </Card>
      <Button kind="quiet" onClick={() => void forgetSearches()}>
        Forget these
      </Button>
    </Section>
  );
}
