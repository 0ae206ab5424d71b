import type { Role } from "../../shared/people/member.ts";

/** Where a person belongs. Only living memberships are listed: a removed member has none. */
export interface Membership {
  workspaceId: string;
  memberId: string;
  role: Role;
}

/** Who sends a request: a person on one of their devices, and where they are a member right now. */
export interface Signed {
  personId: string;
  personName: string;
  deviceId: string;
  deviceName: string;
  lastSeenAt: string;
  memberships: Membership[];
}

/** The one membership a request is about; undefined when it names none and there is a choice, or a foreign one. */
export function membershipOf(signed: Signed, workspaceId?: string): Membership | undefined {
  if (workspaceId !== undefined) return signed.memberships.find((one) => one.workspaceId === workspaceId);
  return signed.memberships.length === 1 ? signed.memberships[0] : undefined;
}
