import type { RowOf } from "../../shared/sync/mutation.ts";
import { useLive } from "./live.ts";
import { useSession } from "./session.ts";

export interface Me {
  member: RowOf<"member">;
  workspace: RowOf<"workspace">;
  /** Everybody who is there, me included, by name. */
  people: RowOf<"member">[];
}

/** Who is signed in here, with the workspace around them. Undefined until read. */
export function useMe(): Me | undefined {
  const session = useSession();
  const memberId = session.state === "signed-in" ? session.memberId : "";
  return useLive(
    async (read) => {
      const [member, [workspace], members] = await Promise.all([
        read.get("member", memberId),
        read.list("workspace"),
        read.list("member"),
      ]);
      if (member === undefined || workspace === undefined) return undefined;
      const people = members.filter((one) => one.state === "active");
      return { member, workspace, people: people.sort((a, b) => a.name.localeCompare(b.name)) };
    },
    [memberId],
  );
}
