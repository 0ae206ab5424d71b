import { isOpen, justification, unjustifiedCount } from "../bets/backlog.ts";
import type { KeyResult } from "../okrs/key-result.ts";
import type { RowOf } from "../sync/mutation.ts";

/** A bet meant for a day. */
export interface DayBet {
  bet: RowOf<"bet">;
  isJustified: boolean;
  /** It was meant for an earlier day and nobody finished it. */
  isLeft: boolean;
}

/** One person's bets of a day; without a member, those nobody has taken yet. */
export interface PersonBets {
  memberId?: string;
  bets: DayBet[];
}

export interface DayBets {
  people: PersonBets[];
  /** Of all open bets of the squad, not only those of the day. */
  unjustified: number;
}

/**
 * What a squad means to work on, on a day, by person: those who look first, then by name, what nobody took last. What
 * was left from an earlier day is among it. `bets` may hold other squads'; a key result that is not found is over.
 */
export function dayBets(
  squadId: string,
  on: string,
  rows: {
    bets: readonly RowOf<"bet">[];
    members: readonly Pick<RowOf<"member">, "id" | "name">[];
    find: (keyResultId: string) => Pick<KeyResult, "state"> | undefined;
  },
  me?: string,
): DayBets {
  const { bets, members, find } = rows;
  const own = bets.filter((one) => one.squadId === squadId);
  const meant = own
    .filter((one) => isOpen(one) && one.todayOn !== undefined && one.todayOn <= on)
    .sort((a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1))
    .map((bet) => ({
      bet,
      isJustified: justification(bet, find) === "justified",
      isLeft: bet.todayOn! < on,
    }));
  const name = (id: string) => members.find((one) => one.id === id)?.name ?? "";
  const ids = [...new Set(meant.flatMap(({ bet }) => bet.ownerId ?? []))].sort(
    (a, b) => Number(b === me) - Number(a === me) || name(a).localeCompare(name(b)),
  );
  const people = ids.map((memberId) => ({
    memberId,
    bets: meant.filter(({ bet }) => bet.ownerId === memberId),
  }));
  const nobodys = meant.filter(({ bet }) => bet.ownerId === undefined);
  return {
    people: nobodys.length === 0 ? people : [...people, { bets: nobodys }],
    unjustified: unjustifiedCount(own, find).unjustified,
  };
}

const begunFirst: readonly RowOf<"bet">["state"][] = ["doing", "next", "idea"];

/** Open bets that serve a key result and are meant for no day up to `on`, begun ones first. */
export function wouldServe(bets: readonly RowOf<"bet">[], keyResultId: string, on: string): RowOf<"bet">[] {
  return bets
    .filter((one) => one.keyResultId === keyResultId && isOpen(one))
    .filter(({ todayOn }) => todayOn === undefined || todayOn > on)
    .sort(
      (a, b) => begunFirst.indexOf(a.state) - begunFirst.indexOf(b.state) || a.title.localeCompare(b.title),
    );
}
