import { mayCheckIn } from "../../../shared/check-ins/owner.ts";
import { peopleContext } from "../../../shared/people/people-context.ts";
import { mayAct } from "../../../shared/people/policy.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";

interface Around {
  members: readonly RowOf<"member">[];
  squads: readonly RowOf<"squad">[];
}

/** Whether the policy lets a member check in on a key result now: its owner, a delegate in time, the squad's PM. */
export function mayCheckInOn(
  { ownerId }: Pick<RowOf<"key-result">, "ownerId">,
  squadId: string | undefined,
  memberId: string,
  around: Around,
): boolean {
  const context = peopleContext(around, memberId, new Date().toISOString());
  return mayAct(mayCheckIn, { ownerId, squadId }, context);
}
