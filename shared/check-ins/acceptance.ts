import { type Refusal, type RowOf, refuse, type When } from "../sync/mutation.ts";

interface Said {
  value?: number | undefined;
  done?: string[] | undefined;
}

/** Why a key result does not take a check-in now, or not this one. Late ones are taken until it is graded. */
export function cannotTake(
  keyResult: RowOf<"key-result">,
  cycle: RowOf<"cycle">,
  said: Said,
  when: When,
): Refusal | undefined {
  return isOver(keyResult, cycle, when) ?? notRunning(keyResult, cycle, when) ?? unfit(keyResult, said);
}

/** A check-in that a restored server forgot was taken before: it comes back if it was made before the end. */
function isOver(keyResult: RowOf<"key-result">, cycle: RowOf<"cycle">, when: When): Refusal | undefined {
  const graded = keyResult.state === "graded";
  if (cycle.state !== "closed" && !graded) return undefined;
  const endedAt = graded ? keyResult.grade?.at : cycle.closedAt;
  const before = when.healing === true && endedAt !== undefined && when.at <= endedAt;
  return before ? undefined : refuse("cycle_closed", "keyResultId");
}

function notRunning({ state }: RowOf<"key-result">, cycle: RowOf<"cycle">, when: When): Refusal | undefined {
  if (when.healing === true) return undefined;
  const running = cycle.state !== "planning" && (state === "committed" || state === "graded");
  return running ? undefined : refuse("key_result_not_running", "keyResultId");
}

function unfit({ direction, milestones }: RowOf<"key-result">, { value, done }: Said): Refusal | undefined {
  if (direction !== "milestones") {
    if (value === undefined) return refuse("value_required", "value");
    return done === undefined ? undefined : refuse("unknown_milestone", "done");
  }
  if (value !== undefined) return refuse("value_not_expected", "value");
  const known = new Set(milestones?.map((one) => one.id));
  return done?.every((one) => known.has(one)) === false ? refuse("unknown_milestone", "done") : undefined;
}
