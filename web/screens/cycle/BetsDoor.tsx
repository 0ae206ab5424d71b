import { isOpen, unjustifiedCount } from "../../../shared/bets/backlog.ts";
import { allBets } from "../../store/bets.ts";
import { useLive } from "../../store/live.ts";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";

/** The way to the bets, with how many are open and how many of them nothing justifies. */
export function BetsDoor() {
  const count = useLive(async (read) => {
    const bets = (await allBets(read)).filter(isOpen);
    const served = await Promise.all(
      bets.map((one) =>
        one.keyResultId === undefined ? undefined : read.get("key-result", one.keyResultId),
      ),
    );
    return unjustifiedCount(bets, (id) => served.find((one) => one?.id === id));
  }, []);
  if (count === undefined) return null;
  const { open, unjustified } = count;
  const detail =
    open === 0
      ? "Ideas, experiments, the backlog: what is to move the key results"
      : `${plural(open, "open bet")}, ${unjustified === 0 ? "each with a key result" : `${unjustified} without a key result`}`;
  return (
    <Section title="The work">
      <Card flush>
        <ListRow href="/bets" title="Bets" detail={detail} />
      </Card>
    </Section>
  );
}
