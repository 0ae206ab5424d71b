import { useSyncExternalStore } from "react";
import type { Role } from "../../shared/people/member.ts";
import { call } from "../api-client.ts";
import { start } from "./boot.ts";
import { type Session, session, signIn, subscribe } from "./signed-in.ts";

export { type JoinAnswers, type Joined, join } from "./join.ts";
export type { WorkspaceRef } from "./pointer.ts";
export { signOut, unsentCount } from "./sign-out.ts";
export type { Session } from "./signed-in.ts";

/** Who is signed in on this phone. Known without network; "loading" only until this phone's own note is read. */
export function useSession(): Session {
  return useSyncExternalStore(watch, session);
}

function watch(changed: () => void): () => void {
  void start();
  return subscribe(changed);
}

export interface TokenPreview {
  purpose: "set-up" | "invite" | "device" | "sign-in";
  workspace?: string;
  role?: Role;
  squad?: string;
  needsName: boolean;
}

/** What a link would do, without using it up. Throws ApiError. */
export function previewJoin(token: string): Promise<TokenPreview> {
  return call("POST", "/api/join/preview", { token });
}

/** Shows another workspace of this person. */
export async function switchWorkspace(workspaceId: string): Promise<void> {
  const now = session();
  if (now.state !== "signed-in" || !now.workspaces.some((one) => one.id === workspaceId)) return;
  const { personId, deviceId, workspaces } = now;
  await signIn({ personId, deviceId, workspaceId, workspaces });
}
