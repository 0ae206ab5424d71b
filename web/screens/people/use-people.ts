import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useLive } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { useMemberId } from "../../store/me.ts";

export interface People {
  members: RowOf<"member">[];
  squads: RowOf<"squad">[];
  myId: string;
  /** Whether I may invite, change roles and form squads. */
  admin: boolean;
}

/** Everybody and every squad that is there, by name. Undefined until read. */
export function usePeople(): People | undefined {
  const myId = useMemberId();
  const [admin = false] = useMay([["squad.form", {}]]);
  const rows = useLive(async (read) => {
    const [members, squads] = await Promise.all([read.list("member"), read.list("squad")]);
    return {
      members: members.filter((one) => one.state === "active").sort(byName),
      squads: squads.filter((one) => one.state === "active").sort(byName),
    };
  }, []);
  return rows && { ...rows, myId, admin };
}

/** The squads somebody is in, with what they are there. */
export function squadsOf(memberId: string, squads: readonly RowOf<"squad">[]): string {
  return squads
    .flatMap((squad) => {
      const place = squad.members.find((one) => one.memberId === memberId);
      if (place === undefined) return [];
      return place.as === "pm" ? `${squad.name} (PM)` : squad.name;
    })
    .join(", ");
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name);
}
