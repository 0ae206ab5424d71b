import type { FocusView } from "../../store/focus.ts";

/** A member's name; undefined for somebody who is not here any more. */
export function nameIn({ members }: Pick<FocusView, "members">): (memberId: string) => string | undefined {
  return (memberId) => members.find((one) => one.id === memberId)?.name;
}
