import { isOpen, isPlainlyDone } from "../../../shared/bets/backlog.ts";
import { allBets } from "../../store/bets.ts";
import { useLive } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import type { CardData } from "./card-data.ts";

/** The work this key result justifies, open bets first; how those that ended went. */
export function KeyResultBets({ data, open }: { data: CardData; open: boolean }) {
  const { id } = data.keyResult;
  const bets = useLive(async (read) => (await allBets(read)).filter((one) => one.keyResultId === id), [id]);
  const squadId = data.squad?.id;
  const [mayPlace] = useMay([["bet.place", squadId === undefined ? {} : { squadId }]]);
  if (bets === undefined) return null;
  const placing = open && mayPlace === true && squadId !== undefined;
  if (bets.length === 0 && !placing) return null;
  const shown = bets
    .filter((one) => one.state !== "dropped")
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || a.title.localeCompare(b.title));
  return (
    <Section
      title="Bets that serve it"
      end={
        placing ? (
          <Button kind="quiet" href={`/bets/new?kr=${id}&squad=${squadId}`}>
            Place one
          </Button>
        ) : undefined
      }
    >
      {shown.length === 0 ? (
        <p>No bet serves it yet. Which work in this cycle is going to move it?</p>
      ) : (
        <Card flush>
          <ul>
            {shown.map((bet) => (
              <li key={bet.id}>
                <ListRow
                  href={`/bets/${bet.id}`}
                  title={bet.title}
                  detail={bet.learning}
                  end={bet.state === "doing" ? "in the works" : isPlainlyDone(bet) ? "done" : bet.state}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Section>
  );
}
