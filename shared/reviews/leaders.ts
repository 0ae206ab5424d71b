import type { Beat } from "../metrics/completeness.ts";
import type { ReviewRows } from "./rows.ts";

/**
 * Whose beat a review is: the squad's PMs, the directors, the CPO, for the year the CEO too. Where nobody has that place
 * the next one up answers for it; an admin may lead any of them all the same.
 */
export function leadersOf(
  { beat, squadId }: { beat: Beat; squadId?: string | undefined },
  { members, squads }: Pick<ReviewRows, "members" | "squads">,
): string[] {
  const active = members.filter((one) => one.state === "active" && one.role !== "viewer");
  const idsOf = (wanted: (one: (typeof active)[number]) => boolean) =>
    active.filter(wanted).map((one) => one.id);
  const admins = idsOf((one) => one.role === "admin");
  const directors = orElse(
    idsOf((one) => one.role === "director"),
    admins,
  );
  const squad = squads.find((one) => one.id === squadId)?.members ?? [];
  switch (beat) {
    case "daily":
      return idsOf(({ id }) => squad.some((one) => one.memberId === id));
    case "weekly":
      return orElse(
        idsOf(({ id }) => squad.some((one) => one.as === "pm" && one.memberId === id)),
        directors,
      );
    case "monthly":
      return directors;
    case "quarterly":
      return orElse(
        idsOf((one) => one.title === "cpo" && one.role === "admin"),
        admins,
      );
    case "yearly":
      return orElse(
        idsOf((one) => one.title !== undefined),
        admins,
      );
  }
}

function orElse(first: string[], then: string[]): string[] {
  return first.length > 0 ? first : then;
}
