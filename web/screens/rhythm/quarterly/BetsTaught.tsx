import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { ListRow } from "../../../ui/ListRow.tsx";

const followed = { "double-down": ", double down", cut: ", cut" } as const;

/** Bets of a cycle that came to an end, with what they taught. */
export function BetsTaught({ bets }: { bets: readonly RowOf<"bet">[] }) {
  if (bets.length === 0) return null;
  return (
    <ul>
      {bets.map(({ id, title, learning, state, next }) => (
        <li key={id}>
          <ListRow
            href={`/bets/${id}`}
            title={<span dir="auto">{title}</span>}
            detail={<span dir="auto">{learning ?? "Nobody wrote down what it taught."}</span>}
            end={`${state}${next === undefined ? "" : followed[next]}`}
          />
        </li>
      ))}
    </ul>
  );
}
