import type { Beat } from "../metrics/completeness.ts";
import { firstThere } from "../reminders/hearers.ts";
import { localDate } from "../time/local-date.ts";
import type { ReviewRows } from "./rows.ts";

/**
 * Whose beat a review is at a moment (ISO): the squad's PMs, the directors, the CPO, for the year the CEO too. Where
 * nobody has that place, or all who have it are away, the next one up answers for it, as they hear of it then; an admin
 * may lead any of them all the same.
 */
export function leadersOf(
  { beat, squadId }: { beat: Beat; squadId?: string | undefined },
  { members, squads }: Pick<ReviewRows, "members" | "squads">,
  at: string,
): string[] {
  const active = members.filter((one) => one.state === "active" && one.role !== "viewer");
  const squad = squads.find((one) => one.id === squadId)?.members ?? [];
  const inSquad = active.filter(({ id }) => squad.some((one) => one.memberId === id));
  const pms = active.filter(({ id }) => squad.some((one) => one.as === "pm" && one.memberId === id));
  const directors = active.filter((one) => one.role === "director");
  const admins = active.filter((one) => one.role === "admin");
  const places: Record<Beat, (typeof active)[]> = {
    daily: [inSquad],
    weekly: [pms, directors, admins],
    monthly: [directors, admins],
    quarterly: [admins.filter((one) => one.title === "cpo"), admins],
    yearly: [active.filter((one) => one.title !== undefined), admins],
  };
  const groups = places[beat];
  // Each by the day of their own clock, as reminders are judged.
  const leading = [...new Set(groups.flat())].filter((one) =>
    firstThere(groups, localDate(at, one.zone)).includes(one),
  );
  const whoever = groups.find((group) => group.length > 0) ?? [];
  return (leading.length > 0 ? leading : whoever).map((one) => one.id);
}
