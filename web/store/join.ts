import type { Role } from "../../shared/people/member.ts";
import { call } from "../api-client.ts";
import { askMe, pointerOf } from "./boot.ts";
import { dropNote } from "./pointer.ts";
import { currentPhone, signIn } from "./signed-in.ts";
import { sleep } from "./world.ts";

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

/** After this the first screen is shown even if not all rows are here yet. */
const firstPull = 10_000;

/**
 * Redeems a link, signs this phone in and fetches the workspace. A device link answers `{state: "asked"}` until it is
 * confirmed on the other device; call again. Throws ApiError.
 */
export async function join(token: string, answers: JoinAnswers = {}): Promise<Joined | { state: "asked" }> {
  const answer = await call<Joined | { state: "asked" }>("POST", "/api/join", { token, ...answers });
  if (!("state" in answer)) await enter(answer);
  return answer;
}

/** Makes whoever the server has just signed in the person of this phone. */
export async function enter({ member, workspace, device, person }: Joined): Promise<void> {
  await dropNote("signOutOwed");
  const told = { person, device, workspaces: [{ ...workspace, memberId: member.id, role: member.role }] };
  const me = await askMe().catch(() => told);
  await signIn(pointerOf(me, workspace.id));
  await Promise.race([currentPhone()?.engine.settled(), sleep(firstPull)]);
}
