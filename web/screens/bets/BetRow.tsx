import { type BetGroup, cannotMove, isOpen, justification } from "../../../shared/bets/backlog.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { type BetRows, keyResultIn } from "./bet-rows.ts";
import { outcomeMarks, stateWord } from "./words.ts";

/** One bet in a list: what, for which key result, who, and how it ended; not again what the heading above it says. */
export function BetRow({ bet, rows, group }: { bet: RowOf<"bet">; rows: BetRows; group?: BetGroup }) {
  const find = keyResultIn(rows);
  const owner = rows.members.find((one) => one.id === bet.ownerId)?.name;
  const serves = find(bet.keyResultId)?.title;
  const why =
    bet.learning ?? serves ?? (bet.keyResultId ? "a key result of an older cycle" : "no key result");
  const stands = justification(bet, find);
  return (
    <ListRow
      href={`/bets/${bet.id}`}
      title={bet.title}
      detail={[why, owner].filter(Boolean).join(" · ")}
      end={
        !isOpen(bet) ? (
          <StatusMark status={outcomeMarks[bet.state as keyof typeof outcomeMarks]}>
            {stateWord(bet)}
          </StatusMark>
        ) : group === "cannot-move" ? undefined : cannotMove(bet) ? (
          <StatusMark status="no-data">cannot move the star</StatusMark>
        ) : stands === "justified" || stands === group ? undefined : (
          <StatusMark status="warn">
            {stands === "over" ? "its key result is over" : "unjustified"}
          </StatusMark>
        )
      }
    />
  );
}
