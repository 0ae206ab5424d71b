import { occurrenceAt } from "../../../shared/check-ins/occurrence.ts";
import type { Reader } from "../../store/live.ts";
import { type CardData, readCard } from "./card-data.ts";

export interface Mine {
  own: CardData[];
  delegated: CardData[];
  /** When the next check-in opens. */
  nextOpensOn: string | undefined;
  /** A viewer, who is asked for no check-in. */
  onlyReads: boolean;
}

/** Committed key results of running cycles (and ones being graded) of a member and of those they stand in for. */
export async function readMine(read: Reader, me: string, on: string): Promise<Mine> {
  const [workspaces, members, everyCycle] = await Promise.all([
    read.list("workspace"),
    read.list("member"),
    read.list("cycle"),
  ]);
  const cycles = everyCycle.filter((one) => one.state === "running" || one.state === "grading");
  const standIn = new Set(
    members
      .filter(({ delegate }) => delegate?.memberId === me && on <= delegate.untilOn)
      .map((one) => one.id),
  );
  const all = (await Promise.all(cycles.map((cycle) => read.inCycle("key-result", cycle.id)))).flat();
  const cards = await Promise.all(
    all
      .filter((one) => one.state === "committed" && (one.ownerId === me || standIn.has(one.ownerId)))
      .map((one) => readCard(read, one.id, on, me)),
  );
  const found = cards
    .filter((one) => one !== null)
    .sort((a, b) => (a.keyResult.title < b.keyResult.title ? -1 : 1));
  const rhythm = workspaces[0]?.rhythm;
  return {
    own: found.filter((one) => one.keyResult.ownerId === me),
    delegated: found.filter((one) => one.keyResult.ownerId !== me),
    nextOpensOn: rhythm === undefined ? undefined : occurrenceAt(rhythm, on).nextOpensOn,
    onlyReads: members.some((one) => one.id === me && one.role === "viewer"),
  };
}
