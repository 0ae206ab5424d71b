import type { Role } from "../../shared/people/member.ts";

export interface WorkspaceRef {
  id: string;
  name: string;
  memberId: string;
  role: Role;
}

/** `notice` says why somebody who was signed in is not: revoked elsewhere, or this browser erased its data. */
export type Session =
  | { state: "loading" }
  | { state: "signed-out"; notice?: "revoked" | "erased"; lost?: number; kept?: number }
  | {
      state: "signed-in";
      personId: string;
      memberId: string;
      workspaceId: string;
      deviceId: string;
      workspaces: WorkspaceRef[];
      /** This browser erased the phone's data; so many unsent items were in it. */
      erased?: number;
    };

export function useSession(): Session {
  throw new Error("not yet");
}

export interface TokenPreview {
  purpose: "set-up" | "invite" | "device" | "sign-in";
  workspace?: string;
  role?: Role;
  squad?: string;
  needsName: boolean;
}
/** What a link would do, without using it up. Throws ApiError. */
export async function previewJoin(_token: string): Promise<TokenPreview> {
  throw new Error("not yet");
}

export interface JoinAnswers {
  name?: string;
  zone?: string;
  locale?: string;
  workspace?: { name: string; zone: string };
  deviceName?: string;
}
export interface Joined {
  member: { id: string; name: string; role: Role };
  workspace: { id: string; name: string };
  device: { id: string; name: string };
  person: { id: string };
}
/** Redeems a link, signs this phone in and fetches the workspace. Throws ApiError. */
export async function join(_token: string, _answers: JoinAnswers = {}): Promise<Joined> {
  throw new Error("not yet");
}

/** Shows another workspace of this person. */
export async function switchWorkspace(_workspaceId: string): Promise<void> {
  throw new Error("not yet");
}

/**
 * Signs out after a last flush of at most ten seconds. What is still unsent stays locked on this phone for the same
 * person, unless `discard`. Answers how many items were kept.
 */
export async function signOut(_choice: { discard: boolean }): Promise<{ kept: number }> {
  throw new Error("not yet");
}

/** Items of outbox and needs attention, of every workspace of this person on this phone. */
export async function unsentCount(): Promise<number> {
  throw new Error("not yet");
}
