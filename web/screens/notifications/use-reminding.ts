import type { RowOf } from "../../../shared/sync/mutation.ts";
import { type PushState, pushState, surroundings } from "../../push/capability.ts";
import { useLive } from "../../store/live.ts";
import { pushState as askServer } from "../../store/push-api.ts";
import { useSession } from "../../store/session.ts";
import { type Answer, useAnswer } from "../../ui/answer.ts";

export interface Reminding {
  member: RowOf<"member">;
  workspace: RowOf<"workspace">;
  /** A PM of some squad, or somebody who stands in for one where there is none. */
  leads: boolean;
  squads: RowOf<"squad">[];
}

/** Who is reminded, and the rhythm they are reminded in. Undefined until read. */
export function useReminding(): Reminding | undefined {
  const session = useSession();
  const memberId = session.state === "signed-in" ? session.memberId : "";
  return useLive(
    async (read) => {
      const [member, [workspace], squads] = await Promise.all([
        read.get("member", memberId),
        read.list("workspace"),
        read.list("squad"),
      ]);
      if (member === undefined || workspace === undefined) return undefined;
      const pm = squads.some(({ state, members }) =>
        members.some((one) => state === "active" && one.memberId === memberId && one.as === "pm"),
      );
      return {
        member,
        workspace,
        squads,
        leads: pm || member.role === "admin" || member.role === "director",
      };
    },
    [memberId],
  );
}

/** Whether reminders reach this device; works without network, by what the browser says alone. */
export function usePushState(): [Answer<PushState>, again: () => void] {
  const session = useSession();
  const personId = session.state === "signed-in" ? session.personId : "";
  const look = async () => {
    const server = await askServer().catch(() => undefined);
    return pushState(await surroundings(personId, server));
  };
  return useAnswer(look, { key: personId });
}
