import { mayCheckIn } from "../../../shared/check-ins/owner.ts";
import { mayAct } from "../../../shared/people/policy.ts";
import type { RowOf, Rows } from "../../../shared/sync/mutation.ts";

interface Around {
  members: readonly RowOf<"member">[];
  squads: readonly RowOf<"squad">[];
}

/** Whether the policy lets a member check in on a key result now: its owner, a delegate in time, the squad's PM. */
export function mayCheckInOn(
  { ownerId }: Pick<RowOf<"key-result">, "ownerId">,
  squadId: string | undefined,
  memberId: string,
  { members, squads }: Around,
): boolean {
  const at = new Date().toISOString();
  const all = (kind: string) => (kind === "member" ? members : kind === "squad" ? squads : []);
  const rows = {
    get: (kind: string, id: string) => all(kind).find((one) => one.id === id),
    list: (kind: string) => [...all(kind)],
  } as Rows;
  return mayAct(mayCheckIn, { ownerId, squadId }, { rows, who: { memberId }, when: { at, receivedAt: at } });
}
