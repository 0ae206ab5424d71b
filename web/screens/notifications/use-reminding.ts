import type { RowOf } from "../../../shared/sync/mutation.ts";
import { type PushState, pushState, surroundings } from "../../push/capability.ts";
import { useLive } from "../../store/live.ts";
import { pushState as askServer } from "../../store/push-api.ts";
import { useSession } from "../../store/session.ts";
import { type Answer, useAnswer } from "../../ui/answer.ts";

export interface Reminding {
  member: RowOf<"member">;
  workspace: RowOf<"workspace">;
}

/** Who is reminded, and the rhythm they are reminded in. Undefined until read. */
export function useReminding(): Reminding | undefined {
  const session = useSession();
  const memberId = session.state === "signed-in" ? session.memberId : "";
  return useLive(
    async (read) => {
      const [member, [workspace]] = await Promise.all([read.get("member", memberId), read.list("workspace")]);
      return member && workspace ? { member, workspace } : undefined;
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
