import { formatDay } from "../../ui/day.ts";
import type { CardData } from "./card-data.ts";

/** Whose key result it is and why somebody else may check in on it; nothing on one's own. */
export function standsInWords({ owner, me }: Pick<CardData, "owner" | "me">): string | undefined {
  if (owner === undefined || owner.id === me) return undefined;
  if (owner.delegate?.memberId === me)
    return `You stand in for ${owner.name} until ${formatDay(owner.delegate.untilOn)}.`;
  return `${owner.name} owns it; your check-in is marked as on their behalf.`;
}
