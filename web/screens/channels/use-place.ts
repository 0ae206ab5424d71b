import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useLive } from "../../store/live.ts";
import { type Deed, useMay } from "../../store/may.ts";
import { useMemberId } from "../../store/me.ts";

export interface Place {
  member: RowOf<"member">;
  workspace: RowOf<"workspace">;
  /** In use, by name. */
  squads: RowOf<"squad">[];
  people: RowOf<"member">[];
}

/** Who is signed in here, with the squads around them. Undefined until read. */
export function usePlace(): Place | undefined {
  const memberId = useMemberId();
  return useLive(
    async (read) => {
      const [member, [workspace], squads, people] = await Promise.all([
        read.get("member", memberId),
        read.list("workspace"),
        read.list("squad"),
        read.list("member"),
      ]);
      if (member === undefined || workspace === undefined) return undefined;
      const active = squads.filter((one) => one.state === "active");
      return { member, workspace, people, squads: active.sort((a, b) => a.name.localeCompare(b.name)) };
    },
    [memberId],
  );
}

/** For which squads somebody may set up webhooks, and whether for all of them. Undefined until known. */
export function useReach({ member, squads }: Place): { all: boolean; squads: RowOf<"squad">[] } | undefined {
  // Who may rename a squad is its PM or an admin: the same people who may say where it is heard.
  const may = useMay(squads.map((one): Deed => ["squad.rename", { squadId: one.id }]));
  if (may.some((one) => one === undefined)) return undefined;
  return { all: member.role === "admin", squads: squads.filter((_, place) => may[place] === true) };
}
