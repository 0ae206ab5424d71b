import { useState } from "react";
import { Redirect, useLocation, useSearchParams } from "wouter";
import type { Owed } from "../../../shared/check-ins/owed.ts";
import { useToday } from "../../store/live.ts";
import { isTakenOver, useOwed } from "../../store/owed.ts";
import { useSession } from "../../store/session.ts";
import { withLeaving } from "../../ui/leave.ts";
import { StackCard } from "./StackCard.tsx";
import { Summary } from "./Summary.tsx";

/** What became of one card. */
export interface Passed {
  keyResultId: string;
  /** Absent when it was skipped. */
  saved?: { checkInId: string; mutationId: string };
}

/** The check-ins I owe, one card each; `?kr=` puts one on top, owed or not. */
export function Stack() {
  const session = useSession();
  const owed = useOwed();
  const asked = useSearchParams()[0].get("kr");
  const [, navigate] = useLocation();
  const [round, setRound] = useState(0);
  if (owed === undefined || session.state !== "signed-in") return null;
  const mine = owed.filter((one) => !isTakenOver(one, session.memberId));
  const again = (keyResultId: string) => {
    navigate(`/check-in?kr=${keyResultId}`, { replace: true });
    setRound(round + 1);
  };
  return <Cards key={`${asked} ${round}`} asked={asked} owed={mine} onAgain={again} />;
}

/** The cards are dealt once: a check-in that is saved leaves what is owed, but not this round. */
function Cards({
  asked,
  owed,
  onAgain,
}: {
  asked: string | null;
  owed: readonly Owed[];
  onAgain: (keyResultId: string) => void;
}) {
  const [dealt] = useState(() => {
    const ids = owed.map((one) => one.keyResult.id).filter((id) => id !== asked);
    return asked === null ? ids : [asked, ...ids];
  });
  const [late] = useState(
    () => new Set(owed.filter((one) => one.debt === "late").map((one) => one.keyResult.id)),
  );
  const [passed, setPassed] = useState<Passed[]>([]);
  const on = useToday();
  const at = passed.length;
  const current = dealt[at];
  if (dealt.length === 0) return <Redirect to="/check-in/mine" replace />;
  if (current === undefined) return <Summary passed={passed} on={on} onAgain={onAgain} />;
  return (
    <StackCard
      key={current}
      keyResultId={current}
      on={on}
      at={at}
      of={dealt.length}
      late={late.has(current)}
      onPass={(one) => withLeaving(() => setPassed((before) => [...before, one]))}
    />
  );
}
