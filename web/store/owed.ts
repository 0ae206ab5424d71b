import { createContext, useContext } from "react";
import { type Owed, owed } from "../../shared/check-ins/owed.ts";
import { type Reader, useLive, useNow } from "./live.ts";
import { useSession } from "./session.ts";

const quarterHour = 900_000;

/** Given by the shell, so that a screen and its tabs read it once. */
export const OwedContext = createContext<Owed[] | undefined>(undefined);

/** What the signed-in member owes now, most pressing first. Undefined until read. */
export function useOwed(): Owed[] | undefined {
  return useContext(OwedContext);
}

/** Reads it, for the shell. */
export function useReadOwed(): Owed[] | undefined {
  const session = useSession();
  const memberId = session.state === "signed-in" ? session.memberId : undefined;
  const now = useNow();
  return useLive(
    async (read) => (memberId === undefined ? [] : await readOwed(read, memberId, now)),
    // Owing changes at somebody's midnight, and every zone's midnight falls on a quarter of an hour.
    [memberId, Math.floor(now / quarterHour)],
  );
}

/** How many check-ins wait for this member; what a delegate has taken over is not counted. */
export function useOwedCount(): number {
  const session = useSession();
  const mine = session.state === "signed-in" ? session.memberId : "";
  return useOwed()?.filter((one) => !isTakenOver(one, mine)).length ?? 0;
}

/** True for one's own key result while somebody stands in for its owner; it may still be checked in on. */
export function isTakenOver({ owner, delegateId }: Owed, memberId: string): boolean {
  return owner.id === memberId && delegateId !== undefined;
}

async function readOwed(read: Reader, memberId: string, at: number): Promise<Owed[]> {
  const [workspaces, members, everyCycle] = await Promise.all([
    read.list("workspace"),
    read.list("member"),
    read.list("cycle"),
  ]);
  const rhythm = workspaces[0]?.rhythm;
  if (rhythm === undefined) return [];
  const cycles = everyCycle.filter((one) => one.state === "running");
  const mine = new Set([
    memberId,
    ...members.filter((one) => one.delegate?.memberId === memberId).map((one) => one.id),
  ]);
  const all = await Promise.all(cycles.map((cycle) => read.inCycle("key-result", cycle.id)));
  const keyResults = all.flat().filter((one) => mine.has(one.ownerId) && one.state === "committed");
  const said = await Promise.all(keyResults.map((one) => read.list("check-in", one.id)));
  return owed(memberId, { at, rhythm, members, cycles, keyResults, checkIns: said.flat() });
}
