import { useSyncExternalStore } from "react";
import { start } from "./boot.ts";
import { type Session, session, signIn, subscribe } from "./signed-in.ts";

export type { Session } from "./signed-in.ts";

/** Who is signed in on this phone. Known without network; "loading" only until this phone's own note is read. */
export function useSession(): Session {
  return useSyncExternalStore(watch, session);
}

function watch(changed: () => void): () => void {
  void start();
  return subscribe(changed);
}

/** Shows another workspace of this person. */
export async function switchWorkspace(workspaceId: string): Promise<void> {
  const now = session();
  if (now.state !== "signed-in" || !now.workspaces.some((one) => one.id === workspaceId)) return;
  const { personId, deviceId, workspaces } = now;
  await signIn({ personId, deviceId, workspaceId, workspaces });
}
